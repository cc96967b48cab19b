import { arrange, type CalendarYear, yearlyNotice } from './calendar.ts';

export const notice2009 = yearlyNotice(2009, null, null, 'fromMemory');

export const year2009: CalendarYear = {
  year: 2009,
  notice: notice2009,
  arrangements: [
    arrange('元旦', notice2009, ['2009-01-01', '2009-01-02'], ['2009-01-04']),
    arrange(
      '春节',
      notice2009,
      ['2009-01-26', '2009-01-27', '2009-01-28', '2009-01-29', '2009-01-30'],
      ['2009-01-24', '2009-02-01'],
    ),
    arrange('清明节', notice2009, ['2009-04-06']),
    arrange('劳动节', notice2009, ['2009-05-01']),
    arrange('端午节', notice2009, ['2009-05-28', '2009-05-29'], ['2009-05-31']),
    arrange(
      '国庆节',
      notice2009,
      ['2009-10-01', '2009-10-02', '2009-10-05', '2009-10-06', '2009-10-07', '2009-10-08'],
      ['2009-09-27', '2009-10-10'],
    ),
  ],
};
