import { describe, expect, it } from 'vitest';
import { isRefusal } from '../refusal.ts';
import type { Day } from '../workday/index.ts';
import { adviseOnRepetition, adviseOnSubject, type EarlierApplication } from './advice.ts';
import { isCreditCode, isResidentId } from './identity.ts';
import { correctionCausesOf, readForm } from './read-form.ts';
import { reasonTexts } from './reasons.ts';
import { type ReceiptFacts, receiptDay } from './receipt.ts';

const form = {
  applicant: {
    kind: 'naturalPerson',
    name: '王小明',
    identity: { type: 'residentId', number: '11010519491231002X' },
  },
  contact: { phone: '13800000000', email: 'w@example.cn', address: null },
  agent: null,
  items: [{ name: '2025年度农村公路养护计划', documentNumber: null, description: null }],
  form: 'electronic',
  way: 'email',
};

describe('the application form (第二十九条)', () => {
  it('asks for three things and takes them', () => {
    const read = readForm(form);
    expect(read.findings).toEqual([]);
    expect(read.form.applicant.name).toBe('王小明');
  });
  it.each([
    ['no name', { applicant: { ...form.applicant, name: ' ' } }, 'applicant.name', '（一）'],
    [
      'a wrong ID number',
      { applicant: { ...form.applicant, identity: { type: 'residentId', number: '110105194912310021' } } },
      'applicant.identity',
      '（一）',
    ],
    ['no contact', { contact: {}, way: 'portal' }, 'contact', '（一）'],
    ['an item without any feature', { items: [{ name: '' }] }, 'items.0', '（二）'],
    ['no item', { items: [] }, 'items', '（二）'],
    ['no way', { way: '' }, 'way', '（三）'],
    ['post without an address', { way: 'post' }, 'contact.address', '（三）'],
    [
      'an agent without 委托书',
      { agent: { name: '李律师', identity: { type: 'passport', number: 'E123' } } },
      'agent.authorised',
      '（一）',
    ],
  ])('tells %s, with its item of 第二款', (_, change, field, item) => {
    const { findings } = readForm({ ...form, ...change });
    expect(findings.map((one) => one.field)).toEqual([field]);
    expect(findings[0]?.refusal.article?.article).toBe(`第二十九条第二款第${item}项`);
  });
  it('refuses a field beyond the article: no purpose, no need, no interest', () => {
    const { findings } = readForm({
      ...form,
      purpose: '科研',
      applicant: { ...form.applicant, occupation: '教师' },
    });
    expect(findings.map((one) => one.field)).toEqual(['purpose', 'applicant.occupation']);
    expect(findings.every(({ cause }) => cause === null)).toBe(true);
  });
  it('takes a paper with what it has, and tells all causes of 补正 at once (第三十条)', () => {
    const { findings, form: read } = readForm({
      applicant: { kind: 'business', name: '某公司' },
      items: [{}],
    });
    expect(correctionCausesOf(findings)).toEqual([
      'identityUnclear',
      'contactUnclear',
      'contentUnclear',
      'formUnclear',
    ]);
    expect(read.applicant.name).toBe('某公司');
  });
  it.each([null, undefined, 7, 'x', [], { items: 'x' }, { applicant: [1] }])('bears %j', (value) => {
    expect(readForm(value).findings.length).toBeGreaterThan(0);
  });
  it('checks resident IDs and credit codes by their check signs', () => {
    expect(isResidentId('11010519491231002X')).toBe(true);
    expect(isResidentId('110105194912310029')).toBe(false);
    expect(isCreditCode('91350100M000100Y43')).toBe(true);
    expect(isCreditCode('91350100M000100Y44')).toBe(false);
  });
});

