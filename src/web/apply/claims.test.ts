import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type CaseOffice, caseOffice, noon } from '../../../test/support/applications.ts';
import { testStore } from '../../../test/support/database.ts';
import { type MarkedCase, markedCase } from '../../../test/support/marked-cases.ts';
import { Marks } from '../../../test/support/marks.ts';
import { done, makeAgency, makePerson, testVault } from '../../../test/support/office.ts';
import { type OfficeSite, officeSite, type Visitor } from '../../../test/support/office-site.ts';
import { answerClaim } from '../../app/commands/claims/answer-claim.ts';
import { confirmDestruction } from '../../app/commands/retention/confirm-destruction.ts';
import { drawDestruction } from '../../app/commands/retention/draw-destruction.ts';
import { proposeDestruction } from '../../app/commands/retention/propose-destruction.ts';
import { appContext } from '../../app/context.ts';
import { drawDueLists } from '../../app/jobs/keep-retention.ts';
import { claimList } from '../../app/queries/claims/office-claims.ts';
import { workList } from '../../app/queries/work-list.ts';
import { removeErasedFiles } from '../../app/retention/remove-erased.ts';
import { isRefusal } from '../../domain/refusal.ts';
import type { Store } from '../../store/store.ts';
import { inWords } from './question.ts';

const today = '2026-11-27';
let store: Store;
let office: CaseOffice;
let site: OfficeSite;
let clerk: Visitor;
const marks = new Marks();
const cases = {} as Record<'drafting' | 'closed' | 'archived', MarkedCase>;

beforeAll(async () => {
  store = await testStore();
  office = await caseOffice(store, '990840101');
  site = await officeSite(store, noon(today));
  for (const phase of ['drafting', 'closed', 'archived'] as const)
    cases[phase] = await markedCase(office, marks, 'town', phase);
  const other = await makeAgency(store, { slug: '990841101', name: '青石镇人民政府' });
  await makePerson(store, other, 'stranger', ['disclosureOffice', 'caseHandler']);
  clerk = await site.signedIn('clerk.990840101');
}, 120_000);
afterAll(() => store.close());

const as = (who: keyof CaseOffice['people']) => office.as(who, today);
const base = () => ({ agencyId: office.agencyId });
const codeOf = (outcome: unknown) => (isRefusal(outcome) ? outcome.code : 'done');
const hidden = (text: string, name: string): string =>
  new RegExp(`name="${name}" value="([^"]*)"`).exec(text)?.[1] ?? '';
const pdf = (words: string) => new File([`%PDF-1.4 ${words}`], '户口簿.pdf');

function solved(text: string): string {
  const [, first, sign, second] = /请回答：(.+?)(加|减)(.+?)等于几/.exec(text)!;
  const number = (words: string) =>
    Array.from({ length: 60 }, (_, n) => n).find((n) => inWords(n) === words)!;
  return String(sign === '加' ? number(first!) + number(second!) : number(first!) - number(second!));
}

const record = {
  record: '2025年农村低保公示名单第3页',
  wrong: '出生年份写作1958年',
  right: '出生年份应为1948年',
};
const person = {
  agency: '990840101',
  'applicant.kind': 'naturalPerson',
  'applicant.name': '何秋生',
  'applicant.identity.type': 'residentId',
  'applicant.identity.number': '11010519491231002X',
  'contact.phone': '13900007777',
};

async function rectify(change: Readonly<Record<string, string>> = {}, files = [pdf('绝密内容')]) {
  const visitor = site.visitor();
  const form = await visitor.get('/apply/rectify?agency=990840101');
  const fields = {
    ...person,
    ...record,
    submissionKey: hidden(form.text, 'submissionKey'),
    seal: hidden(form.text, 'seal'),
    answer: solved(form.text),
    ...change,
  };
  const sent = await visitor.upload('/apply/rectify', fields, { proof: files });
  const [number, code] = [...sent.text.matchAll(/<strong class="gk-nw">([^<]+)<\/strong>/g)].map(
    (match) => match[1]!,
  );
  return { visitor, fields, sent, number: number!, code: code! };
}

