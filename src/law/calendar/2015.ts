import { arrange, type CalendarYear, specialNotice, yearlyNotice } from './calendar.ts';

export const notice2015 = yearlyNotice(2015, '国办发明电〔2014〕28号', '2014-12-16', 'fromMemory');

const victoryDay2015 = specialNotice(
  '国务院关于中国人民抗日战争暨世界反法西斯战争胜利70周年纪念日调休放假的通知',
  '国发明电〔2015〕1号',
  '2015-05-13',
  'fromMemory',
);

export const year2015: CalendarYear = {
  year: 2015,
  notice: notice2015,
  arrangements: [
    arrange('元旦', notice2015, ['2015-01-01', '2015-01-02'], ['2015-01-04']),
    arrange(
      '春节',
      notice2015,
      ['2015-02-18', '2015-02-19', '2015-02-20', '2015-02-23', '2015-02-24'],
      ['2015-02-15', '2015-02-28'],
    ),
    arrange('清明节', notice2015, ['2015-04-06']),
    arrange('劳动节', notice2015, ['2015-05-01']),
    arrange('端午节', notice2015, ['2015-06-22']),
    arrange(
      '中国人民抗日战争暨世界反法西斯战争胜利70周年纪念日',
      victoryDay2015,
      ['2015-09-03', '2015-09-04'],
      ['2015-09-06'],
    ),
    arrange(
      '国庆节',
      notice2015,
      ['2015-10-01', '2015-10-02', '2015-10-05', '2015-10-06', '2015-10-07'],
      ['2015-10-10'],
    ),
  ],
};
