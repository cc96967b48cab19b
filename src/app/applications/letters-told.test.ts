import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  type CaseOffice,
  caseOffice,
  contacts,
  entered,
  givingDraft,
  ofCase,
  sampleForm,
} from '../../../test/support/applications.ts';
import { testStore } from '../../../test/support/database.ts';
import { done, testVault } from '../../../test/support/office.ts';
import type { AnswerDraft } from '../../domain/application/answer-draft.ts';
import type { Letter } from '../../domain/application/letters/letter.ts';
import { isRefusal } from '../../domain/refusal.ts';
import type { LetterKindId } from '../../law/letters.ts';
import { deliveriesOf, lettersOf } from '../../store/application-letters.ts';
import type { Store } from '../../store/store.ts';
import { approveAnswer } from '../commands/applications/approve-answer.ts';
import { askCorrection } from '../commands/applications/ask-correction.ts';
import { askMaker } from '../commands/applications/ask-maker.ts';
import { askReasons } from '../commands/applications/ask-reasons.ts';
import { askThirdParty } from '../commands/applications/ask-third-party.ts';
import { delayAnswer } from '../commands/applications/delay-answer.ts';
import { draftAnswer } from '../commands/applications/draft-answer.ts';
import { editLetter } from '../commands/applications/edit-letter.ts';
import { reviewLegal } from '../commands/applications/review-legal.ts';
import { reviewSecrecy } from '../commands/applications/review-secrecy.ts';
import { sendAnswer } from '../commands/applications/send-answer.ts';
import { submitForReview } from '../commands/applications/submit-for-review.ts';
import { takeOpinion } from '../commands/applications/take-opinion.ts';
import { takeReasons } from '../commands/applications/take-reasons.ts';
import { readCase } from './case-record.ts';
import { openBody } from './letters.ts';

let store: Store;
let office: CaseOffice;
beforeAll(async () => {
  store = await testStore();
  office = await caseOffice(store);
});
afterAll(() => store.close());

const day = '2026-03-02';
const setting = (more: object) =>
  store.database
    .updateTable('agency')
    .set({ contacts: JSON.stringify({ ...contacts, ...more }) })
    .where('id', '=', office.agencyId)
    .execute();
const refOf = (id: string) => ({ agencyId: office.agencyId, id });

async function sentOf(id: string) {
  const record = await readCase(store.database, testVault, refOf(id));
  if (isRefusal(record)) throw new Error(record.message);
  const rows = await lettersOf(store.database, refOf(id));
  return rows.map((row) => ({ ...row, letter: openBody(record, row.sealed_body).letter }));
}
const textOf = ({ paragraphs }: Letter): string => paragraphs.map(({ text }) => text).join('');
const clerk = () => office.as('clerk', day);
const party = {
  party: '清源建材有限公司',
  address: '云岫县工业路3号',
  contact: '周某',
  information: '中标单位的报价明细',
  reason: '',
  method: 'post',
} as const;
const thirdParty = { ...party, addressed: 'unit' } as const;
type Asked = Omit<Parameters<typeof askThirdParty>[1], keyof ReturnType<typeof ofCase>>;

/** A case given away over the objection of a third party, for the public interest. */
async function overruling(whom: Asked, draft: Partial<AnswerDraft>, method: 'email' | 'inPerson') {
  const { applicationId } = await entered(
    office,
    day,
    sampleForm('王小明', method === 'email' ? {} : { way: 'pickUp' }),
  );
  const base = ofCase(office, applicationId, day);
  await done(askThirdParty(clerk(), { ...base, ...whom }));
  const said = { ref: '第三方1', view: 'objects', reasonable: true, reply: '不愿公开' } as const;
  await done(takeOpinion(clerk(), { ...base, ...said }));
  await done(draftAnswer(clerk(), { ...base, draft: { ...givingDraft, ...draft } }));
  await done(submitForReview(clerk(), base));
  await done(reviewLegal(office.as('legal', day), { ...base, opinion: '同意' }));
  await done(reviewSecrecy(office.as('secrecy', day), { ...base, opinion: '同意' }));
  await done(approveAnswer(office.as('approver', day), { ...base, opinion: '同意' }));
  const proof = method === 'inPerson' ? '本人签收' : null;
  await done(sendAnswer(clerk(), { ...base, method, carrier: null, proof }));
  return applicationId;
}

