import { arrange, type CalendarYear, yearlyNotice } from './calendar.ts';

export const notice2012 = yearlyNotice(2012, '国办发明电〔2011〕45号', '2011-12-05', 'verified');

export const year2012: CalendarYear = {
  year: 2012,
  notice: notice2012,
  arrangements: [
    arrange('元旦', notice2012, ['2012-01-02', '2012-01-03']),
    arrange(
      '春节',
      notice2012,
      ['2012-01-23', '2012-01-24', '2012-01-25', '2012-01-26', '2012-01-27'],
      ['2012-01-21', '2012-01-29'],
    ),
    arrange('清明节', notice2012, ['2012-04-02', '2012-04-03', '2012-04-04'], ['2012-03-31', '2012-04-01']),
    arrange('劳动节', notice2012, ['2012-04-30', '2012-05-01'], ['2012-04-28']),
    arrange('端午节', notice2012, ['2012-06-22']),
    arrange(
      '国庆节',
      notice2012,
      ['2012-10-01', '2012-10-02', '2012-10-03', '2012-10-04', '2012-10-05'],
      ['2012-09-29'],
    ),
  ],
};
