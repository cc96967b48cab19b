import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  type CaseOffice,
  caseOffice,
  entered,
  ofCase,
  sampleForm,
} from '../../../test/support/applications.ts';
import { testStore } from '../../../test/support/database.ts';
import { done } from '../../../test/support/office.ts';
import { emptyDraft } from '../../domain/application/answer-draft.ts';
import { shippedCalendar } from '../../domain/workday/index.ts';
import type { Paper } from '../../report/render/paper.ts';
import type { Store } from '../../store/store.ts';
import { approveAnswer } from '../commands/applications/approve-answer.ts';
import { draftAnswer } from '../commands/applications/draft-answer.ts';
import { returnAnswer } from '../commands/applications/return-answer.ts';
import { reviewLegal } from '../commands/applications/review-legal.ts';
import { reviewSecrecy } from '../commands/applications/review-secrecy.ts';
import { submitForReview } from '../commands/applications/submit-for-review.ts';
import { approvalPaper } from './approval-paper.ts';
import { contentsOf } from './contents.ts';
import { matterOf } from './matter.ts';

const day = '2026-03-02';
let store: Store;
let office: CaseOffice;
beforeAll(async () => {
  store = await testStore();
  office = await caseOffice(store);
});
afterAll(() => store.close());

const matterIn = async (id: string) =>
  done(matterOf(office.as('clerk', day), { agencyId: office.agencyId, id }));
const wordsOf = ({ blocks }: Paper): string => JSON.stringify(blocks);
const titles = async (id: string) =>
  contentsOf(office.as('clerk', day), await matterIn(id)).map(({ title }) => title);

describe('审查呈批单', () => {
  it('tells what is proposed, who looked at it and who approved it, with their words (第十七条, 第四十五条)', async () => {
    const { applicationId, number } = await entered(office, day, sampleForm('王小明'));
    const base = ofCase(office, applicationId, day);
    const clerk = office.as('clerk', day);
    const draft = { ...emptyDraft('denied.deliberative'), reasons: '属于会议讨论记录。' };
    await done(draftAnswer(clerk, { ...base, draft }));
    await done(submitForReview(clerk, base));
    await done(reviewLegal(office.as('legal', day), { ...base, opinion: '理由不充分' }));
    await done(returnAnswer(office.as('secrecy', day), { ...base, reason: '补充事实' }));
    await done(submitForReview(clerk, base));
    await done(reviewLegal(office.as('legal', day), { ...base, opinion: '依据正确' }));
    await done(reviewSecrecy(office.as('secrecy', day), { ...base, opinion: '不涉密' }));
    await done(approveAnswer(office.as('approver', day), { ...base, opinion: '照此答复' }));
    const paper = approvalPaper(await matterIn(applicationId), shippedCalendar);
    expect(paper.title).toBe('政府信息公开申请审查呈批单');
    expect(paper.lead).toContain(number);
    const words = wordsOf(paper);
    for (const each of ['王小明（自然人）', '2026-03-30', '属于会议讨论记录。', '条例第十六条第二款'])
      expect(words).toContain(each);
    for (const each of ['依据正确', '不涉密', '照此答复']) expect(words).toContain(each);
    // What was sent back was looked at anew: the last word of each stands.
    expect(words).not.toContain('理由不充分');
  });

  it('lies in the file between what came in and what went out, once an answer is drafted', async () => {
    const { applicationId } = await entered(office, day);
    expect(await titles(applicationId)).not.toContain('政府信息公开申请审查呈批单');
    const draft = { ...emptyDraft('denied.deliberative'), reasons: '属于会议讨论记录。' };
    await done(draftAnswer(office.as('clerk', day), { ...ofCase(office, applicationId, day), draft }));
    const [first, second] = await titles(applicationId);
    expect([first, second]).toEqual(['政府信息公开申请登记表', '政府信息公开申请审查呈批单']);
  });
});
