import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  type CaseOffice,
  caseOffice,
  contacts,
  entered,
  givingDraft,
  noon,
  ofCase,
  sampleForm,
} from '../../../test/support/applications.ts';
import { testStore } from '../../../test/support/database.ts';
import { done, testVault } from '../../../test/support/office.ts';
import type { AnswerDraft } from '../../domain/application/answer-draft.ts';
import { checkLetter } from '../../domain/application/letters/lay-letter.ts';
import type { Letter } from '../../domain/application/letters/letter.ts';
import { isRefusal } from '../../domain/refusal.ts';
import { articlesNamed } from '../../law/articles.ts';
import type { LetterKindId } from '../../law/letters.ts';
import { deliveriesOf, lettersOf } from '../../store/application-letters.ts';
import type { Store } from '../../store/store.ts';
import { approveAnswer } from '../commands/applications/approve-answer.ts';
import { askAgency } from '../commands/applications/ask-agency.ts';
import { askCorrection } from '../commands/applications/ask-correction.ts';
import { askThirdParty } from '../commands/applications/ask-third-party.ts';
import { draftAnswer } from '../commands/applications/draft-answer.ts';
import { registerApplication } from '../commands/applications/register-application.ts';
import { rerouteApplication } from '../commands/applications/reroute-application.ts';
import { reviewLegal } from '../commands/applications/review-legal.ts';
import { reviewSecrecy } from '../commands/applications/review-secrecy.ts';
import { sendAnswer } from '../commands/applications/send-answer.ts';
import { submitApplication } from '../commands/applications/submit-application.ts';
import { submitForReview } from '../commands/applications/submit-for-review.ts';
import { takeOpinion } from '../commands/applications/take-opinion.ts';
import { withdrawApplication } from '../commands/applications/withdraw-application.ts';
import { withdrawOwnApplication } from '../commands/applications/withdraw-own-application.ts';
import { appContext } from '../context.ts';
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
const kindsOf = async (id: string): Promise<readonly LetterKindId[]> =>
  (await sentOf(id)).map(({ kind }) => kind);
const textOf = ({ paragraphs }: Letter): string => paragraphs.map(({ text }) => text).join('');
const clerk = (on = day) => office.as('clerk', on);
const party = {
  party: '清源建材有限公司',
  address: '云岫县工业路3号',
  contact: '周某',
  information: '中标单位的报价明细',
  reason: '',
  method: 'post',
} as const;
const thirdParty = { ...party, addressed: 'unit' } as const;

describe('接收回执', () => {
  it('is sent where the applicant asks for it, with the day the answer is due and the number to follow it by', async () => {
    const one = await entered(office, day, sampleForm(), { receiptLetter: true });
    const [receipt, ...others] = await sentOf(one.applicationId);
    expect(others).toEqual([]);
    expect(receipt).toMatchObject({ kind: 'receipt', status: 'sent', sent_on: day });
    const text = textOf(receipt!.letter);
    expect(text).toContain(one.receiptNumber);
    expect(text).toContain('即在2026年3月30日前（含当日）答复');
    expect(text).not.toContain(one.code);
    expect((await deliveriesOf(store.database, refOf(one.applicationId)))[0]).toMatchObject({
      method: 'inPerson',
    });
  });

  it('is sent to everybody where the agency chose so, and else to nobody who does not ask', async () => {
    const plain = await entered(office, day);
    expect(await kindsOf(plain.applicationId)).toEqual([]);
    await setting({ receiptLetter: 'yes' });
    const told = await entered(office, day);
    expect(await kindsOf(told.applicationId)).toEqual(['receipt']);
    await setting({});
    const later = await entered(office, day, sampleForm(), { register: false });
    expect(await kindsOf(later.applicationId)).toEqual([]);
    await done(registerApplication(clerk(), { ...ofCase(office, later.applicationId, day), receipt: true }));
    expect(await kindsOf(later.applicationId)).toEqual(['receipt']);
  });
});

