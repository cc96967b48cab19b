import type { Citation } from '../../law/citation.ts';
import { type IntakeChannel, onlineReceiptDefault, type ReceiptBy, receiptRules } from '../../law/intake.ts';
import { type Refusal, refuse } from '../refusal.ts';
import type { Day } from '../workday/index.ts';
import { blank } from './refusing.ts';

/** The days that may fix receipt; which of them is asked for depends on the channel. */
export interface ReceiptFacts {
  /** Handed over at the counter, or told there. */
  readonly handedOn?: Day;
  /** Signed for, in the mail room too. */
  readonly signedOn?: Day;
  /** When ordinary mail reached the disclosure office. */
  readonly arrivedOn?: Day;
  /** When the applicant was reached, and how. */
  readonly contactedOn?: Day;
  readonly contact?: string;
  /** When the system acknowledged the application, and when both sides had confirmed it. */
  readonly acknowledgedOn?: Day;
  readonly confirmedOn?: Day;
}

export interface Receipt {
  readonly receivedOn: Day;
  readonly basis: Citation;
  /** What the office should know, e.g. that contact came later than the law asks. */
  readonly warning: string | null;
}

const earlier = (a: Day, b: Day): Day => (a < b ? a : b);

const asks: Readonly<Record<ReceiptBy, string>> = {
  submitted: '当面提交的，请登记提交之日。',
  signed: '邮寄的，请登记签收之日（收发室签收也算），不是转到工作机构的日期。',
  contacted: '平常信函无需签收，工作机构应当在收到的当日与申请人确认。请登记到达之日、确认之日和联系方式。',
  confirmed: '网上、电子邮件、传真提交的，以双方确认之日为收到之日。请登记系统回执之日或者确认之日。',
};

type Found = { readonly day: Day; readonly warning: string | null } | null;

function online({ acknowledgedOn, confirmedOn }: ReceiptFacts): Found {
  if (acknowledgedOn === undefined)
    return confirmedOn === undefined ? null : { day: confirmedOn, warning: null };
  if (confirmedOn !== undefined && onlineReceiptDefault.by === 'confirmed')
    return { day: confirmedOn, warning: null };
  const day = confirmedOn === undefined ? acknowledgedOn : earlier(acknowledgedOn, confirmedOn);
  return {
    day,
    warning: day === confirmedOn ? null : '双方确认较晚或者尚未确认，按较早的系统回执之日起算，以免逾期。',
  };
}

function mail({ arrivedOn, contactedOn, contact }: ReceiptFacts): Found {
  if (arrivedOn === undefined || contactedOn === undefined || blank(contact)) return null;
  const warning =
    contactedOn === arrivedOn
      ? null
      : `平常信函应当在到达当日（${arrivedOn}）与申请人确认，实际于${contactedOn}确认。`;
  return { day: contactedOn, warning };
}

const only = (day: Day | undefined): Found => (day === undefined ? null : { day, warning: null });

function found(by: ReceiptBy, facts: ReceiptFacts): Found {
  if (by === 'submitted') return only(facts.handedOn);
  if (by === 'signed') return only(facts.signedOn);
  return by === 'contacted' ? mail(facts) : online(facts);
}

/**
 * The day of receipt of an application by its channel (第三十一条). Online the earlier of acknowledgement and
 * confirmation is taken; an office that goes by confirmation alone leaves `acknowledgedOn` out. Refused where the day
 * asked for is missing.
 */
export function receiptDay(channel: IntakeChannel, facts: ReceiptFacts): Receipt | Refusal {
  const rule = receiptRules.find((each) => each.channel === channel)!;
  const day = found(rule.by, facts);
  if (day === null) return refuse('application.receipt', asks[rule.by], { channel }, rule.basis);
  return { receivedOn: day.day, basis: rule.basis, warning: day.warning };
}
