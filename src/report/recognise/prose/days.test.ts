import { describe, expect, it } from 'vitest';
import { dayAlone, dayWithin, spanWithin, yearWithin } from './days.ts';
import { chineseNumber } from './numerals.ts';

describe('days as reports write them', () => {
  it.each([
    ['2026年1月23日', '2026-01-23'],
    ['(2026年1月23日)', '2026-01-23'],
    ['二〇二〇年一月三日', '2020-01-03'],
    ['二○二四年十二月三十一日', '2024-12-31'],
    ['2024-01-17', '2024-01-17'],
    ['2024/1/17', '2024-01-17'],
    ['2023年2月29日', null],
    ['2023年13月1日', null],
    ['2023年', null],
    ['截至2023年12月31日', null],
  ])('%s alone on a line', (text, day) => {
    expect(dayAlone(text)).toBe(day);
  });

  it('within a line', () => {
    expect(dayWithin('发布时间: 2015-01-02 00:00')).toBe('2015-01-02');
    expect(yearWithin('二〇二三年度')).toBe(2023);
    expect(yearWithin('没有年份')).toBeNull();
  });

  it.each([
    ['统计期限自2019年1月1日起至2019年12月31日止', '2019-01-01', '2019-12-31'],
    ['统计期限从2019年1月1日到12月31日止', '2019-01-01', '2019-12-31'],
    ['统计时限为2023年1月1日—12月31日', '2023-01-01', '2023-12-31'],
    ['自2022年1月1日至2022年12月31日。', '2022-01-01', '2022-12-31'],
  ])('%s', (text, from, to) => {
    expect(spanWithin(text)).toMatchObject({ from, to });
  });
});

describe('Chinese numerals', () => {
  it.each([
    ['零', 0],
    ['三', 3],
    ['两', 2],
    ['十', 10],
    ['十二', 12],
    ['二十', 20],
    ['一百零三', 103],
    ['一千二百', 1200],
    ['三万五千', 35_000],
    ['二〇二三', 2023],
    ['三个', null],
    ['', null],
  ])('%s', (text, value) => {
    expect(chineseNumber(text)).toBe(value);
  });
});
