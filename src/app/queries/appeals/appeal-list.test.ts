import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type CaseOffice, caseOffice, entered, nextOffice } from '../../../../test/support/applications.ts';
import { testStore } from '../../../../test/support/database.ts';
import { done } from '../../../../test/support/office.ts';
import { isRefusal, type Refusal } from '../../../domain/refusal.ts';
import type { Store } from '../../../store/store.ts';
import { concludeAppeal } from '../../commands/appeals/conclude-appeal.ts';
import { registerAppeal } from '../../commands/appeals/register-appeal.ts';
import { appealList, appealSheet } from './appeal-list.ts';

const today = '2026-11-27';
const days = [
  '2026-03-02',
  '2026-03-02',
  '2026-05-11',
  '2026-05-11',
  '2026-05-11',
  '2026-07-01',
  '2026-07-02',
];
let store: Store;
let office: CaseOffice;
const ids: string[] = [];

const clerk = () => office.as('clerk', today);
const page = (more: object = {}) =>
  done(
    appealList(clerk(), {
      agencyId: office.agencyId,
      kind: null,
      result: null,
      after: null,
      limit: 3,
      ...more,
    }),
  );

beforeAll(async () => {
  store = await testStore();
  office = await caseOffice(store);
  for (const [index, day] of days.entries()) {
    const { id } = await done(
      registerAppeal(clerk(), {
        agencyId: office.agencyId,
        applicationId: null,
        kind: index % 2 === 0 ? 'review' : 'suitDirect',
        procedure: index % 2 === 0 ? 'ordinary' : null,
        acceptedOn: day as never,
        copyReceivedOn: null,
        organ: `机关${index}`,
        notice: '',
        grounds: '',
        demonstration: false,
      }),
    );
    ids.push(id);
  }
  await done(
    concludeAppeal(clerk(), {
      agencyId: office.agencyId,
      appealId: ids[0]!,
      disposition: 'review.maintained',
      on: '2026-04-01' as never,
      decision: '',
      costs: null,
      learnt: '',
    }),
  );
});
afterAll(() => store.close());

describe('the register of reviews and suits', () => {
  it('is read page by page, the newest first, each once, however many there are', async () => {
    const seen: string[] = [];
    const accepted: string[] = [];
    let after: string | null = null;
    do {
      const { rows, next } = await page({ after });
      seen.push(...rows.map(({ id }) => id));
      accepted.push(...rows.map(({ accepted_on }) => accepted_on));
      after = next;
    } while (after !== null);
    expect([...seen].sort()).toEqual([...ids].sort());
    expect(accepted).toEqual([...days].sort().reverse());
  });

  it.each([
    [{ kind: 'suitDirect' }, 3],
    [{ result: 'pending' }, 6],
    [{ result: 'upheld' }, 1],
    [{ kind: 'review', result: 'corrected' }, 0],
  ])('is narrowed by %j', async (filter, count) => {
    expect((await page({ ...filter, limit: 20 })).rows).toHaveLength(count);
  });

  it.each([
    ['denied.thirdParty', '2024-01-01', 'suitDirect', true],
    ['partial', '2026-03-01', 'suitDirect', true],
    ['denied.thirdParty', '2023-12-31', 'suitDirect', false],
    ['denied.thirdParty', '2026-03-01', 'suitAfterReview', false],
    ['unavailable.notHeld', '2026-03-01', 'suitDirect', false],
  ] as const)('asks for a second look (%s, %s, %s): %s', async (outcome, answeredOn, kind, doubtful) => {
    const { applicationId } = await entered(office, '2023-11-01');
    await store.database
      .updateTable('application')
      .set({ outcome, ended_on: answeredOn })
      .where('id', '=', applicationId)
      .execute();
    const { id } = await done(
      registerAppeal(clerk(), {
        agencyId: office.agencyId,
        applicationId,
        kind,
        procedure: null,
        acceptedOn: '2026-06-01' as never,
        copyReceivedOn: null,
        organ: '云岫县人民法院',
        notice: '',
        grounds: '',
        demonstration: false,
      }),
    );
    const sheet = await done(appealSheet(clerk(), { agencyId: office.agencyId, id }));
    expect(sheet.withoutReview).toBe(doubtful);
  });

  it('opens one that is far down, logs the reading, and gives none to an office beside', async () => {
    const ref = { agencyId: office.agencyId, id: ids[0]! };
    expect(await done(appealSheet(clerk(), ref))).toMatchObject({ words: '决定维持' });
    const logged = await store.database
      .selectFrom('access_log')
      .select('subject_id')
      .where('subject_id', '=', ids[0]!)
      .where('act', '=', 'appeal.list')
      .execute();
    expect(logged).toHaveLength(1);
    const beside = await nextOffice(office, '990802101');
    expect(isRefusal(await appealSheet(beside.as('clerk', today), ref))).toBe(true);
    const foreign = await appealSheet(beside.as('clerk', today), { agencyId: beside.agencyId, id: ids[0]! });
    expect((foreign as Refusal).code).toBe('appeal.unknown');
  });
});
