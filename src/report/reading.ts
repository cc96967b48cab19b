import type { AnnualReport, Place } from '../domain/annual/report.ts';
import type { SectionId, TableId } from '../law/forms/index.ts';
import type { ReaderNote } from './document.ts';
import type { Places } from './places/places.ts';

/** A piece of prose with its place. `text` is simplified, NFKC-normalised and free of extraction debris. */
export interface Passage {
  readonly text: string;
  /** As printed. */
  readonly raw: string;
  readonly at: Place;
}

/** A numbered part of the report as found, in the order found. */
export interface SectionReading {
  /** The form's section, null where the heading matches none (an extra section). */
  readonly id: SectionId | null;
  /** The ordinal as printed (一, 二 …) as a number, null where it has none. */
  readonly ordinal: number | null;
  /** Heading without surrounding white space, as printed. */
  readonly heading: string;
  readonly at: Place;
  readonly passages: readonly Passage[];
  /** Whether anything that could be its table stands in it: the table itself, a picture, or nothing. */
  readonly table: 'found' | 'picture' | 'none' | 'notExpected';
}

/** A row or column label that differs from the form's, or is missing. */
export interface LabelReading {
  readonly table: TableId;
  readonly kind: 'row' | 'column' | 'group' | 'note';
  /** Row, column or band id of the form. */
  readonly id: string;
  readonly expected: string;
  /** As printed; null when missing. */
  readonly found: string | null;
  readonly at: Place | null;
}

export type ClaimUnit =
  | '件'
  | '条'
  | '份'
  | '次'
  | '篇'
  | '期'
  | '场'
  | '人'
  | '人次'
  | '个'
  | '元'
  | '万元'
  | '%'
  | '其他';

/**
 * What a figure of the prose counts.
 * received 新收(本年) · receivedAll 收到/受理, new and carried not told apart · carriedIn 上年结转 · carriedOut 结转下年 ·
 * concluded 办结/答复 · the outcomes · review/suit 复议/诉讼 and their results · normativeIssued/Repealed/InForce ·
 * website/wechat/weibo/publishedTotal 公开条数 · the rest as named.
 */
export type ClaimSubject =
  | 'received'
  | 'receivedAll'
  | 'carriedIn'
  | 'carriedOut'
  | 'concluded'
  | 'granted'
  | 'partial'
  | 'grantedOrPartial'
  | 'denied'
  | 'unavailable'
  | 'declined'
  | 'otherOutcome'
  | 'overdueAnswers'
  | 'review'
  | 'suit'
  | 'reviewAndSuit'
  | 'regulationsIssued'
  | 'regulationsInForce'
  | 'normativeIssued'
  | 'normativeRepealed'
  | 'normativeInForce'
  | 'licensing'
  | 'penalties'
  | 'coercion'
  | 'publishedTotal'
  | 'website'
  | 'wechat'
  | 'weibo'
  | 'otherMedia'
  | 'interpretations'
  | 'responses'
  | 'briefings'
  | 'interviews'
  | 'followers'
  | 'trainings'
  | 'trainees'
  | 'meetings'
  | 'staff'
  | 'staffFullTime'
  | 'staffPartTime'
  | 'readingPoints'
  | 'visitors'
  | 'budget'
  | 'processingFee'
  | 'administrativeFees'
  | 'procurementItems'
  | 'procurementAmount'
  | 'proposals'
  | 'share'
  | 'unknown';

/** Which applicants, results or part a figure is restricted to, e.g. naturalPerson of receivedAll, upheld of review. */
export type ClaimPart =
  | 'naturalPerson'
  | 'organisation'
  | 'business'
  | 'research'
  | 'nonprofit'
  | 'legalService'
  | 'otherOrg'
  | 'upheld'
  | 'corrected'
  | 'otherResult'
  | 'pending'
  | null;

/** One figure the prose states. */
export interface Claim {
  readonly subject: ClaimSubject;
  readonly part: ClaimPart;
  /** In `unit`; percentages as 52 for 52 %; null for a bare "none" only when `none` is true. */
  readonly value: number;
  /** 未收到…, 没有…: the sentence states that there is none (value 0). */
  readonly none: boolean;
  /** exact, or 余/多/近/约/以上: the figure only bounds the truth. */
  readonly precision: 'exact' | 'about' | 'atLeast';
  readonly unit: ClaimUnit;
  /** The year it speaks of: told by the sentence, else the report's year; null where it cannot be told. */
  readonly year: number | null;
  /** Whose figure: the agency itself, or a wider or narrower scope named in the sentence (全市, 市教育局). */
  readonly scope: 'own' | 'other';
  /** The noun phrase counted, as printed, e.g. 政府信息公开申请. */
  readonly noun: string;
  /** The sentence it stands in. */
  readonly sentence: Passage;
  /** Position of the figure itself. */
  readonly at: Place;
  /** Section it stands in; null in preamble. */
  readonly section: SectionId | null;
  /** Claims of one enumeration share a group: the whole is `groupRole: 'whole'`, its parts `part`. */
  readonly group: number | null;
  readonly groupRole: 'whole' | 'part' | null;
}

/** Rows of figures glued together, with what the identities still say of them. */
export interface GluedReading {
  readonly table: TableId;
  /** Cells that stand in it and could not be told apart. */
  readonly cells: readonly string[];
  /** Subjects (columns) of identities that no way of splitting can satisfy: a certain fault in uncertain figures. */
  readonly impossible: readonly {
    readonly rule: string;
    readonly subject: string;
    readonly message: string;
  }[];
}

/** Everything recognised in a document; rules read this and never the file. */
export interface Reading {
  /** The report JSON, findings empty. */
  readonly report: AnnualReport;
  /** Why it is no (single) annual report; null when it is one. */
  readonly refused: {
    readonly reason: 'blankForm' | 'sideBySide' | 'several' | 'otherDocument' | 'empty';
    readonly message: string;
    readonly at: Place | null;
  } | null;
  readonly title: Passage | null;
  /** Passages before the first section, the title left out. */
  readonly preamble: readonly Passage[];
  readonly sections: readonly SectionReading[];
  /** After the last section: signature, date, appended notes. */
  readonly closing: readonly Passage[];
  readonly signedBy: Passage | null;
  /** Date of signature as YYYY-MM-DD. */
  readonly signedOn: { readonly day: string; readonly at: Place } | null;
  /** Day of publication when the page tells it (site chrome), YYYY-MM-DD. */
  readonly publishedOn: { readonly day: string; readonly at: Place } | null;
  readonly period: { readonly from: string; readonly to: string; readonly at: Place } | null;
  readonly contact: Passage | null;
  readonly labels: readonly LabelReading[];
  /** Tables of the form that stand as pictures or are lost, and those found. */
  readonly tables: Readonly<Record<TableId, 'found' | 'picture' | 'missing'>>;
  /** Heading rows of the statistics form that carry a value. */
  readonly statisticsHeaders: readonly { readonly id: string; readonly text: string; readonly at: Place }[];
  readonly glued: readonly GluedReading[];
  readonly claims: readonly Claim[];
  readonly notes: readonly ReaderNote[];
  /** Extraction and copying debris met in the text ([image: …], [bookmark: …], stray page numbers, 〔…〕). */
  readonly residue: readonly Passage[];
}

/** Where a rule looks beyond the report itself. */
export interface Surroundings {
  /** Last year's report of the same agency, if there is one. */
  readonly previous: AnnualReport | null;
  /** The divisions of China (places/load.ts); without them no place name is judged. */
  readonly places?: Places | null;
}
