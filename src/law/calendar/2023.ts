import { arrange, type CalendarYear, yearlyNotice } from './calendar.ts';

export const notice2023 = yearlyNotice(2023, '国办发明电〔2022〕16号', '2022-12-08', 'fromMemory');

export const year2023: CalendarYear = {
  year: 2023,
  notice: notice2023,
  arrangements: [
    arrange('元旦', notice2023, ['2023-01-02']),
    arrange(
      '春节',
      notice2023,
      ['2023-01-23', '2023-01-24', '2023-01-25', '2023-01-26', '2023-01-27'],
      ['2023-01-28', '2023-01-29'],
    ),
    arrange('清明节', notice2023, ['2023-04-05']),
    arrange('劳动节', notice2023, ['2023-05-01', '2023-05-02', '2023-05-03'], ['2023-04-23', '2023-05-06']),
    arrange('端午节', notice2023, ['2023-06-22', '2023-06-23'], ['2023-06-25']),
    arrange('中秋节', notice2023, ['2023-09-29']),
    arrange(
      '国庆节',
      notice2023,
      ['2023-10-02', '2023-10-03', '2023-10-04', '2023-10-05', '2023-10-06'],
      ['2023-10-07', '2023-10-08'],
    ),
  ],
};
