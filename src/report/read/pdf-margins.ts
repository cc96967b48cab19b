import type { TextLine } from './pdf-lines.ts';

/** A page's lines outside tables, with what bounds the page. */
export interface MarginPage {
  readonly number: number;
  readonly height: number;
  readonly lines: readonly TextLine[];
  /** Upper and lower end of everything else on the page: tables and pictures. */
  readonly others: readonly (readonly [top: number, bottom: number])[];
}

/** Lines taken for running heads and feet, by page. */
export type MarginLines = ReadonlySet<TextLine>;

/** Part of the page's height at its head and foot in which such lines stand. */
const ZONE = 0.14;
/** Lines looked at in each zone. */
const MOST = 4;
/** A line stands in the same place on two pages within this many points. */
const SAME_PLACE = 4;

const FRAMED =
  /^(?:[-—–－―·•~～\s]{1,4}\d{1,4}[-—–－―·•~～\s]{1,4}|第?\s*\d{1,4}\s*页(?:[，,/]?\s*[（(]?共?\s*\d{1,4}\s*页[)）]?)?|\d{1,4}\s*\/\s*\d{1,4}|Page\s*\d+(?:\s*of\s*\d+)?)$/i;
const BARE = /^\d{1,4}$|^[ivxlc]{1,6}$/i;

/** Heads of the form's tables: repeated on every page they are still no running heads. */
const OF_TABLE = /申\s*请\s*人\s*情\s*况|法人或其他组织|自然人|勾稽关系|信息内容|结果维持/;

/** Whether a line says something in words, more than the last character of a label, or is a page number by its form. */
const isWorded = (text: string): boolean =>
  /\p{L}.*\p{L}/u.test(text) || FRAMED.test(text) || BARE.test(text);

/** What a line says with every figure as one sign, so that a page number is alike on all pages. */
const pattern = (line: TextLine): string => line.text.replace(/\s+/g, '').replace(/\d+/g, '#');

interface Candidate {
  readonly page: MarginPage;
  readonly line: TextLine;
  readonly fromTop: number;
  readonly head: boolean;
}

function candidates(page: MarginPage): Candidate[] {
  const { lines, height, others } = page;
  const sorted = [...lines].sort((a, b) => a.base - b.base);
  const top = Math.min(height, ...others.map(([from]) => from));
  const bottom = Math.max(0, ...others.map(([, to]) => to));
  const heads = sorted
    .slice(0, MOST)
    .filter((line) => line.box[3] < Math.max(height * ZONE, 60) && line.box[3] <= top + 2);
  const feet = sorted
    .slice(-MOST)
    .filter((line) => line.box[1] > height - Math.max(height * ZONE, 60) && line.box[1] >= bottom - 2);
  const of = (line: TextLine, head: boolean): Candidate => ({ page, line, fromTop: line.base, head });
  return [
    ...heads.map((line) => of(line, true)),
    ...feet.filter((line) => !heads.includes(line)).map((line) => of(line, false)),
  ];
}

/** The figures of a page number that goes up with the pages: the first number of the line. */
const numberIn = (line: TextLine): number | null => {
  const match = /\d+/.exec(line.text);
  return match === null ? null : Number(match[0]);
};

/** Whether lines on several pages differ only by numbers that go up as the pages do, if they differ at all. */
function goesWithPages(group: readonly Candidate[]): boolean {
  const texts = new Set(group.map(({ line }) => line.text.replace(/\s+/g, '')));
  if (texts.size === 1) return true;
  const offsets = new Set(
    group.map(({ line, page }) => {
      const number = numberIn(line);
      return number === null ? Number.NaN : number - page.number;
    }),
  );
  return offsets.size <= 2 || group.every(({ line }) => FRAMED.test(line.text.trim()));
}

/** Whether a page number stands alone, apart from everything else on its page. */
function standsApart({ page, line, head }: Candidate): boolean {
  const clear = 0.9 * line.size;
  const near = (top: number, bottom: number): boolean =>
    head ? top < line.box[3] + clear : bottom > line.box[1] - clear;
  const sameRow = page.lines.filter((one) => one !== line && Math.abs(one.base - line.base) < line.size);
  if (sameRow.length > 0) return false;
  return ![
    ...page.lines.filter((one) => one !== line).map((one) => [one.box[1], one.box[3]] as const),
    ...page.others,
  ].some(([top, bottom]) => near(top, bottom) && (head ? bottom > line.box[1] : top < line.box[3]));
}

/**
 * Lines that are no part of the text: what repeats at one place of several pages' margins, and page numbers. A
 * number is one only when framed by dashes or words, or alone and the page's own.
 */
export function marginLines(pages: readonly MarginPage[]): MarginLines {
  const found = new Set<TextLine>();
  const groups = new Map<string, Candidate[][]>();
  const all = pages.flatMap(candidates);
  for (const candidate of all) {
    const key = `${candidate.head} ${pattern(candidate.line)}`;
    const lists = groups.get(key) ?? [];
    groups.set(key, lists);
    const list = lists.find(([first]) => {
      const place = ({ page, fromTop, head }: Candidate) => (head ? fromTop : page.height - fromTop);
      return Math.abs(place(first!) - place(candidate)) < SAME_PLACE;
    });
    if (list) list.push(candidate);
    else lists.push([candidate]);
  }
  for (const list of [...groups.values()].flat()) {
    const onPages = new Set(list.map(({ page }) => page.number)).size;
    if (onPages < 2 || onPages * 4 < pages.length) continue;
    if (list.some(({ line }) => OF_TABLE.test(line.text))) continue;
    // A row of figures may well be the same at the head of two pages.
    if (!list.every(({ line }) => isWorded(line.text.trim()))) continue;
    if (goesWithPages(list)) for (const { line } of list) found.add(line);
  }
  for (const candidate of all) {
    const text = candidate.line.text.trim();
    if (found.has(candidate.line)) continue;
    if (FRAMED.test(text) || (BARE.test(text) && numberIn(candidate.line) === candidate.page.number))
      if (standsApart(candidate)) found.add(candidate.line);
  }
  return found;
}
