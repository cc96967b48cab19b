import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testStore } from '../../../../test/support/database.ts';
import { makeAgency, makePerson, testPassword, testVault } from '../../../../test/support/office.ts';
import {
  type OfficeSite,
  officeSite,
  publicUrl,
  type Visitor,
} from '../../../../test/support/office-site.ts';
import { appContext } from '../../../app/context.ts';
import { seedApplications } from '../../../app/demonstration-applications.ts';
import { demonstrationPassword, seedPeople } from '../../../app/demonstration-people.ts';
import type { Store } from '../../../store/store.ts';
import { actDefs } from './act-defs.ts';

let store: Store;
let site: OfficeSite;
let town: string;
const now = () => new Date('2026-11-27T10:00:00+08:00');
const come = async (username: string, password = demonstrationPassword): Promise<Visitor> => {
  const visitor = site.visitor();
  const { status } = await visitor.post('/office/sign-in', { username, password, next: '/office' });
  expect(status).toBe(303);
  return visitor;
};
const caseOf = async (phase: string): Promise<string> =>
  (
    await store.database
      .selectFrom('application')
      .select('id')
      .where('agency_id', '=', town)
      .where('phase', '=', phase as 'sent')
      .orderBy('id')
      .executeTakeFirstOrThrow()
  ).id;

beforeAll(async () => {
  store = await testStore();
  const county = await makeAgency(store, { slug: '990901', name: '云岫县人民政府', level: 4 });
  town = await makeAgency(store, { slug: '990901101', name: '云岫县芦汀镇人民政府', superior: county });
  const other = await makeAgency(store, { slug: '990902101', name: '青石镇人民政府' });
  await makePerson(store, other, 'stranger', ['disclosureOffice', 'caseHandler', 'approver', 'officeHead']);
  const context = { ...appContext(store, 'system', testVault), now };
  await seedPeople(context);
  expect(await seedApplications(context)).toBe(19);
  expect(await seedApplications(context)).toBe(0);
  site = await officeSite(store, now);
});
afterAll(() => store.close());

