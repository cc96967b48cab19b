import type { CellStatus } from '../../../domain/annual/report.ts';
import type { CellKind } from '../../../law/forms/index.ts';
import { normaliseProse } from '../../read/normalise.ts';

/** What the raw text of a cell says; `value` is null unless `status` is read or inferred. */
export interface Value {
  readonly value: number | null;
  readonly status: CellStatus;
  /** Only for money in 元: 元 where cell or head names a unit, null for a bare number. */
  readonly unit?: '元' | null;
}

/** Unit of money that the head of the column names, null where it names none. */
export type HeadUnit = '元' | '万元' | '亿元' | null;

const BLANK: Value = { value: null, status: 'blank' };
const UNREADABLE: Value = { value: null, status: 'unreadable' };

const BOOKMARK = /\[bookmark:[^\]]{0,60}\]/g;
const ZERO_WORDS = /^(?:无|零|〇|没有|暂无|[-‐‑‒–—―─━－]{1,4}|[/／]{1,3}|[\\＼]{1,2})[。.]?$/;
const PLAIN = /^(?:0|[1-9]\d{0,14})$/;
const THOUSANDS = /^[1-9]\d{0,2}(?:,\d{3}){1,4}(?:\.\d{1,8})?$/;
const DECIMAL = /^(?:0|[1-9]\d{0,14})\.\d{1,8}$/;
const COUNT_UNIT = /^([\d.,]+)(?:件|条|份|个|项|次|起|宗|人|人次|例)$/;
const MONEY_UNIT = /^([\d.,]+)(元|万元|万|亿元|亿)(?:人民币|整)?$/;
const CHINESE = /^[零〇一二两三四五六七八九十百千万]{1,9}$/;

/** The number as printed without separators, null where it is none. */
function digits(text: string): string | null {
  if (PLAIN.test(text) || DECIMAL.test(text)) return text;
  return THOUSANDS.test(text) ? text.replaceAll(',', '') : null;
}

/** Shifts the decimal point by `places` to the right exactly. */
function shifted(text: string, places: number): number {
  return Number(`${text}e${places}`);
}

const DIGIT = '零一二三四五六七八九';
const POWER: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 };

/** Chinese numeral as a number: 二十三 → 23, 一百零五 → 105; null where it is not well formed. */
export function chineseNumber(text: string): number | null {
  if (!CHINESE.test(text)) return null;
  let total = 0;
  let section = 0;
  let digit = -1;
  let last = 10000;
  for (const char of text) {
    if (char === '万') {
      if (total > 0) return null;
      total += (section + Math.max(digit, 0)) * 10000;
      section = 0;
      digit = -1;
      last = 10000;
      continue;
    }
    const power = POWER[char];
    if (power !== undefined) {
      if (power >= last || (digit < 0 && !(power === 10 && section === 0))) return null;
      section += (digit < 0 ? 1 : digit) * power;
      last = power;
      digit = -1;
      continue;
    }
    if (digit > 0) return null;
    digit = char === '两' ? 2 : char === '〇' ? 0 : DIGIT.indexOf(char);
  }
  const value = total + section + Math.max(digit, 0);
  return value > 0 ? value : null;
}

const MINUS = /^[-−－–]/;
const SIGN_WORDS: readonly (readonly [RegExp, number])[] = [
  [/^(?:增加|新增|增|↑|上升)(?=\d)/, 1],
  [/^(?:减少|减|↓|下降)(?=\d)/, -1],
];

/** Signed number of 本年增/减: +2, -1, 增2, 减1; null where it is none. */
function signed(text: string): Value | null {
  for (const [pattern, sign] of SIGN_WORDS) {
    const word = pattern.exec(text);
    if (!word) continue;
    const number = digits(text.slice(word[0].length).replace(/[件个项]$/, ''));
    return number === null ? null : { value: sign * Number(number) || 0, status: 'inferred' };
  }
  if (!MINUS.test(text) && !text.startsWith('+')) return null;
  const number = digits(text.slice(1).trimStart());
  if (number === null) return null;
  return { value: (MINUS.test(text) ? -1 : 1) * Number(number) || 0, status: 'read' };
}