describe('asking others', () => {
  it('sends 征求意见书 with the form to answer on under its number, and tells the applicant neither whom nor why in detail', async () => {
    const { applicationId } = await entered(office, day);
    await done(askThirdParty(clerk(), { ...ofCase(office, applicationId, day), ...thirdParty }));
    const [letter, form, told] = await sentOf(applicationId);
    expect([letter!.kind, form!.kind, told!.kind]).toEqual([
      'thirdPartyOpinion',
      'opinionForm',
      'consultationNotice',
    ]);
    expect(letter!.letter.enclosures).toEqual(['政府信息公开征求意见确认函']);
    expect([form!.number, form!.letter.documentNumber]).toEqual([null, letter!.number]);
    expect(told!.letter.addressee).toBe('王小明');
    expect(textOf(told!.letter)).toContain('不计算在答复期限内');
    for (const secret of ['清源建材', '报价明细', '周某'])
      expect(JSON.stringify(told!.letter)).not.toContain(secret);
    expect(JSON.stringify(letter!.letter)).not.toContain('王小明');
    expect(await deliveriesOf(store.database, refOf(applicationId))).toHaveLength(2);
  });

  it('tells the applicant nothing where the agency chose not to: no article asks for it', async () => {
    await setting({ consultationLetter: 'no' });
    const { applicationId } = await entered(office, day);
    await done(
      askAgency(clerk(), {
        ...ofCase(office, applicationId, day),
        ...party,
        party: '县档案馆',
        reason: '原件在档案馆',
      }),
    );
    expect(await kindsOf(applicationId)).toEqual(['assistance']);
    await setting({});
  });
});

describe('an application that ends without an answer', () => {
  it('is confirmed as withdrawn, with its number where it has one', async () => {
    const { applicationId, number } = await entered(office, day);
    await done(withdrawApplication(clerk(), { ...ofCase(office, applicationId, day), confirmation: '签字' }));
    const [letter] = await sentOf(applicationId);
    expect(letter!.kind).toBe('withdrawal');
    expect(textOf(letter!.letter)).toContain(`登记编号：${number}`);
    expect(textOf(letter!.letter)).toContain('于2026年3月2日书面撤回上述申请');
  });

  const outside = { ...appContext(null as never, 'public', testVault), now: noon(day) };
  const submitted = (agencyId: string) =>
    done(
      submitApplication(
        { ...outside, store },
        { agencyId, submissionKey: crypto.randomUUID(), form: sampleForm() },
      ),
    );
  const proof = ({ receiptNumber, code }: { receiptNumber: string; code: string }) => ({
    receiptNumber,
    code,
    address: null,
  });

  it('is confirmed as withdrawn before it was registered, too', async () => {
    const one = await submitted(office.agencyId);
    await done(
      withdrawOwnApplication({ ...outside, store }, proof(one), { on: day, confirmation: '不再需要' }),
    );
    const [letter] = await sentOf(one.applicationId);
    expect(textOf(letter!.letter)).toContain('您通过互联网渠道提交的政府信息公开申请收悉');
  });

  it('is withdrawn all the same where the agency has not said yet who it is', async () => {
    const bare = await caseOffice(store, '990803101');
    await store.database
      .updateTable('agency')
      .set({ contacts: '{}' })
      .where('id', '=', bare.agencyId)
      .execute();
    const one = await submitted(bare.agencyId);
    await done(
      withdrawOwnApplication({ ...outside, store }, proof(one), { on: day, confirmation: '不再需要' }),
    );
    expect(await lettersOf(store.database, { agencyId: bare.agencyId, id: one.applicationId })).toEqual([]);
  });

  it('addressed to another agency is told whom to turn to', async () => {
    const { applicationId } = await entered(office, day, sampleForm(), { register: false });
    const to = { to: '云岫县自然资源局', contact: '0990-7654321' };
    await done(rerouteApplication(clerk(), { ...ofCase(office, applicationId, day), ...to }));
    const [letter] = await sentOf(applicationId);
    expect(letter!.kind).toBe('misdirected');
    expect(textOf(letter!.letter)).toContain('请您向云岫县自然资源局提出，联系方式：0990-7654321。');
  });
});

describe('an application that names neither who asks nor for what', () => {
  const nothing = sampleForm('', { items: [] });

  it('is asked for 补正 all the same, and confirmed when it is withdrawn', async () => {
    const { applicationId } = await entered(office, day, nothing);
    const ask = {
      causes: ['contentUnclear'] as ['contentUnclear'],
      due: '2026-03-23',
      lateBecause: null,
      explanation: null,
    };
    await done(askCorrection(clerk(), { ...ofCase(office, applicationId, day), ...ask }));
    await done(withdrawApplication(clerk(), { ...ofCase(office, applicationId, day), confirmation: '签字' }));
    const [correction, withdrawal] = await sentOf(applicationId);
    expect([correction!.letter.addressee, withdrawal!.kind]).toEqual(['申请人', 'withdrawal']);
    expect(textOf(correction!.letter)).toContain('申请公开：（申请没有写明）。');
  });
});

