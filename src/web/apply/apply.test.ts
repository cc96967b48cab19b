import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testStore } from '../../../test/support/database.ts';
import { actingAs, done, makeAgency, makePerson, testVault } from '../../../test/support/office.ts';
import { type OfficeSite, officeSite, publicUrl } from '../../../test/support/office-site.ts';
import { shanghaiDay } from '../../app/calendar-years.ts';
import { askCorrection } from '../../app/commands/applications/ask-correction.ts';
import { receiveApplication } from '../../app/commands/applications/receive-application.ts';
import { registerApplication } from '../../app/commands/applications/register-application.ts';
import type { AppContext } from '../../app/context.ts';
import { addDays } from '../../domain/workday/index.ts';
import type { Store } from '../../store/store.ts';
import { answeredRight, askInWords, inWords } from './question.ts';

let store: Store;
let site: OfficeSite;
let clerk: AppContext;
let town: string;
beforeAll(async () => {
  store = await testStore();
  site = await officeSite(store);
  town = await makeAgency(store, { slug: '990802101', name: '云麓镇人民政府' });
  await store.database
    .updateTable('agency')
    .set({
      contacts: JSON.stringify({
        office: '党政办公室',
        address: '中心路1号',
        phone: '0000-8856012',
        documentWord: '云政公开',
      }),
    })
    .execute();
  clerk = actingAs(store, await makePerson(store, town, 'clerk', ['caseHandler', 'disclosureOffice']));
});
afterAll(() => store.close());

const written = {
  agency: '990802101',
  'applicant.kind': 'naturalPerson',
  'applicant.name': '林远舟',
  'applicant.identity.type': 'residentId',
  'applicant.identity.number': '110101199003070134',
  'contact.phone': '13000000000',
  'items.0.name': '河口村道路养护合同',
  'items.0.description': '2025年签订的',
  form: 'electronic',
  way: 'portal',
};

const hidden = (text: string, name: string): string =>
  new RegExp(`name="${name}" value="([^"]*)"`).exec(text)?.[1] ?? '';

/** The sum in words, solved as a person would. */
function solved(text: string): string {
  const [, first, sign, second] = /请回答：(.+?)(加|减)(.+?)等于几/.exec(text)!;
  const number = (words: string) =>
    Array.from({ length: 60 }, (_, n) => n).find((n) => inWords(n) === words)!;
  return String(sign === '加' ? number(first!) + number(second!) : number(first!) - number(second!));
}

async function submit(change: Readonly<Record<string, string>> = {}) {
  const visitor = site.visitor();
  const form = await visitor.get('/apply?agency=990802101');
  const submissionKey = hidden(form.text, 'submissionKey');
  const review = await visitor.post('/apply', { ...written, submissionKey, ...change });
  const last = {
    ...written,
    submissionKey,
    ...change,
    seal: hidden(review.text, 'seal'),
    answer: solved(review.text),
  };
  const sent = await visitor.post('/apply/send', last);
  const [number, code] = [...sent.text.matchAll(/<strong class="gk-nw">([^<]+)<\/strong>/g)].map(
    (match) => match[1]!,
  );
  return { visitor, last, sent, number: number!, code: code! };
}

describe('the application form', () => {
  it('asks for what 第二十九条 names and for no purpose', async () => {
    const { text, status } = await site.visitor().get('/apply');
    expect(status).toBe(200);
    for (const words of [
      '姓名或者名称',
      '身份证明',
      '电话',
      '名称',
      '文号',
      '其他特征',
      '提供方式',
      '获取途径',
    ])
      expect(text).toContain(words);
    expect(text).not.toMatch(/name="[^"]*(?:purpose|use|reason)/);
    expect(text).toContain('不需要说明用途');
    expect(text).not.toContain('<script');
  });

  it('comes back with every fault beside its field, and with all that was written', async () => {
    const { status, text } = await site.visitor().post('/apply', {
      ...written,
      'applicant.identity.number': '11010119900307013',
      way: 'post',
      'contact.phone': '',
    });
    expect(status).toBe(422);
    for (const words of ['号码不正确', '至少填写一种联系方式', '请填写通信地址'])
      expect(text).toContain(words);
    expect(text).toContain('value="河口村道路养护合同"');
    expect(text).toContain('href="#f-applicant-identity-number"');
  });

  it('grows by one item when asked, and keeps what stands there', async () => {
    const { text, status } = await site.visitor().post('/apply', { ...written, more: '1' });
    expect(status).toBe(200);
    expect(text).toContain('name="items.1.name"');
    expect(text).toContain('value="河口村道路养护合同"');
  });

  it('tells before sending that a public enterprise may have it (第五十五条)', async () => {
    const { text } = await site.visitor().post('/apply', {
      ...written,
      submissionKey: crypto.randomUUID(),
      'items.0.name': '自来水公司水质检测报告',
    });
    expect(text).toContain('供水领域的公共企事业单位');
    expect(text).toContain('可以继续提交');
  });
});