function money(text: string, kind: CellKind, head: HeadUnit): Value | null {
  const named = MONEY_UNIT.exec(text);
  const number = digits(named ? named[1]! : text);
  if (number === null) return null;
  const unit = named ? (named[2]!.endsWith('元') ? named[2]! : `${named[2]}元`) : head;
  const power = unit === '亿元' ? 8 : unit === '万元' ? 4 : 0;
  if (kind === 'yuan')
    return {
      value: shifted(number, power),
      status: named && power > 0 ? 'inferred' : 'read',
      unit: unit === null ? null : '元',
    };
  if (unit === null) return { value: Number(number), status: 'read' };
  return { value: shifted(number, power - 4), status: named || unit !== '万元' ? 'inferred' : 'read' };
}

/** Nearly every cell: up to nine ASCII digits, the first of them 0 only where it is alone; -1 for all else. */
function plainNumber(raw: string): number {
  const { length } = raw;
  if (length === 0 || length > 9 || (length > 1 && raw.charCodeAt(0) === 48)) return -1;
  let value = 0;
  for (let i = 0; i < length; i++) {
    const digit = raw.charCodeAt(i) - 48;
    if (digit < 0 || digit > 9) return -1;
    value = 10 * value + digit;
  }
  return value;
}

/** The value of a cell that is plainly a number and needs no unit; -1 for all else. */
export const plainValue = (raw: string, kind: CellKind, head: HeadUnit): number =>
  kind !== 'yuan' && (kind !== 'wan' || head === null) ? plainNumber(raw) : -1;

/** Separated cell in a form: its meaning by the kind of the cell. Never guesses: what is in doubt is unreadable. */
export function parseValue(raw: string, kind: CellKind, head: HeadUnit = null): Value {
  const plain = plainValue(raw, kind, head);
  if (plain >= 0) return { value: plain, status: 'read' };
  const text = normaliseProse(raw.includes('[') ? raw.replace(BOOKMARK, '') : raw).trim();
  const withUnit = kind === 'yuan' ? { unit: null } : null;
  if (text === '') return withUnit ? { ...BLANK, ...withUnit } : BLANK;
  return parsed(text, kind, head) ?? (withUnit ? { ...UNREADABLE, ...withUnit } : UNREADABLE);
}

function parsed(text: string, kind: CellKind, head: HeadUnit): Value | null {
  if (ZERO_WORDS.test(text))
    return kind === 'yuan' ? { value: 0, status: 'inferred', unit: null } : { value: 0, status: 'inferred' };
  if (kind === 'yuan' || kind === 'wan') return money(text, kind, head);
  const number = digits(text);
  if (number !== null) return { value: Number(number), status: 'read' };
  const sign = signed(text);
  if (sign !== null) return kind === 'signed' || sign.status === 'read' ? sign : null;
  const counted = COUNT_UNIT.exec(text);
  const inner = counted ? digits(counted[1]!) : null;
  if (inner !== null) return { value: Number(inner), status: 'inferred' };
  const chinese = chineseNumber(text.replace(/[件条份个项次]$/, ''));
  return chinese === null ? null : { value: chinese, status: 'inferred' };
}

const FIGURE =
  /^[\s(（]*(?:增加|减少|減少|新增|增|减|減|约|近|共|计|[-+−－–＋↑↓—]|\[bookmark:[^\]]{0,60}\]){0,2}[\s]*[\d０-９]/;

/** Whether a text could stand in a value cell: a figure, a sign for none, or a Chinese numeral. */
export function looksLikeValue(raw: string, numerals = true): boolean {
  if (plainNumber(raw) >= 0) return true;
  const text = raw.trim();
  if (text.length > 80) return false;
  if (FIGURE.test(text)) return text.length <= 24 || text.includes('[bookmark');
  if (text.length > 6) return false;
  if (ZERO_WORDS.test(text)) return true;
  return numerals && chineseNumber(text.replace(/[件条份个项次]$/, '')) !== null;
}