async function applicant(of: keyof typeof cases): Promise<Visitor> {
  const visitor = site.visitor();
  const { receiptNumber: number, code } = cases[of];
  expect((await visitor.post('/track', { number, code })).status).toBe(303);
  return visitor;
}

const openClaims = async () => [
  ...(await done(claimList(as('clerk'), { ...base(), open: true, after: null, limit: 50 }))).rows,
];
const tables = () =>
  store.database
    .selectFrom('application')
    .select(({ fn }) => fn.countAll<string>().as('n'))
    .where('counted', '=', true)
    .executeTakeFirstOrThrow();

describe('更正 asked for without an application (第四十一条)', () => {
  it('is a form without account, purpose or script, that says what happens', async () => {
    const { status, text } = await site.visitor().get('/apply/rectify?agency=990840101');
    expect(status).toBe(200);
    for (const words of ['哪一项记录', '哪里不准确', '正确的是', '证据', '不需要注册', '转送有权更正'])
      expect(text).toContain(words);
    expect(text).not.toContain('<script');
    expect((await site.visitor().get('/apply')).text).toContain('/apply/rectify');
  });

  it.each([
    ['no agency', { agency: '' }, [pdf('a')], '请选择要提出请求的机关'],
    ['no record', { record: '' }, [pdf('a')], '请写明是哪一项信息记录'],
    ['nothing right', { right: ' ' }, [pdf('a')], '请写明正确的内容'],
    ['nobody', { 'applicant.name': '' }, [pdf('a')], '姓名或者名称'],
    ['a wrong identity', { 'applicant.identity.number': '110105194912310020' }, [pdf('a')], '号码不正确'],
    ['no way to be reached', { 'contact.phone': '' }, [pdf('a')], '至少填写一种联系方式'],
    ['a wrong answer', { answer: '1000' }, [pdf('a')], '回答不对'],
    ['no proof', {}, [], '请附上证明记录不准确的证据'],
    ['a proof nobody can open', {}, [new File(['MZ'], 'a.exe')], '没有保存'],
  ] as const)('comes back where there is %s, and nothing is kept', async (_, change, files, words) => {
    const { sent } = await rectify(change, [...files]);
    expect(sent.status).toBe(422);
    expect(sent.text).toContain(words);
    expect(sent.text).toContain(change === undefined || 'record' in change ? '1958' : record.record);
    expect(await openClaims()).toEqual([]);
    expect(await store.database.selectFrom('claim_file').select('id').execute()).toEqual([]);
  });

  it('is received once however often it is sent, sealed, and counted in no table', async () => {
    const before = await tables();
    const { visitor, fields, number, code, sent } = await rectify();
    expect(sent.status).toBe(200);
    expect(number).toMatch(/^\d{8}-[2-9A-Z]{6}$/);
    const again = await visitor.upload('/apply/rectify', fields, { proof: [pdf('绝密内容')] });
    expect(again.text).toContain(number);
    expect(again.text).toContain(code);
    expect(await openClaims()).toHaveLength(1);
    expect(await tables()).toEqual(before);
    const row = await store.database.selectFrom('claim').selectAll().executeTakeFirstOrThrow();
    expect(Buffer.from(row.sealed_content).includes('低保')).toBe(false);
    const file = await store.database.selectFrom('claim_file').selectAll().executeTakeFirstOrThrow();
    const stored = await store.files.bytes({ sha256: file.sha256, storedAs: file.stored_as });
    expect(Buffer.from(stored).includes('绝密')).toBe(false);
  });

  it('waits in the work list of who answers it and of nobody else', async () => {
    const titles = async (who: keyof CaseOffice['people']) =>
      (await done(workList(as(who), {}))).items
        .filter(({ part }) => part === 'claim')
        .map(({ title }) => title);
    expect(await titles('clerk')).toEqual(['审核更正请求']);
    expect(await titles('legal')).toEqual([]);
  });

  it('is looked at with the person masked, whoever looks says what for, and all of it is logged', async () => {
    const { id } = (await openClaims())[0]!;
    const sheet = await clerk.get(`/office/claims/${id}`);
    expect(sheet.status).toBe(200);
    for (const words of ['出生年份写作1958年', '何**', '户口簿.pdf', '不属于本机关，已转送有权更正的机关'])
      expect(sheet.text).toContain(words);
    expect(sheet.text).not.toContain('何秋生');
    expect((await clerk.post(`/office/claims/${id}/claimant`, { purpose: '' })).status).toBe(422);
    const shown = await clerk.post(`/office/claims/${id}/claimant`, { purpose: '核对身份' });
    for (const words of ['何秋生', '11010519491231002X', '13900007777']) expect(shown.text).toContain(words);
    const file = /files\/([0-9a-f-]{36})/.exec(sheet.text)![1]!;
    expect((await clerk.get(`/office/claims/${id}/files/${file}`)).text).toBe('%PDF-1.4 绝密内容');
    const log = await store.database
      .selectFrom('access_log')
      .select(['act', 'purpose'])
      .where('subject_id', '=', id)
      .where('act', 'in', ['claim.readPersonal', 'claim.readFile'])
      .orderBy('id')
      .execute();
    expect(log).toEqual([
      { act: 'claim.readPersonal', purpose: '核对身份' },
      { act: 'claim.readFile', purpose: '查看更正请求的证据' },
    ]);
  });

  it('is read and answered by nobody to whom it is not due', async () => {
    const { id } = (await openClaims())[0]!;
    const stranger = await site.signedIn('stranger');
    for (const path of [`/office/claims/${id}`, `/office/claims/${id}/files/${id}`])
      expect([path, (await stranger.get(path)).status]).toEqual([path, 404]);
    expect((await stranger.post(`/office/claims/${id}/answer`, { result: 'corrected' })).status).toBe(404);
    const secrecy = await site.signedIn('secrecy.990840101');
    expect((await secrecy.get('/office/claims')).status).toBe(403);
    expect((await secrecy.get(`/office/claims/${id}`)).status).toBe(403);
    const legal = await site.signedIn('legal.990840101');
    expect((await legal.get(`/office/claims/${id}`)).status).toBe(200);
    expect((await legal.post(`/office/claims/${id}/answer`, { result: 'corrected' })).status).toBe(403);
    expect((await legal.post(`/office/claims/${id}/claimant`, { purpose: '看' })).status).toBe(403);
    expect((await site.visitor().get(`/office/claims/${id}`)).status).toBe(303);
  });

  it.each([
    ['no result', { result: '' }],
    ['a result of another kind', { result: 'given' }],
    ['no agency to turn to', { result: 'toldWhere', agency: '' }],
    ['no reasons for a no', { result: 'unproven', reasons: '' }],
  ])('is not answered with %s', async (_, sent) => {
    const { id } = (await openClaims())[0]!;
    expect((await clerk.post(`/office/claims/${id}/answer`, sent)).status).toBe(422);
    expect(await openClaims()).toHaveLength(1);
  });

  it('is answered in words and by a letter, which number and code alone open, once', async () => {
    const { id, receipt_number: number } = (await openClaims())[0]!;
    const answer = { result: 'transferred', agency: '云岫县民政局', reasons: '' };
    expect((await clerk.post(`/office/claims/${id}/answer`, answer)).status).toBe(303);
    expect((await clerk.post(`/office/claims/${id}/answer`, answer)).status).toBe(403);
    const { code } = await rectify();
    const thief = site.visitor();
    expect((await thief.post('/track', { number, code })).status).toBe(401);
    expect((await thief.get('/track/claim')).status).toBe(303);
    expect((await thief.get('/track/claim/letter.pdf')).status).toBe(303);
  });

  it('is followed by number and code: before the answer, and after it with the letter', async () => {
    const { number, code } = await rectify();
    const visitor = site.visitor();
    const came = await visitor.post('/track', { number: number.toLowerCase(), code });
    expect([came.status, came.location]).toEqual([303, '/track/claim']);
    const waiting = await visitor.get('/track/claim');
    expect(waiting.text).toContain('正在办理');
    expect(waiting.text).toContain('何**');
    expect((await visitor.get('/track/claim/letter.pdf')).status).toBe(404);
    const id = (await openClaims()).find((claim) => claim.receipt_number === number)!.id;
    const input = { ...base(), claimId: id, agency: null, reasons: '户口登记为1958年' };
    await done(answerClaim(as('clerk'), { ...input, result: 'unproven' }));
    const answered = await visitor.get('/track/claim');
    for (const words of ['不予更正', '理由：户口登记为1958年', '第四十一条', '下载 Word'])
      expect(answered.text).toContain(words);
    const letter = await visitor.get('/track/claim/letter.docx');
    expect([letter.status, letter.bytes[0], letter.bytes[1]]).toEqual([200, 0x50, 0x4b]);
    expect((await visitor.get('/track/case')).status).toBe(401);
  });

  it('that came by letter is entered by a clerk, with a number and a code to hand out', async () => {
    const fields = {
      channel: 'signedPost',
      receivedOn: '2026-11-20',
      'applicant.kind': 'naturalPerson',
      'applicant.name': '何秋生',
      identityType: 'residentId',
      'applicant.identity': '11010519491231002X',
      'contact.phone': '13900007777',
      ...record,
    };
    const wrong = await clerk.upload('/office/claims/new', { ...fields, record: '' }, {});
    expect([wrong.status, wrong.text.includes('请写明是哪一项')]).toEqual([422, true]);
    const late = await clerk.upload('/office/claims/new', { ...fields, receivedOn: '2026-12-20' }, {});
    expect(late.status).toBe(422);
    const legal = await site.signedIn('legal.990840101');
    expect((await legal.upload('/office/claims/new', fields, {})).status).toBe(403);
    const made = await clerk.upload('/office/claims/new', fields, { proof: [pdf('a'), pdf('b')] });
    expect(made.status).toBe(200);
    const number = /\d{8}-[0-9A-Z]{6}/.exec(made.text)![0];
    const code = /<strong>([0-9A-Z]{4}-[0-9A-Z]{4})<\/strong>/.exec(made.text)![1]!;
    expect((await site.visitor().post('/track', { number, code })).status).toBe(303);
    const claim = (await openClaims()).find(({ receipt_number }) => receipt_number === number)!;
    expect(claim).toMatchObject({ channel: 'signedPost', received_on: '2026-11-20' });
    const files = store.database.selectFrom('claim_file').where('claim_id', '=', claim.id).selectAll();
    expect(await files.execute()).toHaveLength(2);

    const path = `/office/claims/${claim.id}`;
    expect((await clerk.get(`${path}/letter.docx`)).text).toContain('还没有答复');
    const input = { ...base(), claimId: claim.id, agency: null, reasons: '户口登记为1958年' };
    await done(answerClaim(as('clerk'), { ...input, result: 'unproven' }));
    expect((await clerk.get(path)).text).toContain(`${path}/letter.pdf`);
    const letter = await clerk.get(`${path}/letter.docx`);
    expect([letter.status, letter.bytes[0], letter.bytes[1]]).toEqual([200, 0x50, 0x4b]);
    expect((await legal.get(path)).text).not.toContain('letter.pdf');
    expect((await legal.get(`${path}/letter.docx`)).status).toBe(403);
  });
});

