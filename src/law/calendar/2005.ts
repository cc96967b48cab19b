import { notice2006 } from './2006.ts';
import { arrange, type CalendarYear, yearlyNotice } from './calendar.ts';

export const notice2005 = yearlyNotice(2005, null, null, 'fromMemory');

/** chinese-days lacks 2005-12-31: the notice for 2006 moved that Saturday to 2006-01-03. */
export const year2005: CalendarYear = {
  year: 2005,
  notice: notice2005,
  arrangements: [
    arrange('元旦', notice2005, ['2005-01-03']),
    arrange(
      '春节',
      notice2005,
      ['2005-02-09', '2005-02-10', '2005-02-11', '2005-02-14', '2005-02-15'],
      ['2005-02-05', '2005-02-06'],
    ),
    arrange(
      '劳动节',
      notice2005,
      ['2005-05-02', '2005-05-03', '2005-05-04', '2005-05-05', '2005-05-06'],
      ['2005-04-30', '2005-05-08'],
    ),
    arrange(
      '国庆节',
      notice2005,
      ['2005-10-03', '2005-10-04', '2005-10-05', '2005-10-06', '2005-10-07'],
      ['2005-10-08', '2005-10-09'],
    ),
    arrange('元旦', notice2006, [], ['2005-12-31']),
  ],
};
