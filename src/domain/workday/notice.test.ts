import { describe, expect, it } from 'vitest';
import { calendarYear } from '../../law/calendar/index.ts';
import { isRefusal } from '../refusal.ts';
import { calendarOf, dayStatus } from './calendar.ts';
import { yearFromJson } from './loaded-year.ts';
import { yearFromNotice } from './notice.ts';

const notice2025 = `国务院办公厅关于2025年
部分节假日安排的通知
国办发明电〔2024〕12号

一、元旦：1月1日（周三）放假1天，不调休。
二、春节：1月28日（农历除夕、周二）至2月4日（农历正月初七、周二）放假调休，共8天。1月26日（周日）、2月8日（周六）上班。
三、清明节：4月4日（周五）至6日（周日）放假，共3天。
四、劳动节：5月1日（周四）至5日（周一）放假调休，共5天。4月27日（周日）上班。
五、端午节：5月31日（周六）至6月2日（周一）放假，共3天。
六、国庆节、中秋节：10月1日（周三）至8日（周三）放假调休，共8天。9月28日（周日）、10月11日（周六）上班。
国务院办公厅
2024年11月12日
`;
const notice2023 = `国务院办公厅关于2023年部分节假日安排的通知
一、元旦：2022年12月31日至2023年1月2日放假调休，共3天。
二、春节：1月21日至27日放假调休，共7天。1月28日（星期六）、1月29日（星期日）上班。
三、清明节：4月5日放假，共1天。
四、劳动节：4月29日至5月3日放假调休，共5天。4月23日（星期日）、5月6日（星期六）上班。
五、端午节：6月22日至24日放假调休，共3天。6月25日（星期日）上班。
六、中秋节、国庆节：9月29日至10月6日放假调休，共8天。10月7日（星期六）、10月8日（星期日）上班。
`;

const daysOf = (year: ReturnType<typeof yearFromNotice>) => {
  if (isRefusal(year)) throw new Error(year.message);
  return {
    off: year.arrangements.flatMap((a) => a.daysOff).sort(),
    work: year.arrangements.flatMap((a) => a.workdays).sort(),
  };
};

describe('the yearly notice as text', () => {
  it.each([
    [2025, notice2025],
    [2023, notice2023],
  ])('of %i gives the days of the shipped year', (year, text) => {
    const shipped = calendarYear(year);
    expect(daysOf(yearFromNotice(text, '2026-11-21'))).toEqual({
      off: shipped?.arrangements.flatMap((a) => [...a.daysOff]).sort(),
      work: shipped?.arrangements.flatMap((a) => [...a.workdays]).sort(),
    });
  });

  it('carries number and day of issue', () => {
    const year = yearFromNotice(notice2025, '2026-11-21');
    expect(year).toMatchObject({ notice: { number: '国办发明电〔2024〕12号', issuedOn: '2024-11-12' } });
  });

  it.each([
    ['共8天。1月26日', '共7天。1月26日', '写共7天'],
    ['1月26日（周日）', '1月27日（周日）', '实为星期一'],
    ['2月8日（周六）上班', '2月7日上班', '应为周末'],
    [
      '三、清明节：4月4日（周五）至6日（周日）放假，共3天。',
      '三、清明节：4月5日至6日放假。',
      '清明节法定节假日',
    ],
    ['5月31日（周六）至6月2日', '5月32日至6月2日', '不是有效日期'],
    ['部分节假日安排的通知', '工作安排', '没有标题'],
  ])('is refused when %s reads %s', (from, to, message) => {
    const refused = yearFromNotice(notice2025.replace(from, to), '2026-11-21');
    expect(isRefusal(refused) && refused.message).toContain(message);
  });
});

describe('a year from JSON', () => {
  const shipped = JSON.parse(JSON.stringify(calendarYear(2026)));
  it('survives the way out and back', () => {
    expect(yearFromJson(shipped, '2026-11-21')).toMatchObject({ year: 2026 });
  });
  it.each([
    [{ ...shipped, year: 'x' }, '无法识别'],
    [{ ...shipped, notice: null }, '通知标题'],
    [{ ...shipped, arrangements: [{ holiday: '元旦', daysOff: ['2026-02-30'] }] }, '第1项'],
    [{ ...shipped, year: 2027 }, '不在2027年'],
    [{ ...shipped, arrangements: [] }, '法定节假日'],
    [null, '无法识别'],
  ])('is refused when it is not one (%#)', (value, message) => {
    const refused = yearFromJson(value, '2026-11-21');
    expect(isRefusal(refused) && refused.message).toContain(message);
  });
  it('takes the place of the shipped year', () => {
    const local = { ...shipped, arrangements: [...shipped.arrangements] };
    local.arrangements.push({
      holiday: '民族节日',
      notice: shipped.notice,
      daysOff: ['2026-03-03'],
      workdays: [],
    });
    const year = yearFromJson(local, '2026-11-21');
    if (isRefusal(year)) throw new Error(year.message);
    expect(dayStatus('2026-03-03', calendarOf([year]))).toMatchObject({
      workday: false,
      why: '民族节日调休放假',
    });
  });
});
