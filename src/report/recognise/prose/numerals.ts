const digits: Readonly<Record<string, number>> = {
  零: 0,
  〇: 0,
  '○': 0,
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
};
const powers: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 };

/**
 * A Chinese numeral up to 亿 (一百零三, 十二, 三万五千) as a number; digits in a row (二〇二三) read one by one.
 * Null when the text is none.
 */
export function chineseNumber(text: string): number | null {
  if (text === '') return null;
  if (/^[零〇○一二三四五六七八九]{2,}$/.test(text))
    return [...text].reduce((sum, c) => sum * 10 + digits[c]!, 0);
  let total = 0;
  let section = 0;
  let digit = 0;
  for (const c of text) {
    if (c in digits) digit = digits[c]!;
    else if (c in powers) {
      section += (digit === 0 ? 1 : digit) * powers[c]!;
      digit = 0;
    } else if (c === '万' || c === '亿') {
      total = (total + section + digit) * (c === '万' ? 10_000 : 100_000_000);
      section = 0;
      digit = 0;
    } else return null;
  }
  return total + section + digit;
}
