import { normaliseLabel } from '../read/normalise.ts';

/** Headings are the form's, over and over: what they come to is kept for as many as turn up in practice. */
const known = new Map<string, string>();
const MOST_KNOWN = 2_000;

/** A heading for comparison: no ordinal, no white space or punctuation, nothing after it in brackets. */
export function headingWords(heading: string): string {
  let words = known.get(heading);
  if (words === undefined) {
    words = reduced(heading);
    if (known.size < MOST_KNOWN && heading.length < 60) known.set(heading, words);
  }
  return words;
}

const reduced = (heading: string): string =>
  normaliseLabel(heading.replace(/^[\s#*>•·-]+/, ''))
    .replace(
      /^(?:第?[一二三四五六七八九十]{1,3}(?:部分|章|、|(?=[^一二三四五六七八九十]))|\([一二三四五六七八九十]{1,3}\)|\d{1,2}\.)[、.:]?/,
      '',
    )
    .replace(/(?!^)\([^)]*\)?$/, '')
    .replace(/[^\p{L}\p{N}]/gu, '');
