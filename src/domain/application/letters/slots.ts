import { answerOf } from '../../../law/answers.ts';
import { deadlines } from '../../../law/deadlines.ts';
import { grounds } from '../../../law/grounds.ts';
import type { IntakeChannel } from '../../../law/intake.ts';
import { isRefusal } from '../../refusal.ts';
import { type Day, writtenDay } from '../../workday/index.ts';
import { feeOf } from '../fees.ts';
import { you } from '../remedy.ts';
import type { LetterData } from './data.ts';

const ways: Readonly<Record<IntakeChannel, string>> = {
  counter: '当面提交',
  oral: '口头提出',
  signedPost: '以邮寄方式提交',
  ordinaryMail: '以邮寄方式提交',
  portal: '通过互联网渠道提交',
  email: '通过电子邮件提交',
  fax: '通过传真提交',
};

const day = (value: Day | null | undefined): string | null =>
  value === null || value === undefined ? null : writtenDay(value);

/** A text that will be followed by a full stop. */
const unstopped = (text: string | null | undefined): string | null =>
  text
    ?.trim()
    .replace(/\s*\n\s*/g, '')
    .replace(/[。；，]+$/, '') || null;

const groundOf = ({ draft }: LetterData) =>
  grounds.find(({ outcome }) => draft !== null && outcome === answerOf(draft.answer).outcome) ?? null;

const tariffWords = ({ state: { fee }, day: on }: LetterData): string | null => {
  const reckoned = fee === null ? null : feeOf(fee, on);
  if (fee === null || reckoned === null || isRefusal(reckoned)) return null;
  const { tariff, lines } = reckoned;
  const parts = lines.map(({ first, last, yuan, sum }) =>
    first === last
      ? `第${first}${tariff.unit}${yuan}元`
      : `第${first}${tariff.unit}至第${last}${tariff.unit}每${tariff.unit}${yuan}元，计${sum}元`,
  );
  return `${tariff.name}（${tariff.scope}）：${parts.join('；')}`;
};

const otherAgency = ({ draft }: LetterData): string | null => {
  const other = draft?.otherAgency ?? null;
  if (other === null) return null;
  return other === 'unknown'
    ? '本机关无法确定负责公开该政府信息的行政机关。'
    : `负责公开该政府信息的行政机关是${other.name}，联系方式：${unstopped(other.contact)}。`;
};

/** Why 第三十五条 lets the application go: the reasons given are not reasonable, or none came in time. */
const unheard = ({ state: { explanation } }: LetterData): string | null => {
  if (explanation === null) return null;
  const { givenOn, due } = explanation;
  if (givenOn !== null) return '说明的理由不合理';
  return due == null ? '没有说明理由' : `没有在${writtenDay(due)}前（含当日）说明理由`;
};

/** What stands in a slot; null where the case has nothing for it. */
const values = {
  you: ({ addressee }) => you[addressee.addressed],
  agency: ({ agency }) => agency.name,
  number: ({ state }) => state.number,
  // Withdrawn before it was registered, an application has no number yet.
  application: ({ state: { number } }) =>
    number === null ? '政府信息公开申请' : `政府信息公开申请（登记编号：${number}）`,
  receivedOn: ({ state }) => day(state.receivedOn),
  submittedBy: ({ state }) => ways[state.channel],
  // An application that says nothing is answered too: with a notice of 补正.
  request: ({ request }) => unstopped(request) ?? '（申请没有写明）',
  reasons: ({ draft }) => (draft?.reasons ? `${unstopped(draft.reasons)}。` : null),
  otherForm: ({ draft }) => unstopped(draft?.otherForm),
  statute: ({ draft }) => unstopped(draft?.statute),
  where: ({ draft }) => unstopped(draft?.where),
  ground: (data) => groundOf(data)?.title ?? null,
  groundArticle: (data) => groundOf(data)?.basis.article ?? null,
  otherAgency,
  earlierNumber: ({ draft }) => draft?.earlier?.number ?? null,
  earlierLetter: ({ draft }) => draft?.earlier?.letter ?? null,
  earlierOn: ({ draft }) => day(draft?.earlier?.answeredOn),
  correctionAsked: ({ state }) => day(state.correction?.askedOn),
  correctionDue: ({ state }) => day(state.correction?.due),
  unheard,
  feeNoticeOn: ({ state }) => day(state.clock.findLast(({ type }) => type === 'feeNoticeSent')?.on),
  yuan: ({ state }) => (state.fee === null ? null : String(state.fee.yuan)),
  tariff: tariffWords,
  payment: ({ agency }) => unstopped(agency.payment),
  withdrawnOn: ({ state }) => (state.answer === 'other.withdrawn' ? day(state.endedOn) : null),
  extensionDays: ({ state }) =>
    state.extensionConsent === null ? null : String(state.extensionConsent.days),
  answerDays: () => String(deadlines.answer.workdays),
  opinionDays: () => String(deadlines.thirdPartyOpinion.workdays),
  feeDays: () => String(deadlines.feePayment.workdays),
  due: ({ facts }) => day(facts.due),
  answerDue: ({ facts }) => day(facts.answerDue),
  reason: ({ facts }) => unstopped(facts.reason),
  information: ({ facts }) => unstopped(facts.information),
  otherAgencyName: ({ facts }) => facts.otherAgency ?? null,
  contact: ({ facts }) => unstopped(facts.contact),
  record: ({ facts }) => unstopped(facts.rectification?.record),
  receiptNumber: ({ facts }) => facts.receiptNumber ?? null,
} satisfies Readonly<Record<string, (data: LetterData) => string | null>>;

export type Slot = keyof typeof values;

/** Names of slots for people, where a letter lacks one. */
export const slotNames: Partial<Readonly<Record<Slot, string>>> = {
  number: '登记编号',
  receivedOn: '收到申请之日',
  request: '申请内容',
  reasons: '理由',
  statute: '法律、行政法规的名称和条款',
  where: '获取的方式、途径',
  otherAgency: '负责公开的机关',
  earlierLetter: '此前答复的发文字号',
  due: '期限',
  answerDue: '答复期限',
  reason: '原因',
  information: '所涉及的政府信息',
  payment: '缴纳方式',
  yuan: '收费数额',
  extensionDays: '延长的工作日数',
  correctionDue: '补正期限',
};

export const slotValue = (slot: Slot, data: LetterData): string | null => values[slot](data);
