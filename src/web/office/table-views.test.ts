import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testStore } from '../../../test/support/database.ts';
import { makeAgency, makePerson } from '../../../test/support/office.ts';
import { type OfficeSite, officeSite, type Visitor } from '../../../test/support/office-site.ts';
import { mostViews } from '../../app/views/view-input.ts';
import type { Store } from '../../store/store.ts';

let store: Store;
let site: OfficeSite;
let head: Visitor;
let other: Visitor;
const rows = () => store.database.selectFrom('table_view').selectAll().orderBy('name').execute();
const keep = (visitor: Visitor, fields: Readonly<Record<string, string>>) =>
  visitor.post('/office/views', { list: 'people', query: '', name: '', ...fields });
const idOf = async (name: string) => (await rows()).find((row) => row.name === name)?.id ?? '';

beforeAll(async () => {
  store = await testStore();
  site = await officeSite(store);
  const county = await makeAgency(store, { slug: '990802', name: '云岫县人民政府', level: 4 });
  await makeAgency(store, { slug: '990802101', name: '第一镇人民政府', superior: county });
  await makePerson(store, county, 'head', ['officeHead', 'caseHandler'], '何负责');
  await makePerson(store, county, 'other', ['officeHead'], '欧其他');
  head = await site.signedIn('head');
  other = await site.signedIn('other');
});
afterAll(() => store.close());

