import { notice2019 } from './2019.ts';
import { arrange, type CalendarYear, yearlyNotice } from './calendar.ts';

export const notice2018 = yearlyNotice(2018, '国办发明电〔2017〕12号', '2017-11-30', 'fromMemory');

export const year2018: CalendarYear = {
  year: 2018,
  notice: notice2018,
  arrangements: [
    arrange('元旦', notice2018, ['2018-01-01']),
    arrange(
      '春节',
      notice2018,
      ['2018-02-15', '2018-02-16', '2018-02-19', '2018-02-20', '2018-02-21'],
      ['2018-02-11', '2018-02-24'],
    ),
    arrange('清明节', notice2018, ['2018-04-05', '2018-04-06'], ['2018-04-08']),
    arrange('劳动节', notice2018, ['2018-04-30', '2018-05-01'], ['2018-04-28']),
    arrange('端午节', notice2018, ['2018-06-18']),
    arrange('中秋节', notice2018, ['2018-09-24']),
    arrange(
      '国庆节',
      notice2018,
      ['2018-10-01', '2018-10-02', '2018-10-03', '2018-10-04', '2018-10-05'],
      ['2018-09-29', '2018-09-30'],
    ),
    arrange('元旦', notice2019, ['2018-12-31'], ['2018-12-29']),
  ],
};
