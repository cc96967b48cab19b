import { arrange, type CalendarYear, yearlyNotice } from './calendar.ts';

export const notice2024 = yearlyNotice(2024, '国办发明电〔2023〕7号', '2023-10-25', 'fromMemory');

export const year2024: CalendarYear = {
  year: 2024,
  notice: notice2024,
  arrangements: [
    arrange('元旦', notice2024, ['2024-01-01']),
    arrange(
      '春节',
      notice2024,
      ['2024-02-12', '2024-02-13', '2024-02-14', '2024-02-15', '2024-02-16'],
      ['2024-02-04', '2024-02-18'],
    ),
    arrange('清明节', notice2024, ['2024-04-04', '2024-04-05'], ['2024-04-07']),
    arrange('劳动节', notice2024, ['2024-05-01', '2024-05-02', '2024-05-03'], ['2024-04-28', '2024-05-11']),
    arrange('端午节', notice2024, ['2024-06-10']),
    arrange('中秋节', notice2024, ['2024-09-16', '2024-09-17'], ['2024-09-14']),
    arrange(
      '国庆节',
      notice2024,
      ['2024-10-01', '2024-10-02', '2024-10-03', '2024-10-04', '2024-10-07'],
      ['2024-09-29', '2024-10-12'],
    ),
  ],
};
