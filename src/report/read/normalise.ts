import type { Place } from '../../domain/annual/report.ts';
import type { Block } from '../document.ts';
import { characterTables, DROP, EXPAND, NEWLINE, SPACE, WIDE } from './characters.ts';
import { exactTextOfUnits, textOfUnits } from './units.ts';

/** Normalised text that still knows where each of its characters came from. */
export interface MappedText {
  readonly text: string;
  /** Index into the original (from 0) of the character at `index` of `text`; its length past the end. */
  origin(index: number): number;
}

const tables = characterTables();
let units = new Uint16Array(4096);
/** Where in the original each unit stood; not written while every one stands where it stood. */
let origins = new Uint32Array(4096);

/** Whether every unit written last stands where it stood in the original. */
let inPlace = true;

/** Whether surrogates were among them, of which one may stand alone where a text was cut. */
let halved = false;

/** The longest expansion of one character, with room for the white space before it. */
const SLACK = 16;

function grow(): void {
  const more = new Uint16Array(units.length * 2);
  more.set(units);
  units = more;
  const moreOrigins = new Uint32Array(origins.length * 2);
  moreOrigins.set(origins);
  origins = moreOrigins;
}

/** The first `length` units of the scratch buffer as a string. */
const scratchText = (length: number): string =>
  halved ? exactTextOfUnits(units, 0, length) : textOfUnits(units, 0, length);

const isAsciiWord = (code: number): boolean =>
  (code >= 0x30 && code <= 0x39) || (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a);

const isHan = (code: number): boolean => code >= 0x3400 && code <= 0x9fff;

/**
 * End of a pronunciation in brackets after a character, 務(wù) as left behind by converted pages, or `start`.
 * Without a tone mark it counts only after a traditional character: the brackets may be an abbreviation.
 */
function annotationEnd(text: string, start: number): number {
  const before = text.charCodeAt(start - 1);
  if (start === 0 || !isHan(before)) return start;
  let toned = tables.certain[before] === 1;
  let i = start + 1;
  for (const limit = Math.min(text.length, start + 9); i < limit; i++) {
    const code = text.charCodeAt(i);
    if (code >= 0x61 && code <= 0x7a) continue;
    if ((code >= 0xe0 && code <= 0x1dc && code !== 0xf7) || (code >= 0x300 && code <= 0x36f)) toned = true;
    else break;
  }
  const close = text.charCodeAt(i);
  return toned && i > start + 1 && (close === 0x29 || close === 0xff09) ? i + 1 : start;
}

/**
 * Writes the normalised units of `text` to the scratch buffers; returns how many. With `spaces`, white space
 * stays as one blank between two narrow characters and as one newline where a line ends; without, none stays.
 */
function normaliseUnits(text: string, spaces: boolean): number {
  const { map, certain, plain, doubtfulUnits: doubtful } = tables;
  const size = text.length;
  while (size + SLACK > units.length) grow();
  let length = 0;
  let white = 0;
  let lastWide = true;
  let traditional = false;
  let doubt = false;
  inPlace = true;
  halved = false;
  for (let i = 0; i < size; i++) {
    const raw = text.charCodeAt(i);
    if (plain[raw] === 1) {
      if (white === NEWLINE && spaces && length > 0) length = put(length, NEWLINE, i - 1);
      white = 0;
      lastWide = true;
      length = put(length, raw, i);
      continue;
    }
    const code = map[raw]! || raw;
    if (code === DROP) continue;
    if (raw >= 0xd800 && raw <= 0xdfff) halved = true;
    if (code === SPACE || code === NEWLINE) {
      if (white !== NEWLINE) white = code;
      continue;
    }
    if (code === 0x28) {
      const end = annotationEnd(text, i);
      if (end > i) {
        i = end - 1;
        continue;
      }
    }
    if (certain[raw] === 1) traditional = true;
    else if (doubtful[raw] !== 0) doubt = true;
    const wide = raw >= WIDE && !isAsciiWord(code);
    if (white !== 0) {
      if (spaces && length > 0 && (white === NEWLINE || !(wide || lastWide)))
        length = put(length, white, i - 1);
      white = 0;
    }
    lastWide = wide;
    if (code === EXPAND) {
      while (length + size - i + SLACK > units.length) grow();
      length = putAll(length, raw, i);
    } else length = put(length, code, i);
  }
  if (traditional && doubt) for (let i = 0; i < length; i++) units[i] = doubtful[units[i]!]! || units[i]!;
  return length;
}

function put(length: number, code: number, origin: number): number {
  units[length] = code;
  if (inPlace && origin !== length) {
    inPlace = false;
    for (let i = 0; i < length; i++) origins[i] = i;
  }
  if (!inPlace) origins[length] = origin;
  return length + 1;
}

function putAll(length: number, raw: number, origin: number): number {
  const more = tables.expansions.get(raw)!;
  for (let k = 0; k < more.length; k++) put(length + k, more.charCodeAt(k), origin);
  return length + more.length;
}

/**
 * Prose for reading by program: NFKC (with ① as (1), so that no figure is glued), simplified characters, no
 * invisible characters, no pronunciations in brackets. White space goes, save one blank between two characters
 * that are both no Chinese ones and one newline where a line ends.
 */
