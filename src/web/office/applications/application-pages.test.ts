import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testStore } from '../../../../test/support/database.ts';
import { makeAgency, makePerson, testPassword, testVault } from '../../../../test/support/office.ts';
import { type OfficeSite, officeSite, type Visitor } from '../../../../test/support/office-site.ts';
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
  expect(await seedApplications(context)).toBe(13);
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
      });
      expect([act, status]).toEqual([act, 403]);
    }
  });
});
