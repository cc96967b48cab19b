import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testStore } from '../../../test/support/database.ts';
import { actingAs, done, makeAgency, makePerson, terminal } from '../../../test/support/office.ts';
import { isRefusal, type Refusal } from '../../domain/refusal.ts';
import { membershipsOf } from '../../store/accounts.ts';
import { agencyById, agencyBySlug } from '../../store/agencies.ts';
import type { Store } from '../../store/store.ts';
import { changeAgencyContacts } from '../commands/change-agency-contacts.ts';
import { changeAgencyKind } from '../commands/change-agency-kind.ts';
import { closeAgency } from '../commands/close-agency.ts';
import { createAgency } from '../commands/create-agency.ts';
import { importTownships } from '../commands/import-townships.ts';
import { mergeAgency } from '../commands/merge-agency.ts';
import { moveAgency } from '../commands/move-agency.ts';
import { renameAgency } from '../commands/rename-agency.ts';
import type { AppContext } from '../context.ts';
import { agencyLevels, agencySheet, townshipPreview } from '../queries/agencies.ts';
import { agencyHome } from '../queries/portal.ts';
import { agencyMeant } from './subject.ts';

let store: Store;
let system: AppContext;
let stranger: AppContext;
let clerk: AppContext;
let city: string;
let county: string;
let elsewhere: string;
const on = () => new Date('2026-11-28T10:00:00+08:00');
beforeAll(async () => {
  store = await testStore();
  city = await makeAgency(store, { slug: '990800', name: '云麓市人民政府', level: 3 });
  county = await makeAgency(store, { slug: '990802', name: '云岫县人民政府', superior: city, level: 4 });
  elsewhere = await makeAgency(store, { slug: '990902', name: '青石县人民政府', level: 4 });
  system = actingAs(store, await makePerson(store, city, 'system', ['systemAdministrator']), on);
  stranger = actingAs(store, await makePerson(store, elsewhere, 'stranger', ['systemAdministrator']), on);
  clerk = actingAs(store, await makePerson(store, county, 'clerk', ['disclosureOffice']), on);
});
afterAll(() => store.close());

const codeOf = async (outcome: Promise<unknown | Refusal>) => {
  const value = await outcome;
  return isRefusal(value) ? value.code : 'done';
};
let count = 100;
const town = (superior = county) =>
  makeAgency(store, { slug: `990802${++count}`, name: `第${count}镇人民政府`, superior });
const eventsOf = async (id: string) =>
  (
    await store.database
      .selectFrom('event')
      .select('kind')
      .where('agency_id', '=', id)
      .where('kind', 'like', 'agency.%')
      .orderBy('id')
      .execute()
  ).map(({ kind }) => kind);

describe('a new agency', () => {
  const base = { name: '云岫县水利局', kind: 'countyDepartment' as const, code: '990802', validFrom: '' };

  it('stands under its superior, has the address of its code and name, and is on record in both', async () => {
    const made = await done(createAgency(system, { ...base, superiorId: county }));
    expect(made.slug).toBe('990802-云岫县水利局');
    expect(await agencyBySlug(store.database, made.slug)).toMatchObject({
      superior_id: county,
      makes_regulations: false,
    });
    expect(await eventsOf(made.id)).toEqual(['agency.created']);
    expect(await codeOf(createAgency(system, { ...base, superiorId: county }))).toBe('agency.present');
  });

  it.each([
    ['without a superior', { superiorId: null }, 'agency.noSuperior'],
    [
      'under one that does not exist',
      { superiorId: '00000000-0000-4000-8000-000000000000' },
      'agency.unknown',
    ],
    ['of a county, under a township', { superiorId: 'town' }, 'agency.superiorLower'],
    ['of no such kind', { kind: 'ministryOfMagic' }, 'input.invalid'],
    ['with a code that is none', { code: '37' }, 'input.invalid'],
    ['with a field that nobody asked for', { level: 1 }, 'input.invalid'],
  ])('%s is refused', async (_, change, code) => {
    const input = { ...base, superiorId: county, name: '云岫县农业农村局', ...change };
    if (input.superiorId === 'town') input.superiorId = await town();
    expect(await codeOf(createAgency(system, input as never))).toBe(code);
  });

  it('is made by the system administrator of the superior or above, by nobody else', async () => {
    const input = { ...base, superiorId: county, name: '云岫县教育局' };
    expect(await codeOf(createAgency(stranger, input))).toBe('policy.agency');
    expect(await codeOf(createAgency(clerk, input))).toBe('policy.role');
    expect(await codeOf(createAgency(system, input))).toBe('done');
  });
});

