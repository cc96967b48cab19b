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

const often = async (day: string): Promise<string | null> => {
  const { applicationId: id } = await entered(office, day, sampleForm('秦晚舟'));
  const sheet = await done(caseSheet(office.as('clerk', day), { agencyId: office.agencyId, id }));
  return sheet.often?.message ?? null;
};

it('tells of the eleventh application of one applicant in a calendar month, and begins anew with the next', async () => {
  for (let n = 1; n <= 10; n += 1) expect(await often('2026-03-02')).toBeNull();
  expect(await often('2026-03-31')).toContain('本月已申请11件');
  expect(await often('2026-04-01')).toBeNull();
});
