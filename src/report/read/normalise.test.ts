import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normaliseLabel, normaliseProse, normaliseProseMapped, simplify } from './normalise.ts';

describe('normaliseProse', () => {
  it.each([
    ['共收到 3 件 申请', '共收到3件申请'],
    ['共３，１２０件', '共3,120件'],
    ['自然人 0 0 7', '自然人0 0 7'],
    ['０　０　７', '0 0 7'],
    ['①2件②3件', '(1)2件(2)3件'],
    ['⒈20件', '1、20件'],
    ['㈠主动公开', '(一)主动公开'],
    ['政務(wù)公開(kāi)報(bào)告', '政务公开报告'],
    ['我們(men)', '我们'],
    ['公司(it)', '公司(it)'],
    ['⾏政许可⻓期', '行政许可长期'],
    ['\u200b2021\u00ad年\ufeff', '2021年'],
    ['二〇二一年', '二〇二一年'],
    ['乾县人民政府', '乾县人民政府'],
    ['乾淨的環境', '干净的环境'],
    ['  一行\n\n 二行 ', '一行\n二行'],
    ['增长½', '增长½'],
    ['WiFi 5 GHz', 'WiFi 5 GHz'],
    ['', ''],
  ])('reads %j as %j', (raw, plain) => {
    expect(normaliseProse(raw)).toBe(plain);
  });

  it('knows where each of its characters stood', () => {
    const raw = '　共収到（其中 ①３ 件）';
    const mapped = normaliseProseMapped(raw);
    const index = mapped.text.indexOf('3件');
    expect(raw[mapped.origin(index)]).toBe('３');
    expect(raw[mapped.origin(index + 1)]).toBe('件');
    expect(mapped.origin(mapped.text.length)).toBe(raw.length);
  });

  it('changes nothing the second time', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (text) => {
        const once = normaliseProse(text);
        // A blank kept between two narrow characters may stand beside what came out of an expansion.
        expect(normaliseProse(once).replaceAll(' ', '')).toBe(once.replaceAll(' ', ''));
      }),
    );
  });
});

describe('normaliseLabel', () => {
  it.each([
    ['1、属于国家秘密', '1.属于国家秘密'],
    ['1．属于国家秘密', '1.属于国家秘密'],
    ['（1）属于国家秘密', '1.属于国家秘密'],
    ['３．危及「三安全一穩定」', '3.危及"三安全一稳定"'],
    ['3.危及“三安全一稳定”', '3.危及"三安全一稳定"'],
    ['（一）  予以公开', '(一)予以公开'],
    ['〔一〕予以公开', '(一)予以公开'],
    ['(一)、予以公开', '(一)予以公开'],
    ['一． 本年新收政府信息公开\n申请数量', '一、本年新收政府信息公开申请数量'],
    ['规　章', '规章'],
    ['5949.088667', '5949.088667'],
    ['商 业\t企 业', '商业企业'],
    ['第二十条第（一）项', '第二十条第(一)项'],
    ['', ''],
  ])('reads %j as %j', (raw, plain) => {
    expect(normaliseLabel(raw)).toBe(plain);
  });

  it('holds no white space, whatever it is given', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        expect(normaliseLabel(text)).not.toMatch(/\s/u);
      }),
    );
  });
});

describe('simplify', () => {
  it.each([
    ['二、主動公開政府信息情況', '二、主动公开政府信息情况'],
    ['终于', '终于'],
    ['关於信息', '关於信息'],
    ['屬於國家秘密', '属于国家秘密'],
    ['什么', '什么'],
  ])('writes %j as %j', (raw, plain) => {
    expect(simplify(raw)).toBe(plain);
  });

  it('gives back the very text when nothing is traditional, and keeps the length always', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme-composite', maxLength: 200 }), (text) => {
        expect(simplify(text).length).toBe(text.length);
      }),
    );
  });
});
