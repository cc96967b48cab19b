import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type CaseOffice, caseOffice, noon, ofCase, sampleForm } from '../../../test/support/applications.ts';
import { testStore } from '../../../test/support/database.ts';
import { drafts } from '../../../test/support/endings.ts';
import { done, testVault } from '../../../test/support/office.ts';
import { emptyDraft } from '../../domain/application/answer-draft.ts';
import type { Cells } from '../../domain/application/counting.ts';
import { type AnswerId, answers } from '../../law/answers.ts';
import { applicantKinds } from '../../law/applicants.ts';
import type { Store } from '../../store/store.ts';
import { approveAnswer } from '../commands/applications/approve-answer.ts';
import { archiveApplication } from '../commands/applications/archive-application.ts';
import { askCorrection } from '../commands/applications/ask-correction.ts';
import { askReasons } from '../commands/applications/ask-reasons.ts';
import { askThirdParty } from '../commands/applications/ask-third-party.ts';
import { closeApplication } from '../commands/applications/close-application.ts';
import { draftAnswer } from '../commands/applications/draft-answer.ts';
import { giveUpApplication } from '../commands/applications/give-up-application.ts';
import { noticeFee } from '../commands/applications/notice-fee.ts';
import { proveDelivery } from '../commands/applications/prove-delivery.ts';
import { receiveApplication } from '../commands/applications/receive-application.ts';
import { recordFeeNoticeReceipt } from '../commands/applications/record-fee-notice-receipt.ts';
import { recordOpinionReceipt } from '../commands/applications/record-opinion-receipt.ts';
import { registerApplication } from '../commands/applications/register-application.ts';
import { reviewLegal } from '../commands/applications/review-legal.ts';
import { reviewSecrecy } from '../commands/applications/review-secrecy.ts';
import { sendAnswer } from '../commands/applications/send-answer.ts';
import { submitApplication } from '../commands/applications/submit-application.ts';
import { submitForReview } from '../commands/applications/submit-for-review.ts';
import { takeCorrection } from '../commands/applications/take-correction.ts';
import { takeOpinion } from '../commands/applications/take-opinion.ts';
import { takeReasons } from '../commands/applications/take-reasons.ts';
import { withdrawOwnApplication } from '../commands/applications/withdraw-own-application.ts';
import { changeLetterSettings } from '../commands/change-letter-settings.ts';
import { appContext } from '../context.ts';
import { followApplication, followLetter } from '../queries/applications/follow-application.ts';
import { yearTables } from '../queries/applications/year-tables.ts';

let store: Store;
let office: CaseOffice;
beforeAll(async () => {
  store = await testStore();
  office = await caseOffice(store);
  const { agencyId } = office;
  await done(changeLetterSettings(office.as('clerk', first), { agencyId, ...settings }));
});
afterAll(() => store.close());

const [first, asked, heard, drafted, out, late] = [
  '2026-03-02',
  '2026-03-04',
  '2026-03-06',
  '2026-03-10',
  '2026-03-16',
  '2026-05-15',
] as const;

const settings: Omit<Parameters<typeof changeLetterSettings>[1], 'agencyId'> = {
  documentWord: '云政公开',
  onlineReview: 'https://xzfy.yunxiu.example',
  payment: '凭通知书到云岫县财政非税收入收缴窗口缴纳',
  reviewOrgan: '',
  departmentAbove: '',
  court: '',
  receiptLetter: '',
  consultationLetter: '',
};

/** 应当先申请行政复议, 既可以复议也可以直接起诉, nothing to tell (复议法第二十三条第一款第（四）项). */
type Remedy = 'reviewFirst' | 'either' | 'both' | 'none';
type Before = 'correction' | 'reasons' | 'thirdParty' | 'lapsedCorrection' | 'lapsedFee' | 'withdrawal';

