import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testStore } from '../../../test/support/database.ts';
import { makeAgency, makePerson } from '../../../test/support/office.ts';
import { type OfficeSite, officeSite, type Visitor } from '../../../test/support/office-site.ts';
import type { Person } from '../../app/context.ts';
import type { Store } from '../../store/store.ts';

let store: Store;
let site: OfficeSite;
let town: string;
let leaving: Person;
let head: Visitor;
let clerk: Visitor;
beforeAll(async () => {
  store = await testStore();
  site = await officeSite(store);
  town = await makeAgency(store, { slug: '990802101', name: '云麓镇人民政府' });
  leaving = await makePerson(store, town, 'leaving', ['approver'], '陆远山');
  await makePerson(store, town, 'head', ['officeHead', 'disclosureOffice'], '沈望');
  await makePerson(store, town, 'clerk', ['contributor'], '李明');
  head = await site.signedIn('head');
  clerk = await site.signedIn('clerk');
});
afterAll(() => store.close());

describe('the bell, the notices and the search of every page', () => {
  it('tell of a role that was given, and are read by one button', async () => {
    expect((await clerk.get('/office')).text).toContain('消息，1 条未读');
    const list = await clerk.get('/office/notices');
    expect(list.text).toContain('角色有变动');
    expect((await clerk.post('/office/notices/read', {})).location).toBe('/office/notices?done=noticesRead');
    expect((await clerk.get('/office')).text).toContain('消息，0 条未读');
  });

  it('keep which kinds come by mail', async () => {
    expect((await clerk.post('/office/notices/choose', { 'mail:work.digest': '1' })).status).toBe(303);
    const { text } = await clerk.get('/office/notices');
    expect(/name="mail:work.digest"[^>]* checked/.test(text)).toBe(true);
    expect(/name="mail:role.granted"[^>]* checked/.test(text)).toBe(false);
  });

  it('find without script, and write what was typed as text', async () => {
    expect((await head.get('/office/search?q=云麓')).text).toContain('href="/office/agencies/990802101"');
    expect((await clerk.get('/office/search?q=云麓')).text).toContain('没有找到');
    expect((await head.get('/office/search?q=<script>')).text).not.toContain('“<script>');
  });
});

describe('a handover', () => {
  it('shows what goes over, says what is wrong, and is done in one act', async () => {
    const path = `/office/people/${leaving.accountId}/handover`;
    expect((await head.get(path)).text).toContain('审批人');
    const wrong = await head.post(path, { agencyId: town, successor: 'nobody', from: '2099-01-01' });
    expect([wrong.status, wrong.text.includes('没有登录名为“nobody”的账号')]).toEqual([422, true]);
    const elsewhere = await head.post(path, {
      agencyId: leaving.accountId,
      successor: '李明',
      from: '2099-01-01',
    });
    expect(elsewhere.text).toContain('本机关也没有这个姓名');
    const done = await head.post(path, { agencyId: town, successor: ' 李明 ', from: '2099-01-01' });
    expect(done.location).toBe(`/office/people/${leaving.accountId}?done=handedOver`);
  });
});

describe('whom the policy does not let', () => {
  it.each([
    ['look at a handover', 'GET', 'handover'],
    ['hand over', 'POST', 'handover'],
    ['look at the robot', 'GET', 'webhook'],
    ['set the robot', 'POST', 'webhook'],
  ])('%s: 403, and nothing is changed', async (_, method, what) => {
    const path =
      what === 'handover'
        ? `/office/people/${leaving.accountId}/handover`
        : '/office/agencies/990802101/webhook';
    const fields = { agencyId: town, successor: 'clerk', from: '2099-02-01', address: 'https://a.example/' };
    const answer = method === 'GET' ? await clerk.get(path) : await clerk.post(path, fields);
    expect(answer.status).toBe(403);
    const { count } = await store.database
      .selectFrom('webhook')
      .select((make) => make.fn.countAll<number>().as('count'))
      .executeTakeFirstOrThrow();
    expect(count).toBe(0);
  });
});
