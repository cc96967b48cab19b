import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type CaseOffice, caseOffice, noon } from '../../../test/support/applications.ts';
import { testStore } from '../../../test/support/database.ts';
import { markedCase, markedGroup } from '../../../test/support/marked-cases.ts';
import { Marks } from '../../../test/support/marks.ts';
import { type OfficeSite, officeSite } from '../../../test/support/office-site.ts';
import { addressesOf, patternsOf, saidBy } from '../../../test/support/route-walk.ts';
import { eraseCases } from '../../store/erase.ts';
import type { Store } from '../../store/store.ts';

const today = '2026-11-27';
const agency = '990801101';
let store: Store;
let office: CaseOffice;
let site: OfficeSite;
let caseId: string;
let groupId: string;
let members: string[];
const marks = new Marks();

const erase = (ids: readonly string[]) =>
  store.write((transaction) => eraseCases(transaction, { agencyId: office.agencyId, ids: [...ids] }));

/** Hashes of all that an act could change of a case or a group. */
async function stand(): Promise<Readonly<Record<string, string | null>>> {
  const found: Record<string, string | null> = {};
  for (const table of [
    'application',
    'application_event',
    'application_file',
    'application_group',
    'appeal',
    'appeal_file',
    'delivery',
    'disclosure_proposal',
    'fee_notice',
    'group_act',
    'letter',
    'opinion_request',
  ]) {
    const { rows } = await sql<{ hash: string | null }>`
      select md5(string_agg(t::text, '' order by t::text)) as hash from ${sql.table(table)} t`.execute(
      store.database,
    );
    found[table] = rows[0]!.hash;
  }
  return found;
}

const groupRow = () =>
  store.database
    .selectFrom('application_group')
    .selectAll()
    .where('id', '=', groupId)
    .executeTakeFirstOrThrow();

beforeAll(async () => {
  store = await testStore();
  office = await caseOffice(store, agency);
  caseId = (await markedCase(office, marks, agency, 'archived')).id;
  groupId = await markedGroup(office, marks, agency);
  members = (
    await store.database.selectFrom('application').select('id').where('group_id', '=', groupId).execute()
  ).map(({ id }) => id);
  site = await officeSite(store, noon(today));
}, 120_000);
afterAll(() => store.close());

describe('a group whose applications were deleted', () => {
  it('keeps what was asked for while one of them is left, and while it is open', async () => {
    await erase(members.slice(1));
    expect((await groupRow()).wrapped_key).not.toBeNull();
    await store.database
      .updateTable('application_group')
      .set({ open: false })
      .where('id', '=', groupId)
      .execute();
    await erase(members.slice(1));
    expect((await groupRow()).wrapped_key).not.toBeNull();
  });

  it('loses key, title, draft and what its acts brought with the last of them', async () => {
    await erase(members.slice(0, 1));
    const row = await groupRow();
    expect([row.wrapped_key, row.sealed_title.length, row.sealed_draft, row.content_hash.length]).toEqual([
      null,
      0,
      null,
      0,
    ]);
    const acts = await store.database
      .selectFrom('group_act')
      .select('sealed_facts')
      .where('group_id', '=', groupId)
      .execute();
    expect(acts.length).toBeGreaterThan(0);
    expect(acts.every(({ sealed_facts }) => sealed_facts.length === 0)).toBe(true);
  });

  it('counts in table 三 as before', async () => {
    const { counted } = await store.database
      .selectFrom('application')
      .select(({ fn }) => fn.countAll<number>().as('counted'))
      .where('group_id', '=', groupId)
      .where('counted', '=', true)
      .executeTakeFirstOrThrow();
    expect(Number(counted)).toBe(members.length);
  });
});

describe('every form of a deleted case or group', () => {
  it.each(['clerk', 'approver'])(
    'is refused calmly to the %s, changes nothing and tells nothing of what was there',
    async (who) => {
      await erase([caseId]);
      const visitor = await site.signedIn(`${who}.${agency}`);
      const _token = await visitor.token();
      const things = {
        cases: [{ id: caseId, letters: [crypto.randomUUID()], files: [crypto.randomUUID()] }],
        appeals: [],
        appealFiles: [],
        accounts: [],
        groups: [groupId],
        claims: [],
        agencies: [],
      };
      const addresses = patternsOf(site.app, 'POST')
        .filter((pattern) => /\/applications\/(?::id|groups\/:id)/.test(pattern))
        .flatMap((pattern) => addressesOf(pattern, things));
      expect(addresses.length).toBeGreaterThan(40);
      const before = await stand();
      const fields = {
        _token,
        on: today,
        purpose: '核对',
        holderId: office.people.head.accountId,
        decision: 'approve',
        opinion: '同意',
        proof: '签收',
        confirmation: '书面',
        pages: '3',
      };
      for (const address of addresses) {
        const answer = await visitor.post(address, fields);
        expect([400, 403, 404, 409, 410, 422], `${address}: ${answer.status}`).toContain(answer.status);
        const told = marks.in(saidBy(answer)).filter(({ field }) => field !== 'id' && field !== 'receipt');
        expect(told, address).toEqual([]);
      }
      expect(await stand()).toEqual(before);
    },
    120_000,
  );
});