describe('a change', () => {
  it('of the name keeps the address and is found under the new name', async () => {
    const id = await town();
    const { slug } = await done(renameAgency(system, { agencyId: id, name: '溪口新镇人民政府' }));
    expect((await agencyBySlug(store.database, slug))!.name).toBe('溪口新镇人民政府');
    const found = await done(
      agencyLevels(system, { under: null, text: '溪口新', closed: false, after: null, limit: 5 }),
    );
    expect(found.rows.map((row) => row.slug)).toEqual([slug]);
    expect(await codeOf(renameAgency(system, { agencyId: id, name: '溪口新镇人民政府' }))).toBe(
      'agency.sameName',
    );
    expect(await codeOf(renameAgency(system, { agencyId: id, name: '<script>' }))).toBe('input.invalid');
    expect(await codeOf(renameAgency(stranger, { agencyId: id, name: '别镇人民政府' }))).toBe(
      'policy.agency',
    );
  });

  it('of the superior closes no loop, and reaches only where the one who does it may', async () => {
    const above = await makeAgency(store, { slug: '990804', name: '甲县', superior: city, level: 4 });
    const zone = await done(
      createAgency(system, {
        superiorId: above,
        name: '乙开发区管委会',
        kind: 'zone',
        code: '',
        validFrom: '',
      }),
    );
    expect(await codeOf(moveAgency(system, { agencyId: above, superiorId: zone.id }))).toBe('agency.loop');
    expect(await codeOf(moveAgency(system, { agencyId: above, superiorId: above }))).toBe('agency.loop');
    expect(await codeOf(moveAgency(system, { agencyId: zone.id, superiorId: above }))).toBe(
      'agency.sameSuperior',
    );
    expect(await codeOf(moveAgency(system, { agencyId: zone.id, superiorId: elsewhere }))).toBe(
      'policy.agency',
    );
    expect(await codeOf(moveAgency(system, { agencyId: zone.id, superiorId: county }))).toBe('done');
    expect(await eventsOf(zone.id)).toContain('agency.moved');
  });

  it('of two superiors at once never closes a loop', async () => {
    const make = (name: string) =>
      done(createAgency(system, { superiorId: county, name, kind: 'zone', code: '', validFrom: '' }));
    const [one, two] = [await make('东开发区管委会'), await make('西开发区管委会')];
    const outcomes = await Promise.all([
      codeOf(moveAgency(system, { agencyId: one.id, superiorId: two.id })),
      codeOf(moveAgency(system, { agencyId: two.id, superiorId: one.id })),
    ]);
    expect(outcomes.sort()).toEqual(['agency.loop', 'done']);
  });

  it.each([
    ['township', true, 'agency.regulations'],
    ['township', false, 'done'],
    ['zone', true, 'done'],
    ['zone', false, 'done'],
    ['county', true, 'agency.regulations'],
  ] as const)(
    'of the kind to %s with rule-making power %s: %s (立法法第九十一条、第九十三条)',
    async (kind, makesRegulations, code) => {
      const agencyId = await town();
      expect(await codeOf(changeAgencyKind(system, { agencyId, kind, makesRegulations }))).toBe(code);
    },
  );

  it('of the contacts is for the disclosure office too, and keeps to the fields of 第十二条', async () => {
    const contacts = {
      office: '党政综合办公室',
      address: '',
      hours: '',
      phone: '0000-4412345',
      fax: '',
      online: '',
    };
    expect(await codeOf(changeAgencyContacts(clerk, { agencyId: county, ...contacts }))).toBe('done');
    const told = (await agencyHome(terminal(store), '990802'))!.contacts;
    expect(told).toEqual([
      { label: '工作机构的名称', value: '党政综合办公室' },
      { label: '联系电话', value: '0000-4412345' },
    ]);
    const { contacts: kept } = await done(agencySheet(clerk, { slug: '990802' }));
    expect(kept).toEqual({ office: '党政综合办公室', phone: '0000-4412345' });
    expect(await codeOf(changeAgencyContacts(clerk, { agencyId: county, ...contacts, phone: 'x' }))).toBe(
      'input.invalid',
    );
    expect(await codeOf(changeAgencyContacts(clerk, { agencyId: city, ...contacts }))).toBe('policy.agency');
  });
});