export function normaliseProse(text: string): string {
  return scratchText(normaliseUnits(text, true));
}

/** As `normaliseProse`, with the way back to the original. */
export function normaliseProseMapped(text: string): MappedText {
  const length = normaliseUnits(text, true);
  if (inPlace)
    return {
      text: scratchText(length),
      origin: (index) => (index >= 0 && index < length ? index : text.length),
    };
  const places = origins.slice(0, length);
  return { text: scratchText(length), origin: (index) => places[index] ?? text.length };
}

/** Simplified characters for traditional ones, nothing else changed, same length; the text itself if none. */
export function simplify(text: string): string {
  const { map, certain, doubtfulUnits: doubtful } = tables;
  let at = 0;
  while (at < text.length && certain[text.charCodeAt(at)] !== 1) at++;
  if (at === text.length) return text;
  const parts: string[] = [];
  let from = 0;
  for (let i = 0; i < text.length; i++) {
    const raw = text.charCodeAt(i);
    const code = certain[raw] === 1 ? map[raw]! : doubtful[raw]!;
    if (code === 0) continue;
    parts.push(text.slice(from, i), String.fromCharCode(code));
    from = i + 1;
  }
  parts.push(text.slice(from));
  return parts.join('');
}

/** So many traditional characters make a text one in that script; fewer may be a name or a link. */
const TRADITIONAL_TEXT = 8;
/** How much of a document is looked at for them. */
const TRADITIONAL_SAMPLE = 6000;

/**
 * Place of the first traditional character of a document that holds enough of them to be called traditional, by
 * its first pages; null when it is not.
 */
export function firstOfTraditional(blocks: readonly Block[]): { readonly at: Place } | null {
  const { certain } = tables;
  let first: Place | null = null;
  let count = 0;
  let seen = 0;
  const visit = (text: string, at: Place): boolean => {
    seen += text.length;
    for (let i = 0; i < text.length; i++) {
      if (certain[text.charCodeAt(i)] !== 1) continue;
      first ??= at;
      if (++count >= TRADITIONAL_TEXT) return true;
    }
    return count === 0 && seen > TRADITIONAL_SAMPLE;
  };
  for (const block of blocks) {
    const done =
      block.kind === 'paragraph'
        ? visit(block.text, block.at)
        : block.kind === 'table' && block.cells.some((cell) => visit(cell.text, cell.at));
    if (done) break;
  }
  return count >= TRADITIONAL_TEXT && first !== null ? { at: first } : null;
}

const OPENING = '〔【[{〈《﹝';
const CLOSING = '〕】]}〉》﹞';
const QUOTES = "“”„‟‘’‚‛'`´〝〞〟「」『』";
const DASHES = '‐‑‒–—―─━−ー';

/** What stands for a punctuation mark in a label. */
const punctuation = new Map<number, number>();
for (const char of OPENING) punctuation.set(char.charCodeAt(0), 0x28);
for (const char of CLOSING) punctuation.set(char.charCodeAt(0), 0x29);
for (const char of QUOTES) punctuation.set(char.charCodeAt(0), 0x22);
for (const char of DASHES) punctuation.set(char.charCodeAt(0), 0x2d);
for (const char of '・•‧∙⋅') punctuation.set(char.charCodeAt(0), 0xb7);

/** Arabic ordinal at the head of a label and the mark after it: 1. 1、 1, 1· (1) → 1. */
const ARABIC_ORDINAL = /^(?:\((\d{1,2})\)|(\d{1,2})[.、,·。:]|(\d{1,2})\))(?=\D)/;
const CHINESE_ORDINAL =
  /^(?:([一二三四五六七八九十]{1,3})[.、,·。:]|\(?([一二三四五六七八九十]{1,3})\)[.、,·。:]?)/;

/**
 * A label of a table or heading for comparison: as `normaliseProse` but without any white space; all brackets
 * are (), all quotation marks ", all dashes -, and an ordinal at its head is written 1. or 一、 or (一).
 */
export function normaliseLabel(text: string): string {
  const length = normaliseUnits(text, false);
  for (let i = 0; i < length; i++) {
    const code = units[i]!;
    if (code >= 0x4e00 || (code >= 0x30 && code <= 0x39)) continue;
    const mark = punctuation.get(code);
    if (mark !== undefined) units[i] = mark;
  }
  if (length === 0) return '';
  return ordinalUnified(scratchText(length));
}

function ordinalUnified(label: string): string {
  const first = label.charCodeAt(0);
  if (first === 0x28 || (first >= 0x30 && first <= 0x39)) {
    const arabic = ARABIC_ORDINAL.exec(label);
    if (arabic) return `${arabic[1] ?? arabic[2] ?? arabic[3]}.${label.slice(arabic[0].length)}`;
  }
  const chinese = CHINESE_ORDINAL.exec(label);
  if (!chinese) return label;
  const head = chinese[1] === undefined ? `(${chinese[2]})` : `${chinese[1]}、`;
  return head + label.slice(chinese[0].length);
}