describe('a code that was lost', () => {
  const codeIn = (text: string) => /<strong>([0-9A-Z]{4}-[0-9A-Z]{4})<\/strong>/.exec(text)?.[1];

  it('of a claim is replaced by a clerk who says how he made sure who asks, and worthless from then on', async () => {
    const { number, code } = await rectify();
    const { id } = (await openClaims()).find((claim) => claim.receipt_number === number)!;
    const path = `/office/claims/${id}`;
    expect((await clerk.get(path)).text).toContain(`${path}/code`);
    expect((await clerk.get(`${path}/code`)).text).toContain('当面看了身份证明原件');
    const unsaid = await clerk.post(`${path}/code`, {});
    expect([unsaid.status, unsaid.text.includes('请选择怎样核对了身份')]).toEqual([422, true]);
    const legal = await site.signedIn('legal.990840101');
    expect((await legal.get(path)).text).not.toContain(`${path}/code`);
    expect((await legal.get(`${path}/code`)).status).toBe(403);
    expect((await legal.post(`${path}/code`, { checked: 'shown' })).status).toBe(403);
    expect((await site.visitor().post('/track', { number, code })).status).toBe(303);

    const given = await clerk.post(`${path}/code`, { checked: 'shown' });
    const renewed = codeIn(given.text)!;
    expect(given.status).toBe(200);
    expect(renewed).not.toBe(code);
    expect((await site.visitor().post('/track', { number, code })).status).not.toBe(303);
    expect((await site.visitor().post('/track', { number, code: renewed })).status).toBe(303);
    const { facts } = await store.database
      .selectFrom('event')
      .select('facts')
      .where('kind', '=', 'claim.codeRenewed')
      .where('subject_id', '=', id)
      .executeTakeFirstOrThrow();
    expect(facts).toEqual({ version: 2, checked: 'shown' });
  });

  it('of an application likewise, by nobody of another agency', async () => {
    const { id, receiptNumber: number, code } = cases.drafting;
    const path = `/office/applications/${id}`;
    expect((await clerk.get(path)).text).toContain(`${path}/code`);
    expect((await clerk.post(`${path}/code`, { checked: 'seen' })).status).toBe(422);
    const given = await clerk.post(`${path}/code`, { checked: 'copied' });
    const renewed = codeIn(given.text)!;
    expect((await site.visitor().post('/track', { number, code })).status).not.toBe(303);
    expect((await site.visitor().post('/track', { number, code: renewed })).status).toBe(303);
    cases.drafting = { ...cases.drafting, code: renewed };

    const visitor = await applicant('drafting');
    const stranger = await site.signedIn('stranger');
    expect((await stranger.post(`${path}/code`, { checked: 'shown' })).status).toBe(404);
    expect((await visitor.get('/track/case')).status).toBe(200);
  });
});

