import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chineseNumber, looksLikeValue, parseValue } from './value.ts';

describe('the value of a separated cell', () => {
  it.each([
    ['0', 0, 'read'],
    ['３，１１９', 3119, 'read'],
    ['1,234', 1234, 'read'],
    ['　　1', 1, 'read'],
    ['[bookmark: _GoBack]0', 0, 'read'],
    ['-3', -3, 'read'],
    ['12件', 12, 'inferred'],
    ['三', 3, 'inferred'],
    ['一百零五', 105, 'inferred'],
    ['无', 0, 'inferred'],
    ['零', 0, 'inferred'],
    ['—', 0, 'inferred'],
    ['——', 0, 'inferred'],
    ['/', 0, 'inferred'],
    ['', null, 'blank'],
    ['　\u00a0', null, 'blank'],
    ['007', null, 'unreadable'],
    ['1 2', null, 'unreadable'],
    ['1,23', null, 'unreadable'],
    ['约12件', null, 'unreadable'],
    ['12余', null, 'unreadable'],
    ['见附件', null, 'unreadable'],
    ['增3', null, 'unreadable'],
  ] as const)('“%s” in a count cell is %s (%s)', (text, value, status) => {
    expect(parseValue(text, 'count')).toEqual({ value, status });
  });

  it.each([
    ['+2', 2, 'read'],
    ['＋2', 2, 'read'],
    ['－18', -18, 'read'],
    ['−18', -18, 'read'],
    ['增18', 18, 'inferred'],
    ['减少18项', -18, 'inferred'],
    ['增2减3', null, 'unreadable'],
    ['—18', null, 'unreadable'],
  ] as const)('“%s” in 本年增/减 is %s (%s)', (text, value, status) => {
    expect(parseValue(text, 'signed')).toEqual({ value, status });
  });

  it.each([
    ['73802895.90元', null, 73802895.9, '元'],
    ['2358万', null, 23_580_000, '元'],
    ['0.07万元', null, 700, '元'],
    ['1.2', '万元', 12_000, '元'],
    ['35', null, 35, null],
    ['无', null, 0, null],
  ] as const)('采购总金额 “%s” under a head of %s is %s', (text, head, value, unit) => {
    expect(parseValue(text, 'yuan', head)).toMatchObject({ value, unit });
  });

  it.each([
    ['5949.088667', null, 5949.088667, 'read'],
    ['9116.36', '万元', 9116.36, 'read'],
    ['380元', '万元', 0.038, 'inferred'],
    ['12.5万元', '万元', 12.5, 'inferred'],
    ['125000', '元', 12.5, 'inferred'],
  ] as const)('收费金额 “%s” under a head of %s is %s 万元', (text, head, value, status) => {
    expect(parseValue(text, 'wan', head)).toEqual({ value, status });
  });

  it('reads every whole number back, grouped by thousands or not, wide or not', () => {
    fc.assert(
      fc.property(fc.nat(999_999_999), fc.boolean(), fc.boolean(), (n, grouped, wide) => {
        const plain = grouped ? n.toLocaleString('en-US') : String(n);
        const text = wide
          ? plain.replace(/\d/g, (d) => String.fromCharCode(d.charCodeAt(0) + 0xfee0))
          : plain;
        expect(parseValue(text, 'count').value).toBe(n);
      }),
    );
  });

  it('never tells a value that is no number', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 12 }),
        fc.constantFrom('count', 'signed', 'yuan', 'wan'),
        (text, kind) => {
          const { value, status } = parseValue(text, kind);
          expect(value === null).toBe(status === 'blank' || status === 'unreadable');
          if (value !== null) expect(Number.isFinite(value)).toBe(true);
        },
      ),
    );
  });

  it('takes ill-formed Chinese numerals for no number', () => {
    for (const text of ['二三', '十十', '百', '一百一百', '三十万三十万万'])
      expect(chineseNumber(text)).toBeNull();
    for (const [text, n] of [
      ['十', 10],
      ['十二', 12],
      ['二十', 20],
      ['两万三千', 23000],
    ] as const)
      expect(chineseNumber(text)).toBe(n);
  });

  it('tells a label from a value', () => {
    for (const text of ['12', '增3', '约30', '无', '三', '[bookmark: _GoBack]0', '2358万'])
      expect(looksLikeValue(text)).toBe(true);
    for (const text of [
      '数据1',
      '结果维持',
      '总计',
      '第二十条第（一）项',
      '1.属于国家秘密以及其他依法不得公开的各种情形的信息',
    ])
      expect(looksLikeValue(text)).toBe(false);
  });
});
