import type { Place } from '../../domain/annual/report.ts';
import type { SectionId } from '../../law/forms/index.ts';
import type { Passage, Reading } from '../reading.ts';

/** A passage with the section it stands in; null in an extra section. */
export interface Placed {
  readonly passage: Passage;
  readonly section: SectionId | null;
}

/** The rules of one reading run one after another, so the last list is all that is worth keeping. */
let last: { readonly reading: Reading; readonly placed: readonly Placed[] } | null = null;

/** All prose of the numbered sections, in order. */
export function sectionPassages(reading: Reading): readonly Placed[] {
  if (last?.reading !== reading) {
    const placed: Placed[] = [];
    for (const { id, passages } of reading.sections)
      for (const passage of passages) placed.push({ passage, section: id });
    last = { reading, placed };
  }
  return last.placed;
}

/** Whether anything of an annual report is there: a section of the form, a cell, an indicator. */
export function hasReport({ sections, report }: Reading): boolean {
  return (
    sections.some((section) => section.id !== null) ||
    Object.values(report.cells).some((cell) => cell.status !== 'absent') ||
    Object.keys(report.indicators).length > 0
  );
}

/**
 * Whether the report follows the forms of 2019 and 2021, so that their sections and wording are due. A report whose
 * form cannot be told (its tables are lost) follows them when its year is 2019 or later.
 */
export function followsForm(reading: Reading): boolean {
  const { form, year } = reading.report;
  if (reading.refused !== null || !hasReport(reading)) return false;
  return form === '2019' || form === '2021' || (form === null && (year === null || year >= 2019));
}

const omission = /[〔［[【(（][\s.…·]{0,6}(?:以下|此处|正文|内容)?(?:从|省|节)?略[\s.…·]{0,6}[〕］\]】)）]/;

/** Whether the text says itself that parts are left out (〔…略…〕): what is absent then may stand in the whole. */
export function isExcerpt(reading: Reading): boolean {
  let known = excerpts.get(reading);
  if (known === undefined) {
    known = omitsParts(reading);
    excerpts.set(reading, known);
  }
  return known;
}

const excerpts = new WeakMap<Reading, boolean>();

function omitsParts(reading: Reading): boolean {
  const omits = (passage: Passage): boolean => passage.raw.includes('略') && omission.test(passage.raw);
  return (
    reading.residue.some(omits) ||
    reading.preamble.some(omits) ||
    reading.sections.some((section) => section.passages.some(omits))
  );
}

/** Moves a place by `columns` and gives it a length; in a table, where columns count cells, and on a page it stays. */
export function shifted(at: Place, columns: number, length: number): Place {
  return 'page' in at || 'table' in at ? at : { ...at, column: at.column + columns, length };
}

/**
 * Where the words at `from` of a passage's text were printed: the same occurrence of them in the raw text. The
 * passage's own place where they were printed in other characters.
 */
export function placeOf(passage: Passage, words: string, from = 0): Place {
  const { text, raw, at } = passage;
  if (raw === text) return shifted(at, from, words.length);
  let index = raw.indexOf(words);
  for (
    let seen = text.indexOf(words);
    seen >= 0 && seen < from && index >= 0;
    seen = text.indexOf(words, seen + 1)
  )
    index = raw.indexOf(words, index + 1);
  return index < 0 ? at : shifted(at, index, words.length);
}

/** Further places that a finding names; the message tells how many there are in all. */
export const mostRelated = 20;

/** Words around an offset, for a message: at most `span` characters, cut at sentence ends. */
export function quoted(text: string, start: number, end: number, span = 14): string {
  const sentenceEnd = /[。;；!！?？\n]/;
  let from = start;
  while (from > 0 && start - from < span && !sentenceEnd.test(text[from - 1]!)) from--;
  let to = end;
  while (to < text.length && to - end < span && !sentenceEnd.test(text[to]!)) to++;
  return text.slice(from, to);
}
