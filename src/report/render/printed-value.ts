import type { ReportCell } from '../../domain/annual/report.ts';
import type { CellKind } from '../../law/forms/index.ts';

const PRINTED_PLUS = /^[+＋增新上↑]/;
/** Longest figures that are read back as the same number. */
const LARGEST = 1e15;
const PLACES = 8;

/** A number without exponent or separators: 0.0001, 1260000. Null where it has too many digits to be printed so. */
export function printedNumber(value: number): string | null {
  if (!Number.isFinite(value) || Math.abs(value) >= LARGEST) return null;
  if (Number.isInteger(value)) return String(value === 0 ? 0 : value);
  const short = String(value);
  if (!short.includes('e') && short.length - short.indexOf('.') - 1 <= PLACES) return short;
  const fixed = value.toFixed(PLACES).replace(/0+$/, '');
  return Number(fixed) === value ? fixed : null;
}

/** Printed text without what cannot stand in a file: line breaks, control characters, halves of surrogate pairs. */
export const printedText = (text: string): string =>
  text
    .replace(/[\t\n\v\f\r\u0085\u2028\u2029]+/g, ' ')
    .replace(/[\p{Cc}\ufffe\uffff]/gu, '')
    .replace(/\p{Cs}/gu, '\ufffd')
    .trim();

/**
 * A cell as printed for filing. Blank, missing and unreadable ones are empty: nothing is invented. A figure with more
 * digits than can be read back is printed as the report has it.
 */
export function printedCell(cell: ReportCell | undefined, kind: CellKind | null): string {
  if (cell === undefined || cell.value === null) return '';
  const text = printedNumber(cell.value);
  if (text === null) return printedText(cell.text);
  return kind === 'signed' && cell.value > 0 && PRINTED_PLUS.test(cell.text.trim()) ? `+${text}` : text;
}
