import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testStore } from '../../../test/support/database.ts';
import { makeAgency, makePerson } from '../../../test/support/office.ts';
import { type OfficeSite, officeSite, type Visitor } from '../../../test/support/office-site.ts';
import type { Store } from '../../store/store.ts';

let store: Store;
let site: OfficeSite;
let system: Visitor;
let clerk: Visitor;
let stranger: Visitor;
let county: string;
beforeAll(async () => {
  store = await testStore();
  site = await officeSite(store);
  county = await makeAgency(store, { slug: '990802', name: '云岫县人民政府', level: 4 });
  for (const n of [101, 102, 103])
    await makeAgency(store, { slug: `990802${n}`, name: `第${n}镇人民政府`, superior: county });
  const other = await makeAgency(store, { slug: '990803', name: '青石县人民政府', level: 4 });
  await makePerson(store, county, 'system', ['systemAdministrator']);
  await makePerson(store, county, 'clerk', ['contributor']);
  await makePerson(store, other, 'stranger', ['systemAdministrator']);
  system = await site.signedIn('system');
  clerk = await site.signedIn('clerk');
  stranger = await site.signedIn('stranger');
});
afterAll(() => store.close());

describe('the pages of agencies', () => {
  it('lead from the own agency down a level at a time, without script', async () => {
    const top = await system.get('/office/agencies');
    expect(top.text).toContain('href="/office/agencies?under=990802"');
    const level = await system.get('/office/agencies?under=990802');
    expect(level.text).toContain('云岫县人民政府的下级');
    expect(level.text).toContain('href="/office/agencies/990802102"');
    expect((await system.get('/office/agencies?q=102')).text).toContain('第102镇人民政府');
    expect((await system.get('/office/agencies?q=青石')).text).not.toContain('青石县人民政府');
  });

  it('set an agency up, keep what was typed when it is refused, and rename, move and close it', async () => {
    const fields = {
      superior: '没有的县',
      name: '新河镇人民政府',
      kind: 'township',
      code: '990802120',
      validFrom: '',
    };
    const refused = await system.post('/office/agencies/new', fields);
    expect(refused.status).toBe(422);
    expect(refused.text).toContain('没有名为“没有的县”的机关');
    expect(refused.text).toContain('value="新河镇人民政府"');
    const made = await system.post('/office/agencies/new', { ...fields, superior: '990802' });
    expect(made.location).toBe('/office/agencies/990802120?done=agencyCreated');
    const path = '/office/agencies/990802120';
    expect((await system.post(`${path}/name`, { name: '新河口镇人民政府' })).status).toBe(303);
    expect((await system.post(`${path}/superior`, { superior: '990802120' })).text).toContain(
      '不能隶属于自己',
    );
    expect((await system.post(`${path}/kind`, { kind: 'township', makesRegulations: '1' })).status).toBe(422);
    expect((await system.post(`${path}/contacts`, { phone: '0000-441' })).status).toBe(303);
    expect((await system.get(path)).text).toContain('value="0000-441"');
    expect(
      (await system.post(`${path}/end`, { how: 'merge', successor: '', lastDay: '2026-01-01' })).status,
    ).toBe(422);
    const ended = await system.post(`${path}/end`, {
      how: 'merge',
      successor: '990802101',
      lastDay: '2026-01-01',
    });
    expect(ended.location).toBe(`${path}?done=agencyEnded`);
    const after = await system.get(path);
    expect(after.text).toContain('第101镇人民政府');
    expect(after.text).not.toContain('<h2 id="end-title">');
  });

  it('open the tree of agencies without script, a level or a search at a time, and do nothing else', async () => {
    const all = () => store.database.selectFrom('agency').selectAll().orderBy('id').execute();
    const before = await all();
    const typed = { name: '北河镇人民政府', superior: '990802' };
    const form = await system.post('/office/agencies/new', { ...typed, 'open-superior': '990802' });
    expect(form.status).toBe(200);
    expect(form.text).toContain('value="北河镇人民政府"');
    expect(form.text).toMatch(/type="radio" name="superior" value="990802102"/);
    const path = '/office/agencies/990802103';
    const found = await system.post(`${path}/superior`, { 'open-superior': '', 'find-superior': '第101' });
    expect(found.text).toMatch(/type="radio" name="superior" value="990802101"/);
    expect(found.text).not.toMatch(/type="radio" name="superior" value="990802102"/);
    const ended = await system.post(`${path}/end`, { how: 'merge', 'open-successor': '990802' });
    expect(ended.text).toMatch(/type="radio" name="successor" value="990802101"/);
    expect(await all()).toEqual(before);
  });

  it('answer the box of a form with levels and hits within reach alone', async () => {
    const tree = async (visitor: Visitor, query: string) =>
      JSON.parse((await visitor.get(`/office/agencies/tree.json${query}`)).text).nodes.map(
        ({ id }: { id: string }) => id,
      );
    expect(await tree(system, '?parent=')).toEqual(['990802']);
    expect(await tree(system, '?parent=990802')).toContain('990802101');
    expect(await tree(system, '?q=第102')).toEqual(['990802102']);
    expect(await tree(system, '?parent=990803')).toEqual([]);
    expect(await tree(stranger, '?q=第102')).toEqual([]);
    expect(await tree(clerk, '?parent=990802')).toEqual([]);
  });

  it('show an import before it is done', async () => {
    expect((await system.get('/office/agencies/import?q=曲阜')).text).toContain('county=370881');
    expect((await system.get('/office/agencies/import?county=370881')).status).toBe(409);
    expect((await system.get('/office/agencies/import?county=1')).status).toBe(404);
  });
});

describe('whom the policy does not let', () => {
  it.each([
    ['a clerk lists agencies', 'clerk', 'GET', '/office/agencies'],
    ['a clerk reads one', 'clerk', 'GET', '/office/agencies/990802101'],
    ['a clerk asks for the form', 'clerk', 'GET', '/office/agencies/new'],
    ['a clerk looks at an import', 'clerk', 'GET', '/office/agencies/import'],
    ['a clerk imports', 'clerk', 'POST', '/office/agencies/import'],
    ['another county reads one', 'stranger', 'GET', '/office/agencies/990802101'],
    ['another county lists a level', 'stranger', 'GET', '/office/agencies?under=990802'],
    ['another county sets one up', 'stranger', 'POST', '/office/agencies/new'],
    ['another county renames', 'stranger', 'POST', '/office/agencies/990802101/name'],
    ['another county moves', 'stranger', 'POST', '/office/agencies/990802101/superior'],
    ['another county changes the kind', 'stranger', 'POST', '/office/agencies/990802101/kind'],
    ['another county changes contacts', 'stranger', 'POST', '/office/agencies/990802101/contacts'],
    ['another county closes', 'stranger', 'POST', '/office/agencies/990802101/end'],
  ])('%s: refused, and nothing is changed', async (_, who, method, path) => {
    const visitor = who === 'clerk' ? clerk : stranger;
    const all = () => store.database.selectFrom('agency').selectAll().orderBy('id').execute();
    const before = await all();
    const fields = {
      superior: '990802',
      name: '别的镇人民政府',
      kind: 'township',
      code: '990802130',
      how: 'close',
      lastDay: '2026-01-01',
      county: '370881',
    };
    const answer = method === 'GET' ? await visitor.get(path) : await visitor.post(path, fields);
    expect([403, 409]).toContain(answer.status);
    expect(await all()).toEqual(before);
  });
});