describe('更正 asked for from the page of an application', () => {
  it('is offered once there is an answer, before that the form for other records', async () => {
    const early = await applicant('drafting');
    const page = await early.get('/track/case');
    expect(page.text).toContain('/apply/rectify?agency=990840101');
    expect(page.text).not.toContain('action="/track/rectify"');
    const refused = await early.upload('/track/rectify', record, { proof: [pdf('a')] });
    expect([refused.status, refused.text.includes('还没有答复')]).toEqual([422, true]);
  });

  it('takes what is wrong, what is right and the proof, one at a time, and is an act on the case when answered', async () => {
    const visitor = await applicant('closed');
    const missing = await visitor.upload('/track/rectify', { ...record, wrong: '' }, { proof: [pdf('a')] });
    expect([missing.status, missing.text.includes('请写明记录中不准确的内容')]).toEqual([422, true]);
    const bare = await visitor.upload('/track/rectify', record, {});
    expect([bare.status, bare.text.includes('请附上证明')]).toEqual([422, true]);
    const sent = await visitor.upload('/track/rectify', record, { proof: [pdf('a')] });
    expect(sent.location).toContain('done=claimed');
    const twice = await visitor.upload('/track/rectify', record, { proof: [pdf('a')] });
    expect([twice.status, twice.text.includes('还在办理')]).toEqual([422, true]);
    const { id } = cases.closed;
    const claim = (await openClaims()).find(({ application_id }) => application_id === id)!;
    expect((await clerk.get(`/office/applications/${id}`)).text).toContain(`/office/claims/${claim.id}`);
    expect((await clerk.get(`/office/claims/${claim.id}`)).text).not.toContain('重发查询码');
    const renewed = await clerk.post(`/office/claims/${claim.id}/code`, { checked: 'shown' });
    expect(renewed.text).toContain('请在那件申请里重发');
    const input = { ...base(), claimId: claim.id, agency: null, reasons: null };
    await done(answerClaim(as('clerk'), { ...input, result: 'corrected' }));
    const page = await visitor.get('/track/case');
    for (const words of ['本机关已经更正', '政府信息更正告知书']) expect(page.text).toContain(words);
    const acts = await store.database
      .selectFrom('application_event')
      .select('act')
      .where('application_id', '=', id)
      .execute();
    expect(acts.map(({ act }) => act)).toContain('correctRecord');
  });
});

