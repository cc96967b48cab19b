import { arrange, type CalendarYear, yearlyNotice } from './calendar.ts';

export const notice2008 = yearlyNotice(2008, null, null, 'fromMemory');

export const year2008: CalendarYear = {
  year: 2008,
  notice: notice2008,
  arrangements: [
    arrange('元旦', notice2008, ['2008-01-01']),
    arrange(
      '春节',
      notice2008,
      ['2008-02-06', '2008-02-07', '2008-02-08', '2008-02-11', '2008-02-12'],
      ['2008-02-02', '2008-02-03'],
    ),
    arrange('清明节', notice2008, ['2008-04-04']),
    arrange('劳动节', notice2008, ['2008-05-01', '2008-05-02'], ['2008-05-04']),
    arrange('端午节', notice2008, ['2008-06-09']),
    arrange('中秋节', notice2008, ['2008-09-15']),
    arrange(
      '国庆节',
      notice2008,
      ['2008-09-29', '2008-09-30', '2008-10-01', '2008-10-02', '2008-10-03'],
      ['2008-09-27', '2008-09-28'],
    ),
  ],
};
