const DIGITS = '〇一二三四五六七八九';
const COUNTING_DIGITS = '零一二三四五六七八九';
const LEGAL = '零壹贰叁肆伍陆柒捌玖';
const STEMS = '甲乙丙丁戊己庚辛壬癸';
const BRANCHES = '子丑寅卯辰巳午未申酉戌亥';

function roman(value: number): string {
  const signs: readonly (readonly [number, string])[] = [
    [1000, 'M'],
    [900, 'CM'],
    [500, 'D'],
    [400, 'CD'],
    [100, 'C'],
    [90, 'XC'],
    [50, 'L'],
    [40, 'XL'],
    [10, 'X'],
    [9, 'IX'],
    [5, 'V'],
    [4, 'IV'],
    [1, 'I'],
  ];
  let rest = value;
  let out = '';
  for (const [size, sign] of signs)
    while (rest >= size) {
      out += sign;
      rest -= size;
    }
  return out;
}

/** 1 → A, 26 → Z, 27 → AA, as Word counts. */
const letters = (value: number): string =>
  String.fromCharCode(0x41 + ((value - 1) % 26)).repeat(Math.floor((value - 1) / 26) + 1);

/** 12 → 十二, 20 → 二十, 105 → 一百零五, up to 9999. */
function counting(value: number, digits: string, units: string, bareTen: boolean): string {
  let out = '';
  let gap = false;
  for (let power = 3; power >= 0; power--) {
    const digit = Math.floor(value / 10 ** power) % 10;
    if (digit === 0) {
      gap = out !== '';
      continue;
    }
    if (gap) out += digits[0];
    gap = false;
    const unit = power === 0 ? '' : units[power - 1]!;
    out += bareTen && digit === 1 && power === 1 && out === '' ? unit : digits[digit]! + unit;
  }
  return out === '' ? digits[0]! : out;
}

const byDigits = (value: number, digits: string): string =>
  String(value).replace(/\d/g, (digit) => digits[Number(digit)]!);

const enclosed = (value: number, first: number): string =>
  value >= 1 && value <= 20 ? String.fromCharCode(first + value - 1) : String(value);

const FORMATS: Readonly<Record<string, (value: number) => string>> = {
  decimalZero: (value) => String(value).padStart(2, '0'),
  decimalFullWidth: (value) => byDigits(value, '０１２３４５６７８９'),
  upperRoman: roman,
  lowerRoman: (value) => roman(value).toLowerCase(),
  upperLetter: letters,
  lowerLetter: (value) => letters(value).toLowerCase(),
  chineseCounting: (value) => counting(value, DIGITS, '十百千', true),
  chineseCountingThousand: (value) => counting(value, COUNTING_DIGITS, '十百千', true),
  taiwaneseCounting: (value) => counting(value, COUNTING_DIGITS, '十百千', true),
  taiwaneseCountingThousand: (value) => counting(value, COUNTING_DIGITS, '十百千', true),
  japaneseCounting: (value) => counting(value, DIGITS, '十百千', true),
  koreanCounting: (value) => counting(value, COUNTING_DIGITS, '十百千', true),
  chineseLegalSimplified: (value) => counting(value, LEGAL, '拾佰仟', false),
  ideographLegalTraditional: (value) => counting(value, LEGAL, '拾佰仟', false),
  ideographDigital: (value) => byDigits(value, DIGITS),
  japaneseDigitalTenThousand: (value) => byDigits(value, DIGITS),
  taiwaneseDigital: (value) => byDigits(value, DIGITS),
  koreanDigital2: (value) => byDigits(value, COUNTING_DIGITS),
  ideographTraditional: (value) => STEMS[(value - 1) % 10]!,
  ideographZodiac: (value) => BRANCHES[(value - 1) % 12]!,
  decimalEnclosedCircle: (value) => enclosed(value, 0x2460),
  decimalEnclosedCircleChinese: (value) => enclosed(value, 0x2460),
  decimalEnclosedParen: (value) => enclosed(value, 0x2474),
  decimalEnclosedFullstop: (value) => enclosed(value, 0x2488),
  ideographEnclosedCircle: (value) =>
    value <= 10 ? String.fromCharCode(0x3280 + value - 1) : counting(value, DIGITS, '十百千', true),
  none: () => '',
  bullet: () => '',
};

/**
 * A list number as Word prints it in the format of that name (ECMA-376 Part 1, 17.18.59 ST_NumberFormat); in
 * ordinary digits where the format is not one of those that Chinese documents use or the number is below 1.
 */
export function formatNumber(value: number, format: string): string {
  const write = FORMATS[format];
  return write === undefined || value < 1 || value > 9999 ? String(value) : write(value);
}
