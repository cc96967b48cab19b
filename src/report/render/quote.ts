import type { AnnualReport, Finding, Place } from '../../domain/annual/report.ts';
import type { Paragraph, SourceDocument } from '../document.ts';
import { printedText } from './printed-value.ts';

/** A sentence of the report with the words that a finding speaks of; all of it where they are not told apart. */
export interface Quote {
  readonly before: string;
  readonly words: string;
  readonly after: string;
}

const END = /[。；！？!?\n]/;
/** Characters kept on either side of the words where a sentence does not end. */
const REACH = 30;
/** Characters kept of a paragraph that is meant as a whole. */
const WHOLE = 60;

/** The sentence around the characters `from` to `to` of a text. */
function sentenceAround(text: string, from: number, to: number): Quote {
  let start = from;
  while (start > 0 && from - start < REACH && !END.test(text[start - 1]!)) start -= 1;
  let end = to;
  while (end < text.length && end - to < REACH && !END.test(text[end - 1] ?? '')) end += 1;
  const cutBefore = start > 0 && !END.test(text[start - 1]!);
  const cutAfter = end < text.length && !END.test(text[end - 1] ?? '');
  return {
    before: (cutBefore ? '…' : '') + printedText(text.slice(start, from)),
    words: printedText(text.slice(from, to)),
    after: printedText(text.slice(to, end)) + (cutAfter ? '…' : ''),
  };
}

/** Where in a paragraph a place is, null where it is elsewhere. */
function offsetIn({ at, text }: Paragraph, place: Place): number | null {
  if ('line' in at && 'line' in place && at.line === place.line) return place.column - at.column;
  if ('paragraph' in at && 'paragraph' in place && at.paragraph === place.paragraph) {
    const offset = place.column - at.column;
    return offset >= 0 && offset <= text.length ? offset : null;
  }
  if ('page' in at && 'page' in place && JSON.stringify(at) === JSON.stringify(place)) return 0;
  return null;
}

function atPlace(document: SourceDocument, place: Place): Quote | null {
  if ('table' in place) return null;
  for (const block of document.blocks) {
    if (block.kind !== 'paragraph') continue;
    const offset = offsetIn(block, place);
    if (offset === null || offset < 0 || offset > block.text.length) continue;
    const length = 'length' in place ? place.length : undefined;
    const end = length === undefined ? block.text.length : Math.min(block.text.length, offset + length);
    const quote = length === undefined ? whole(block.text) : sentenceAround(block.text, offset, end);
    return quote.words === '' ? null : quote;
  }
  return null;
}

const whole = (text: string): Quote => {
  const plain = printedText(text);
  return { before: '', words: plain.length > WHOLE ? `${plain.slice(0, WHOLE)}…` : plain, after: '' };
};

/** What a message sets in quotation marks, where the report says it. */
function inMessage({ message }: Finding, report: AnnualReport): Quote | null {
  const quoted = Array.from(message.matchAll(/[“《]([^“”《》]{4,120})[”》]/g), (match) => match[1]!);
  for (const words of quoted.sort((a, b) => b.length - a.length))
    for (const { text } of report.sections) {
      const from = text.indexOf(words);
      if (from >= 0) return sentenceAround(text, from, from + words.length);
    }
  return null;
}

/** A lone figure of a table tells less than the name of its cell. */
const isFigure = ({ before, words, after }: Quote): boolean => /^[\d.,|\s-]*$/.test(before + words + after);

/**
 * The sentence that a finding speaks of, from the document where it is at hand, else by what its message quotes; null
 * for a finding on figures alone.
 */
export function quoteOf(
  finding: Finding,
  report: AnnualReport,
  document: SourceDocument | null,
): Quote | null {
  const placed = document !== null && finding.at !== null ? atPlace(document, finding.at) : null;
  const quote = placed ?? inMessage(finding, report);
  return quote === null || isFigure(quote) ? null : quote;
}
