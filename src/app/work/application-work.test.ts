import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  type CaseOffice,
  caseOffice,
  entered,
  givingDraft,
  ofCase,
  sampleForm,
} from '../../../test/support/applications.ts';
import { testStore } from '../../../test/support/database.ts';
import { done } from '../../../test/support/office.ts';
import type { Store } from '../../store/store.ts';
import { draftAnswer } from '../commands/applications/draft-answer.ts';
import { returnAnswer } from '../commands/applications/return-answer.ts';
import { submitForReview } from '../commands/applications/submit-for-review.ts';
import { applicationWork } from './application-work.ts';

let store: Store;
let office: CaseOffice;
let on: (date: string) => ReturnType<typeof ofCase>;
beforeAll(async () => {
  store = await testStore();
  office = await caseOffice(store, '990806101');
  const { applicationId } = await entered(office, '2026-03-09', sampleForm());
  on = (date) => ofCase(office, applicationId, date);
  const clerk = office.as('clerk', '2026-03-10');
  await done(draftAnswer(clerk, { ...on('2026-03-10'), draft: givingDraft }));
  await done(submitForReview(clerk, on('2026-03-10')));
});
afterAll(() => store.close());

const titles = async (who: keyof CaseOffice['people'], day: string) =>
  (await applicationWork(office.as(who, day))).map(({ title }) => title.replace(/：.*/, ''));

describe('an application in the work lists', () => {
  it('waits for the reviewer alone while there is time', async () => {
    expect(await titles('secrecy', '2026-03-11')).toEqual(['审查']);
    expect(await titles('clerk', '2026-03-11')).toEqual([]);
    expect(await titles('approver', '2026-03-11')).toEqual([]);
  });

  it.each([
    ['three working days are left', '2026-04-01', 1],
    ['four are left', '2026-03-31', 0],
    ['the period is over', '2026-04-09', 1],
  ])('is shown to who holds it though it lies with a colleague, when %s', async (_, day, count) => {
    expect(await titles('clerk', day)).toEqual(Array.from({ length: count }, () => '催办（在审查环节）'));
  });

  it('that was sent back is told from one that is drafted for the first time', async () => {
    await done(returnAnswer(office.as('secrecy', '2026-03-12'), { ...on('2026-03-12'), reason: '补充附件' }));
    const [back] = await applicationWork(office.as('clerk', '2026-03-12'));
    expect(back).toMatchObject({ title: expect.stringMatching(/^拟写答复/), returned: true });
    await done(submitForReview(office.as('clerk', '2026-03-13'), on('2026-03-13')));
    expect(await titles('clerk', '2026-03-13')).toEqual([]);
  });
});
