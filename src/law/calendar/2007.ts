import { notice2008 } from './2008.ts';
import { arrange, type CalendarYear, yearlyNotice } from './calendar.ts';

export const notice2007 = yearlyNotice(2007, '国办发明电〔2006〕49号', '2006-12-14', 'verified');

export const year2007: CalendarYear = {
  year: 2007,
  notice: notice2007,
  arrangements: [
    arrange('元旦', notice2007, ['2007-01-01', '2007-01-02', '2007-01-03']),
    arrange(
      '春节',
      notice2007,
      ['2007-02-19', '2007-02-20', '2007-02-21', '2007-02-22', '2007-02-23'],
      ['2007-02-17', '2007-02-25'],
    ),
    arrange(
      '劳动节',
      notice2007,
      ['2007-05-01', '2007-05-02', '2007-05-03', '2007-05-04', '2007-05-07'],
      ['2007-04-28', '2007-04-29'],
    ),
    arrange(
      '国庆节',
      notice2007,
      ['2007-10-01', '2007-10-02', '2007-10-03', '2007-10-04', '2007-10-05'],
      ['2007-09-29', '2007-09-30'],
    ),
    arrange('元旦', notice2008, ['2007-12-31'], ['2007-12-29']),
  ],
};