describe('the end of an agency', () => {
  const lastDay = '2026-11-20';

  it('waits until nothing hangs on it, and then leads to the successor', async () => {
    const [old, next] = [await town(), await town()];
    await makePerson(store, old, `hand${count}`, ['contributor']);
    expect(await codeOf(closeAgency(system, { agencyId: old, successorId: next, lastDay }))).toBe(
      'agency.inUse',
    );
    expect((await agencyById(store.database, old))!.valid_to).toBeNull();
    const empty = await town();
    const { slug } = await done(closeAgency(system, { agencyId: empty, successorId: next, lastDay }));
    const home = await agencyHome(terminal(store), slug);
    expect([home!.validTo, home!.successor!.slug]).toEqual([
      lastDay,
      (await agencyById(store.database, next))!.slug,
    ]);
    expect(await codeOf(renameAgency(system, { agencyId: empty, name: '旧镇人民政府' }))).toBe(
      'agency.closed',
    );
    expect(await codeOf(closeAgency(system, { agencyId: empty, successorId: next, lastDay }))).toBe(
      'agency.closed',
    );
  });

  it.each([
    ['on a day to come', { lastDay: '2026-12-31' }, 'agency.endsLater'],
    ['on no day', { lastDay: '' }, 'input.invalid'],
    ['into itself', { successorId: 'itself' }, 'agency.ownSuccessor'],
    ['into one that is closed', { successorId: 'closed' }, 'agency.successorClosed'],
    [
      'into one that does not exist',
      { successorId: '00000000-0000-4000-8000-000000000000' },
      'agency.unknown',
    ],
    ['into none', { successorId: null }, 'done'],
  ])('%s: %s', async (_, change, code) => {
    const agencyId = await town();
    const closed = await town();
    await done(closeAgency(system, { agencyId: closed, successorId: null, lastDay }));
    const input = { agencyId, successorId: county as string | null, lastDay, ...change };
    if (input.successorId === 'itself') input.successorId = agencyId;
    if (input.successorId === 'closed') input.successorId = closed;
    expect(await codeOf(closeAgency(system, input))).toBe(code);
  });

  it('into a successor moves subordinates, accounts and roles, and is on record in both', async () => {
    const make = (name: string) =>
      done(createAgency(system, { superiorId: county, name, kind: 'zone', code: '', validFrom: '' }));
    const [old, next] = [await make('南开发区管委会'), await make('北开发区管委会')];
    const below = await town(old.id);
    const person = await makePerson(store, old.id, 'moved', ['approver']);
    expect(await codeOf(mergeAgency(stranger, { agencyId: old.id, successorId: next.id, lastDay }))).toBe(
      'policy.agency',
    );
    await done(mergeAgency(system, { agencyId: old.id, successorId: next.id, lastDay }));
    expect((await agencyById(store.database, below))!.superior_id).toBe(next.id);
    const roles = await membershipsOf(store.database, person.accountId);
    expect(roles.map(({ agency_id, valid_from, valid_to }) => [agency_id, valid_from, valid_to])).toEqual([
      [next.id, '2026-11-21', null],
      [old.id, '2020-01-01', lastDay],
    ]);
    expect(await eventsOf(old.id)).toContain('agency.merged');
    expect(await eventsOf(next.id)).toContain('agency.received');
    expect(await agencyMeant(store.database, '南开发区管委会', 'superior')).toMatchObject({ refused: true });
  });

  it('into one that stood below it puts that in its place', async () => {
    const make = (name: string, superiorId: string) =>
      done(createAgency(system, { superiorId, name, kind: 'zone', code: '', validFrom: '' }));
    const old = await make('上开发区管委会', county);
    const next = await make('下开发区管委会', old.id);
    await done(mergeAgency(system, { agencyId: old.id, successorId: next.id, lastDay }));
    expect((await agencyById(store.database, next.id))!.superior_id).toBe(county);
  });
});

