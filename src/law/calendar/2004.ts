import { arrange, type CalendarYear, yearlyNotice } from './calendar.ts';

export const notice2004 = yearlyNotice(2004, null, null, 'fromMemory');

export const year2004: CalendarYear = {
  year: 2004,
  notice: notice2004,
  arrangements: [
    arrange('元旦', notice2004, ['2004-01-01']),
    arrange(
      '春节',
      notice2004,
      ['2004-01-22', '2004-01-23', '2004-01-26', '2004-01-27', '2004-01-28'],
      ['2004-01-17', '2004-01-18'],
    ),
    arrange(
      '劳动节',
      notice2004,
      ['2004-05-03', '2004-05-04', '2004-05-05', '2004-05-06', '2004-05-07'],
      ['2004-05-08', '2004-05-09'],
    ),
    arrange(
      '国庆节',
      notice2004,
      ['2004-10-01', '2004-10-04', '2004-10-05', '2004-10-06', '2004-10-07'],
      ['2004-10-09', '2004-10-10'],
    ),
  ],
};
