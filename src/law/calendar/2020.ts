import { arrange, type CalendarYear, specialNotice, yearlyNotice } from './calendar.ts';

export const notice2020 = yearlyNotice(2020, '国办发明电〔2019〕16号', '2019-11-21', 'fromMemory');

/** Also cancels the work on 2020-02-01 (Saturday) that the yearly notice had ordered. */
const springFestival2020 = specialNotice(
  '国务院办公厅关于延长2020年春节假期的通知',
  '国办发明电〔2020〕1号',
  '2020-01-26',
  'fromMemory',
);

export const year2020: CalendarYear = {
  year: 2020,
  notice: notice2020,
  arrangements: [
    arrange('元旦', notice2020, ['2020-01-01']),
    arrange(
      '春节',
      notice2020,
      ['2020-01-24', '2020-01-27', '2020-01-28', '2020-01-29', '2020-01-30'],
      ['2020-01-19'],
    ),
    arrange('春节', springFestival2020, ['2020-01-31']),
    arrange('清明节', notice2020, ['2020-04-06']),
    arrange('劳动节', notice2020, ['2020-05-01', '2020-05-04', '2020-05-05'], ['2020-04-26', '2020-05-09']),
    arrange('端午节', notice2020, ['2020-06-25', '2020-06-26'], ['2020-06-28']),
    arrange(
      '国庆节',
      notice2020,
      ['2020-10-01', '2020-10-02', '2020-10-05', '2020-10-06', '2020-10-07', '2020-10-08'],
      ['2020-09-27', '2020-10-10'],
    ),
  ],
};