describe('a copy of one’s own data (个人信息保护法第四十五条)', () => {
  it('is downloaded after the office looked at who asks, and by nobody before', async () => {
    const visitor = await applicant('closed');
    expect((await visitor.get('/track/copy.txt')).status).toBe(404);
    expect((await site.visitor().get('/track/copy.txt')).status).toBe(303);
    expect((await visitor.post('/track/data-copy', { _token: '' })).status).toBe(422);
    expect((await visitor.post('/track/data-copy', { copyOwn: '1', _token: '' })).location).toContain(
      'done=claimed',
    );
    const claim = (await openClaims()).find(({ kind }) => kind === 'copy')!;
    const refusal = { ...base(), claimId: claim.id, agency: null, reasons: null };
    expect(codeOf(await answerClaim(as('clerk'), { ...refusal, result: 'withheld' }))).toBe('claim.answer');
    await done(answerClaim(as('clerk'), { ...refusal, result: 'given' }));
    const copy = await visitor.get('/track/copy.txt');
    expect(copy.headers.get('content-disposition')).toContain('attachment');
    for (const field of ['name', 'identity', 'phone', 'email', 'address', 'content', 'fileName'] as const)
      expect([field, copy.text.includes(marks.of(field, 'town closed').word)]).toEqual([field, true]);
    for (const field of ['party', 'consulted', 'opinion'] as const)
      expect([field, copy.text.includes(marks.of(field, 'town closed').word)]).toEqual([field, false]);
  });
});

