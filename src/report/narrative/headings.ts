import { normaliseLabel } from '../read/normalise.ts';

/** A heading for comparison: no ordinal, no white space or punctuation, nothing after it in brackets. */
export function headingWords(heading: string): string {
  return normaliseLabel(heading.replace(/^[\s#*>•·-]+/, ''))
    .replace(
      /^(?:第?[一二三四五六七八九十]{1,3}(?:部分|章|、|(?=[^一二三四五六七八九十]))|\([一二三四五六七八九十]{1,3}\)|\d{1,2}\.)[、.:]?/,
      '',
    )
    .replace(/(?!^)\([^)]*\)?$/, '')
    .replace(/[^\p{L}\p{N}]/gu, '');
}
