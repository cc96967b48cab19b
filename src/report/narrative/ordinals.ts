import type { Passage } from '../reading.ts';

/** Style of an ordinal: （一） · （1） · 一、 · 1. */
export type OrdinalStyle = 'bracketedChinese' | 'bracketedArabic' | 'chinese' | 'arabic';

/** An ordinal at the head of a paragraph. */
export interface Ordinal {
  readonly style: OrdinalStyle;
  readonly number: number;
  readonly printed: string;
  readonly passage: Passage;
}

const head =
  /^\s*(?:[(（]([一二三四五六七八九十]{1,3})[)）]|[(（]?(\d{1,2})[)）]|([一二三四五六七八九十]{1,3})、|(\d{1,2})[、.．](?!\d(?!\d{3}年)))(?!\s*[项款条目])/;
/** What may stand before 一是. */
const mark = /[。;；:：,，、!！?？)）"”\s]/;

/** Value of 一 … 九十九; 0 for what is none. */
export function chineseOrdinal(text: string): number {
  const at = text.indexOf('十');
  const digit = (char: string): number => '一二三四五六七八九'.indexOf(char) + 1;
  if (at < 0) return text.length === 1 ? digit(text) : 0;
  return (at === 0 ? 1 : digit(text[0]!)) * 10 + (text.length > at + 1 ? digit(text[at + 1]!) : 0);
}

/** The ordinal that a paragraph begins with, or null. */
export function ordinalAt(passage: Passage): Ordinal | null {
  const match = head.exec(passage.text);
  if (match === null) return null;
  const [printed, inBrackets, arabicInBrackets, chinese, arabic] = match;
  const of = (style: OrdinalStyle, number: number): Ordinal => ({
    style,
    number,
    printed: printed.trim(),
    passage,
  });
  if (inBrackets !== undefined) return of('bracketedChinese', chineseOrdinal(inBrackets));
  if (arabicInBrackets !== undefined) return of('bracketedArabic', Number(arabicInBrackets));
  if (chinese !== undefined) return of('chinese', chineseOrdinal(chinese));
  return of('arabic', Number(arabic));
}

/** 一是, 二是 … at the head of a clause, with the number and the offset of the words. */
export function spokenOrdinals(text: string): { readonly number: number; readonly index: number }[] {
  const found = [];
  for (let at = text.indexOf('是', 1); at >= 0; at = text.indexOf('是', at + 1)) {
    const number = chineseOrdinal(text[at - 1]!);
    if (number === 0 || (at > 1 && !mark.test(text[at - 2]!)) || /[否非不]/.test(text[at + 1] ?? ''))
      continue;
    found.push({ number, index: at - 1 });
  }
  return found;
}
