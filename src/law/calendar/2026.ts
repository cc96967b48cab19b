import { arrange, type CalendarYear, yearlyNotice } from './calendar.ts';

export const notice2026 = yearlyNotice(2026, '国办发明电〔2025〕7号', '2025-11-04', 'verified');

export const year2026: CalendarYear = {
  year: 2026,
  notice: notice2026,
  arrangements: [
    arrange('元旦', notice2026, ['2026-01-01', '2026-01-02'], ['2026-01-04']),
    arrange(
      '春节',
      notice2026,
      ['2026-02-16', '2026-02-17', '2026-02-18', '2026-02-19', '2026-02-20', '2026-02-23'],
      ['2026-02-14', '2026-02-28'],
    ),
    arrange('清明节', notice2026, ['2026-04-06']),
    arrange('劳动节', notice2026, ['2026-05-01', '2026-05-04', '2026-05-05'], ['2026-05-09']),
    arrange('端午节', notice2026, ['2026-06-19']),
    arrange(
      '国庆节',
      notice2026,
      ['2026-10-01', '2026-10-02', '2026-10-05', '2026-10-06', '2026-10-07'],
      ['2026-09-20', '2026-10-10'],
    ),
    arrange('中秋节', notice2026, ['2026-09-25']),
  ],
};
