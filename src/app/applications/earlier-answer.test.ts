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
import { emptyDraft } from '../../domain/application/answer-draft.ts';
import type { Day } from '../../domain/workday/index.ts';
import type { Store } from '../../store/store.ts';
import { approveAnswer } from '../commands/applications/approve-answer.ts';
import { draftAnswer } from '../commands/applications/draft-answer.ts';
import { reviewLegal } from '../commands/applications/review-legal.ts';
import { reviewSecrecy } from '../commands/applications/review-secrecy.ts';
import { sendAnswer } from '../commands/applications/send-answer.ts';
import { submitForReview } from '../commands/applications/submit-for-review.ts';

const day = '2026-03-02' as Day;
let store: Store;
let office: CaseOffice;
/** An answer that is in the register: number of the application, number of the letter. */
let first: { readonly number: string; readonly letter: string };

beforeAll(async () => {
  store = await testStore();
  office = await caseOffice(store);
  const { applicationId, number } = await entered(office, day, sampleForm('王小明'));
  const base = ofCase(office, applicationId, day);
  const clerk = office.as('clerk', day);
  await done(draftAnswer(clerk, { ...base, draft: givingDraft }));
  await done(submitForReview(clerk, base));
  await done(reviewLegal(office.as('legal', day), { ...base, opinion: '同意' }));
  await done(reviewSecrecy(office.as('secrecy', day), { ...base, opinion: '同意' }));
  await done(approveAnswer(office.as('approver', day), { ...base, opinion: '同意' }));
  await done(sendAnswer(clerk, { ...base, method: 'email', carrier: null, proof: null }));
  const row = await store.database
    .selectFrom('application')
    .select('state')
    .where('id', '=', applicationId)
    .executeTakeFirstOrThrow();
  first = { number: number!, letter: row.state.letter!.number };
});
afterAll(() => store.close());

/** Drafts 不予重复处理 for somebody, resting on an earlier answer. */
async function drafting(
  earlier: Partial<{ number: string; letter: string; answeredOn: Day }>,
  form: unknown = sampleForm('王小明'),
) {
  const { applicationId, number } = await entered(office, day, form);
  const draft = {
    ...emptyDraft('declined.repeated'),
    earlier: { ...first, answeredOn: day, ...earlier },
  };
  const outcome = await draftAnswer(office.as('clerk', day), {
    ...ofCase(office, applicationId, day),
    draft,
  });
  return { outcome, number: number! };
}

const other = sampleForm('李四', {
  applicant: {
    kind: 'naturalPerson',
    name: '李四',
    identity: { type: 'passport', number: 'E12345678' },
    contactPerson: null,
  },
});

describe('不予重复处理 (第三十六条第（六）项)', () => {
  it('rests on an answer of the register told as the register has it', async () => {
    expect((await drafting({})).outcome).toMatchObject({ phase: 'drafting' });
  });
  it.each([
    ['another number of the letter', { letter: '云政公开〔2020〕1号' }, 'application.earlierLetter'],
    ['another day', { answeredOn: '2026-02-27' as Day }, 'application.earlierOn'],
  ])('is refused with %s than the register has', async (_, earlier, code) => {
    expect((await drafting(earlier)).outcome).toMatchObject({
      code,
      article: { article: '第三十六条第（六）项' },
    });
  });
  it('is refused where somebody else had been answered', async () => {
    expect((await drafting({}, other)).outcome).toMatchObject({ code: 'application.earlierApplicant' });
  });
  it('is refused where the earlier application was not answered yet', async () => {
    const { number } = await entered(office, day, sampleForm('王小明'));
    expect((await drafting({ number: number! })).outcome).toMatchObject({ code: 'application.earlierNone' });
  });
  it('takes a number from before the register as it is given', async () => {
    const old = { number: '2019-17', letter: '云政公开〔2019〕17号', answeredOn: '2019-07-01' as Day };
    expect((await drafting(old)).outcome).toMatchObject({ phase: 'drafting' });
  });
});
