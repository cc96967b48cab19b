import type { DeliveryMethod } from '../../../law/delivery.ts';
import type { Day } from '../../workday/index.ts';
import type { AnswerDraft } from '../answer-draft.ts';
import type { ApplicationCase } from '../case.ts';
import type { RecordRectification } from '../rectification.ts';
import type { Addressed, RemedyAgency } from '../remedy.ts';

/** The agency as its letters tell of it. */
export interface LetterAgency extends RemedyAgency {
  /** 政府信息公开工作机构, its address, telephone and hours (第十二条第二款). */
  readonly office: string;
  readonly address: string;
  readonly phone: string;
  readonly hours: string | null;
  /** Where a request for review can be handed in online. */
  readonly onlineReviewChannel: string | null;
  /** How a fee is paid: account, place. */
  readonly payment: string | null;
}

/** What a notice tells beyond the case. */
export interface NoticeFacts {
  /** Last day of what is asked: 补正, a delayed answer, a reply. */
  readonly due?: Day;
  /** When the answer is due, by the clock. */
  readonly answerDue?: Day;
  /** Why more time or an opinion is needed, why information is disclosed all the same. */
  readonly reason?: string;
  /** What somebody is asked about, or what is disclosed. */
  readonly information?: string;
  /** Agency to turn to, and how it is reached. */
  readonly otherAgency?: string;
  readonly contact?: string;
  readonly rectification?: RecordRectification;
  /** Title and number of the letter that was served, for 送达回证. */
  readonly served?: string;
  /** Number to follow the application by. Its code stands in no letter: letters are kept. */
  readonly receiptNumber?: string;
  /** Why information is disclosed over an objection: its reasons are not sound, or the public interest outweighs them. */
  readonly overruled?: 'unsound' | 'publicInterest';
}

/** Everything a letter is made from. Names stand in it: it is never logged and never an event. */
export interface LetterData {
  readonly agency: LetterAgency;
  readonly addressee: { readonly name: string; readonly addressed: Addressed };
  readonly state: ApplicationCase;
  /** What was asked for, as the application has it. */
  readonly request: string;
  /** The answer; in notices null. */
  readonly draft: AnswerDraft | null;
  readonly facts: NoticeFacts;
  /** Refs of those asked who let their period pass (逾期未提出意见), by the day of the letter. */
  readonly silent: readonly string[];
  readonly method: DeliveryMethod;
  readonly documentNumber: string | null;
  readonly day: Day;
}