/** The form's row, the letter, its article and the remedy, as the law has them; not as the program does. */
const rows: [AnswerId, letter: string, article: string, row: string, Remedy, Before?][] = [
  ['granted.provided', '政府信息公开告知书', '第三十六条第（二）项', 'granted', 'either'],
  ['granted.alreadyPublic', '政府信息已主动公开告知书', '第三十六条第（一）项', 'granted', 'either'],
  ['partial', '政府信息部分公开告知书', '第三十七条', 'partial', 'both', 'thirdParty'],
  ['denied.stateSecret', '政府信息不予公开告知书', '第十四条', 'denied.stateSecret', 'reviewFirst'],
  ['denied.forbiddenByLaw', '政府信息不予公开告知书', '第十四条', 'denied.forbiddenByLaw', 'reviewFirst'],
  ['denied.publicSafety', '政府信息不予公开告知书', '第十四条', 'denied.publicSafety', 'reviewFirst'],
  [
    'denied.thirdParty',
    '政府信息不予公开告知书',
    '第十五条',
    'denied.thirdParty',
    'reviewFirst',
    'thirdParty',
  ],
  [
    'denied.internalAffairs',
    '政府信息不予公开告知书',
    '第十六条第一款',
    'denied.internalAffairs',
    'reviewFirst',
  ],
  ['denied.deliberative', '政府信息不予公开告知书', '第十六条第二款', 'denied.deliberative', 'reviewFirst'],
  [
    'denied.enforcementFile',
    '政府信息不予公开告知书',
    '第十六条第二款',
    'denied.enforcementFile',
    'reviewFirst',
  ],
  [
    'denied.registryQuery',
    '政府信息公开申请行政查询事项告知书',
    '第三十六条第（七）项',
    'denied.registryQuery',
    'either',
  ],
  [
    'unavailable.notExisting',
    '政府信息不存在告知书',
    '第三十六条第（四）项',
    'unavailable.notHeld',
    'either',
  ],
  ['unavailable.notOurs', '非本机关政府信息告知书', '第三十六条第（五）项', 'unavailable.notHeld', 'either'],
  ['unavailable.notCompiled', '政府信息无法提供告知书', '第三十八条', 'unavailable.notCompiled', 'either'],
  [
    'unavailable.unclear',
    '政府信息公开申请内容不明确告知书',
    '第三十条',
    'unavailable.unclear',
    'either',
    'correction',
  ],
  [
    'declined.petition',
    '不作为政府信息公开申请处理告知书',
    '第三十九条第一款',
    'declined.petition',
    'either',
  ],
  [
    'declined.repeated',
    '政府信息公开申请不予重复处理告知书',
    '第三十六条第（六）项',
    'declined.repeated',
    'either',
  ],
  ['declined.publication', '公开出版物获取途径告知书', '第三十九条第二款', 'declined.publication', 'either'],
  [
    'declined.excessive',
    '政府信息公开申请不予处理告知书',
    '第三十五条',
    'declined.excessive',
    'either',
    'reasons',
  ],
  [
    'declined.reconfirmation',
    '政府信息公开申请不予处理告知书',
    '第二条',
    'declined.reconfirmation',
    'either',
  ],
  [
    'other.correctionOverdue',
    '政府信息公开申请不再处理告知书',
    '第三十条',
    'other.correctionOverdue',
    'either',
    'lapsedCorrection',
  ],
  ['other.feeOverdue', '政府信息公开申请不再处理告知书', '第六条', 'other.feeOverdue', 'either', 'lapsedFee'],
  ['other.withdrawn', '政府信息公开申请撤回确认书', '', 'other.misc', 'none', 'withdrawal'],
];

const outside = (on: string) => ({ ...appContext(store, 'public', testVault), now: noon(on) });
const as = (who: keyof CaseOffice['people'], id: string, on: string) =>
  [office.as(who, on), ofCase(office, id, on)] as const;

interface Follow {
  readonly applicationId: string;
  readonly receiptNumber: string;
  readonly code: string;
}
const proofOf = ({ receiptNumber, code }: Follow) => ({ receiptNumber, code, address: null });

