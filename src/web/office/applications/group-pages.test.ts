import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testStore } from '../../../../test/support/database.ts';
import { makeAgency, makePerson, testPassword, testVault } from '../../../../test/support/office.ts';
import { type OfficeSite, officeSite, type Visitor } from '../../../../test/support/office-site.ts';
import { appContext } from '../../../app/context.ts';
import { seedApplications } from '../../../app/demonstration-applications.ts';
import { demonstrationPassword, seedPeople } from '../../../app/demonstration-people.ts';
import { openGroupRows } from '../../../store/application-groups.ts';
import type { Store } from '../../../store/store.ts';
import { groupActDefs } from './group-defs.ts';

let store: Store;
let site: OfficeSite;
let path: string;
const now = () => new Date('2026-11-27T10:00:00+08:00');
const today = '2026-11-27';
const come = async (username: string, password = demonstrationPassword): Promise<Visitor> => {
  const visitor = site.visitor();
  await visitor.post('/office/sign-in', { username, password, next: '/office' });
  return visitor;
};
const members = () =>
  store.database
    .selectFrom('application')
    .selectAll()
    .where('group_id', '=', path.split('/').at(-1)!)
    .orderBy('id')
    .execute();

beforeAll(async () => {
  store = await testStore();
  const county = await makeAgency(store, { slug: '990901', name: '云岫县人民政府', level: 4 });
  const town = await makeAgency(store, { slug: '990901101', name: '云岫县芦汀镇人民政府', superior: county });
  const other = await makeAgency(store, { slug: '990902101', name: '青石镇人民政府' });
  await makePerson(store, other, 'stranger', [
    'disclosureOffice',
    'caseHandler',
    'approver',
    'legalReviewer',
  ]);
  const context = { ...appContext(store, 'system', testVault), now };
  await seedPeople(context);
  await seedApplications(context);
  site = await officeSite(store, now);
  const [group] = await openGroupRows(store.database, town);
  path = `/office/applications/groups/${group!.id}`;
});
afterAll(() => store.close());

describe('a group of applications', () => {
  it('is one line on the board and in the work list, its applications are not', async () => {
    const clerk = await come('zhuanyuan');
    const board = await clerk.get('/office/applications');
    expect(board.text).toContain('同一内容的申请 6 件');
    expect(board.text).toContain('审批 6');
    expect(board.text.match(/芦花路沿线房屋征收/g)).toHaveLength(1);
    const leader = await come('zhenzhang');
    const home = await leader.get('/office');
    expect(home.text).toContain('审批：同一内容的申请 6 件');
    expect(home.text).toContain(path);
  });

  it('has a page of what was done to all, how far it came, and each application, names masked', async () => {
    const clerk = await come('zhuanyuan');
    const { status, text } = await clerk.get(path);
    expect(status).toBe(200);
    for (const words of ['整组办理', '已办到 6 件，共 6 件', '依据、途径和救济告知齐全', '沈*', '各计入表三'])
      expect(text).toContain(words);
    expect(text).not.toContain('沈砚');
    const [one] = await members();
    const { text: sheet } = await clerk.get(`/office/applications/${one!.id}`);
    expect(sheet).toContain('编为一组');
    expect(sheet).toContain(path);
  });

  it('is read by nobody of another agency, and each reading is noted', async () => {
    const stranger = await come('stranger', testPassword);
    expect((await stranger.get(path)).status).toBe(404);
    expect((await stranger.get('/office/applications/groups/none')).status).toBe(404);
    for (const { path: act } of groupActDefs) {
      expect([act, (await stranger.get(`${path}/${act}`)).status]).toEqual([act, 404]);
      expect([act, (await stranger.post(`${path}/${act}`, { on: today, method: 'email' })).status]).toEqual([
        act,
        404,
      ]);
    }
    const administrator = await come('xitong');
    expect((await administrator.get(path)).status).toBe(403);
    expect((await (await site.visitor()).get(path)).status).toBe(303);
    const read = await store.database
      .selectFrom('access_log')
      .select('actor')
      .where('subject_kind', '=', 'applicationGroup')
      .where('refused', 'is', null)
      .execute();
    expect(read.length).toBeGreaterThan(0);
  });

  it('lets nobody do what is not due to him', async () => {
    const reviewer = await come('shenhe');
    const clerk = await come('zhuanyuan');
    for (const { path: act } of groupActDefs.filter((def) => !/review|return/.test(def.act))) {
      expect([act, (await reviewer.get(`${path}/${act}`)).status]).toEqual([act, 403]);
      const sent = { on: today, method: 'email', carrier: '', proof: 'x' };
      expect([act, (await reviewer.post(`${path}/${act}`, sent)).status]).toEqual([act, 403]);
    }
    expect((await clerk.get(`${path}/approve`)).status).toBe(403);
    expect((await clerk.post(`${path}/approve`, { decision: 'approve', opinion: '', text: '' })).status).toBe(
      403,
    );
    const [one] = await members();
    const out = { applicationId: one!.id };
    expect((await reviewer.post(`${path}/take-out`, out)).status).toBe(403);
    const all = { actId: crypto.randomUUID() };
    expect((await reviewer.post(`${path}/take-out-all`, all)).status).toBe(403);
    expect((await clerk.post(`${path}/take-out-all`, all)).status).toBe(409);
    expect((await reviewer.get(`${path}/draft`)).status).toBe(403);
    expect(
      (await reviewer.post(`${path}/draft`, { on: today, answer: 'granted.alreadyPublic' })).status,
    ).toBe(403);
  });

  it('is approved once on one page, sent to each by the way they asked for, and one is taken out', async () => {
    const leader = await come('zhenzhang');
    const page = await leader.get(`${path}/approve`);
    expect(page.text).toContain('一次批准 6 件');
    expect(page.text).toContain('×××');
    expect(page.text).toContain('云岫县人民政府申请行政复议');
    const text = /name="text" value="([0-9a-f]{64})"/.exec(page.text)![1]!;
    const back = await leader.post(`${path}/approve`, { decision: 'return', opinion: '', text });
    expect(back.status).toBe(422);
    const stale = await leader.post(`${path}/approve`, { decision: 'approve', opinion: '', text: 'x' });
    expect([stale.status, stale.text.includes('有改动')]).toEqual([422, true]);
    const [out] = await members();
    const clerk = await come('zhuanyuan');
    const taken = await clerk.post(`${path}/take-out`, { applicationId: out!.id });
    expect(taken.location).toContain(`/office/applications/${out!.id}?done=groupTakenOut`);
    const approved = await leader.post(`${path}/approve`, { decision: 'approve', opinion: '同意', text });
    expect(approved.location).toContain('done=groupActed');
    const wrong = await clerk.post(`${path}/send`, {
      on: today,
      method: 'post',
      carrier: '挂号信',
      proof: '',
    });
    expect([wrong.status, wrong.text.includes('请另行发出')]).toEqual([422, true]);
    const sent = await clerk.post(`${path}/send`, {
      on: today,
      method: 'email',
      carrier: '',
      proof: '发送记录',
    });
    expect(sent.status).toBe(303);
    expect((await members()).map(({ phase }) => phase)).toEqual(Array.from({ length: 5 }, () => 'sent'));
    expect((await clerk.post(`${path}/close`, { on: today })).status).toBe(303);
    expect((await clerk.get('/office/applications')).text).not.toContain('同一内容的申请 ');
    expect((await clerk.get(path)).text).toContain('已办结 5');
  });
});
