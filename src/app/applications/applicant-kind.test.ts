import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  type CaseOffice,
  caseOffice,
  entered,
  givingDraft,
  noon,
  ofCase,
  sampleForm,
} from '../../../test/support/applications.ts';
import { testStore } from '../../../test/support/database.ts';
import { done, testVault } from '../../../test/support/office.ts';
import type { Store } from '../../store/store.ts';
import { correctApplicantKind } from '../commands/applications/correct-applicant-kind.ts';
import { draftAnswer } from '../commands/applications/draft-answer.ts';
import { receiveApplication } from '../commands/applications/receive-application.ts';
import { registerApplication } from '../commands/applications/register-application.ts';
import { submitApplication } from '../commands/applications/submit-application.ts';
import { submitForReview } from '../commands/applications/submit-for-review.ts';
import { appContext } from '../context.ts';
import { letterSheet } from '../queries/applications/case-documents.ts';
import { caseSheet } from '../queries/applications/case-sheet.ts';
import { yearTables } from '../queries/applications/year-tables.ts';

let store: Store;
let office: CaseOffice;
beforeAll(async () => {
  store = await testStore();
  office = await caseOffice(store, '990824101');
});
afterAll(() => store.close());

const day = '2026-03-05';
const firm = {
  applicant: {
    kind: 'legalService',
    name: '云麓乡建有限公司',
    identity: { type: 'otherDocument', number: 'ZJ000123' },
    contactPerson: '陈律师',
  },
};
const received = async () => {
  const scope = { agencyId: office.agencyId, below: false, year: 2026, until: null };
  const { cells } = await done(yearTables(office.as('head', day), scope));
  return Object.fromEntries(
    ['naturalPerson', 'business', 'legalService', 'total'].map((kind) => [
      kind,
      cells[`applications.received.${kind}`],
    ]),
  );
};
const correct = (applicationId: string, applicant: string, reason = '申请人是委托律师的公司') =>
  correctApplicantKind(office.as('clerk', day), {
    ...ofCase(office, applicationId, day),
    applicant: applicant as 'business',
    reason,
  });

describe('the class of an applicant (CNT-5: that of the client, fixed at registration)', () => {
  it('is what the office registers, whatever the applicant chose on the portal', async () => {
    const before = await received();
    const outside = { ...appContext(store, 'public', testVault), now: noon(day) };
    const form = sampleForm('', firm);
    const made = await done(
      submitApplication(outside, {
        agencyId: office.agencyId,
        submissionKey: crypto.randomUUID(),
        form,
      }),
    );
    const base = ofCase(office, made.applicationId, day);
    await done(receiveApplication(office.as('clerk', day), { ...base, receipt: { acknowledgedOn: day } }));
    await done(registerApplication(office.as('clerk', day), { ...base, applicant: 'business' }));
    const after = await received();
    expect([after.business! - before.business!, after.legalService! - before.legalService!]).toEqual([1, 0]);
    const sheet = await done(
      caseSheet(office.as('clerk', day), { agencyId: office.agencyId, id: made.applicationId }),
    );
    expect(sheet.state.applicant).toBe('business');
  });

  it('stays the applicant’s choice where the office says nothing else', async () => {
    const made = await entered(office, day, sampleForm('', firm));
    const ref = { agencyId: office.agencyId, id: made.applicationId };
    expect((await done(caseSheet(office.as('clerk', day), ref))).state.applicant).toBe('legalService');
  });

  it('is put right later with a reason: kept in the record, and table 三 follows', async () => {
    const made = await entered(office, day, sampleForm('', firm));
    const before = await received();
    await done(correct(made.applicationId, 'business'));
    const after = await received();
    expect([
      after.business! - before.business!,
      after.legalService! - before.legalService!,
      after.total! - before.total!,
    ]).toEqual([1, -1, 0]);
    const ref = { agencyId: office.agencyId, id: made.applicationId };
    const { acts } = await done(caseSheet(office.as('clerk', day), ref));
    expect(acts.at(-1)).toMatchObject({
      act: 'correctApplicantKind',
      by: 'clerk甲',
      facts: { applicant: 'business', before: 'legalService', reason: '申请人是委托律师的公司' },
    });
  });

  it('makes the letter speak to a unit where a unit was taken for a person', async () => {
    const made = await entered(office, day, sampleForm('云麓文史社'));
    const base = ofCase(office, made.applicationId, day);
    await done(draftAnswer(office.as('clerk', day), { ...base, draft: givingDraft }));
    const words = async () => {
      const ref = { agencyId: office.agencyId, id: made.applicationId, letterId: null };
      const { letter } = await done(letterSheet(office.as('clerk', day), ref));
      return letter.paragraphs.map(({ text }) => text).join('');
    };
    expect(await words()).toContain('收到您');
    await done(correct(made.applicationId, 'nonprofit', '是社会团体'));
    expect(await words()).toContain('收到你单位');
    const ref = { agencyId: office.agencyId, id: made.applicationId };
    expect((await done(caseSheet(office.as('clerk', day), ref))).summary.applicant).toBe('云麓文史社');
  });

  it('is not changed without a reason, to what it is, by a reviewer, or while the answer is under review', async () => {
    const made = await entered(office, day, sampleForm('', firm));
    expect(await correct(made.applicationId, 'business', ' ')).toMatchObject({
      code: 'application.kindReason',
    });
    expect(await correct(made.applicationId, 'legalService')).toMatchObject({ code: 'application.sameKind' });
    expect(await correct(made.applicationId, 'pupil')).toMatchObject({ code: 'input.invalid' });
    const base = ofCase(office, made.applicationId, day);
    const byReviewer = await correctApplicantKind(office.as('legal', day), {
      ...base,
      applicant: 'business',
      reason: '核对',
    });
    expect(byReviewer).toMatchObject({ code: expect.stringMatching(/^policy\./) });
    await done(draftAnswer(office.as('clerk', day), { ...base, draft: givingDraft }));
    await done(submitForReview(office.as('clerk', day), base));
    expect(await correct(made.applicationId, 'business')).toMatchObject({
      code: expect.stringMatching(/phase$/),
    });
  });
});
