import { describe, expect, it } from 'vitest';
import { directReading } from '../../../test/support/direct-reading.ts';
import { sampleOf } from '../../../test/support/sample.ts';
import { reportsOf, speaks } from '../../../test/support/speaks.ts';
import { nearDuplicate, resemblance } from './near-duplicate.ts';

const passage = '镇里把办理条件、评议结果和资金去向逐项公布，方便不常上网的老人查看，群众反映良好';

describe('words that stand twice', () => {
  it.each([
    ['a whole sentence', `add overview: ${passage}。\nadd problems: ${passage}。`],
    ['the beginning of one', `add overview: ${passage}，座席增加。\nadd problems: ${passage}，公开栏更换。`],
    ['within one section', `add overview: ${passage}。\nadd overview: ${passage}。`],
  ])('are told once: %s', (_, lines) => {
    const [report, ...others] = reportsOf(nearDuplicate, lines);
    expect(report?.message).toContain('镇里把办理条件');
    expect(report?.related).toHaveLength(1);
    expect(others).toEqual([]);
  });

  it.each([
    ['short words', 'add overview: 公开栏已经更换。\nadd problems: 公开栏已经更换。'],
    [
      'political openings',
      'add overview: 以习近平新时代中国特色社会主义思想为指导，推进公开。\nadd problems: 以习近平新时代中国特色社会主义思想为指导，改进公开。',
    ],
    [
      'titles of documents',
      'add overview: 落实《关于全面推进基层政务公开标准化规范化工作的指导意见》要求。\nadd problems: 落实《关于全面推进基层政务公开标准化规范化工作的指导意见》要求。',
    ],
  ])('are allowed: %s', (_, lines) => {
    expect(speaks(nearDuplicate, lines)).toEqual([]);
  });
});

describe('last year’s text', () => {
  const same = (lines: string): string[] => {
    const { report } = directReading(sampleOf('').report);
    const reading = directReading(sampleOf(lines).report);
    const previous = { ...report, year: 2021 };
    return nearDuplicate.check(reading, { previous }).map((found) => found.message);
  };

  it('with new figures only is a copy', () => {
    expect(same('')).toEqual([expect.stringMatching(/与2021年的报告有100%相同/)]);
  });

  it('written anew is none', () => {
    expect(speaks(nearDuplicate, 'previous')).toEqual([]);
    expect(same('section overview: 无\nsection problems: 无\nsection other: 无')).toEqual([]);
  });

  it('the share is that of the shingles', () => {
    const half =
      '新写的一段话讲的是另外的事情，和往年没有一句相同，包括补贴怎么发、路怎么修、水怎么引、树怎么栽，件件都有日期。';
    expect(same(`section overview: ${half}`)).toEqual([]);
  });
});

describe('a report of another agency in one batch', () => {
  it('is named with its share and how many more there are', () => {
    const { report } = directReading(sampleOf('agency 临溪县白石镇人民政府').report);
    expect(resemblance(report, 0.934, 2).message).toMatch(
      /^正文与临溪县白石镇人民政府2022年的报告有93%相同.*另有2份/,
    );
    expect(resemblance(report, 0.8, 0).message).not.toContain('另有');
  });
});
