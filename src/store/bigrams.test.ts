import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { containing, parseQuery, searchable, tokensOf } from './bigrams.ts';

describe('the tokens of a text', () => {
  it.each([
    ['政府信息', ['政府', '府信', '信息', '息']],
    ['沂', ['沂']],
    ['2025年度', ['2025', '年度', '度']],
    ['WPS 文档', ['wps', '文档', '档']],
    ['〔2021〕30号', ['2021', '30', '号']],
    ['', []],
  ])('of %s are %j', (text, tokens) => {
    expect(tokensOf(searchable(text))).toEqual(tokens);
  });

  it('join what a line break of the file tore apart', () => {
    expect(searchable('政府\n 信息 ＡＢＣ\t def')).toBe('政府信息 abc def');
  });

  it('read Kangxi radicals as the characters they stand for', () => {
    expect(searchable('\u2F45案')).toBe('方案');
  });
});

describe('what is looked for', () => {
  it.each([
    ['九都镇', { terms: ['九都镇'], tsquery: "'九都' & '都镇'" }],
    ['沂', { terms: ['沂'], tsquery: "'沂':*" }],
    ['复议 2024', { terms: ['复议', '2024'], tsquery: "'复议' & '2024':*" }],
    ["it's", { terms: ["it's"], tsquery: "'it':* & 's':*" }],
  ])('%s', (input, expected) => {
    expect(parseQuery(input)).toMatchObject(expected);
  });

  it.each(['', '   ', '，。！', '%%'])('is nothing in %j', (input) => {
    expect(parseQuery(input)).toBeNull();
  });

  it('takes the signs of LIKE literally', () => {
    expect(containing('100%_\\')).toBe('%100\\%\\_\\\\%');
  });
});

describe('a phrase that stands in a text', () => {
  it('has each of its bigrams among the text’s tokens, wherever it is cut out', () => {
    const character = fc.constantFrom(...'政府信息公开工作年度报告九都镇沂');
    const text = fc.array(character, { minLength: 2, maxLength: 30 }).map((list) => list.join(''));
    fc.assert(
      fc.property(text, fc.nat(), fc.nat(), (whole, from, length) => {
        const start = from % (whole.length - 1);
        const phrase = whole.slice(start, start + 2 + (length % (whole.length - start - 1)));
        const tokens = new Set(tokensOf(searchable(whole)));
        return parseQuery(phrase)!.bigrams.every((bigram) => tokens.has(bigram));
      }),
    );
  });
});
