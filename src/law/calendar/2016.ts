import { arrange, type CalendarYear, yearlyNotice } from './calendar.ts';

export const notice2016 = yearlyNotice(2016, '国办发明电〔2015〕18号', null, 'fromMemory');

export const year2016: CalendarYear = {
  year: 2016,
  notice: notice2016,
  arrangements: [
    arrange('元旦', notice2016, ['2016-01-01']),
    arrange(
      '春节',
      notice2016,
      ['2016-02-08', '2016-02-09', '2016-02-10', '2016-02-11', '2016-02-12'],
      ['2016-02-06', '2016-02-14'],
    ),
    arrange('清明节', notice2016, ['2016-04-04']),
    arrange('劳动节', notice2016, ['2016-05-02']),
    arrange('端午节', notice2016, ['2016-06-09', '2016-06-10'], ['2016-06-12']),
    arrange('中秋节', notice2016, ['2016-09-15', '2016-09-16'], ['2016-09-18']),
    arrange(
      '国庆节',
      notice2016,
      ['2016-10-03', '2016-10-04', '2016-10-05', '2016-10-06', '2016-10-07'],
      ['2016-10-08', '2016-10-09'],
    ),
  ],
};
