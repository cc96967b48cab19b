import { afterAll, beforeAll, expect, it } from 'vitest';
import { type CaseOffice, caseOffice, entered, sampleForm } from '../../../../test/support/applications.ts';
import { testStore } from '../../../../test/support/database.ts';
import { done } from '../../../../test/support/office.ts';
import type { Store } from '../../../store/store.ts';
import { caseSheet } from './case-sheet.ts';

let store: Store;
let office: CaseOffice;
beforeAll(async () => {
  store = await testStore();
  office = await caseOffice(store, '990830101');
});
afterAll(() => store.close());

const advised = async (day: string, form: object = sampleForm('秦晚舟')) => {
  const { applicationId: id } = await entered(office, day, form);
  const sheet = await done(caseSheet(office.as('clerk', day), { agencyId: office.agencyId, id }));
  return { id, advice: sheet.advice };
};

it('tells of the eleventh application of one applicant in a calendar month, and begins anew with the next', async () => {
  for (let n = 1; n <= 10; n += 1) expect((await advised('2026-03-02')).advice).toEqual([]);
  const { advice } = await advised('2026-03-31');
  expect(advice.map(({ kind }) => kind)).toEqual(['manyThisMonth', 'feeThisMonth']);
  expect(advice[0]!.message).toContain('2026年3月已申请11件');
  expect(advice[0]!.cases).toHaveLength(10);
  expect((await advised('2026-04-01')).advice).toEqual([]);
});

it('tells of the same content asked before by the same applicant and by others, with the cases', async () => {
  const form = {
    ...sampleForm('顾平'),
    items: [{ name: '2024年扶贫资金分配表', documentNumber: null, description: null }],
  };
  const of = (number: string) => ({
    applicant: { ...form.applicant, identity: { type: 'residentId', number } },
  });
  const first = await advised('2026-05-06', { ...form, ...of('110101199003078515') });
  expect(first.advice).toEqual([]);
  const again = await advised('2026-05-07', { ...form, ...of('110101199003078515') });
  expect(again.advice.map(({ kind, cases }) => [kind, cases.map(({ id }) => id)])).toEqual([
    ['repeated', [first.id]],
  ]);
  const other = await advised('2026-05-08', { ...form, ...of('11010519491231002X') });
  expect(other.advice.map(({ kind, cases }) => [kind, cases.map(({ id }) => id)])).toEqual([
    ['sameContent', [again.id, first.id]],
  ]);
});