async function sentIn(kind: string): Promise<Follow> {
  const form = sampleForm('王小明', {
    applicant: {
      kind,
      name: kind === 'naturalPerson' ? '王小明' : '云麓乡建有限公司',
      identity: { type: 'otherDocument', number: 'ZJ000123' },
      contactPerson: null,
    },
  });
  const input = { agencyId: office.agencyId, submissionKey: crypto.randomUUID(), form };
  const made = await done(submitApplication(outside(first), input));
  const [clerk, base] = as('clerk', made.applicationId, first);
  await done(receiveApplication(clerk, { ...base, receipt: { acknowledgedOn: first } }));
  await done(registerApplication(clerk, base));
  return made;
}

const befores: Readonly<Record<Before, (of: Follow) => Promise<unknown>>> = {
  async correction({ applicationId }) {
    const [clerk, base] = as('clerk', applicationId, asked);
    const ask = { causes: ['contentUnclear' as const], due: '2026-03-25', lateBecause: null };
    await done(askCorrection(clerk, { ...base, ...ask, explanation: null }));
    const [taker, taken] = as('clerk', applicationId, heard);
    await done(takeCorrection(taker, { ...taken, form: null, text: '还是修路的材料', excuse: null }));
  },
  async reasons({ applicationId }) {
    const [clerk, base] = as('clerk', applicationId, asked);
    await done(askReasons(clerk, { ...base, due: heard, reason: '三个月内提出一百二十件申请' }));
    const [taker, taken] = as('clerk', applicationId, heard);
    await done(takeReasons(taker, { ...taken, reasonable: false, text: '想要' }));
  },
  async thirdParty({ applicationId }) {
    const [clerk, base] = as('clerk', applicationId, asked);
    const party = {
      party: '云岫县净源公司',
      address: '工业路8号',
      contact: '0990-6600888',
      addressed: 'unit',
      method: 'post',
    } as const;
    await done(askThirdParty(clerk, { ...base, ...party, information: '报价明细', reason: '' }));
    await done(recordOpinionReceipt(clerk, { ...base, ref: '第三方1' }));
    const [taker, taken] = as('clerk', applicationId, heard);
    const opinion = { ref: '第三方1', view: 'objects' as const, reasonable: true, reply: '商业秘密' };
    await done(takeOpinion(taker, { ...taken, ...opinion }));
  },
  async lapsedCorrection({ applicationId }) {
    const [clerk, base] = as('clerk', applicationId, asked);
    const ask = { causes: ['contentUnclear' as const], due: '2026-03-25', lateBecause: null };
    await done(askCorrection(clerk, { ...base, ...ask, explanation: null }));
    await done(giveUpApplication(...as('clerk', applicationId, late)));
  },
  async lapsedFee({ applicationId }) {
    const [clerk, base] = as('clerk', applicationId, asked);
    await done(noticeFee(clerk, { ...base, tariff: 'byPage', quantity: 31, yuan: 10 }));
    await done(recordFeeNoticeReceipt(...as('clerk', applicationId, heard)));
    await done(giveUpApplication(...as('clerk', applicationId, late)));
  },
  withdrawal: (of) =>
    done(withdrawOwnApplication(outside(asked), proofOf(of), { on: asked, confirmation: '不再需要' })),
};

const reasons = '经查，所申请的信息载于《关于农村公路养护的会议纪要》，属于该条规定的情形。';

