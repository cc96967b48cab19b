import { notice2007 } from './2007.ts';
import { arrange, type CalendarYear, yearlyNotice } from './calendar.ts';

export const notice2006 = yearlyNotice(2006, '国办发明电〔2005〕35号', '2005-12-16', 'verified');

export const year2006: CalendarYear = {
  year: 2006,
  notice: notice2006,
  arrangements: [
    arrange('元旦', notice2006, ['2006-01-02', '2006-01-03']),
    arrange(
      '春节',
      notice2006,
      ['2006-01-30', '2006-01-31', '2006-02-01', '2006-02-02', '2006-02-03'],
      ['2006-01-28', '2006-02-05'],
    ),
    arrange(
      '劳动节',
      notice2006,
      ['2006-05-01', '2006-05-02', '2006-05-03', '2006-05-04', '2006-05-05'],
      ['2006-04-29', '2006-04-30'],
    ),
    arrange(
      '国庆节',
      notice2006,
      ['2006-10-02', '2006-10-03', '2006-10-04', '2006-10-05', '2006-10-06'],
      ['2006-09-30', '2006-10-08'],
    ),
    arrange('元旦', notice2007, [], ['2006-12-30', '2006-12-31']),
  ],
};