describe('the day of receipt (第三十一条)', () => {
  const day = (channel: Parameters<typeof receiptDay>[0], facts: Record<string, string>) => {
    const receipt = receiptDay(channel, facts as ReceiptFacts);
    return isRefusal(receipt) ? receipt.code : receipt.receivedOn;
  };
  it.each([
    ['at the counter: handing over', 'counter', { handedOn: '2026-03-02' }, '2026-03-02'],
    [
      'told at the counter and filled in there (第二十九条)',
      'oral',
      { handedOn: '2026-03-02' },
      '2026-03-02',
    ],
    [
      'by registered post: signing for it, not the day it reached the office',
      'signedPost',
      { signedOn: '2026-03-02', arrivedOn: '2026-03-04' },
      '2026-03-02',
    ],
    [
      'by ordinary mail: the day of contact',
      'ordinaryMail',
      { arrivedOn: '2026-03-02', contactedOn: '2026-03-02', contact: '电话' },
      '2026-03-02',
    ],
    [
      'by ordinary mail without contact: not yet',
      'ordinaryMail',
      { arrivedOn: '2026-03-02' },
      'application.receipt',
    ],
    ['online: confirmation by both', 'portal', { confirmedOn: '2026-03-03' }, '2026-03-03'],
    [
      'online, acknowledged before it was confirmed: the earlier, safe day',
      'portal',
      { acknowledgedOn: '2026-03-02', confirmedOn: '2026-03-04' },
      '2026-03-02',
    ],
    ['by fax: confirmation by both', 'fax', { confirmedOn: '2026-03-03' }, '2026-03-03'],
    ['by e-mail without confirmation: not yet', 'email', {}, 'application.receipt'],
  ] as const)('%s', (_, channel, facts, expected) => {
    expect(day(channel, facts)).toBe(expected);
  });
  it('warns when ordinary mail was not confirmed the day it came', () => {
    const late = receiptDay('ordinaryMail', {
      arrivedOn: '2026-03-02' as Day,
      contactedOn: '2026-03-05' as Day,
      contact: '电话',
    });
    expect(late).toMatchObject({ receivedOn: '2026-03-05', warning: expect.stringContaining('当日') });
  });
});

describe('advice on an application', () => {
  const earlier = (index: number, more: Partial<EarlierApplication> = {}): EarlierApplication => ({
    number: `2026-${index}`,
    applicant: 'a',
    content: `c${index}`,
    receivedOn: '2026-03-02' as Day,
    answered: true,
    ...more,
  });
  const asked = { applicant: 'a', content: 'x', receivedOn: '2026-03-20' as Day };
  const kinds = (list: readonly EarlierApplication[]) =>
    adviseOnRepetition(asked, list).map(({ kind }) => kind);
  it('tells one asked again by the same applicant, and one that others ask too', () => {
    expect(kinds([earlier(1, { content: 'x' })])).toEqual(['repeated']);
    expect(kinds([earlier(1, { content: 'x', applicant: 'b' })])).toEqual(['sameContent']);
  });
  it('tells the eleventh of a calendar month, not the tenth, nor those of another month', () => {
    const list = Array.from({ length: 10 }, (_, index) => earlier(index));
    expect(kinds(list)).toEqual(['manyThisMonth']);
    expect(kinds(list.slice(1))).toEqual([]);
    expect(kinds(list.map((one) => ({ ...one, receivedOn: '2026-02-27' as Day })))).toEqual([]);
  });
  it('tells of public enterprises (第五十五条) and other agencies (第十条) before sending', () => {
    const others = [{ name: '县交通运输局', contact: '0537-1234567', words: ['农村公路'] }];
    const told = (text: string) => adviseOnSubject(text, others).map(({ kind }) => kind);
    expect(told('县人民医院2025年收费明细')).toEqual(['publicEnterprise']);
    expect(told('农村公路养护计划')).toEqual(['otherAgency']);
    expect(told('学校规划审批文件')).toEqual([]);
  });
});

describe('the library of reasons', () => {
  it('has blanks to fill in every text, names once each, and no exclamation', () => {
    for (const { text } of reasonTexts) expect(text).toMatch(/【.+】.*。$/);
    expect(new Set(reasonTexts.map(({ id }) => id)).size).toBe(reasonTexts.length);
  });
});
