import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  type CaseOffice,
  caseOffice,
  contacts,
  entered,
  ofCase,
  sampleForm,
} from '../../../test/support/applications.ts';
import { testStore } from '../../../test/support/database.ts';
import { done } from '../../../test/support/office.ts';
import type { Store } from '../../store/store.ts';
import { noticeFee } from '../commands/applications/notice-fee.ts';
import { caseSheet } from '../queries/applications/case-sheet.ts';

let store: Store;
let office: CaseOffice;
beforeAll(async () => {
  store = await testStore();
  office = await caseOffice(store, '990825101');
  await store.database
    .updateTable('agency')
    .set({ contacts: JSON.stringify({ ...contacts, payment: '到县财政非税收入收缴窗口缴纳' }) })
    .where('id', '=', office.agencyId)
    .execute();
});
afterAll(() => store.close());

/** Somebody with a number of his own. */
const of = (number: string) =>
  sampleForm('罗闻笛', {
    applicant: {
      kind: 'naturalPerson',
      name: '罗闻笛',
      identity: { type: 'passport', number },
      contactPerson: null,
    },
  });
const many = async (number: string, days: readonly string[]) => {
  let last = '';
  for (const day of days) last = (await entered(office, day, of(number))).applicationId;
  return last;
};
const notice = (id: string, day: string, more: object) =>
  noticeFee(office.as('clerk', day), {
    ...ofCase(office, id, day),
    tariff: 'byItem',
    quantity: 1,
    yuan: null,
    ...more,
  } as Parameters<typeof noticeFee>[1]);
const feeIn = async (id: string, day: string) =>
  (await done(caseSheet(office.as('clerk', day), { agencyId: office.agencyId, id }))).state.fee;

describe('a fee by items (同一申请人、一个自然月、同一行政机关)', () => {
  it('counts what came before in the month by itself, and nothing of another month or person', async () => {
    await many('E000001', ['2026-02-27']);
    await many('E000002', ['2026-03-02']);
    const id = await many(
      'E000001',
      Array.from({ length: 12 }, () => '2026-03-03'),
    );
    const sheet = await done(caseSheet(office.as('clerk', '2026-03-04'), { agencyId: office.agencyId, id }));
    expect(sheet.itemsBefore).toBe(11);
    await done(notice(id, '2026-03-04', {}));
    expect(await feeIn(id, '2026-03-04')).toEqual({ tariff: 'byItem', quantity: 1, before: 11, yuan: 100 });
  });

  it('is refused for the tenth of the month, and where the sum typed is not the sum reckoned', async () => {
    const tenth = await many(
      'E000003',
      Array.from({ length: 10 }, () => '2026-03-03'),
    );
    expect(await notice(tenth, '2026-03-04', {})).toMatchObject({
      code: 'fee.none',
      article: { article: '第四条' },
    });
    const next = await many('E000003', ['2026-03-03']);
    expect(await notice(next, '2026-03-04', { yuan: 200 })).toMatchObject({
      code: 'fee.amount',
      facts: { due: 100, told: 200 },
    });
    await done(notice(next, '2026-03-04', { yuan: 100 }));
  });

  it('counts an application that was told as several items with so many', async () => {
    const first = await many(
      'E000004',
      Array.from({ length: 11 }, () => '2026-03-03'),
    );
    await done(notice(first, '2026-03-04', { quantity: 3 }));
    expect(await feeIn(first, '2026-03-04')).toMatchObject({ before: 10, yuan: 300 });
    const next = await many('E000004', ['2026-03-05']);
    await done(notice(next, '2026-03-06', {}));
    expect(await feeIn(next, '2026-03-06')).toMatchObject({ before: 13, yuan: 100 });
  });

  it('takes no number from the form that would say how many came before', async () => {
    const id = await many('E000005', ['2026-03-03']);
    expect(await notice(id, '2026-03-04', { before: 10, yuan: 100 })).toMatchObject({
      code: 'input.invalid',
    });
  });
});

describe('a fee by pages', () => {
  it('is not for what the applicant wants to look at, and reckons the rest', async () => {
    const looks = await entered(office, '2026-03-03', {
      ...of('E000006'),
      form: 'inspection',
      way: 'onSite',
    });
    const pages = { tariff: 'byPage', quantity: 101 };
    expect(await notice(looks.applicationId, '2026-03-04', pages)).toMatchObject({
      code: 'fee.form',
      article: { article: '第五条' },
    });
    const reads = await entered(office, '2026-03-03', of('E000006'));
    await done(notice(reads.applicationId, '2026-03-04', pages));
    expect(await feeIn(reads.applicationId, '2026-03-04')).toEqual({
      tariff: 'byPage',
      quantity: 101,
      before: 0,
      yuan: 720,
    });
  });
});
