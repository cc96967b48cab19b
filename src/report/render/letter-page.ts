import type { Letter } from '../../domain/application/letters/letter.ts';
import { writtenDay } from '../../domain/workday/index.ts';

/** Measures of 信函格式 (GB/T 9704—2012, 10.1) in millimetres [from memory]. */
export const letterPage = {
  /** From the upper edge of the page to 发文机关标志. */
  head: 30,
  /** From the letterhead to the first red line. */
  lineBelowHead: 4,
  /** From the lower edge to the second red line. */
  lowerLine: 20,
  /** Length of both lines, in the middle of the page. */
  line: 170,
  /** Diameter of a round seal of a township or a department. */
  seal: 42,
} as const;

/** Points from line to line that are tried, in order, to keep a letter on one page (适当调整 is allowed). */
export const tighterPitches: readonly number[] = [26, 24];

/** Points of 发文机关标志: as large as looks well, and on one line of 170 mm whatever the name. */
export const headSize = (agency: string): number =>
  Math.min(36, Math.floor((letterPage.line * 2.834) / Math.max([...agency].length, 1)));

/** 二号 (22 pt) holds 20 characters on a line; a longer title is broken in the middle. */
export function titleLines(title: string): readonly string[] {
  const signs = [...title];
  if (signs.length <= 20) return [title];
  const half = Math.ceil(signs.length / 2);
  return [signs.slice(0, half).join(''), signs.slice(half).join('')];
}

/** The list under the text: 附件：1.… with the numbers one below the other; names bear no stop. */
export const enclosureLines = ({ enclosures }: Letter): readonly string[] =>
  enclosures.length === 1 ? [enclosures[0]!] : enclosures.map((title, index) => `${index + 1}.${title}`);

/** Signing agency and date, one above the other. */
export const signature = ({ signedBy, date }: Letter): readonly string[] =>
  signedBy === null || date === null ? [] : [signedBy, writtenDay(date)];

/** What a letter bears beside its words. */
export interface LetterDress {
  /** The seal of the agency, a PNG; null where none is kept. */
  readonly seal: Uint8Array | null;
  /** Nobody may serve it yet: every page says so, and no seal stands on it. */
  readonly draft: boolean;
}

export const undressed: LetterDress = { seal: null, draft: false };

/** The seal that goes on the paper: none on a draft, none where nobody of the agency signs. */
export const sealOn = ({ signedBy }: Letter, { seal, draft }: LetterDress): Uint8Array | null =>
  draft || signedBy === null ? null : seal;

/** Across every page of what is no letter yet. */
export const DRAFT_MARK = '草稿';

/** Red of official letterheads. */
export const RED = 'E60012';
