import { arrange, type CalendarYear, yearlyNotice } from './calendar.ts';

export const notice2025 = yearlyNotice(2025, '国办发明电〔2024〕12号', '2024-11-12', 'fromMemory');

export const year2025: CalendarYear = {
  year: 2025,
  notice: notice2025,
  arrangements: [
    arrange('元旦', notice2025, ['2025-01-01']),
    arrange(
      '春节',
      notice2025,
      ['2025-01-28', '2025-01-29', '2025-01-30', '2025-01-31', '2025-02-03', '2025-02-04'],
      ['2025-01-26', '2025-02-08'],
    ),
    arrange('清明节', notice2025, ['2025-04-04']),
    arrange('劳动节', notice2025, ['2025-05-01', '2025-05-02', '2025-05-05'], ['2025-04-27']),
    arrange('端午节', notice2025, ['2025-06-02']),
    arrange(
      '国庆节',
      notice2025,
      ['2025-10-01', '2025-10-02', '2025-10-03', '2025-10-07', '2025-10-08'],
      ['2025-09-28', '2025-10-11'],
    ),
    arrange('中秋节', notice2025, ['2025-10-06']),
  ],
};
