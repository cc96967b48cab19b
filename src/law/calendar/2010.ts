import { arrange, type CalendarYear, yearlyNotice } from './calendar.ts';

export const notice2010 = yearlyNotice(2010, '国办发明电〔2009〕27号', '2009-12-07', 'verified');

export const year2010: CalendarYear = {
  year: 2010,
  notice: notice2010,
  arrangements: [
    arrange('元旦', notice2010, ['2010-01-01']),
    arrange(
      '春节',
      notice2010,
      ['2010-02-15', '2010-02-16', '2010-02-17', '2010-02-18', '2010-02-19'],
      ['2010-02-20', '2010-02-21'],
    ),
    arrange('清明节', notice2010, ['2010-04-05']),
    arrange('劳动节', notice2010, ['2010-05-03']),
    arrange('端午节', notice2010, ['2010-06-14', '2010-06-15', '2010-06-16'], ['2010-06-12', '2010-06-13']),
    arrange('中秋节', notice2010, ['2010-09-22', '2010-09-23', '2010-09-24'], ['2010-09-19', '2010-09-25']),
    arrange(
      '国庆节',
      notice2010,
      ['2010-10-01', '2010-10-04', '2010-10-05', '2010-10-06', '2010-10-07'],
      ['2010-09-26', '2010-10-09'],
    ),
  ],
};
