import { emptyDraft } from '../../src/domain/application/answer-draft.ts';
import type { ApplicationCase } from '../../src/domain/application/case.ts';
import type { LetterAgency, LetterData } from '../../src/domain/application/letters/data.ts';
import { layLetter } from '../../src/domain/application/letters/lay-letter.ts';
import type { Letter } from '../../src/domain/application/letters/letter.ts';
import { isRefusal } from '../../src/domain/refusal.ts';
import type { Day } from '../../src/domain/workday/index.ts';
import { type AnswerId, answerOf, answers } from '../../src/law/answers.ts';
import { type LetterKindId, letterKinds } from '../../src/law/letters.ts';
import { act, play, received } from './cases.ts';
import { begun, drafts, ended } from './endings.ts';

/** A made-up township, like the demonstration county. */
export const township: LetterAgency = {
  kind: 'township',
  name: '九都镇人民政府',
  line: false,
  justice: false,
  government: null,
  above: '清源县人民政府',
  departmentAbove: null,
  court: null,
  office: '九都镇党政综合办公室',
  address: '清源县九都镇中心路1号',
  phone: '0990-1234567',
  hours: '工作日8:30至12:00、14:00至17:30',
  onlineReviewChannel: 'https://xzfy.qingyuan.example.gov.cn',
  payment: '凭本通知书到清源县财政非税收入收缴窗口缴纳，或者扫描缴款码缴纳',
};

export const day = '2026-03-27' as Day;
const request = '2025年度农村公路养护计划及资金安排';

export const letterData = (state: ApplicationCase, more: Partial<LetterData> = {}): LetterData => ({
  agency: township,
  addressee: { name: '王小明', addressed: 'person' },
  state,
  request,
  draft: null,
  facts: {},
  silent: [],
  method: 'post',
  documentNumber: '九政公开告〔2026〕12号',
  day,
  ...more,
});

export function laid(kind: LetterKindId, data: LetterData): Letter {
  const letter = layLetter(kind, data);
  if (isRefusal(letter)) throw new Error(`${kind}: ${letter.message}`);
  return letter;
}

/** The data of an answer's letter, out of a case that was played to it. */
export function answerData(answer: AnswerId, more: Partial<LetterData> = {}): LetterData {
  const state = ended('naturalPerson', answer, received, '2026-04-20' as Day);
  const draft =
    state.draft ?? (drafts[answer] === undefined ? null : { ...emptyDraft(answer), ...drafts[answer] });
  return letterData(state, { draft: answer.startsWith('other.') ? null : draft, ...more });
}

export const answerLetter = (answer: AnswerId, more: Partial<LetterData> = {}): Letter =>
  laid(answerOf(answer).letter, answerData(answer, more));

const unit = { name: '清源县诚信建材有限公司', addressed: 'unit' } as const;
const asked = play(begun('naturalPerson', received), act('askThirdParty', '2026-03-05', { ref: '甲' }));
const fee = play(
  begun('naturalPerson', received),
  act('noticeFee', '2026-03-05', { notice: { tariff: 'byPage', quantity: 236, before: 0, yuan: 4140 } }),
);
const corrected = play(
  begun('naturalPerson', received),
  act('askCorrection', '2026-03-05', { causes: ['contentUnclear', 'formUnclear'], due: '2026-03-26' as Day }),
);
const extended = play(
  begun('naturalPerson', received),
  act('consentExtension', '2026-03-26', { days: 15, reason: '查档' }),
  act('extend', '2026-03-26', {}),
);
const information = '2025年度农村公路养护工程中标单位的报价明细';

/** A notice of each kind that is no answer. */
export const notices: Readonly<Partial<Record<LetterKindId, LetterData>>> = {
  receipt: letterData(begun('naturalPerson', received), {
    facts: { answerDue: '2026-03-30' as Day, receiptNumber: '20260302-K7M4PQ' },
  }),
  correctionNotice: letterData(corrected, {
    facts: { reason: '申请中的“修路的材料”没有写明是哪一条路、哪一年' },
  }),
  reasonsNotice: letterData(begun('naturalPerson', received), {
    facts: { due: '2026-03-20' as Day, reason: '今年一月以来提出申请一百二十件' },
  }),
  extensionNotice: letterData(extended, {
    facts: { reason: '所申请的信息需要到档案机构查找', answerDue: '2026-04-21' as Day },
  }),
  delayNotice: letterData(begun('naturalPerson', received), {
    facts: { due: '2026-05-29' as Day, reason: '涉及十二个年度的卷宗，需要逐件检索' },
  }),
  consultationNotice: letterData(asked, { facts: { reason: '所申请的信息涉及第三方合法权益' } }),
  feeNotice: letterData(fee),
  misdirected: letterData(begun('naturalPerson', received), {
    facts: { otherAgency: '清源县交通运输局', contact: '0990-7654321' },
  }),
  withdrawal: answerData('other.withdrawn'),
  rectification: letterData(begun('naturalPerson', received), {
    facts: {
      rectification: {
        record: '宅基地使用情况登记中的面积',
        evidence: '宅基地批准书',
        result: 'corrected',
        agency: null,
        reasons: null,
      },
    },
  }),
  thirdPartyOpinion: letterData(asked, {
    addressee: unit,
    facts: { information, reason: '报价明细可能涉及商业秘密' },
  }),
  opinionForm: letterData(asked, { addressee: unit, facts: { information } }),
  makerOpinion: letterData(asked, {
    addressee: { name: '清源县交通运输局', addressed: 'unit' },
    facts: { information: '《2025年度农村公路养护计划》', reason: '计划由两个机关联合印发' },
  }),
  assistance: letterData(asked, {
    addressee: { name: '清源县交通运输局', addressed: 'unit' },
    facts: { information, reason: '本机关只保存有关信息的部分内容', due: '2026-03-20' as Day },
  }),
  disclosureToThirdParty: letterData(asked, {
    addressee: unit,
    facts: {
      information,
      overruled: 'publicInterest',
      reason: '该信息关系公共资金使用的监督，不公开可能对公共利益造成重大影响',
    },
  }),
  deliveryReceipt: letterData(begun('naturalPerson', received), {
    method: 'inPerson',
    facts: { served: '政府信息公开告知书（九政公开告〔2026〕12号）' },
  }),
};

/** A letter of every kind: each answer, each notice. */
export const everyLetter = (): readonly { readonly name: string; readonly letter: Letter }[] => [
  ...answers
    .filter(({ id }) => id !== 'other.withdrawn')
    .map(({ id }) => ({ name: id, letter: answerLetter(id) })),
  ...letterKinds
    .filter(({ id }) => notices[id] !== undefined)
    .map(({ id }) => ({ name: id, letter: laid(id, notices[id]!) })),
];