async function answered({ applicationId }: Follow, answer: AnswerId): Promise<void> {
  const [clerk, base] = as('clerk', applicationId, drafted);
  const draft = { ...emptyDraft(answer), reasons, ...drafts[answer] };
  await done(draftAnswer(clerk, { ...base, draft }));
  await done(submitForReview(clerk, base));
  const [legal, legalBase] = as('legal', applicationId, drafted);
  await done(reviewLegal(legal, { ...legalBase, opinion: '' }));
  const [secrecy, secrecyBase] = as('secrecy', applicationId, drafted);
  await done(reviewSecrecy(secrecy, { ...secrecyBase, opinion: '' }));
  const [leader, leaderBase] = as('approver', applicationId, drafted);
  await done(approveAnswer(leader, { ...leaderBase, opinion: '同意' }));
  const [sender, sending] = as('clerk', applicationId, out);
  await done(sendAnswer(sender, { ...sending, method: 'email', carrier: null, proof: null }));
  await done(proveDelivery(sender, { ...sending, proof: '邮件发送记录' }));
  await done(closeApplication(sender, sending));
}

const tables = async (): Promise<Cells> => {
  const scope = { agencyId: office.agencyId, below: false, year: 2026, until: null };
  return (await done(yearTables(office.as('head', late), scope))).cells;
};

/** Figures that grew, and by how much. */
function grown(before: Cells, after: Cells): Record<string, number> {
  const found: Record<string, number> = {};
  for (const [id, value] of Object.entries(after))
    if (value !== before[id]) found[id] = (value ?? 0) - (before[id] ?? 0);
  return found;
}

const road = {
  reviewFirst: /您?对本告知书不服的，应当自收到本告知书之日起60日内先向云岫县人民政府申请行政复议/,
  either: /可以自收到.{2,8}之日起60日内向云岫县人民政府申请行政复议，也可以自收到.{2,8}之日起6个月内直接向/,
} as const;

describe('every way a case ends', () => {
  it('is in the table of this test', () => {
    expect(rows.map(([answer]) => answer).sort()).toEqual(answers.map(({ id }) => id).sort());
  });

  it.each(rows)('%s: letter “%s” by %s, cell %s', async (...of) => {
    const [answer, title, article, row, remedy, before] = of;
    const kind = applicantKinds[rows.findIndex((each) => each[0] === answer) % applicantKinds.length]!;
    const figures = await tables();
    const one = await sentIn(kind);
    if (before !== undefined) await befores[before](one);
    if (!answer.startsWith('other.')) await answered(one, answer);

    const sheet = await done(followApplication(outside(late), proofOf(one)));
    expect(sheet.state.answer).toBe(answer);
    const letterId = sheet.letters.at(-1)!.id;
    const { letter } = await done(followLetter(outside(late), { proof: proofOf(one), letterId }));
    expect(letter.title).toBe(title);
    expect(letter.addressee).toBe(kind === 'naturalPerson' ? '王小明' : '云麓乡建有限公司');
    expect(letter.documentNumber).toMatch(/^云政公开〔2026〕\d+号$/);
    const words = letter.paragraphs.map(({ text }) => text).join('\n');
    expect(words).toContain(article);
    expect([road.reviewFirst.test(words), road.either.test(words)]).toEqual([
      remedy === 'reviewFirst',
      remedy === 'either' || remedy === 'both',
    ]);
    // What the applicant is told beside the letter is the letter's own, and the last of 60 days where the day of service is known.
    for (const told of sheet.remedy.paragraphs) expect(words).toContain(told);
    if (!answer.startsWith('other.'))
      expect([sheet.remedy.paragraphs.length > 0, sheet.remedy.served, sheet.remedy.until]).toEqual([
        true,
        out,
        '2026-05-15',
      ]);
    if (remedy === 'both') expect(words).toContain('中不予公开的内容不服的，应当自收到');

    expect(grown(figures, await tables())).toEqual({
      [`applications.received.${kind}`]: 1,
      'applications.received.total': 1,
      [`applications.${row}.${kind}`]: 1,
      [`applications.${row}.total`]: 1,
      [`applications.concluded.${kind}`]: 1,
      'applications.concluded.total': 1,
    });
    const [clerk, base] = as('clerk', one.applicationId, late);
    await done(archiveApplication(clerk, { ...base, pages: 12 }));
  });
});