describe('the deletion of one’s own data (个人信息保护法第四十七条)', () => {
  const ask = async (of: keyof typeof cases) => {
    const visitor = await applicant(of);
    const sent = await visitor.post('/track/data-deletion', {
      deletionOwn: '1',
      deletionWords: '不再需要',
      _token: '',
    });
    expect(sent.location).toContain('done=claimed');
    const claim = (await openClaims()).find(
      ({ kind, application_id }) => kind === 'deletion' && application_id === cases[of].id,
    )!;
    return { visitor, input: { ...base(), claimId: claim.id, agency: null, reasons: null } };
  };

  it('waits while the case is open, whatever the clerk would choose', async () => {
    const { visitor, input } = await ask('drafting');
    for (const result of ['accepted', 'notDue', 'held'] as const)
      expect(codeOf(await answerClaim(as('clerk'), { ...input, reasons: '理由', result }))).toBe(
        'claim.deletion',
      );
    await done(answerClaim(as('clerk'), { ...input, result: 'stillNeeded' }));
    const { text } = await visitor.get('/track/case');
    for (const words of ['还没有办结归档', '第四十七条第一款第（一）项']) expect(text).toContain(words);
  });

  it('is refused with reasons while the plan keeps the case', async () => {
    const { visitor, input } = await ask('archived');
    expect(codeOf(await answerClaim(as('clerk'), { ...input, result: 'notDue' }))).toBe('claim.answer');
    await done(answerClaim(as('clerk'), { ...input, result: 'notDue', reasons: '保管到2036年年底' }));
    const { text } = await visitor.get('/track/case');
    for (const words of ['不再用于其他目的', '理由：保管到2036年年底', '第四十七条第二款'])
      expect(text).toContain(words);
  });

  it('goes by the list that two others propose and confirm, and takes the claims with their proofs along', async () => {
    const { id } = cases.archived;
    await store.database
      .updateTable('application_event')
      .set({ on: '2010-03-18' })
      .where('application_id', '=', id)
      .where('act', '=', 'archive')
      .execute();
    await store.database
      .updateTable('application')
      .set({ ended_on: '2010-03-18' })
      .where('id', '=', id)
      .execute();
    const visitor = await applicant('archived');
    await visitor.upload('/track/rectify', record, { proof: [pdf('证据')] });
    const { input } = await ask('archived');
    expect(codeOf(await answerClaim(as('clerk'), { ...input, result: 'stillNeeded' }))).toBe(
      'claim.deletion',
    );
    await done(answerClaim(as('clerk'), { ...input, result: 'accepted' }));
    expect((await visitor.get('/track/case')).text).toContain('已经列入销毁清单');
    const list = await store.database.selectFrom('destruction').select('id').executeTakeFirstOrThrow();
    const of = { ...base(), destructionId: list.id };
    await done(proposeDestruction(as('clerk'), of));
    await done(confirmDestruction(as('approver'), { ...of, seen: 1, understood: true }));
    expect((await visitor.get('/track/case')).text).toContain('已按保管期限删除');
    const left = await store.database
      .selectFrom('claim')
      .select(['sealed_content', 'sealed_answer'])
      .where('application_id', '=', id)
      .execute();
    for (const { sealed_content, sealed_answer } of left)
      expect([sealed_content.length, sealed_answer]).toEqual([0, null]);
    const named = await store.database
      .selectFrom('claim_file as f')
      .innerJoin('claim as c', 'c.id', 'f.claim_id')
      .where('c.application_id', '=', id)
      .select('f.id')
      .execute();
    expect(named).toEqual([]);
    const system = { ...appContext(store, 'system', testVault), now: noon(today) };
    expect(await removeErasedFiles(system)).toBeGreaterThan(0);
    expect((await clerk.get(`/office/claims/${input.claimId}`)).status).toBe(410);
  });
});