describe('an application sent on the portal', () => {
  it('gives a number and a code, by which alone it can be followed', async () => {
    const { number, code, sent } = await submit();
    expect(sent.status).toBe(200);
    expect(number).toMatch(/^\d{8}-[2-9A-Z]{6}$/);
    const visitor = site.visitor();
    const wrong = await visitor.post('/track', { number, code: 'AAAA-BBBB' });
    const unknown = await visitor.post('/track', { number: '20200101-AAAAAA', code });
    expect([wrong.status, unknown.status]).toEqual([401, 401]);
    expect(wrong.text.includes('林')).toBe(false);
    const right = await visitor.post('/track', {
      number: number.toLowerCase().replace('-', ' '),
      code: code.toLowerCase(),
    });
    expect([right.status, right.location]).toEqual([303, '/track/case']);
    const page = await visitor.get('/track/case');
    expect(page.text).toContain('已提交，等待受理机关确认收到');
    expect(page.text).toContain('林**');
    expect(page.text).not.toContain('林远舟');
    expect(page.text).not.toContain('110101199003070134');
  });

  it('is one application however often the form is sent', async () => {
    const { visitor, last, number, code } = await submit();
    const again = await visitor.post('/apply/send', last);
    expect(again.text).toContain(number);
    expect(again.text).toContain(code);
    const rows = await store.database
      .selectFrom('application')
      .select('id')
      .where('receipt_number', '=', number)
      .execute();
    expect(rows).toHaveLength(1);
  });

  it.each([
    ['the sum is wrong', { answer: '99' }],
    ['the seal is of another form', { submissionKey: crypto.randomUUID() }],
    ['there is no seal', { seal: '' }],
  ])('is not taken when %s', async (_, change) => {
    const before = await store.database
      .selectFrom('application')
      .select(({ fn }) => fn.countAll<number>().as('n'))
      .executeTakeFirstOrThrow();
    const { visitor, last } = await submit();
    const sent = await visitor.post('/apply/send', { ...last, ...change });
    expect(sent.status).toBe(422);
    const after = await store.database
      .selectFrom('application')
      .select(({ fn }) => fn.countAll<number>().as('n'))
      .executeTakeFirstOrThrow();
    expect(after.n).toBe(before.n + 1);
  });

  it('is not taken from another site', async () => {
    const { visitor, last } = await submit();
    const sent = await visitor.post('/apply/send', last, { Origin: 'https://evil.example' });
    expect(sent.status).toBe(403);
  });

  it('stands in the database without a name, a number or a word of what was asked', async () => {
    await submit();
    const dump = JSON.stringify(
      await store.database.selectFrom('application').selectAll().execute(),
      (_, value) => (value?.type === 'Buffer' ? Buffer.from(value.data).toString('latin1') : value),
    );
    for (const secret of ['林远舟', '110101199003070134', '13000000000', '河口村']) {
      expect(dump).not.toContain(secret);
      expect(dump).not.toContain(Buffer.from(secret).toString('latin1'));
    }
  });
});

