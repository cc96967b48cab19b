import { arrange, type CalendarYear, yearlyNotice } from './calendar.ts';

export const notice2017 = yearlyNotice(2017, '国办发明电〔2016〕17号', '2016-12-01', 'fromMemory');

export const year2017: CalendarYear = {
  year: 2017,
  notice: notice2017,
  arrangements: [
    arrange('元旦', notice2017, ['2017-01-02']),
    arrange(
      '春节',
      notice2017,
      ['2017-01-27', '2017-01-30', '2017-01-31', '2017-02-01', '2017-02-02'],
      ['2017-01-22', '2017-02-04'],
    ),
    arrange('清明节', notice2017, ['2017-04-03', '2017-04-04'], ['2017-04-01']),
    arrange('劳动节', notice2017, ['2017-05-01']),
    arrange('端午节', notice2017, ['2017-05-29', '2017-05-30'], ['2017-05-27']),
    arrange('国庆节', notice2017, ['2017-10-02', '2017-10-03', '2017-10-05', '2017-10-06'], ['2017-09-30']),
    arrange('中秋节', notice2017, ['2017-10-04']),
  ],
};
