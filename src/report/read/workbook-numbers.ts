import { SSF } from '@e965/xlsx';

/**
 * Number formats that files name by number only (ECMA-376 Part 1, 18.8.30), dates as Excel in Chinese shows
 * them. 0 is the general format.
 */
const BUILT_IN: Readonly<Record<number, string>> = {
  1: '0',
  2: '0.00',
  3: '#,##0',
  4: '#,##0.00',
  9: '0%',
  10: '0.00%',
  11: '0.00E+00',
  12: '# ?/?',
  13: '# ??/??',
  14: 'yyyy/m/d',
  15: 'd-mmm-yy',
  16: 'd-mmm',
  17: 'mmm-yy',
  18: 'h:mm AM/PM',
  19: 'h:mm:ss AM/PM',
  20: 'h:mm',
  21: 'h:mm:ss',
  22: 'yyyy/m/d h:mm',
  37: '#,##0;-#,##0',
  38: '#,##0;[Red]-#,##0',
  39: '#,##0.00;-#,##0.00',
  40: '#,##0.00;[Red]-#,##0.00',
  41: '_ * #,##0_ ;_ * -#,##0_ ;_ * "-"_ ;_ @_ ',
  43: '_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * "-"??_ ;_ @_ ',
  45: 'mm:ss',
  46: '[h]:mm:ss',
  48: '##0.0E+0',
};
const DAY = 'yyyy"年"m"月"d"日"';
const MONTH = 'yyyy"年"m"月"';
const MONTH_DAY = 'm"月"d"日"';
const CHINESE: Readonly<Record<number, string>> = {
  27: MONTH,
  28: MONTH_DAY,
  29: MONTH_DAY,
  30: 'm-d-yy',
  31: DAY,
  36: MONTH,
  50: MONTH,
  51: MONTH_DAY,
  52: MONTH,
  53: MONTH_DAY,
  54: MONTH_DAY,
  57: MONTH,
  58: MONTH_DAY,
};

/** The format that files name by number, null for the general one. */
export const builtInFormat = (id: number): string | null => BUILT_IN[id] ?? CHINESE[id] ?? null;

/** A number as the general format holds it: fifteen digits, as spreadsheets count. */
export const plainNumber = (value: number): string => String(Number(value.toPrecision(15)));

const LITERAL = /"[^"]*"|\\.|_.|\*.|\[[^\]]*\]/g;

/** Whether a format shows days or times. */
export const showsDate = (format: string): boolean =>
  /[ymdhs]/i.test(format.replace(LITERAL, '').replace(/general/gi, ''));

const isGeneral = (format: string | null): format is null =>
  format === null || /^(?:general|@)?$/i.test(format);

/** 0!.0,"万": a point drawn between digits, by which Excel in Chinese shows ten thousands. */
const DRAWN_POINT = /^(?:\[[^\]]*\])*[#0,]*0(?:!|\\)\.(0+)(,*)((?:"[^"]*"|[!\\].|_.|[\u3400-\u9fff])*)$/;

/** A number in a format with a drawn point, null for any other format. */
function withDrawnPoint(value: number, format: string): string | null {
  const match = DRAWN_POINT.exec(format);
  if (match === null) return null;
  const places = match[1]!.length;
  const digits = String(Math.round(Math.abs(value) / 1000 ** match[2]!.length)).padStart(places + 1, '0');
  const unit = match[3]!.replace(/_./g, ' ').replace(/["!\\]/g, '');
  return `${value < 0 ? '-' : ''}${digits.slice(0, -places)}.${digits.slice(-places)}${unit}`.trim();
}

/**
 * A number as its cell shows it, without the point that #.## leaves behind whole numbers; `from1904` where days
 * count from 1904-01-01.
 */
export function shownNumber(value: number, format: string | null, from1904 = false): string {
  if (isGeneral(format)) return plainNumber(value);
  const drawn = withDrawnPoint(value, format);
  if (drawn !== null) return drawn;
  try {
    return SSF.format(format.replace(/!(.)/g, '\\$1'), value, { date1904: from1904 })
      .trim()
      .replace(/(\d)\.$/, '$1');
  } catch {
    return plainNumber(value);
  }
}

const SCALE: readonly (readonly [RegExp, number])[] = [
  [/亿/, 1e8],
  [/万/, 1e4],
];

const close = (a: number, b: number): boolean => Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(b));

/**
 * Whether a cell shows the number that it holds, and not one rounded, scaled or without its sign. Days, times and
 * percentages are not weighed: they are no figures of the form.
 */
export function showsItsNumber(shown: string, value: number, format: string | null): boolean {
  if (isGeneral(format) || showsDate(format) || shown.includes('%')) return true;
  const digits = shown.replace(/[^\d.]/g, '');
  if (digits === '') return value === 0;
  const figure = /\d[\d,]*(?:\.\d+)?(?:E[+-]?\d+)?/i.exec(shown)?.[0] ?? '';
  const negative = /^[^\d]*[-−(（]/.test(shown);
  const number = Number(figure.replaceAll(',', '')) * (negative ? -1 : 1);
  if (close(number, value)) return true;
  const scale = SCALE.find(([mark]) => mark.test(shown))?.[1];
  return scale !== undefined && close(number * scale, value);
}