describe('the pages of applications', () => {
  it('show open cases by the days left, names masked', async () => {
    const visitor = await come('zhuanyuan');
    const { text } = await visitor.get('/office/applications');
    expect(text).toContain('超期 3 工作日');
    expect(text).toContain('柳*');
    expect(text).not.toContain('柳青');
    expect(text).toContain('两个工作日未查看');
    const all = await visitor.get(`/office/applications/all?q=${encodeURIComponent('江月')}`);
    expect(all.text).toContain('耕地地力保护补贴');
    expect(all.text).not.toContain('河道治理');
  });

  it.each([
    ['/office/applications/overview', '按时答复'],
    ['/office/applications/tables', '表四 行政复议、行政诉讼情况'],
    ['/office/applications/cell?year=2026&row=received&column=total', '河道治理'],
    ['/office/applications/cell?year=2026&row=received&column=total&scope=below', '各机关'],
    ['/office/applications/tables?from=2026-04-01&until=2026-06-30', '2026-04-01 至 2026-06-30'],
    ['/office/appeals/cell?year=2026&row=review&column=total', '共'],
    ['/office/appeals/cell?year=2026&row=review&column=corrected&scope=below', '各机关'],
    ['/office/applications/new', '平常信函'],
    ['/office/applications/new?channel=ordinaryMail', '与申请人确认之日'],
    ['/office/applications/settings', '芦政公开'],
    ['/office/appeals', '结果纠正'],
    ['/office/appeals/new', '简易程序'],
  ])('answer %s', async (path, words) => {
    const { status, text } = await (await come('zhuanyuan')).get(path);
    expect([status, text.includes(words)]).toEqual([200, true]);
  });

  it('show a case with its days, next acts with their articles, and every form of them', async () => {
    const visitor = await come('zhuanyuan');
    for (const phase of ['submitted', 'inReview', 'waiting', 'drafting', 'sent', 'closed', 'archived']) {
      const id = await caseOf(phase);
      const { status, text } = await visitor.get(`/office/applications/${id}`);
      expect(status).toBe(200);
      expect(text).toContain('逐日计算');
      for (const [, path] of text.matchAll(new RegExp(`href="(/office/applications/${id}/[a-z-]+)"`, 'g')))
        expect([path, (await visitor.get(path!)).status]).toEqual([path, 200]);
    }
  });

  it('show who applies only to whoever says what for, and note it', async () => {
    const visitor = await come('zhuanyuan');
    const id = await caseOf('sent');
    const path = `/office/applications/${id}/applicant`;
    expect((await visitor.get(path)).text).not.toContain('云岫县乡村发展研究会');
    expect((await visitor.post(path, { purpose: '' })).status).toBe(422);
    expect((await visitor.post(path, { purpose: '核对收件地址' })).text).toContain('云岫县乡村发展研究会');
    const logged = await store.database
      .selectFrom('access_log')
      .select('purpose')
      .where('subject_id', '=', id)
      .where('act', '=', 'application.readPersonal')
      .execute();
    expect(logged).toEqual([{ purpose: '核对收件地址' }]);
  });

  it('enter a case on paper, tell its code once, and open it', async () => {
    const visitor = await come('zhuanyuan');
    const fields = {
      submissionKey: crypto.randomUUID(),
      channel: 'counter',
      submittedOn: '2026-11-27',
      handedOn: '2026-11-27',
      'applicant.kind': 'naturalPerson',
      'applicant.name': '新来的人',
      identityType: 'residentId',
      'items.name': '芦汀镇2026年救灾物资发放名册',
      form: 'paper',
      way: 'pickUp',
      register: '1',
    };
    const made = await visitor.post('/office/applications/new', fields);
    expect(made.status).toBe(200);
    expect(made.text).toContain('查询码');
    expect(made.text).toContain('身份证明缺失或者不清');
    const again = await visitor.post('/office/applications/new', fields);
    expect([again.status, again.location]).toEqual([303, expect.stringContaining('done=applicationEntered')]);
    const wrong = await visitor.post('/office/applications/new', {
      ...fields,
      submissionKey: '',
      handedOn: '',
    });
    expect(wrong.status).toBe(422);
    expect(wrong.text).toContain('芦汀镇2026年救灾物资发放名册');
  });

  it('enter who acts for an applicant, and what of his papers is still to be asked for', async () => {
    const visitor = await come('zhuanyuan');
    const fields = {
      channel: 'counter',
      submittedOn: '2026-11-27',
      handedOn: '2026-11-27',
      'applicant.kind': 'naturalPerson',
      'applicant.name': '何以安',
      identityType: 'residentId',
      'applicant.identity': '11010519491231002X',
      'contact.phone': '13900001111',
      'agent.name': '何以宁',
      'agent.identityType': 'passport',
      'agent.identity': 'E12345678',
      'items.name': '芦汀镇2026年渔船补贴名册',
      form: 'paper',
      way: 'pickUp',
      register: '1',
    };
    const post = (more: object) =>
      visitor.post('/office/applications/new', { ...fields, ...more, submissionKey: crypto.randomUUID() });
    expect((await post({})).text).toContain('委托手续不全');
    const made = await post({ 'agent.authorised': '1' });
    expect([made.status, made.text.includes('委托手续不全')]).toEqual([200, false]);
    const id = /\/office\/applications\/([0-9a-f-]{36})"/.exec(made.text)![1];
    const shown = await visitor.post(`/office/applications/${id}/applicant`, { purpose: '核对代理人' });
    expect(shown.text).toContain('何以宁');
  });

  it('lead an answer from its draft to its approval on a phone’s page', async () => {
    const clerk = await come('zhuanyuan');
    const id = await caseOf('approving');
    const leader = await come('zhenzhang');
    const page = await leader.get(`/office/applications/${id}/approve`);
    expect(page.text).toContain('批准签发');
    expect(page.text).toContain('云岫县人民政府申请行政复议');
    const back = await leader.post(`/office/applications/${id}/approve`, { decision: 'return', opinion: '' });
    expect(back.status).toBe(422);
    const done = await leader.post(`/office/applications/${id}/approve`, {
      decision: 'approve',
      opinion: '同意',
    });
    expect(done.status).toBe(303);
    const form = await clerk.post(`/office/applications/${id}/send`, {
      on: '2026-11-27',
      method: 'email',
      carrier: '',
      proof: '',
    });
    expect(form.location).toContain('done=applicationActed');
  });

  it('say what a draft still lacks, lead back to it, and offer the review first once nothing is missing', async () => {
    const clerk = await come('zhuanyuan');
    const path = `/office/applications/${await caseOf('drafting')}`;
    const acts = async () =>
      [
        ...(await clerk.get(path)).text.matchAll(
          /class="btn btn-(?:outline-)?primary"[^>]*href="[^"]*\/(draft|submit)"/g,
        ),
      ].map(([, act]) => act);
    await clerk.post(`${path}/draft`, { on: '2026-11-27', answer: 'granted.alreadyPublic', where: '' });
    const lacking = await clerk.get(path);
    expect(lacking.text).toContain('还不能提交审查：请写明获取的方式、途径，让申请人能够找到。');
    expect((await acts())[0]).toBe('draft');
    const refused = await clerk.post(`${path}/submit`, { on: '2026-11-27' });
    expect(refused.status).toBe(422);
    expect(refused.text).toContain(`href="${path}/draft"`);
    await clerk.post(`${path}/draft`, {
      on: '2026-11-27',
      answer: 'granted.alreadyPublic',
      where: '县政府门户网站“政府信息公开”专栏',
    });
    expect((await clerk.get(path)).text).not.toContain('还不能提交审查');
    expect((await acts())[0]).toBe('submit');
  });

  it('let the words of a draft be changed, but not the remedy nor the law’s words', async () => {
    const clerk = await come('zhuanyuan');
    const id = await caseOf('drafting');
    const draft = {
      on: '2026-11-27',
      answer: 'denied.deliberative',
      reasons: '该记录是内部讨论记录，没有形成决定',
    };
    const made = await clerk.post(`/office/applications/${id}/draft`, draft);
    expect(made.location).toContain('applicationDrafted');
    const path = `/office/applications/${id}/wording`;
    const { text } = await clerk.get(path);
    const areas = [...text.matchAll(/<textarea[^>]*name="([^"]+)"[^>]*>([^<]*)<\/textarea>/g)];
    expect(areas.length).toBeGreaterThan(0);
    const [, name, words] = areas.find(([tag]) => tag.includes('aria-describedby'))!;
    const kept = (words ?? '').trim();
    expect((await clerk.post(path, { [name!]: '改没了' })).status).toBe(422);
    expect((await clerk.post(path, { [name!]: `${kept}特此说明。` })).status).toBe(303);
    expect((await clerk.get(path)).text).toContain('特此说明');
    expect((await clerk.post(path, { 'remedy.1': '不能申请复议' })).status).toBe(422);
  });

  it('keep files encrypted, give them back to whoever may, and take nothing that is no document', async () => {
    const clerk = await come('zhuanyuan');
    const id = await caseOf('drafting');
    const send = async (content: string) => {
      const body = new FormData();
      body.set('_token', await clerk.token());
      body.set('kind', 'identity');
      body.set('file', new File([content], '身份证.pdf'));
      const cookie = [...clerk.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
      return site.app.request(`${publicUrl}/office/applications/${id}/files`, {
        method: 'POST',
        body,
        headers: { cookie, Origin: publicUrl },
      });
    };
    expect((await send('MZ not a document')).status).toBe(409);
    expect((await send('%PDF-1.7 绝密内容')).status).toBe(303);
    const row = await store.database.selectFrom('application_file').selectAll().executeTakeFirstOrThrow();
    const stored = await store.files.bytes({ sha256: row.sha256, storedAs: row.stored_as });
    expect(Buffer.from(stored).includes('绝密')).toBe(false);
    expect((await clerk.get(`/office/applications/${id}/files/${row.id}`)).text).toBe('%PDF-1.7 绝密内容');
    const stranger = await come('stranger', testPassword);
    expect((await stranger.get(`/office/applications/${id}/files/${row.id}`)).status).toBe(404);
  });

  it('register a review, reckon its days and end it in a column of table 四', async () => {
    const clerk = await come('zhuanyuan');
    const made = await clerk.post('/office/appeals/new', {
      kind: 'review',
      procedure: 'ordinary',
      organ: '云岫县人民政府',
      acceptedOn: '2026-11-02',
      copyReceivedOn: '2026-11-04',
      number: '2026-0003',
    });
    const path = made.location!.replace(/\?.*/, '');
    expect((await clerk.get(path)).text).toContain('2026-11-18');
    const wrong = await clerk.post(`${path}/end`, { disposition: 'suit.annulled', on: '2026-11-20' });
    expect(wrong.status).toBe(422);
    expect((await clerk.post(`${path}/course`, {})).status).toBe(422);
    expect((await clerk.post(`${path}/course`, { copyReceivedOn: '2026-11-01' })).status).toBe(422);
    expect((await clerk.post(`${path}/course`, { copyReceivedOn: '11月4日' })).status).toBe(422);
    expect((await clerk.post(`${path}/course`, { repliedOn: '2026-11-17' })).status).toBe(303);
    const kept = (await clerk.get(path)).text;
    for (const day of ['2026-11-04', '2026-11-17', '2026-11-18']) expect(kept).toContain(day);
    const end = { disposition: 'review.maintained', on: '2026-11-20', decision: '', learnt: '', costs: '' };
    expect((await clerk.post(`${path}/end`, { ...end, on: '2026-11-28' })).status).toBe(422);
    expect((await clerk.post(`${path}/end`, end)).status).toBe(303);
    const { text } = await clerk.get('/office/applications/tables');
    expect(text.slice(text.indexOf('表四'))).toMatch(/行政复议<\/th>.*?>1<.*?>1<.*?>0<.*?>0<.*?>2</s);
    const unknown = await clerk.post('/office/appeals/new', {
      kind: 'review',
      organ: '县政府',
      acceptedOn: '2026-11-02',
      number: '2026-9999',
    });
    expect(unknown.status).toBe(422);
  });

  it('refuse whoever is of another agency, and acts that are not due to somebody', async () => {
    const stranger = await come('stranger', testPassword);
    const id = await caseOf('drafting');
    expect((await stranger.get(`/office/applications/${id}`)).status).toBe(404);
    expect(
      (await stranger.post(`/office/applications/${id}/withdraw`, { on: '2026-11-27', confirmation: 'x' }))
        .status,
    ).toBe(404);
    const reviewer = await come('shenhe');
    const administrator = await come('xitong');
    expect((await administrator.get(`/office/applications/${id}`)).status).toBe(403);
    for (const { path, act } of actDefs.filter((def) => !/review|return/.test(def.act))) {
      const { status } = await reviewer.post(`/office/applications/${id}/${path}`, {
        on: '2026-11-27',
        ref: 'x',
        party: 'x',
        addressed: 'unit',
        information: 'x',
        unit: 'x',
        parts: 'x',
        due: '2026-12-01',
        days: '1',
        yuan: '1',
        quantity: '1',
        tariff: 'byPage',
        view: 'agrees',
        reasonable: 'yes',
        method: 'post',
        pages: '1',
        applicants: '2',
        result: 'corrected',
        applicant: 'business',
        text: 'x',
        answer: 'granted.provided',
        handedTo: 'x',
      });
      expect([act, status]).toEqual([act, 403]);
    }
  });
});
