import type { LetterKindId, LetterPart } from '../../../law/letters.ts';
import type { Day } from '../../workday/index.ts';

/** A paragraph of the body. `fixed`: made from the case, and nobody edits it; the remedy above all. */
export interface LetterParagraph {
  readonly id: string;
  /** Parts of a letter (L-1 to L-13) that it makes. */
  readonly parts: readonly LetterPart[];
  readonly text: string;
  readonly fixed: boolean;
  /** Words that stay whatever else is edited: statutory words, articles, numbers and days of the case. */
  readonly keeps: readonly string[];
}

/** A field to be filled in by hand, as in 送达回证. */
export interface LetterField {
  readonly label: string;
  readonly value: string;
}

/**
 * A letter laid out in the manner of 党政机关公文 (信函格式): letterhead, number, title, addressee, body, enclosures, signing
 * agency over its date, place of the seal. No text holds a line break.
 */
export interface Letter {
  readonly kind: LetterKindId;
  /** First day of the template it is made by. */
  readonly template: Day;
  /** 发文机关标志. */
  readonly agency: string;
  /** The name under the text, where the seal goes; null on a form that somebody else signs. */
  readonly signedBy: string | null;
  /** 发文字号; null until the letter is approved. */
  readonly documentNumber: string | null;
  readonly title: string;
  /** With its colon left out; empty in forms that go to nobody. */
  readonly addressee: string;
  readonly paragraphs: readonly LetterParagraph[];
  readonly fields: readonly LetterField[];
  /** Titles of what is enclosed, in order. */
  readonly enclosures: readonly string[];
  /** 成文日期; null where nobody of the agency signs. */
  readonly date: Day | null;
}