/** A case whose third party objected, answered with a draft and sent. */
async function answered(
  draft: Partial<AnswerDraft>,
  reasonable: boolean | null,
  method: 'email' | 'inPerson' = 'email',
) {
  const { applicationId } = await entered(
    office,
    day,
    sampleForm('王小明', method === 'email' ? {} : { way: 'pickUp' }),
  );
  const base = ofCase(office, applicationId, day);
  if (reasonable !== null) {
    await done(askThirdParty(clerk(), { ...base, ...thirdParty }));
    const said = { ref: '第三方1', view: 'objects', reasonable, reply: '涉及商业秘密' } as const;
    await done(takeOpinion(clerk(), { ...base, ...said }));
  }
  await done(draftAnswer(clerk(), { ...base, draft: { ...givingDraft, ...draft } }));
  await done(submitForReview(clerk(), base));
  await done(reviewLegal(office.as('legal', day), { ...base, opinion: '同意' }));
  await done(reviewSecrecy(office.as('secrecy', day), { ...base, opinion: '同意' }));
  await done(approveAnswer(office.as('approver', day), { ...base, opinion: '同意' }));
  const proof = method === 'inPerson' ? '本人签收' : null;
  await done(sendAnswer(clerk(), { ...base, method, carrier: null, proof }));
  return applicationId;
}

describe('the third party over whose objection information goes out', () => {
  it('is told in writing what is disclosed and why, with its own remedy, in the words of 第三十二条', async () => {
    const id = await answered({ publicInterest: '该信息关系公共资金的监督' }, true);
    const letter = (await sentOf(id)).find(({ kind }) => kind === 'disclosureToThirdParty')!;
    expect(letter).toMatchObject({ ref: '第三方1', status: 'sent' });
    expect(letter.letter.addressee).toBe('清源建材有限公司');
    expect(checkLetter(letter.letter)).toBeUndefined();
    const text = textOf(letter.letter);
    const law = articlesNamed('tiaoli2019', '第三十二条')
      .flatMap(({ paragraphs }) => paragraphs)
      .join('');
    for (const words of ['认为不公开可能对公共利益造成重大影响', '决定予以公开']) {
      expect(text).toContain(words);
      expect(law).toContain(words);
    }
    expect(text).toContain('2025年度农村公路养护计划');
    expect(text).toContain('决定公开的理由：该信息关系公共资金的监督。');
    expect(text).toContain('你单位对本告知书告知的公开决定不服的，可以');
    expect(text).not.toContain('王小明');
  });

  it('whose reasons are not sound is told that, not that the public interest asks for it', async () => {
    const id = await answered({}, false);
    const letter = (await sentOf(id)).find(({ kind }) => kind === 'disclosureToThirdParty')!;
    expect(textOf(letter.letter)).toContain('你单位不同意公开的理由不属于合理理由');
    expect(textOf(letter.letter)).not.toContain('公共利益');
  });

  it('gets no such letter where what concerns it is withheld, or where it was not asked', async () => {
    const withheld = [
      { what: '报价明细', ground: 'thirdParty', reasons: '第三方不同意公开', statute: null },
    ] as const;
    const kept = await answered({ answer: 'partial', withheld }, true);
    expect(await kindsOf(kept)).not.toContain('disclosureToThirdParty');
    expect(await kindsOf(await answered({}, null))).toEqual(['provided']);
  });
});

describe('送达回证', () => {
  it('is laid out where the answer is handed over, and nowhere else', async () => {
    const letters = await sentOf(await answered({}, null, 'inPerson'));
    expect(letters.map(({ kind }) => kind)).toEqual(['provided', 'deliveryReceipt']);
    const [answer, receipt] = letters;
    expect(receipt!.number).toBeNull();
    expect(JSON.stringify(receipt!.letter.fields)).toContain(`政府信息公开告知书（${answer!.number}）`);
  });
});
