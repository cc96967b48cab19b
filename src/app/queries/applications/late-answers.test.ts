import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testStore } from '../../../../test/support/database.ts';
import { ended } from '../../../../test/support/endings.ts';
import { actingAs, done, makeAgency, makePerson, testVault } from '../../../../test/support/office.ts';
import { type OfficeSite, officeSite } from '../../../../test/support/office-site.ts';
import type { ApplicationCase } from '../../../domain/application/case.ts';
import { isRefusal } from '../../../domain/refusal.ts';
import type { Day } from '../../../domain/workday/index.ts';
import { insertApplication } from '../../../store/applications.ts';
import { newId } from '../../../store/ids.ts';
import type { Store } from '../../../store/store.ts';
import { columnsOf, keyAbout } from '../../applications/case-record.ts';
import { aboutCase, sealJson } from '../../applications/sealing.ts';
import type { AppContext } from '../../context.ts';
import type { RoleId } from '../../policy/roles.ts';
import { type LateLine, lateAnswers } from './late-answers.ts';
import { applicationOverview } from './overview.ts';

const now = () => new Date('2026-06-30T12:00:00+08:00');
let store: Store;
let site: OfficeSite;
let county: string;
let town: string;

async function keep(agencyId: string, state: ApplicationCase): Promise<void> {
  const ref = { agencyId, id: newId() };
  const { key, wrapped } = testVault.newKey(keyAbout(ref));
  await insertApplication(store.database, {
    ...columnsOf(state, key, ref),
    agency_id: agencyId,
    id: ref.id,
    origin: state.origin,
    origin_id: null,
    applicant_kind: state.applicant,
    channel: state.channel,
    receipt_number: 'x',
    submission_key: null,
    first_id: null,
    holder_id: null,
    opened_at: null,
    acted_at: now(),
    wrapped_key: wrapped,
    sealed_form: Buffer.of(1),
    sealed_summary: sealJson(key, { title: '密题', applicant: '密*' }, aboutCase(ref, 'summary')),
    name_hash: null,
    identity_hash: null,
    phone_hash: null,
    last_four_hash: null,
    content_hash: null,
  });
}
const given = (receivedOn: string, on: string, number: string): ApplicationCase => ({
  ...ended('naturalPerson', 'granted.provided', receivedOn as Day, on as Day),
  number,
});
const as = (role: RoleId, agencyId: string): AppContext =>
  actingAs(
    store,
    {
      accountId: '01900000-0000-7000-8000-000000000001',
      name: '甲',
      agencyId,
      holdings: [{ agencyId, role, deputy: false }],
    },
    now,
  );
const asked = (agencyId: string, year = 2026) => ({ agencyId, below: false, year, after: null, limit: 2 });

beforeAll(async () => {
  store = await testStore();
  county = await makeAgency(store, { slug: '990861', name: '云岫县人民政府', level: 4 });
  town = await makeAgency(store, { slug: '990861101', name: '云麓镇人民政府', superior: county });
  await makePerson(store, town, 'late', ['disclosureOffice'], '李明');
  await makePerson(store, town, 'guest', ['contributor'], '王芳');
  // Received on 2026-03-02, due on 2026-03-30.
  await keep(town, given('2026-03-02', '2026-04-03', '2026-0003'));
  await keep(town, given('2026-03-02', '2026-03-31', '2026-0001'));
  await keep(town, given('2026-03-02', '2026-03-30', '2026-0002'));
  await keep(town, given('2026-03-02', '2026-04-03', '2026-0004'));
  await keep(town, given('2025-03-03', '2025-04-30', '2025-0001'));
  await keep(county, given('2026-03-02', '2026-04-01', '2026-0001'));
  site = await officeSite(store, now);
});
afterAll(() => store.close());

describe('the answers given late in a year', () => {
  it('are those that the on-time rate lacks, by the day of the answer, page by page, with how late each was', async () => {
    const context = as('disclosureOffice', town);
    const rows: LateLine[] = [];
    let after: string | null = null;
    do {
      const found: { rows: readonly LateLine[]; next: string | null; total: number } = await done(
        lateAnswers(context, { ...asked(town), after }),
      );
      expect(found.total).toBe(3);
      rows.push(...found.rows);
      after = found.next;
    } while (after !== null);
    expect(rows.map(({ number, due, by }) => [number, due, by])).toEqual([
      ['2026-0001', '2026-03-30', 1],
      ['2026-0003', '2026-03-30', 4],
      ['2026-0004', '2026-03-30', 4],
    ]);
    const { answered } = await done(
      applicationOverview(context, { agencyId: town, below: false, year: 2026 }),
    );
    expect(answered.cases - answered.inTime).toBe(3);
  });

  it('are counted by the year of the answer, and none is made up', async () => {
    expect((await done(lateAnswers(as('auditor', town), asked(town, 2025)))).total).toBe(1);
    expect(await done(lateAnswers(as('auditor', town), asked(town, 2024)))).toEqual({
      total: 0,
      rows: [],
      next: null,
    });
  });

  it('of the agencies below are seen by the one above, without who asked and for what', async () => {
    const { total, rows } = await done(
      lateAnswers(as('supervisor', county), { ...asked(county), below: true, limit: 9 }),
    );
    expect(total).toBe(4);
    expect(new Set(rows.map(({ agency }) => agency))).toEqual(new Set(['云岫县人民政府', '云麓镇人民政府']));
    expect(
      rows.every(({ title, applicant, id }) => title === null && applicant === null && id === null),
    ).toBe(true);
  });

  it.each(['contributor', 'secrecyReviewer', 'systemAdministrator'] as const)(
    'are not shown to a %s, nor to the office beside',
    async (role) => {
      expect(isRefusal(await lateAnswers(as(role, town), asked(town)))).toBe(true);
      expect(isRefusal(await lateAnswers(as('disclosureOffice', town), asked(county)))).toBe(true);
    },
  );

  it('stand on a page behind the rate of the overview, for whoever may see figures', async () => {
    const visitor = await site.signedIn('late');
    const overview = await visitor.get('/office/applications/overview?year=2026');
    expect(overview.text).toContain('href="/office/applications/late?year=2026"');
    const page = await visitor.get('/office/applications/late?year=2026');
    expect([page.status, page.text.includes('逾期答复 3 件'), page.text.includes('超期工作日')]).toEqual([
      200,
      true,
      true,
    ]);
    const guest = await site.signedIn('guest');
    expect((await guest.get('/office/applications/late?year=2026')).status).toBe(403);
  });
});
