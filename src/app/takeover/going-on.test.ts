import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type CaseOffice, caseOffice, givingDraft, ofCase } from '../../../test/support/applications.ts';
import { testStore } from '../../../test/support/database.ts';
import { done } from '../../../test/support/office.ts';
import { line, takeoverFile } from '../../../test/support/takeover.ts';
import type { Store } from '../../store/store.ts';
import { approveAnswer } from '../commands/applications/approve-answer.ts';
import { draftAnswer } from '../commands/applications/draft-answer.ts';
import { giveUpApplication } from '../commands/applications/give-up-application.ts';
import { prepareTakeover } from '../commands/applications/prepare-takeover.ts';
import { reviewLegal } from '../commands/applications/review-legal.ts';
import { reviewSecrecy } from '../commands/applications/review-secrecy.ts';
import { sendAnswer } from '../commands/applications/send-answer.ts';
import { submitForReview } from '../commands/applications/submit-for-review.ts';
import { takeCorrection } from '../commands/applications/take-correction.ts';
import { takeOpinion } from '../commands/applications/take-opinion.ts';
import { takeOverApplications } from '../commands/applications/take-over-applications.ts';
import { takePayment } from '../commands/applications/take-payment.ts';
import { takeoverPreview } from '../queries/applications/takeover-preview.ts';

const today = '2026-11-27';
let store: Store;
let office: CaseOffice;

const rowOf = (number: string) =>
  store.database
    .selectFrom('application')
    .selectAll()
    .where('agency_id', '=', office.agencyId)
    .where('number', '=', number)
    .executeTakeFirstOrThrow();
const idOf = async (number: string) => (await rowOf(number)).id;
const clerk = () => office.as('clerk', today);
const caseNumbered = async (number: string) => ofCase(office, await idOf(number), today);

const correction = { correctionOn: '2026-11-10', correctionDue: '2026-12-01', state: '等待补正' };
const fee = { feeTariff: '按量计收', feeQuantity: '40', feeYuan: '100', state: '等待缴费' };
const lines = [
  line('1', { unit: '综合办公室' }),
  line('2', correction),
  line('3', { ...correction, correctionDue: '2026-11-24' }),
  line('4', { feeOn: '2026-11-10', feeReceivedOn: '2026-11-11', ...fee }),
  line('5', { asked: '第三方', askedOn: '2026-11-10', askReceivedOn: '2026-11-11' }),
];

beforeAll(async () => {
  store = await testStore();
  office = await caseOffice(store);
  const { agencyId } = office;
  await done(prepareTakeover(clerk(), { agencyId, file: takeoverFile(lines) }));
  const { draftId } = await done(takeoverPreview(clerk(), { agencyId, page: 1 }));
  await done(takeOverApplications(clerk(), { agencyId, draftId }));
});
afterAll(() => store.close());

describe('a case that was taken over', () => {
  it('is answered like every other: drafted, reviewed, approved, sent', async () => {
    const one = await caseNumbered('1');
    await done(draftAnswer(clerk(), { ...one, draft: givingDraft }));
    await done(submitForReview(clerk(), one));
    await done(reviewLegal(office.as('legal', today), { ...one, opinion: '' }));
    await done(reviewSecrecy(office.as('secrecy', today), { ...one, opinion: '' }));
    await done(approveAnswer(office.as('approver', today), { ...one, opinion: '' }));
    await done(sendAnswer(clerk(), { ...one, method: 'inPerson', carrier: null, proof: '送达回证' }));
    expect(await rowOf('1')).toMatchObject({ phase: 'sent', outcome: 'granted', ended_on: today });
  });

  it('goes on where the applicant sends the 补正 that was asked for before', async () => {
    await done(
      takeCorrection(clerk(), {
        ...(await caseNumbered('2')),
        form: null,
        text: '2025年的预算',
        excuse: null,
      }),
    );
    expect(await rowOf('2')).toMatchObject({ phase: 'inReview', waiting_for: null });
  });

  it('is given up where the period set before has run out, and the applicant is told', async () => {
    const one = await caseNumbered('3');
    await done(giveUpApplication(clerk(), one));
    expect(await rowOf('3')).toMatchObject({ phase: 'abandoned', outcome: 'other.correctionOverdue' });
    const letters = await store.database
      .selectFrom('letter')
      .select('kind')
      .where('application_id', '=', one.applicationId)
      .execute();
    expect(letters).toEqual([{ kind: 'correctionLapsed' }]);
  });

  it('goes on where the fee noticed before is paid', async () => {
    const one = await caseNumbered('4');
    await done(takePayment(clerk(), { ...one, yuan: 100, voucher: '票1' }));
    expect(await rowOf('4')).toMatchObject({ phase: 'drafting', waiting_for: null });
    const notice = await store.database
      .selectFrom('fee_notice')
      .select(['paid_on', 'paid_yuan'])
      .where('application_id', '=', one.applicationId)
      .executeTakeFirstOrThrow();
    expect(notice).toEqual({ paid_on: today, paid_yuan: 100 });
  });

  it('takes the opinion of whoever was asked before', async () => {
    const one = await caseNumbered('5');
    await done(
      takeOpinion(clerk(), { ...one, ref: '第三方1', view: 'agrees', reasonable: null, reply: '同意' }),
    );
    const asked = await store.database
      .selectFrom('opinion_request')
      .select(['view', 'answered_on'])
      .where('application_id', '=', one.applicationId)
      .executeTakeFirstOrThrow();
    expect(asked).toEqual({ view: 'agrees', answered_on: today });
  });
});