describe('a view of a list', () => {
  it('keeps filters and columns under a name, and is opened by a link of its own', async () => {
    const kept = await keep(head, {
      name: '  负责人  ',
      query: 'q=何&role=officeHead&after=x&col=roles&unknown=1',
    });
    const id = await idOf('负责人');
    expect(kept.status).toBe(303);
    expect(kept.location).toContain(`kept=${id}`);
    const opened = await head.get(`/office/people?view=${id}`);
    expect(opened.status).toBe(303);
    const query = new URLSearchParams(opened.location!.split('?')[1]);
    expect([...query.keys()].sort()).toEqual(['col', 'col', 'kept', 'q', 'role']);
    const list = await head.get(opened.location!);
    expect(list.text).toContain('何负责');
    expect(list.text).not.toContain('欧其他');
    expect(list.text).toContain('视图：负责人');
    expect(list.text).not.toContain('data-l="登录名"');
  });

  it('is shown to its person alone, and changed, dropped or opened by no other', async () => {
    const id = await idOf('负责人');
    expect((await other.get('/office/people')).text).not.toContain('负责人</a>');
    expect((await other.get('/office/views?list=people')).text).not.toContain(id);
    const opened = await other.get(`/office/people?view=${id}`);
    expect(opened.location).toBe('/office/people?kept=none&done=viewGone');
    expect((await other.get(opened.location!)).text).toContain('没有这个视图');
    const before = await rows();
    expect((await other.post(`/office/views/${id}`, { list: 'people', name: '我的' })).status).toBe(404);
    expect((await other.post(`/office/views/${id}/query`, { list: 'people', query: 'q=a' })).status).toBe(
      404,
    );
    expect((await other.post(`/office/views/${id}/drop`, { list: 'people' })).status).toBe(404);
    expect(await rows()).toEqual(before);
  });

  it('is kept by nobody who is not signed in', async () => {
    const visitor = site.visitor();
    expect((await visitor.get('/office/views?list=people')).location).toContain('/office/sign-in');
    expect((await keep(visitor, { name: '外人' })).status).toBeGreaterThanOrEqual(400);
    expect((await rows()).map(({ name }) => name)).not.toContain('外人');
  });

  it.each([
    ['no name', '', '请给视图起个名字'],
    ['a name of blanks', '   ', '请给视图起个名字'],
    ['a name of 21 signs', '一二三四五六七八九十一二三四五六七八九十一', '名称至多 20 个字'],
    ['a name that is taken', '负责人', '已经有名为“负责人”的视图'],
    ['a name with a sign nobody sees', '甲\u0007乙', '不能显示的字符'],
  ])('with %s is refused beside the field, what was typed kept', async (_, name, words) => {
    const refused = await keep(head, { name, query: 'role=officeHead' });
    expect(refused.status).toBe(422);
    expect(refused.text).toContain(words);
    expect(refused.text).toContain('id="f-name-error"');
    expect(refused.text).toContain('value="role=officeHead"');
    expect(await rows()).toHaveLength(1);
  });

  it('has a name of any signs, which stay signs', async () => {
    const name = '<b>"1&2"</b>';
    expect((await keep(head, { name })).status).toBe(303);
    const page = await head.get('/office/people');
    expect(page.text).toContain('&lt;b&gt;&quot;1&amp;2&quot;&lt;/b&gt;');
    expect(page.text).not.toContain(name);
    await head.post(`/office/views/${await idOf(name)}/drop`, { list: 'people' });
  });

  it('is what the list opens with where its person says so, one at a time, and no trap', async () => {
    await keep(head, { name: '欧', query: 'q=欧', opens: '1' });
    await keep(head, { name: '何', query: 'q=何', opens: '1' });
    expect((await rows()).filter(({ opens }) => opens).map(({ name }) => name)).toEqual(['何']);
    const opened = await head.get('/office/people?done=accountDisabled');
    expect(opened.status).toBe(303);
    expect(opened.location).toContain('done=accountDisabled');
    const list = await head.get(opened.location!);
    expect(list.text).not.toContain('欧其他');
    const cleared = /<a class="gk-chip" href="([^"]+)"/.exec(list.text)![1]!.replaceAll('&amp;', '&');
    const all = await head.get(cleared);
    expect(all.status).toBe(200);
    expect(all.text).toContain('欧其他');
    expect(all.text).toContain('视图：何（已改动）');
    expect((await head.get('/office/people?kept=none')).text).toContain('欧其他');
    await head.post(`/office/views/${await idOf('何')}`, { list: 'people', name: '何', opens: '' });
    expect((await head.get('/office/people')).status).toBe(200);
  });

  it('is renamed and brought up to date, never onto the name of another', async () => {
    const id = await idOf('何');
    const taken = await head.post(`/office/views/${id}`, { list: 'people', name: '欧' });
    expect(taken.status).toBe(422);
    expect(taken.text).toContain(`id="f-name-${id}-error"`);
    expect((await head.post(`/office/views/${id}`, { list: 'people', name: '何某' })).status).toBe(303);
    const updated = await head.post(`/office/views/${id}/query`, { list: 'people', query: 'role=auditor' });
    expect(updated.location).toBe(`/office/people?role=auditor&kept=${id}&done=viewChanged`);
    expect((await rows()).find((row) => row.id === id)).toMatchObject({
      name: '何某',
      query: 'role=auditor',
    });
  });

  it('whose words the list no longer knows falls back to what the list shows by itself', async () => {
    const id = await idOf('何某');
    const words = 'role=noSuchRole&sort=-gone&col=gone&col=%00&q=%E4%BD%95&<>&&=';
    await store.database.updateTable('table_view').set({ query: words }).where('id', '=', id).execute();
    const opened = await head.get(`/office/people?view=${id}`);
    const list = await head.get(opened.location!);
    expect([opened.status, list.status]).toEqual([303, 200]);
    expect(list.text).toContain('何负责');
    for (const odd of ['x', '', `${id}'--`, '00000000-0000-0000-0000-000000000000'])
      expect((await head.get(`/office/people?view=${encodeURIComponent(odd)}`)).location).toContain(
        'viewGone',
      );
  });

  it('of the tree leads back to the list when its agency is no longer there', async () => {
    const kept = await head.post('/office/views', { list: 'agencies', name: '下级', query: 'under=990802' });
    expect(kept.location).toContain('under=990802');
    expect((await head.get(kept.location!)).text).toContain('第一镇人民政府');
    const id = await idOf('下级');
    await store.database.updateTable('table_view').set({ query: 'under=1' }).where('id', '=', id).execute();
    const gone = await head.get(`/office/agencies?under=1&kept=${id}`);
    expect(gone.location).toBe('/office/agencies?kept=none&done=viewGone');
  });

  it('keeps nothing that an applicant is looked for by', async () => {
    const words = 'q=110101199003070000&channel=oral';
    await head.post('/office/views', { list: 'applications', name: '信函', query: words });
    expect((await rows()).find(({ name }) => name === '信函')?.query).toBe('channel=oral');
    expect((await head.get('/office/applications/all')).text).toContain('查找框里的内容不保存');
  });

  it('is one of thirty of its list at most', async () => {
    const { accountId, have } = await store.database
      .selectFrom('table_view')
      .select(({ fn }) => ['account_id as accountId', fn.countAll<string>().as('have')])
      .where('list', '=', 'people')
      .groupBy('account_id')
      .executeTakeFirstOrThrow();
    const left = mostViews - Number(have);
    for (let n = 0; n < left; n += 1)
      expect((await keep(head, { name: `第${n}个` })).status, String(n)).toBe(303);
    const refused = await keep(head, { name: '太多了' });
    expect(refused.status).toBe(422);
    expect(refused.text).toContain('最多保存 30 个视图');
    expect(
      (await rows()).filter((row) => row.list === 'people' && row.account_id === accountId),
    ).toHaveLength(30);
  });

  it('of no list that there is, is refused', async () => {
    expect((await head.post('/office/views', { list: 'nothing', name: '甲' })).status).toBe(404);
    expect((await head.get('/office/views?list=constructor')).status).toBe(404);
  });

  it('leaves in the record that it was kept, changed or dropped, and not what it shows', async () => {
    const events = await store.database
      .selectFrom('event')
      .select(['kind', 'facts'])
      .where('kind', 'like', 'view.%')
      .execute();
    expect(new Set(events.map(({ kind }) => kind))).toEqual(
      new Set(['view.kept', 'view.changed', 'view.dropped']),
    );
    expect(JSON.stringify(events)).not.toMatch(/负责人|officeHead/);
  });
});
