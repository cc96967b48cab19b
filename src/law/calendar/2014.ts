import { arrange, type CalendarYear, yearlyNotice } from './calendar.ts';

export const notice2014 = yearlyNotice(2014, '国办发明电〔2013〕28号', '2013-12-11', 'fromMemory');

export const year2014: CalendarYear = {
  year: 2014,
  notice: notice2014,
  arrangements: [
    arrange('元旦', notice2014, ['2014-01-01']),
    arrange(
      '春节',
      notice2014,
      ['2014-01-31', '2014-02-03', '2014-02-04', '2014-02-05', '2014-02-06'],
      ['2014-01-26', '2014-02-08'],
    ),
    arrange('清明节', notice2014, ['2014-04-07']),
    arrange('劳动节', notice2014, ['2014-05-01', '2014-05-02'], ['2014-05-04']),
    arrange('端午节', notice2014, ['2014-06-02']),
    arrange('中秋节', notice2014, ['2014-09-08']),
    arrange(
      '国庆节',
      notice2014,
      ['2014-10-01', '2014-10-02', '2014-10-03', '2014-10-06', '2014-10-07'],
      ['2014-09-28', '2014-10-11'],
    ),
  ],
};
