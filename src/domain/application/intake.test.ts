import { describe, expect, it } from 'vitest';
import { isRefusal } from '../refusal.ts';
import type { Day } from '../workday/index.ts';
import { type AlikeApplication, adviseOnRepetition, othersMost, type Repetition } from './advice.ts';
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
  const alike = (n: number, more: Partial<AlikeApplication> = {}): AlikeApplication => ({
    id: `case-${n}`,
    number: `2026-${n}`,
    receivedOn: '2026-03-02' as Day,
    sameApplicant: true,
    sameContent: true,
    standing: 'answered',
    ...more,
  });
  const of = (more: Partial<Repetition>): Repetition => ({
    id: 'case-9',
    receivedOn: '2026-03-20' as Day,
    alike: [],
    others: 0,
    inGroup: false,
    month: 1,
    ...more,
  });
  const told = (more: Partial<Repetition>) =>
    adviseOnRepetition(of(more)).map(({ kind, message, basis, cases }) => ({
      kind,
      message,
      article: basis.article,
      cases: cases.map(({ number }) => number),
    }));
  it('says that the same applicant got an answer to the same, and may be told so (第三十六条第（六）项)', () => {
    expect(told({ alike: [alike(1), alike(2, { standing: 'open' })] })).toEqual([
      {
        kind: 'repeated',
        message:
          '同一申请人此前申请过相同的政府信息，本机关已经答复。核对无误的，可以告知申请人不予重复处理。',
        article: '第三十六条第（六）项',
        cases: ['2026-1'],
      },
    ]);
  });
  it('says that the same is still under way', () => {
    expect(told({ alike: [alike(1, { standing: 'open' })] })).toEqual([
      {
        kind: 'repeated',
        message: '同一申请人此前申请过相同的政府信息，还在办理。请核对是否重复提交。',
        article: '第三十六条第（六）项',
        cases: ['2026-1'],
      },
    ]);
  });
  it.each([
    ['what was withdrawn or given up', { standing: 'ended' as const }],
    ['another content', { sameContent: false }],
    ['one that came later', { receivedOn: '2026-03-21' as Day }],
    ['one made later on the same day', { id: 'case-99', receivedOn: '2026-03-20' as Day }],
  ])('does not call it repeated because of %s', (_, more) => {
    expect(told({ alike: [alike(1, more)] })).toEqual([]);
  });
  it('says how many others ask for the same, and whether they are a group (第四十四条)', () => {
    const other = alike(3, { sameApplicant: false, standing: 'open' });
    expect(told({ alike: [other], others: 3 })).toEqual([
      {
        kind: 'sameContent',
        message:
          '另有3件申请的内容相同，由其他申请人提出。可以一并办理、分别答复；属于可以公开的，可以纳入主动公开。',
        article: '第四十四条第一款',
        cases: ['2026-3'],
      },
    ]);
    const [grouped] = told({ others: othersMost, inGroup: true });
    expect(grouped!.message).toContain('另有1000件以上申请的内容相同');
    expect(grouped!.message).toContain('已编入同一内容的一组');
  });
  it.each([
    [10, []],
    [11, ['2026年3月已申请11件', '共100元（第11件100元）']],
    [30, ['2026年3月已申请30件', '共2000元（第11件至第30件每件100元）']],
    [31, ['2026年3月已申请31件', '共2200元（第11件至第30件每件100元，第31件200元）']],
    [
      41,
      ['2026年3月已申请41件', '共4300元（第11件至第30件每件100元，第31件至第40件每件200元，第41件300元）'],
    ],
  ])('tells of the %ith of one applicant in a calendar month what it may cost', (month, expected) => {
    const list = told({ month, alike: [alike(1, { sameContent: false })] });
    expect(list.map(({ message }, n) => message.includes(expected[n]!))).toEqual(expected.map(() => true));
    expect(list.map(({ article }) => article)).toEqual(
      expected.length === 0 ? [] : ['第三十五条', '第四十二条'],
    );
    if (list.length > 0) expect(list[0]!.cases).toEqual(['2026-1']);
  });
  it('names no fee for what came before the fee rules were in force', () => {
    const kinds = told({ month: 12, receivedOn: '2020-12-31' as Day }).map(({ kind }) => kind);
    expect(kinds).toEqual(['manyThisMonth']);
  });
});

describe('the library of reasons', () => {
  it('has blanks to fill in every text, names once each, and no exclamation', () => {
    for (const { text } of reasonTexts) expect(text).toMatch(/【.+】.*。$/);
    expect(new Set(reasonTexts.map(({ id }) => id)).size).toBe(reasonTexts.length);
  });
});
