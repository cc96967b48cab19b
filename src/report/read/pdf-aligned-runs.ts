import type { TextLine } from './pdf-lines.ts';
import { type Box, union } from './pdf-matrix.ts';
import type { Glyph } from './pdf-page.ts';

/** A line of text outside ruled tables, with the page it stands on. */
export interface PagedLine {
  readonly page: number;
  readonly line: TextLine;
}

/** Characters of a line that stand close together: what one cell prints in it, or a part of that. */
export interface Run {
  readonly page: number;
  readonly text: string;
  readonly from: number;
  readonly to: number;
  readonly base: number;
  readonly size: number;
  readonly box: Box;
}

/** What is printed in a cell of a table without lines. */
export interface AlignedCell {
  readonly text: string;
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly colSpan: number;
  readonly page: number;
  readonly box: Box;
}

/** A table told by its alignment; rows and columns count from 1. */
export interface AlignedTable {
  readonly rows: number;
  readonly columns: number;
  readonly cells: readonly AlignedCell[];
  /** The lines it is made of, the first of which stands for it in reading order. */
  readonly lines: ReadonlySet<TextLine>;
  readonly first: PagedLine;
}

/**
 * A gap of this part of the type size parts what two cells print: the greater where a blank may stand between
 * figures and words of one cell, the smaller where cells stand close. What is told by it must come out exact.
 */
export const GAPS = [0.3, 0.12] as const;
/** At the edge of the figures less will do. */
const APART_AT_EDGE = 0.08;

/** A figure, or a sign in its place, as one cell prints it. */
export const FIGURE = /^[-+−－＋]?[\d０-９][\d０-９.,，．]*$|^[-—–―－]{1,3}$|^[无／/]$/;

const runOf = (page: number, glyphs: readonly Glyph[], base: number): Run => ({
  page,
  text: glyphs.map((glyph) => glyph.text).join(''),
  from: glyphs[0]!.x,
  to: glyphs.reduce((end, glyph) => Math.max(end, glyph.x + glyph.width), glyphs[0]!.x),
  base,
  size: glyphs[0]!.size,
  box: glyphs.reduce((box, glyph) => union(box, glyph.box), glyphs[0]!.box),
});

/** The runs of a line; `edge` is where figures begin, at which the least gap parts. */
export function runsOf({ page, line }: PagedLine, apart: number, edge: number | null = null): Run[] {
  const runs: Run[] = [];
  let open: Glyph[] = [];
  for (const glyph of line.glyphs) {
    const last = open.at(-1);
    if (last !== undefined) {
      const gap = glyph.x - last.x - last.width;
      const atEdge = edge !== null && last.x < edge - 0.5 && glyph.x >= edge - 0.5;
      if (gap > (atEdge ? APART_AT_EDGE : apart) * glyph.size) {
        runs.push(runOf(page, open, line.base));
        open = [];
      }
    }
    open.push(glyph);
  }
  if (open.length > 0) runs.push(runOf(page, open, line.base));
  return runs;
}

/** The head of one column: its words from the top down, and what they cover. */
export interface Head {
  text: string;
  from: number;
  to: number;
  box: Box;
  readonly page: number;
}

/** Heads of columns from the left: runs above one another are one head, those in `spanning` stand over several. */
export function headsOf(runs: readonly Run[], spanning: ReadonlySet<string>): Head[] {
  const own = runs.filter((run) => !spanning.has(run.text));
  const groups: { from: number; to: number; runs: Run[] }[] = [];
  for (const run of [...own].sort((a, b) => a.from - b.from)) {
    const last = groups.at(-1);
    if (last !== undefined && run.from < last.to) {
      last.to = Math.max(last.to, run.to);
      last.runs.push(run);
    } else groups.push({ from: run.from, to: run.to, runs: [run] });
  }
  return groups.map(({ from, to, runs: parts }) => {
    const down = parts.sort((a, b) => a.base - b.base || a.from - b.from);
    const box = down.reduce((whole, run) => union(whole, run.box), down[0]!.box);
    return { text: down.map((run) => run.text).join(''), from, to, box, page: down[0]!.page };
  });
}

/**
 * The figures of a row by column, null for a column without one. False where a run is no figure, stands under no
 * head or under two, or where two stand under one: a head and a figure of different columns never overlap.
 */
export function figuresUnder(heads: readonly Head[], runs: readonly Run[]): (Run | null)[] | false {
  const out: (Run | null)[] = heads.map(() => null);
  for (const run of runs) {
    const under = heads.flatMap((head, i) => (run.from < head.to && run.to > head.from ? [i] : []));
    if (under.length !== 1 || !FIGURE.test(run.text) || out[under[0]!] !== null) return false;
    out[under[0]!] = run;
  }
  return out;
}

/** A cell from what is printed in it; `near` gives the place of an empty one. */
export function cellOf(
  [row, column]: readonly [number, number],
  [rowSpan, colSpan]: readonly [number, number],
  printed: { readonly text: string; readonly page: number; readonly box: Box } | null,
  near: { readonly page: number; readonly box: Box },
): AlignedCell {
  const { page, box } = printed ?? near;
  return { text: printed?.text ?? '', row, column, rowSpan, colSpan, page, box };
}
