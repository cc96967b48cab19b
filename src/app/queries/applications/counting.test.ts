import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testStore } from '../../../../test/support/database.ts';
import { begun, ended } from '../../../../test/support/endings.ts';
import { actingAs, done, makeAgency, testVault } from '../../../../test/support/office.ts';
import type { Appeal } from '../../../domain/appeal/appeal.ts';
import { countAppeals } from '../../../domain/appeal/counting.ts';
import type { ApplicationCase } from '../../../domain/application/case.ts';
import { countApplications, countedCase } from '../../../domain/application/counting.ts';
import { isRefusal } from '../../../domain/refusal.ts';
import { addDays, type Day, daysInMonth, formatDay } from '../../../domain/workday/index.ts';
import { answers } from '../../../law/answers.ts';
import { type AppealKind, appealKindNames, dispositions } from '../../../law/appeals.ts';
import { applicantKinds } from '../../../law/applicants.ts';
import { outcomes } from '../../../law/outcomes.ts';
import { insertAppeal } from '../../../store/appeals.ts';
import { insertApplication } from '../../../store/applications.ts';
import type { CountedCell } from '../../../store/counted-cases.ts';
import { newId } from '../../../store/ids.ts';
import type { Store } from '../../../store/store.ts';
import { columnsOf, keyAbout } from '../../applications/case-record.ts';
import { aboutCase, sealJson } from '../../applications/sealing.ts';
import type { AppContext } from '../../context.ts';
import type { RoleId } from '../../policy/roles.ts';
import { type FigureQuery, figureAppeals, figureCases } from './counted-cases.ts';
import { applicationOverview, type OverviewMonth } from './overview.ts';
import { yearTables } from './year-tables.ts';

let store: Store;
beforeAll(async () => {
  store = await testStore();
});
afterAll(() => store.close());

const dayIn = fc.integer({ min: 0, max: 365 * 3 }).map((offset) => addDays('2023-01-01' as Day, offset));

const history = fc
  .record({
    kind: fc.constantFrom(...applicantKinds),
    answer: fc.constantFrom(...answers.map(({ id }) => id), null),
    on: dayIn,
    gap: fc.integer({ min: 45, max: 120 }),
  })
  .map(({ kind, answer, on, gap }) =>
    answer === null ? begun(kind, on) : ended(kind, answer, on, addDays(on, gap)),
  );

const appeal = fc
  .record({
    kind: fc.constantFrom(...(Object.keys(appealKindNames) as AppealKind[])),
    on: dayIn,
    gap: fc.option(fc.integer({ min: 0, max: 400 })),
    which: fc.nat(100),
  })
  .map(({ kind, on, gap, which }): Appeal => {
    const some = dispositions.filter(({ of }) => of === (kind === 'review' ? 'review' : 'suit'));
    return {
      kind,
      procedure: kind === 'review' ? 'ordinary' : null,
      acceptedOn: on,
      copyReceivedOn: null,
      repliedOn: null,
      ended: gap === null ? null : { disposition: some[which % some.length]!.id, on: addDays(on, gap) },
    };
  });

