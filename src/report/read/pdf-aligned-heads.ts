import { lettersIn, type PagedLine } from './pdf-aligned-runs.ts';
import { type Box, union } from './pdf-matrix.ts';
import { type Glyph, middleX, middleY } from './pdf-page.ts';

/** The head of one column and what it covers. */
export interface Head {
  readonly text: string;
  readonly from: number;
  readonly to: number;
  readonly box: Box;
  readonly page: number;
}

/** Characters in lines from the top. */
const levelOrder = (glyphs: readonly Glyph[]): Glyph[] =>
  grouped(glyphs, middleY, 0.35).flatMap((line) => line.sort((a, b) => middleX(a) - middleX(b)));

/** Characters in columns set downwards, from the right or from the left. */
const downOrder = (glyphs: readonly Glyph[], fromRight: boolean): Glyph[] => {
  const columns = grouped(glyphs, middleX, 0.35);
  if (fromRight) columns.reverse();
  return columns.flatMap((column) => column.sort((a, b) => middleY(a) - middleY(b)));
};

/** Characters in columns set upwards, from the left. */
const upOrder = (glyphs: readonly Glyph[]): Glyph[] =>
  grouped(glyphs, middleX, 0.35).flatMap((column) => column.sort((a, b) => middleY(b) - middleY(a)));

function grouped(glyphs: readonly Glyph[], at: (glyph: Glyph) => number, reach: number): Glyph[][] {
  const sorted = [...glyphs].sort((a, b) => at(a) - at(b));
  const groups: Glyph[][] = [];
  for (const glyph of sorted) {
    const group = groups.at(-1);
    if (group !== undefined && at(glyph) - at(group[0]!) < reach * glyph.size) group.push(glyph);
    else groups.push([glyph]);
  }
  return groups;
}

const textOf = (glyphs: readonly Glyph[]): string => glyphs.map((glyph) => glyph.text).join('');

/** What the characters of one head say, whichever way it is set, if it is that word. */
function says(glyphs: readonly Glyph[], word: string): string | null {
  const orders = [levelOrder, (all: readonly Glyph[]) => downOrder(all, true), upOrder].map((order) =>
    order(glyphs),
  );
  const found = orders.find((order) => lettersIn(textOf(order)) === lettersIn(word));
  return found === undefined ? null : textOf(found);
}

/** Higher than any page. */
const PAGE = 100_000;

/** A character as if its page followed `pages` others on one long page. */
export const lowered = (glyph: Glyph, pages: number): Glyph => {
  const by = pages * PAGE;
  const [x0, y0, x1, y1] = glyph.box;
  return by === 0 ? glyph : { ...glyph, y: glyph.y + by, box: [x0, y0 + by, x1, y1 + by] };
};

/** The characters of lines that a page's end may part, as if on one long page. */
export const stacked = (lines: readonly PagedLine[]): Glyph[] =>
  lines.flatMap(({ page, line }) => line.glyphs.map((glyph) => lowered(glyph, page - lines[0]!.page)));

/** What characters on one page after the other cover: on the page of the first of them. */
function placeOf(first: number, glyphs: readonly Glyph[]): { readonly page: number; readonly box: Box } {
  const pages = Math.floor(glyphs[0]!.box[1] / PAGE);
  const own = glyphs.filter((glyph) => Math.floor(glyph.box[1] / PAGE) === pages);
  const [x0, y0, x1, y1] = own.reduce((whole, glyph) => union(whole, glyph.box), own[0]!.box);
  return { page: first + pages, box: [x0, y0 - pages * PAGE, x1, y1 - pages * PAGE] };
}

const isLetter = (glyph: Glyph): boolean => lettersIn(glyph.text) !== '';

/** Whether a mark stands at a letter: on its line, next to it. */
const isAt = (mark: Glyph, letter: Glyph): boolean =>
  mark.turn === letter.turn &&
  Math.abs(mark.y - letter.y) < 0.2 * letter.size &&
  mark.x < letter.x + letter.width + 0.3 * letter.size &&
  mark.x + mark.width > letter.x - 0.3 * letter.size;

/** Letters with the marks that stand at them or at one another. */
function withMarks(letters: readonly Glyph[], marks: readonly Glyph[]): Glyph[] {
  const own = [...letters];
  for (const mark of marks) if (own.some((one) => isAt(mark, one))) own.push(mark);
  return own;
}

/**
 * The heads of columns from right to left edge: `words` are those of the form in its order; `page` is that of the first. As the columns do not
 * overlap, the letters sorted from left to right are those of the first word, then those of the next, however each
 * is broken into lines. Null where they are others, or figures stand among them. `rest` are the characters to the left of them.
 */
export function headsOf(
  page: number,
  glyphs: readonly Glyph[],
  words: readonly string[],
): { readonly heads: Head[]; readonly rest: Glyph[] } | null {
  const letters = glyphs.filter(isLetter).sort((a, b) => middleX(a) - middleX(b));
  let end = letters.length;
  const heads: Head[] = [];
  const marks = glyphs.filter((glyph) => !isLetter(glyph));
  if (marks.some((mark) => /\d/.test(mark.text))) return null;
  for (let i = words.length - 1; i >= 0; i--) {
    const count = lettersIn(words[i]!).length;
    if (end < count) return null;
    const own = letters.slice(end - count, end);
    const [from, to] = [Math.min(...own.map(({ box }) => box[0])), Math.max(...own.map(({ box }) => box[2]))];
    const text = says(withMarks(own, marks), words[i]!);
    if (text === null || (heads[0] !== undefined && to > heads[0].from + 0.2 * own[0]!.size)) return null;
    heads.unshift({ text, from, to, ...placeOf(page, own) });
    end -= count;
  }
  return { heads, rest: letters.slice(0, end) };
}

/**
 * The characters without a word that stands over several columns, its own on one line of theirs; null where it is
 * not there.
 */
export function withoutWord(
  page: number,
  glyphs: readonly Glyph[],
  word: string,
): { readonly rest: Glyph[]; readonly word: Head | null } {
  for (const line of grouped(glyphs, (glyph) => glyph.y, 0.15)) {
    line.sort((a, b) => a.x - b.x);
    const at = textOf(line).indexOf(word);
    if (at < 0 || line.some((glyph) => glyph.text.length !== 1)) continue;
    const own = line.slice(at, at + word.length);
    const place = placeOf(page, own);
    const rest = glyphs.filter((glyph) => !own.includes(glyph));
    return { rest, word: { text: word, from: place.box[0], to: place.box[2], ...place } };
  }
  return { rest: [...glyphs], word: null };
}
