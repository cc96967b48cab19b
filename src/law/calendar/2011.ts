import { notice2012 } from './2012.ts';
import { arrange, type CalendarYear, yearlyNotice } from './calendar.ts';

export const notice2011 = yearlyNotice(2011, '国办发明电〔2010〕40号', '2010-12-09', 'verified');

export const year2011: CalendarYear = {
  year: 2011,
  notice: notice2011,
  arrangements: [
    arrange('元旦', notice2011, ['2011-01-03']),
    arrange(
      '春节',
      notice2011,
      ['2011-02-02', '2011-02-03', '2011-02-04', '2011-02-07', '2011-02-08'],
      ['2011-01-30', '2011-02-12'],
    ),
    arrange('清明节', notice2011, ['2011-04-04', '2011-04-05'], ['2011-04-02']),
    arrange('劳动节', notice2011, ['2011-05-02']),
    arrange('端午节', notice2011, ['2011-06-06']),
    arrange('中秋节', notice2011, ['2011-09-12']),
    arrange(
      '国庆节',
      notice2011,
      ['2011-10-03', '2011-10-04', '2011-10-05', '2011-10-06', '2011-10-07'],
      ['2011-10-08', '2011-10-09'],
    ),
    arrange('元旦', notice2012, [], ['2011-12-31']),
  ],
};