async function keep(agencyId: string, state: ApplicationCase): Promise<void> {
  const ref = { agencyId, id: newId() };
  const { key, wrapped } = testVault.newKey(keyAbout(ref));
  await insertApplication(store.database, {
    ...columnsOf({ ...state, number: null }, key, ref),
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
    acted_at: new Date(),
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

const keepAppeal = (agencyId: string, { ended, ...one }: Appeal): Promise<unknown> =>
  insertAppeal(store.database, {
    agency_id: agencyId,
    id: newId(),
    application_id: null,
    reopened_id: null,
    kind: one.kind,
    procedure: one.procedure,
    accepted_on: one.acceptedOn,
    copy_received_on: null,
    replied_on: null,
    hearing_on: null,
    disposition: ended?.disposition ?? null,
    result: dispositions.find(({ id }) => id === ended?.disposition)?.result ?? null,
    ended_on: ended?.on ?? null,
    costs: null,
    wrapped_key: null,
    sealed_facts: Buffer.of(1),
    recorded_by: null,
    recorded_at: new Date(),
  });

const as = (role: RoleId, agencyId: string): AppContext =>
  actingAs(store, {
    accountId: '01900000-0000-7000-8000-000000000001',
    name: '甲',
    agencyId,
    holdings: [{ agencyId, role, deputy: false }],
  });

/** Everything behind a figure, page after page of a few. */
async function all(context: AppContext, asked: Omit<FigureQuery, 'after' | 'limit'>) {
  const read = asked.cell.table === 'appeals' ? figureAppeals : figureCases;
  const rows: object[] = [];
  let after: string | null = null;
  let total = 0;
  do {
    const found: { total: number; next: string | null; rows: readonly object[] } = await done(
      read(context, { ...asked, after, limit: 7 }) as ReturnType<typeof figureCases>,
    );
    rows.push(...found.rows);
    ({ total, next: after } = found);
  } while (after !== null);
  return { rows, total };
}

const cellOf = (id: string, first: string, until: string): CountedCell => {
  const [table, ...rest] = id.split('.');
  return {
    table: table as CountedCell['table'],
    row: rest.slice(0, -1).join('.'),
    column: rest.at(-1)!,
    first,
    until,
  };
};

let towns = 0;
const counties = fc.array(
  fc.record({
    cases: fc.array(history, { minLength: 1, maxLength: 12 }),
    appeals: fc.array(appeal, { minLength: 1, maxLength: 8 }),
  }),
  { minLength: 2, maxLength: 4 },
);

async function makeCounty(agencies: readonly { cases: ApplicationCase[]; appeals: Appeal[] }[]) {
  towns += 1;
  const county = await makeAgency(store, { slug: `县-${towns}`, name: `县${towns}`, level: 4 });
  for (const [index, { cases, appeals }] of agencies.entries()) {
    const agencyId =
      index === 0
        ? county
        : await makeAgency(store, { slug: `镇-${towns}-${index}`, name: `镇${index}`, superior: county });
    for (const one of cases) await keep(agencyId, one);
    for (const one of appeals) await keepAppeal(agencyId, one);
  }
  return county;
}

describe('tables 三 and 四 out of the store', () => {
  it('are what the domain counts, for an agency and for all below it, and each figure opens to as many cases, over random histories', async () => {
    await fc.assert(
      fc.asyncProperty(
        counties,
        fc.integer({ min: 0, max: 364 }),
        fc.nat(6),
        async (agencies, offset, from) => {
          const county = await makeCounty(agencies);
          const supervisor = as('supervisor', county);
          for (const below of [false, true]) {
            const some = below ? agencies : agencies.slice(0, 1);
            const cases = some.flatMap((each) => each.cases.flatMap((state) => countedCase(state) ?? []));
            const appeals = some.flatMap((each) => each.appeals);
            const carriedOut: Record<number, number> = {};
            for (const year of [2023, 2024, 2025]) {
              for (const until of [`${year}-12-31` as Day, addDays(`${year}-01-01` as Day, offset)]) {
                const asked = { agencyId: county, below, year, until };
                const { cells } = await done(yearTables(supervisor, asked));
                expect(cells).toEqual({
                  ...countApplications(cases, year, until),
                  ...countAppeals(appeals, year, until),
                });
                const shown = Object.entries(cells).filter(([, value]) => value > 0);
                for (const [id, value] of shown.filter((_, index) => index % 7 === from)) {
                  const cell = cellOf(id, `${year}-01-01`, until);
                  const { rows, total } = await all(supervisor, { agencyId: county, below, cell });
                  expect([id, rows.length, total]).toEqual([id, value, value]);
                }
                if (until.endsWith('-12-31')) carriedOut[year] = cells['applications.carriedOut.total']!;
                if (year > 2023 && until.endsWith('-12-31'))
                  expect(cells['applications.carriedIn.total']).toBe(carriedOut[year - 1]);
              }
            }
          }
        },
      ),
      { numRuns: 6 },
    );
  });

  it('agree with the overview month by month: each month opens to as many cases, and all months are the year', async () => {
    await fc.assert(
      fc.asyncProperty(counties, async (agencies) => {
        const agencyId = await makeCounty(agencies);
        const clerk = as('caseHandler', agencyId);
        const scope = { agencyId, below: true };
        for (const year of [2023, 2024]) {
          const { cells, months, byChannel, answered } = await done(
            applicationOverview(clerk, { ...scope, year }),
          );
          const sum = (of: (month: OverviewMonth) => number): number =>
            months.reduce((all, month) => all + of(month), 0);
          expect(sum(({ received }) => received)).toBe(cells['applications.received.total']);
          expect(sum(({ ended }) => ended)).toBe(cells['applications.concluded.total']);
          for (const kind of applicantKinds)
            expect(sum(({ byKind }) => byKind[kind] ?? 0)).toBe(cells[`applications.received.${kind}`]);
          for (const { id } of outcomes)
            expect(sum(({ byOutcome }) => byOutcome[id] ?? 0)).toBe(cells[`applications.${id}.total`]);
          expect(Object.values(byChannel).reduce((all, each) => all + each, 0)).toBe(
            cells['applications.received.total'],
          );
          expect([sum((month) => month.answered.cases), sum((month) => month.answered.inTime)]).toEqual([
            answered.cases,
            answered.inTime,
          ]);
          const { month, ended } = months[year === 2023 ? 11 : 5]!;
          const days = [formatDay(year, month, 1), formatDay(year, month, daysInMonth(year, month))] as const;
          const cell = cellOf('applications.concluded.total', ...days);
          expect((await all(clerk, { ...scope, cell })).total).toBe(ended);
        }
      }),
      { numRuns: 4 },
    );
  });

  it('tell the share answered in time and the median of the days it took, by the month of the answer', async () => {
    const agencyId = await makeCounty([
      {
        cases: [
          ended('business', 'granted.provided', '2025-03-03' as Day, '2025-03-10' as Day),
          ended('business', 'granted.provided', '2025-03-03' as Day, '2025-03-12' as Day),
          ended('business', 'granted.provided', '2025-03-03' as Day, '2025-04-30' as Day),
        ],
        appeals: [],
      },
    ]);
    const { months, answered } = await done(
      applicationOverview(as('caseHandler', agencyId), { agencyId, below: false, year: 2025 }),
    );
    expect(answered).toEqual({ cases: 3, inTime: 2, medianDays: 7 });
    expect(months[2]!.answered).toEqual({ cases: 2, inTime: 2, medianDays: 5 });
    expect(months[3]!.answered).toMatchObject({ cases: 1, inTime: 0 });
    expect(months[4]!.answered).toEqual({ cases: 0, inTime: 0, medianDays: null });
  });

  it('open for any period, a quarter as well as a year', async () => {
    const county = await makeCounty([
      {
        cases: [begun('business', '2025-02-03' as Day), begun('business', '2025-05-06' as Day)],
        appeals: [],
      },
    ]);
    const clerk = as('caseHandler', county);
    const quarter = { agencyId: county, below: false, year: 2025, from: '2025-04-01' as Day };
    const { cells, first } = await done(yearTables(clerk, { ...quarter, until: '2025-06-30' as Day }));
    expect([first, cells['applications.received.total'], cells['applications.carriedIn.total']]).toEqual([
      '2025-04-01',
      1,
      1,
    ]);
    const cell = cellOf('applications.received.total', '2025-04-01', '2025-06-30');
    expect((await all(clerk, { agencyId: county, below: false, cell })).rows).toHaveLength(1);
  });
});

describe('what stands behind a figure', () => {
  const cell = cellOf('applications.received.total', '2025-01-01', '2025-12-31');
  const three = () =>
    makeCounty([
      { cases: [begun('business', '2025-02-03' as Day)], appeals: [] },
      { cases: [begun('business', '2025-02-04' as Day)], appeals: [] },
    ]);

  it('tells of a subordinate only what is counted, and nothing that opens the case', async () => {
    const county = await three();
    const { rows } = await all(as('caseHandler', county), { agencyId: county, below: true, cell });
    expect(rows).toHaveLength(2);
    expect(rows[0]).toMatchObject({ title: '密题', applicant: '密*', id: expect.any(String) });
    expect(rows[1]).toMatchObject({ title: null, applicant: null, id: null, agency: '镇1' });
  });

  it('tells somebody who sees no cases only what is counted, in the own agency too', async () => {
    const county = await three();
    const { rows } = await all(as('supervisor', county), { agencyId: county, below: true, cell });
    expect(JSON.stringify(rows)).not.toContain('密');
  });

  it.each(['contributor', 'legalReviewer', 'systemAdministrator'] as const)(
    'is refused to somebody who sees no figures: %s',
    async (role) => {
      const county = await three();
      const asked = { agencyId: county, below: true, cell, after: null, limit: 5 };
      expect(isRefusal(await figureCases(as(role, county), asked))).toBe(true);
      expect(isRefusal(await figureAppeals(as(role, county), asked))).toBe(true);
    },
  );

  it('is refused to a subordinate for its superior', async () => {
    const county = await three();
    const town = await store.database
      .selectFrom('agency')
      .select('id')
      .where('superior_id', '=', county)
      .executeTakeFirstOrThrow();
    const asked = { agencyId: county, below: false, cell, after: null, limit: 5 };
    expect(isRefusal(await figureCases(as('caseHandler', town.id), asked))).toBe(true);
  });

  it('begins at the first page where a cursor was tampered with', async () => {
    const county = await three();
    const asked = { agencyId: county, below: true, cell, after: "x' or 1=1", limit: 5 };
    expect((await done(figureCases(as('caseHandler', county), asked))).rows).toHaveLength(2);
  });
});
