import type { ReaderNote } from '../document.ts';
import { latin } from './units.ts';

export interface DecodedText {
  readonly text: string;
  /** `utf-8`, `utf-16le`, `utf-16be`, `gb18030` or `big5`. */
  readonly encoding: string;
  readonly notes: readonly ReaderNote[];
}

const strictUtf8 = new TextDecoder('utf-8', { fatal: true });

/** How much of a file is looked at to tell its encoding. */
const SAMPLE = 64 * 1024;

function bomOf(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8';
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return null;
}

/** How many units of a text of either script are what such texts hold, and how many of them are ASCII. */
function expectedUnits(
  bytes: Uint8Array,
  little: boolean,
): { readonly expected: number; readonly ascii: number } {
  const length = Math.min(bytes.length, SAMPLE) & ~1;
  let expected = 0;
  let ascii = 0;
  for (let i = 0; i < length; i += 2) {
    const high = bytes[little ? i + 1 : i]!;
    const low = bytes[little ? i : i + 1]!;
    if (high === 0 && (low >= 0x20 ? low < 0x7f : low >= 0x09 && low <= 0x0d)) ascii++;
    else if ((high >= 0x4e && high <= 0x9f) || high === 0x30 || high === 0xff || high === 0x20) expected++;
  }
  const units = Math.max(1, length / 2);
  return { expected: (expected + ascii) / units, ascii: ascii / units };
}

/** UTF-16 without a mark: nearly all units are Chinese or ASCII, some of them ASCII, in one order of bytes only. */
function utf16Of(bytes: Uint8Array): string | null {
  if (!bytes.includes(0)) return null;
  const little = expectedUnits(bytes, true);
  const big = expectedUnits(bytes, false);
  const best = little.expected > big.expected ? little : big;
  if (best.expected < 0.9 || best.ascii < 0.01) return null;
  return best === little ? 'utf-16le' : 'utf-16be';
}

function tryUtf8(bytes: Uint8Array): string | null {
  try {
    return strictUtf8.decode(bytes);
  } catch {
    return null;
  }
}

/** Share of bytes in broken sequences below which a text counts as UTF-8 with damaged places. */
function brokenUtf8(bytes: Uint8Array): { readonly broken: number; readonly good: number } {
  let broken = 0;
  let good = 0;
  const length = Math.min(bytes.length, SAMPLE);
  for (let i = 0; i < length; ) {
    const lead = bytes[i]!;
    const more = lead < 0x80 ? 0 : lead >= 0xf0 && lead < 0xf5 ? 3 : lead >= 0xe0 ? 2 : lead >= 0xc2 ? 1 : -1;
    let k = 1;
    while (k <= more && (bytes[i + k] ?? 0) >> 6 === 2) k++;
    if (more < 0 || k <= more) {
      if (i + k < length) broken++;
      i += Math.max(1, k);
    } else {
      if (more > 0) good++;
      i += k;
    }
  }
  return { broken, good };
}

/** The characters that running Chinese holds most, in both scripts: what a right decoding is full of. */
const COMMON = new Set(
  '的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定行学法所民得经' +
    '政府信息公开工作年度报告情况总体收到处理申请复议诉讼问题改进其他需要本结转数量件条第项规章规范性文件许可处罚强制费' +
    '這個國們為來對會發動過說產種後經開報況總體處請復訴訟問題進數規許罰強費務關與業東長門區縣鄉鎮廳'.split(
      '',
    ),
);

/** Plausibility of a decoding from 0 to 1: share of everyday characters among all that are not ASCII. */
function plausibility(text: string): number {
  let han = 0;
  let common = 0;
  let bad = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code < 0x80) continue;
    if (code === 0xfffd || (code >= 0xe000 && code <= 0xf8ff)) bad++;
    else if (code >= 0x3400 && code <= 0x9fff) {
      han++;
      if (COMMON.has(text[i]!)) common++;
    }
  }
  return han + bad === 0 ? 0 : (common - bad) / (han + bad);
}

