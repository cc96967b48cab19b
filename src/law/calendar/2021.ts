import { arrange, type CalendarYear, yearlyNotice } from './calendar.ts';

export const notice2021 = yearlyNotice(2021, '国办发明电〔2020〕27号', '2020-11-25', 'verified');

export const year2021: CalendarYear = {
  year: 2021,
  notice: notice2021,
  arrangements: [
    arrange('元旦', notice2021, ['2021-01-01']),
    arrange(
      '春节',
      notice2021,
      ['2021-02-11', '2021-02-12', '2021-02-15', '2021-02-16', '2021-02-17'],
      ['2021-02-07', '2021-02-20'],
    ),
    arrange('清明节', notice2021, ['2021-04-05']),
    arrange('劳动节', notice2021, ['2021-05-03', '2021-05-04', '2021-05-05'], ['2021-04-25', '2021-05-08']),
    arrange('端午节', notice2021, ['2021-06-14']),
    arrange('中秋节', notice2021, ['2021-09-20', '2021-09-21'], ['2021-09-18']),
    arrange(
      '国庆节',
      notice2021,
      ['2021-10-01', '2021-10-04', '2021-10-05', '2021-10-06', '2021-10-07'],
      ['2021-09-26', '2021-10-09'],
    ),
  ],
};
