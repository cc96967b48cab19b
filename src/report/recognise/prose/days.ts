import { chineseNumber } from './numerals.ts';

const year = '(?:19|20)[0-9]{2}|[一二][九〇○零0][〇○零一二三四五六七八九0]{2}';
const number = '[0-9]{1,2}|[一二三四五六七八九十]{1,3}';
const dayPattern = `(${year}) ?[年./-] ?(${number}) ?[月./-] ?(${number}) ?日?`;

const whole = new RegExp(`^\\(?${dayPattern}\\)?$`);
const anywhere = new RegExp(dayPattern);
const spoken = new RegExp(`(${year}) ?年`);
const span = new RegExp(
  `(${year}) ?年 ?(?:(${number}) ?月 ?(${number}) ?日)? ?(?:起)?[至到—–~-]{1,2} ?(?:(${year}) ?年)? ?(${number}) ?月 ?(?:(${number}) ?日|底)`,
);

const plain = (text: string): number =>
  /^[0-9]+$/.test(text) ? Number(text) : (chineseNumber(text.replace(/0/g, '〇')) ?? Number.NaN);

/** YYYY-MM-DD, or null for a day that does not exist. */
function dayOf(y: number, m: number, d: number): string | null {
  if (!(m >= 1 && m <= 12 && d >= 1)) return null;
  const leap = (y % 4 === 0 && y % 100 !== 0) || y % 400 === 0;
  const days = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
  if (d > days[m - 1]!) return null;
  return `${y}-${String(m).padStart(2, '0')}-${String(d).padStart(2, '0')}`;
}

const fromMatch = (match: RegExpExecArray | null): string | null =>
  match === null ? null : dayOf(plain(match[1]!), plain(match[2]!), plain(match[3]!));

/** The day a whole line states (2026年1月23日, 二〇二〇年一月三日, in brackets or not), as YYYY-MM-DD. */
export const dayAlone = (text: string): string | null =>
  text.length > 24 ? null : fromMatch(whole.exec(text));

/** The first day stated in a text. */
export const dayWithin = (text: string): string | null => fromMatch(anywhere.exec(text));

/** The first year stated in a text. */
export function yearWithin(text: string): number | null {
  const match = spoken.exec(text);
  return match === null ? null : plain(match[1]!);
}

/** A span of days such as 自2019年1月1日起至12月31日止, with its offsets in the text. */
export function spanWithin(
  text: string,
): { readonly from: string; readonly to: string; readonly start: number; readonly end: number } | null {
  const match = span.exec(text);
  if (match === null) return null;
  const first = plain(match[1]!);
  const last = match[4] === undefined ? first : plain(match[4]);
  const from = dayOf(
    first,
    match[2] === undefined ? 1 : plain(match[2]),
    match[3] === undefined ? 1 : plain(match[3]),
  );
  const month = plain(match[5]!);
  const to =
    match[6] === undefined
      ? (dayOf(last, month, 31) ?? dayOf(last, month, 30))
      : dayOf(last, month, plain(match[6]));
  return from === null || to === null
    ? null
    : { from, to, start: match.index, end: match.index + match[0].length };
}