describe('更正 that stands by itself, years after its answer', () => {
  it('goes by the list with the cases, and leaves a line in the register and no word of it', async () => {
    const { number, code } = await rectify({ record: '很久以前的名单' });
    const { id } = (await openClaims()).find(({ receipt_number }) => receipt_number === number)!;
    const reply = { ...base(), claimId: id, agency: null, reasons: '核对无误' };
    await done(answerClaim(as('clerk'), { ...reply, result: 'unproven' }));
    const clerkAt = as('clerk');
    expect(codeOf(await drawDestruction(clerkAt, base()))).toBe('destruction.nothingDue');
    const age = (day: string) =>
      store.database.updateTable('claim').set({ answered_on: day }).where('id', '=', id).execute();
    await age('2016-05-05');
    expect(codeOf(await drawDestruction(clerkAt, base()))).toBe('destruction.nothingDue');
    await age('2015-05-05');
    const system = { ...appContext(store, 'system', testVault), now: noon(today) };
    expect(await drawDueLists(system, new AbortController().signal)).toBe(1);
    const list = await store.database
      .selectFrom('destruction')
      .select('id')
      .where('status', '=', 'drawn')
      .executeTakeFirstOrThrow();
    const of = { ...base(), destructionId: list.id };
    const page = await clerk.get(`/office/applications/retention/${list.id}`);
    for (const words of ['拟销毁的更正请求、复议诉讼：1件', number, '提请销毁1件'])
      expect(page.text).toContain(words);
    await done(proposeDestruction(clerkAt, of));
    const confirm = (seen: number) => confirmDestruction(as('approver'), { ...of, seen, understood: true });
    expect(codeOf(await confirm(0))).toBe('destruction.changed');
    await done(confirm(1));
    const { register } = await store.database
      .selectFrom('destruction')
      .select('register')
      .where('id', '=', list.id)
      .executeTakeFirstOrThrow();
    expect(register).toContain(`${number},`);
    expect(register).toContain('没有发现不准确，不予更正');
    expect(register).not.toContain('名单');
    const row = await store.database
      .selectFrom('claim')
      .selectAll()
      .where('id', '=', id)
      .executeTakeFirstOrThrow();
    expect([row.wrapped_key, row.sealed_content.length, row.sealed_answer]).toEqual([null, 0, null]);
    expect(await removeErasedFiles(system)).toBe(1);
    expect((await clerk.get(`/office/claims/${id}`)).status).toBe(410);
    const visitor = site.visitor();
    await visitor.post('/track', { number, code });
    const gone = await visitor.get('/track/claim');
    expect(gone.location).toBe('/track?done=erased');
    expect((await visitor.get(gone.location!)).text).toContain('已按保管期限删除');
  });
});
