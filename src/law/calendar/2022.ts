import { arrange, type CalendarYear, yearlyNotice } from './calendar.ts';

export const notice2022 = yearlyNotice(2022, '国办发明电〔2021〕11号', '2021-10-25', 'fromMemory');

export const year2022: CalendarYear = {
  year: 2022,
  notice: notice2022,
  arrangements: [
    arrange('元旦', notice2022, ['2022-01-03']),
    arrange(
      '春节',
      notice2022,
      ['2022-01-31', '2022-02-01', '2022-02-02', '2022-02-03', '2022-02-04'],
      ['2022-01-29', '2022-01-30'],
    ),
    arrange('清明节', notice2022, ['2022-04-04', '2022-04-05'], ['2022-04-02']),
    arrange('劳动节', notice2022, ['2022-05-02', '2022-05-03', '2022-05-04'], ['2022-04-24', '2022-05-07']),
    arrange('端午节', notice2022, ['2022-06-03']),
    arrange('中秋节', notice2022, ['2022-09-12']),
    arrange(
      '国庆节',
      notice2022,
      ['2022-10-03', '2022-10-04', '2022-10-05', '2022-10-06', '2022-10-07'],
      ['2022-10-08', '2022-10-09'],
    ),
  ],
};