describe('the import of a county’s townships', () => {
  it('shows first what it would make, makes it under the county, and makes nothing twice', async () => {
    const shandong = await makeAgency(store, { slug: '370000', name: '山东省人民政府', level: 2 });
    const person = await makePerson(store, shandong, 'shandong', ['systemAdministrator']);
    const context = actingAs(store, person, on);
    const plan = await done(townshipPreview(context, { county: '370881' }));
    expect(plan.county).toMatchObject({ code: '370881', name: '曲阜市人民政府', present: null });
    expect(plan.townships).toContainEqual({
      code: '370881111',
      name: '防山镇人民政府',
      kind: 'township',
      present: null,
    });
    const made = await done(importTownships(context, { county: '370881' }));
    expect(made.made).toHaveLength(plan.townships.length + 1);
    expect(await codeOf(importTownships(context, { county: '370881' }))).toBe('agency.allPresent');
    const level = await done(
      agencyLevels(context, { under: '370881', text: '', closed: false, after: null, limit: 3 }),
    );
    expect(level.line.map(({ slug }) => slug)).toEqual(['370000', '370881']);
    expect(level.rows).toHaveLength(3);
    const rest = await done(
      agencyLevels(context, { under: '370881', text: '', closed: false, after: level.next, limit: 100 }),
    );
    expect(level.rows.length + rest.rows.length).toBe(plan.townships.length);
    expect([rest.next, rest.rows.some(({ slug }) => slug === level.rows[0]!.slug)]).toEqual([null, false]);
  });

  it('fills up what is missing and leaves what is there', async () => {
    const jining = await makeAgency(store, { slug: '370829', name: '嘉祥县政府', level: 4, superior: null });
    await makeAgency(store, { slug: '370829002', name: '旧名', superior: jining });
    const context = actingAs(store, await makePerson(store, jining, 'jiaxiang', ['systemAdministrator']), on);
    const made = await done(importTownships(context, { county: '370829' }));
    expect(made.present).toBe(2);
    expect((await agencyBySlug(store.database, '370829002'))!.name).toBe('旧名');
  });

  it.each([
    ['an unknown code', '999999', 'division.unknown'],
    ['no code', '370', 'division.unknown'],
    ['a county outside the tree', '220681', 'agency.noSuperior'],
    ['a county of somebody else', '370812', 'policy.agency'],
  ])('of %s is refused', async (_, code, refusal) => {
    expect(await codeOf(importTownships(stranger, { county: code }))).toBe(refusal);
  });
});

describe('what somebody types for an agency', () => {
  it.each([
    ['990802', 'done'],
    ['云岫县人民政府', 'done'],
    ['  云岫县人民政府 ', 'done'],
    ['', 'agency.notChosen'],
    ['没有的镇', 'agency.notChosen'],
  ])('%j is %s', async (text, code) => {
    expect(await codeOf(agencyMeant(store.database, text, 'superior'))).toBe(code);
  });

  it('is not guessed where several bear the name', async () => {
    for (const slug of ['990811101', '990812101'])
      await makeAgency(store, { slug, name: '九里镇人民政府', superior: county });
    expect(await agencyMeant(store.database, '九里镇人民政府', 'superior')).toMatchObject({
      message: expect.stringContaining('990811101、990812101'),
    });
  });
});