describe('what the clerk explains', () => {
  it('reaches the applicant in the notice of 补正 (第三十条: 指导和释明)', async () => {
    const { applicationId } = await entered(office, day);
    const explanation = '申请中的“养护材料”没有写明年度，请写明是哪一年的';
    const causes = ['contentUnclear'] as ['contentUnclear'];
    const ask = { causes, due: '2026-03-23', lateBecause: null, explanation };
    await done(askCorrection(clerk(), { ...ofCase(office, applicationId, day), ...ask }));
    const [letter] = await sentOf(applicationId);
    expect(textOf(letter!.letter)).toContain(`关于补正内容的说明：${explanation}。`);
    expect(textOf(letter!.letter)).toContain('请您在2026年3月23日前（含当日）');
  });

  it('reaches him where reasons are asked for, and where the answer is delayed (第三十五条)', async () => {
    const { applicationId } = await entered(office, day);
    const base = ofCase(office, applicationId, day);
    await done(askReasons(clerk(), { ...base, due: '2026-03-10', reason: '一月以来申请一百二十件' }));
    await done(takeReasons(clerk(), { ...base, reasonable: true, text: '研究用' }));
    await done(delayAnswer(clerk(), { ...base, due: '2026-06-30', reason: '涉及十二个年度的卷宗' }));
    const [asked, delayed] = await sentOf(applicationId);
    expect(textOf(asked!.letter)).toContain('本机关认为超过合理范围的情况：一月以来申请一百二十件。');
    expect(textOf(delayed!.letter)).toContain('无法在规定期限内答复的原因：涉及十二个年度的卷宗。');
  });

  it('reaches whoever is asked for an opinion', async () => {
    const { applicationId } = await entered(office, day);
    const base = ofCase(office, applicationId, day);
    const reason = '明细可能涉及贵方的商业秘密';
    await done(askThirdParty(clerk(), { ...base, ...thirdParty, reason }));
    await done(askMaker(clerk(), { ...base, ...party, party: '县交通运输局', reason: '两机关联合印发' }));
    const texts = (await sentOf(applicationId)).map(({ kind, letter }) => [kind, textOf(letter)] as const);
    const of = (wanted: LetterKindId) => texts.find(([kind]) => kind === wanted)![1];
    expect(of('thirdPartyOpinion')).toContain(`征求意见的原因：${reason}。`);
    expect(of('makerOpinion')).toContain('征求意见的原因：两机关联合印发。');
    expect(of('consultationNotice')).not.toContain(reason);
  });
});

