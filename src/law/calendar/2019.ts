import { arrange, type CalendarYear, specialNotice, yearlyNotice } from './calendar.ts';

export const notice2019 = yearlyNotice(2019, '国办发明电〔2018〕15号', '2018-12-01', 'fromMemory');

const labourDay2019 = specialNotice(
  '国务院办公厅关于调整2019年劳动节假期安排的通知',
  '国办发明电〔2019〕3号',
  '2019-03-21',
  'fromMemory',
);

export const year2019: CalendarYear = {
  year: 2019,
  notice: notice2019,
  arrangements: [
    arrange('元旦', notice2019, ['2019-01-01']),
    arrange(
      '春节',
      notice2019,
      ['2019-02-04', '2019-02-05', '2019-02-06', '2019-02-07', '2019-02-08'],
      ['2019-02-02', '2019-02-03'],
    ),
    arrange('清明节', notice2019, ['2019-04-05']),
    arrange(
      '劳动节',
      labourDay2019,
      ['2019-05-01', '2019-05-02', '2019-05-03'],
      ['2019-04-28', '2019-05-05'],
    ),
    arrange('端午节', notice2019, ['2019-06-07']),
    arrange('中秋节', notice2019, ['2019-09-13']),
    arrange(
      '国庆节',
      notice2019,
      ['2019-10-01', '2019-10-02', '2019-10-03', '2019-10-04', '2019-10-07'],
      ['2019-09-29', '2019-10-12'],
    ),
  ],
};