describe('an applicant who follows it', () => {
  it('is asked for 补正 and answers it online, and the period begins anew', async () => {
    const { number, code } = await submit();
    const row = await store.database
      .selectFrom('application')
      .selectAll()
      .where('receipt_number', '=', number)
      .executeTakeFirstOrThrow();
    const ref = { agencyId: town, applicationId: row.id };
    const on = shanghaiDay(new Date());
    const due = addDays(on, 21);
    await done(receiveApplication(clerk, { ...ref, on, receipt: { acknowledgedOn: on, confirmedOn: on } }));
    await done(registerApplication(clerk, { ...ref, on }));
    await done(
      askCorrection(clerk, {
        ...ref,
        on,
        causes: ['contentUnclear'],
        due,
        lateBecause: null,
        explanation: null,
      }),
    );
    const visitor = site.visitor();
    await visitor.post('/track', { number, code });
    const asked = await visitor.get('/track/case');
    expect(asked.text).toContain('需要您补正');
    expect(asked.text).toContain('条例第三十条');
    const empty = await visitor.post('/track/correction', { text: '' });
    expect(empty.status).toBe(422);
    const corrected = await visitor.post('/track/correction', {
      text: '指2025年3月签订的河口村道路养护合同',
    });
    expect([corrected.status, corrected.location]).toEqual([303, '/track/case?done=corrected']);
    const page = await visitor.get('/track/case');
    expect(page.text).not.toContain('需要您补正');
    expect(page.text).toContain('逐日计算');
  });

  it('withdraws it with a word, and leaves no trace in the browser', async () => {
    const { number, code } = await submit();
    const visitor = site.visitor();
    await visitor.post('/track', { number, code });
    const gone = await visitor.post('/track/withdraw', { confirmation: '不再需要' });
    expect(gone.location).toBe('/track/case?done=withdrawn');
    expect((await visitor.get('/track/case')).text).toContain('已撤回');
    await visitor.post('/track/leave', {});
    expect(visitor.cookies.size).toBe(0);
    expect((await visitor.get('/track/case')).location).toBe('/track');
  });

  it('switches news by e-mail on and off, and only where an address was given', async () => {
    const { number, code } = await submit({ 'contact.email': 'lin@yunxi.example' });
    const visitor = site.visitor();
    await visitor.post('/track', { number, code });
    expect((await visitor.post('/track/news', { tells: '1' })).location).toBe('/track/case?done=newsOn');
    expect((await visitor.get('/track/case')).text).toContain('不再发邮件');
    expect((await visitor.post('/track/news', { tells: '0' })).location).toBe('/track/case?done=newsOff');
    const tells = await store.database
      .selectFrom('application')
      .select('tells')
      .where('receipt_number', '=', number)
      .executeTakeFirstOrThrow();
    expect(tells).toEqual({ tells: false });

    const without = await submit();
    const other = site.visitor();
    await other.post('/track', { number: without.number, code: without.code });
    expect((await other.get('/track/case')).text).not.toContain('进展邮件');
    expect((await other.post('/track/news', { tells: '1' })).status).toBe(422);
    expect((await site.visitor().post('/track/news', { tells: '1' })).location).toBe('/track');
  });

  it('is stopped from guessing', async () => {
    const { number, code } = await submit();
    const visitor = site.visitor();
    for (let i = 0; i < 5; i += 1) await visitor.post('/track', { number, code: `AAAA-BBB${i + 2}` });
    expect((await visitor.post('/track', { number, code })).status).toBe(429);
  });

  it('leaves every look at it in the log of readings', async () => {
    const { number, code } = await submit();
    const visitor = site.visitor();
    await visitor.post('/track', { number, code });
    const row = await store.database
      .selectFrom('application')
      .select('id')
      .where('receipt_number', '=', number)
      .executeTakeFirstOrThrow();
    const read = await store.database
      .selectFrom('access_log')
      .select(['act', 'actor'])
      .where('subject_id', '=', row.id)
      .execute();
    expect(read).toContainEqual({ act: 'application.follow', actor: 'public' });
  });
});

describe('the question in words', () => {
  it('is answered in digits or in words, for its form and for two hours', () => {
    const now = new Date('2026-11-28T08:00:00Z');
    const question = askInWords(testVault, 'form', now);
    const answer = solved(`请回答：${question.words}`);
    const right = (given: string, about = 'form', at = now) =>
      answeredRight(testVault, question.seal, given, about, at);
    expect(right(answer)).toBe(true);
    expect(right(` ${inWords(Number(answer))} 。`)).toBe(true);
    expect(right(String(Number(answer) + 1))).toBe(false);
    expect(right(answer, 'another form')).toBe(false);
    expect(right(answer, 'form', new Date(now.getTime() + 3 * 3_600_000))).toBe(false);
    expect(publicUrl).toContain('https');
  });
});
