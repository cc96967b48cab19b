import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type CaseOffice, caseOffice, entered, nextOffice } from '../../../../test/support/applications.ts';
import { testStore } from '../../../../test/support/database.ts';
import { done } from '../../../../test/support/office.ts';
import type { Store } from '../../../store/store.ts';
import { appealSheet } from '../../queries/appeals/appeal-list.ts';
import { yearTables } from '../../queries/applications/year-tables.ts';
import { concludeAppeal } from './conclude-appeal.ts';
import { correctAppeal } from './correct-appeal.ts';
import { registerAppeal } from './register-appeal.ts';

const today = '2026-06-01';
let store: Store;
let office: CaseOffice;
let appealId: string;

const clerk = () => office.as('clerk', today);
const correction = (more: object = {}) => ({
  agencyId: office.agencyId,
  appealId,
  kind: 'suitDirect' as const,
  procedure: null,
  acceptedOn: '2026-03-02' as never,
  applicationId: null,
  organ: '云岫县人民法院',
  notice: '',
  grounds: '请求撤销',
  undoEnd: false,
  reason: '起诉前经过复议，登记时选错',
  ...more,
});
const sheet = () => done(appealSheet(clerk(), { agencyId: office.agencyId, id: appealId }));
const cells = async () => {
  const { cells: all } = await done(
    yearTables(clerk(), { agencyId: office.agencyId, below: false, year: 2026, until: null } as never),
  );
  return all as Readonly<Record<string, number>>;
};
const conclude = (disposition: string) =>
  done(
    concludeAppeal(clerk(), {
      agencyId: office.agencyId,
      appealId,
      disposition,
      on: '2026-05-06' as never,
      decision: '（2026）云行初1号',
      costs: 50,
      learnt: '学到',
    }),
  );

beforeAll(async () => {
  store = await testStore();
  office = await caseOffice(store, '990808101');
});
beforeEach(async () => {
  await store.database.deleteFrom('appeal').execute();
  appealId = (
    await done(
      registerAppeal(clerk(), {
        agencyId: office.agencyId,
        applicationId: null,
        kind: 'suitDirect',
        procedure: null,
        acceptedOn: '2026-03-02' as never,
        copyReceivedOn: '2026-03-04' as never,
        organ: '云岫县人民法院',
        notice: '',
        grounds: '请求撤销',
        demonstration: false,
      }),
    )
  ).id;
});
afterAll(() => store.close());

describe('a registration that was wrong', () => {
  it('is corrected with a reason; table 四 follows', async () => {
    const { applicationId } = await entered(office, '2026-01-15');
    expect((await cells())['appeals.suitDirect.pending']).toBe(1);
    await done(
      correctAppeal(clerk(), correction({ kind: 'suitAfterReview', applicationId, organ: '九都市法院' })),
    );
    expect(await sheet()).toMatchObject({
      kind: 'suitAfterReview',
      application_id: applicationId,
      number: expect.stringMatching(/^2026-/),
      facts: {
        organ: '九都市法院',
        corrections: [
          { on: today, changes: ['种类', '对应申请', '机关'], reason: '起诉前经过复议，登记时选错' },
        ],
      },
    });
    const after = await cells();
    expect([after['appeals.suitDirect.total'], after['appeals.suitAfterReview.pending']]).toEqual([0, 1]);
  });

  it('has a result entered by mistake taken back, and another entered', async () => {
    await conclude('suit.annulled');
    await done(correctAppeal(clerk(), correction({ undoEnd: true })));
    expect(await sheet()).toMatchObject({
      disposition: null,
      result: null,
      ended_on: null,
      costs: null,
      facts: { decision: '', learnt: '' },
    });
    await conclude('suit.claimRejected');
    expect((await cells())['appeals.suitDirect.upheld']).toBe(1);
  });

  it('leaves on record what was corrected, and nothing of what stands there', async () => {
    await done(correctAppeal(clerk(), correction({ grounds: '欧阳某请求撤销' })));
    const [event] = await store.database
      .selectFrom('event')
      .select('facts')
      .where('subject_id', '=', appealId)
      .where('kind', '=', 'appeal.corrected')
      .execute();
    expect(event!.facts).toEqual({ changed: ['请求和理由'] });
  });

  it.each([
    ['nothing that differs', {}, 'appeal.nothing'],
    ['no reason', { kind: 'suitAfterReview', reason: ' ' }, 'input.invalid'],
    ['a procedure for a suit', { procedure: 'simplified' }, 'appeal.correction'],
    ['acceptance that has not come', { acceptedOn: '2026-06-02' }, 'appeal.correction'],
    ['acceptance after the copy', { acceptedOn: '2026-03-05' }, 'appeal.course'],
    ['a result that is not there', { undoEnd: true }, 'appeal.correction'],
    [
      'an application of nobody',
      { applicationId: '01900000-0000-7000-8000-00000000ffff' },
      'application.unknown',
    ],
  ])('is refused with %s, and stays as it was', async (_, more, code) => {
    const before = await sheet();
    expect(await correctAppeal(clerk(), correction(more))).toMatchObject({ refused: true, code });
    expect(await sheet()).toEqual(before);
  });

  it('may not be linked to a case of the office beside, nor corrected by it or by the head', async () => {
    const beside = await nextOffice(office, '990818101');
    const { applicationId } = await entered(beside, '2026-01-15');
    expect(await correctAppeal(clerk(), correction({ applicationId }))).toMatchObject({
      code: 'application.unknown',
    });
    for (const who of [beside.as('clerk', today), office.as('head', today)])
      expect(await correctAppeal(who, correction({ kind: 'suitAfterReview' }))).toMatchObject({
        refused: true,
        code: expect.stringMatching(/^policy\./),
      });
  });
});