function guessChinese(bytes: Uint8Array): { readonly encoding: string; readonly certain: boolean } {
  const sample = bytes.subarray(0, SAMPLE);
  const gb = plausibility(new TextDecoder('gb18030').decode(sample));
  const big5 = plausibility(new TextDecoder('big5').decode(sample));
  const encoding = big5 > gb ? 'big5' : 'gb18030';
  return { encoding, certain: Math.max(gb, big5) > 0.15 && Math.abs(gb - big5) > 0.05 };
}

const CHARSET = /<(?:meta|\?xml)[^>]{0,200}?(?:charset|encoding)\s*=\s*["']?\s*([\w:-]{1,40})/i;

/** The charset an HTML file names for itself in a meta tag or XML declaration, null when it names none. */
export function charsetOf(bytes: Uint8Array): string | null {
  return CHARSET.exec(latin(bytes, 0, 2048))?.[1] ?? null;
}

/** The same encoding under its many names. */
function canonical(label: string): string | null {
  try {
    const name = new TextDecoder(label.trim()).encoding;
    return name === 'gbk' ? 'gb18030' : name;
  } catch {
    return null;
  }
}

/** Whether a charset named in a file is UTF-8. */
export const isUtf8Label = (label: string): boolean =>
  /^utf-?8$/i.test(label) || canonical(label) === 'utf-8';

/** Encoding of bytes by the bytes alone; `certain` false where it was chosen by plausibility among several. */
function encodingOf(bytes: Uint8Array): { readonly encoding: string; readonly certain: boolean } {
  const utf16 = utf16Of(bytes);
  if (utf16 !== null) return { encoding: utf16, certain: true };
  const { broken, good } = brokenUtf8(bytes);
  if (good > 0 && broken <= good * 0.02) return { encoding: 'utf-8', certain: true };
  return guessChinese(bytes);
}

/**
 * Bytes as text. The bytes are believed over what the file says of itself: valid UTF-8 first, UTF-16 by its
 * NULs, else GB 18030 or Big5 by the plausibility of the characters. `declared` is the charset the file names
 * (a meta tag), only to tell that it is wrong. A mark of order (BOM) and NUL bytes are left out of the text.
 */
export function decodeText(bytes: Uint8Array, declared: string | null = null): DecodedText {
  const notes: ReaderNote[] = [];
  const marked = bomOf(bytes);
  let encoding = marked ?? 'utf-8';
  let text = marked === null || marked === 'utf-8' ? tryUtf8(bytes) : null;
  const hasNul = bytes.includes(0);
  if (text === null || (hasNul && marked === null && utf16Of(bytes) !== null)) {
    const found = marked === null ? encodingOf(bytes) : { encoding: marked, certain: true };
    encoding = found.encoding;
    if (!found.certain)
      notes.push({ kind: 'encodingGuessed', text: `文件没有注明编码，按${encoding}读取。`, at: null });
    text = new TextDecoder(encoding).decode(bytes);
  }
  const named = declared === null ? null : canonical(declared);
  if (declared !== null && named !== encoding && !isAscii(text))
    notes.push({
      kind: 'wrongCharset',
      text: `文件注明的编码是${declared.slice(0, 40)}，实际是${encoding}，已按实际编码读取。`,
      at: null,
    });
  return { text: withoutDamage(text, hasNul, notes), encoding, notes };
}

function isAscii(text: string): boolean {
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) > 0x7f) return false;
  return true;
}

/** Tells of characters that could not be decoded, and drops NULs. */
function withoutDamage(text: string, hasNul: boolean, notes: ReaderNote[]): string {
  let undecodable = 0;
  for (let i = text.indexOf('\ufffd'); i >= 0; i = text.indexOf('\ufffd', i + 1)) undecodable++;
  if (undecodable > 0)
    notes.push({ kind: 'undecodable', text: `有${undecodable}处字节无法解码，显示为“\ufffd”。`, at: null });
  if (!hasNul || !text.includes('\0')) return text;
  notes.push({ kind: 'nulBytes', text: '文件中有空字节（NUL），已略去。', at: null });
  return text.replaceAll('\0', '');
}
