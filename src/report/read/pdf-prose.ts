import type { Paragraph } from '../document.ts';
import { rounded } from './pdf-join.ts';
import { joinLines, type TextLine } from './pdf-lines.ts';
import { type Box, union } from './pdf-matrix.ts';
import { medianOf } from './pdf-page.ts';

/** Left and right edge of running text. */
export interface Measure {
  readonly left: number;
  readonly right: number;
  /** Usual distance of base lines. */
  readonly pitch: number;
}

/** Headings of the form's sections, which begin a paragraph wherever the line above ended. */
const PART = /^[一二三四五六七八九十]{1,3}[、.．]|^第[一二三四五六七八九十]{1,3}(?:部分|章|节)/;
const SENTENCE_END = /[。！？；：:;!?]["”’）)]?$/;

/** The measure of a page's or column's lines: the edge most lines begin at, and the one that full lines reach. */
export function measureOf(lines: readonly TextLine[], width: number): Measure {
  const size = medianOf(
    lines.map((line) => line.size),
    12,
  );
  const running = lines.filter((line) => line.size < 1.3 * size);
  const starts = new Map<number, number>();
  for (const { from } of running) {
    const key = Math.round(from / 2);
    starts.set(key, (starts.get(key) ?? 0) + 1);
  }
  const froms = running.map((line) => line.from).sort((a, b) => a - b);
  const common = froms.find((from) => {
    const key = Math.round(from / 2);
    const near = (starts.get(key - 1) ?? 0) + (starts.get(key) ?? 0) + (starts.get(key + 1) ?? 0);
    return near >= Math.max(2, running.length * 0.15);
  });
  const left = common ?? froms[0] ?? 0;
  const ends = running.map((line) => line.to).sort((a, b) => b - a);
  const supported = ends.find((to, i) => i + 1 < ends.length && to - ends[i + 1]! < 1.5 * size);
  const right = supported ?? ends[0] ?? width;
  const steps: number[] = [];
  for (let i = 1; i < running.length; i++) {
    const step = running[i]!.base - running[i - 1]!.base;
    if (step > 0 && step < 4 * size && right - running[i - 1]!.to < 2 * size) steps.push(step);
  }
  return { left, right, pitch: medianOf(steps, 1.8 * size) };
}

interface Open {
  readonly page: number;
  readonly lines: TextLine[];
  text: string;
  box: Box;
  last: TextLine;
  lastPage: number;
}

/** Whether a line goes on with the paragraph before it, as Word would have broken it. */
function continues(open: Open, line: TextLine, page: number, measure: Measure, before: Measure): boolean {
  const { last } = open;
  const size = Math.min(last.size, line.size);
  if (Math.abs(last.size - line.size) > 0.12 * size || last.gaps + line.gaps > 0) return false;
  const wide = before.right - before.left;
  const room = before.right - last.to;
  if (room > 2.1 * size || last.to - before.left < 0.55 * wide) return false;
  if (page === open.lastPage) {
    const step = line.base - last.base;
    if (step <= 0 && line.from < last.to) return false;
    if (step > 1.4 * measure.pitch + 1) return false;
  }
  if (PART.test(line.text) && SENTENCE_END.test(last.text)) return false;
  const centre = (measure.left + measure.right) / 2;
  const centred = (one: TextLine): boolean => Math.abs((one.from + one.to) / 2 - centre) < size;
  if (centred(last) && centred(line) && last.from > before.left + size && line.from > measure.left + size)
    return true;
  const indent = line.from - measure.left;
  const earlier = open.lines.length > 1 ? Math.abs(line.from - last.from) < 0.5 * size : false;
  return indent < 0.9 * size || earlier;
}

/** Puts lines together into paragraphs, over page breaks too, until something else comes between. */
export class Prose {
  readonly #out: Paragraph[] = [];
  #open: Open | null = null;
  #measure: Measure | null = null;

  add(line: TextLine, page: number, measure: Measure): void {
    const open = this.#open;
    if (open !== null && continues(open, line, page, measure, this.#measure ?? measure)) {
      open.text = joinLines(open.text, line.text);
      open.lines.push(line);
      if (page === open.page) open.box = union(open.box, line.box);
      open.last = line;
      open.lastPage = page;
    } else {
      this.#close();
      this.#open = { page, lines: [line], text: line.text, box: line.box, last: line, lastPage: page };
    }
    this.#measure = measure;
  }

  #close(): void {
    if (this.#open === null) return;
    const { page, text, box } = this.#open;
    this.#open = null;
    const at = { page, box: rounded(box) };
    this.#out.push({ kind: 'paragraph', text, at, level: null, origin: 'body' });
  }

  /** The paragraphs so far; what comes next begins anew. */
  take(): Paragraph[] {
    this.#close();
    return this.#out.splice(0);
  }
}