describe('a third party who is a person (个人隐私)', () => {
  const person = { ...thirdParty, party: '赵某某', addressed: 'person', method: 'inPerson' } as const;

  it('is written to as 您, and served in the way that was chosen', async () => {
    const { applicationId } = await entered(office, day);
    await done(askThirdParty(clerk(), { ...ofCase(office, applicationId, day), ...person }));
    const [letter, form] = await sentOf(applicationId);
    expect(letter!.letter.addressee).toBe('赵某某');
    for (const paper of [letter!, form!]) expect(textOf(paper.letter)).not.toContain('你单位');
    expect(textOf(letter!.letter)).toContain('现书面征求您的意见');
    const [served] = await deliveriesOf(store.database, refOf(applicationId));
    expect(served).toMatchObject({ letter_id: letter!.id, method: 'inPerson' });
  });

  it('is refused without saying whether it is a person, and in a way that reaches nobody outside', async () => {
    const { applicationId } = await entered(office, day);
    const ask = { ...ofCase(office, applicationId, day), ...person };
    const { addressed: _, ...unsaid } = ask;
    expect(await askThirdParty(clerk(), unsaid as never)).toMatchObject({ code: 'input.invalid' });
    expect(await askThirdParty(clerk(), { ...ask, method: 'portal' as never })).toMatchObject({
      code: 'input.invalid',
    });
    expect(await sentOf(applicationId)).toEqual([]);
  });

  it('is told as a person, too, that the public interest overrides the objection', async () => {
    const id = await overruling(person, { publicInterest: '该信息关系公共资金的监督' }, 'email');
    const letter = (await sentOf(id)).find(({ kind }) => kind === 'disclosureToThirdParty')!;
    expect(textOf(letter.letter)).toContain('您对本告知书告知的公开决定不服的，可以');
    const served = await deliveriesOf(store.database, refOf(id));
    expect(served.find(({ letter_id }) => letter_id === letter.id)).toMatchObject({ method: 'inPerson' });
  });

  it.each([
    ['with the online channel for review', 'https://xzfy.example.gov.cn', 'email'],
    ['by post where the agency has no such channel (RM-6)', '', 'post'],
  ] as const)('asked by e-mail is told %s', async (_, onlineReview, method) => {
    await setting({ onlineReview });
    const byMail = { ...person, method: 'email' } as const;
    const id = await overruling(byMail, { publicInterest: '公共资金' }, 'inPerson');
    const letter = (await sentOf(id)).find(({ kind }) => kind === 'disclosureToThirdParty')!;
    const served = await deliveriesOf(store.database, refOf(id));
    expect(served.find(({ letter_id }) => letter_id === letter.id)).toMatchObject({ method });
    expect(textOf(letter.letter).includes('互联网渠道')).toBe(method === 'email');
    await setting({});
  });
});

describe('the answer that withholds for a third party', () => {
  it('says that he objected, though he did so after it was drafted', async () => {
    const { applicationId } = await entered(office, day);
    const base = ofCase(office, applicationId, day);
    await done(askThirdParty(clerk(), { ...base, ...thirdParty }));
    const draft = {
      ...givingDraft,
      answer: 'denied.thirdParty',
      disclosed: [],
      reasons: '明细反映成本。',
    } as const;
    await done(draftAnswer(clerk(), { ...base, draft }));
    const early = (await sentOf(applicationId)).find(({ kind }) => kind === 'denied')!;
    expect(textOf(early.letter)).not.toContain('不同意公开');
    const said = { ref: '第三方1', view: 'objects', reasonable: true, reply: '涉及商业秘密' } as const;
    await done(takeOpinion(clerk(), { ...base, ...said }));
    await done(
      editLetter(clerk(), {
        agencyId: office.agencyId,
        applicationId,
        edits: { reasons: '明细反映成本构成。' },
      }),
    );
    await done(submitForReview(clerk(), base));
    const late = (await sentOf(applicationId)).find(({ kind }) => kind === 'denied')!;
    expect(late.id).toBe(early.id);
    expect(textOf(late.letter)).toContain('书面征求了第三方的意见，第三方不同意公开');
    expect(textOf(late.letter)).toContain('明细反映成本构成。');
    for (const secret of ['清源建材', '周某', '涉及商业秘密。'])
      expect(JSON.stringify(late.letter)).not.toContain(secret);
  });
});

describe('information in another form than was asked for', () => {
  it('is handed on only with the reason, which stands in the letter (第四十条)', async () => {
    const { applicationId } = await entered(office, day, sampleForm('王小明', { form: 'paper' }));
    const base = ofCase(office, applicationId, day);
    await done(draftAnswer(clerk(), { ...base, draft: givingDraft }));
    expect(await submitForReview(clerk(), base)).toMatchObject({ code: 'application.otherForm' });
    const otherForm = '原件为大幅图纸，复印可能危及载体安全';
    await done(draftAnswer(clerk(), { ...base, draft: { ...givingDraft, otherForm } }));
    await done(submitForReview(clerk(), base));
    const letter = (await sentOf(applicationId)).find(({ kind }) => kind === 'provided')!;
    expect(textOf(letter.letter)).toContain(`没有按照您要求的形式提供的原因：${otherForm}。`);
  });
});
