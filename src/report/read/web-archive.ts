import { UnreadableFile } from '../document.ts';

/** Depth of parts within parts, and parts that are looked at: a saved page has its files beside it, not in it. */
const DEPTH = 4;
const PARTS = 500;

const CORRUPT = '单文件网页（mht）不完整或已损坏。请在原来的软件中另存为 docx 后再试。';

const corrupt = (): UnreadableFile => new UnreadableFile('corrupt', CORRUPT);

const PIECE = 8192;

/** Bytes as a string of the same length, one character a byte. */
function byteText(bytes: Uint8Array): string {
  const parts: string[] = [];
  for (let at = 0; at < bytes.length; at += PIECE)
    parts.push(String.fromCharCode.apply(null, bytes.subarray(at, at + PIECE) as unknown as number[]));
  return parts.join('');
}

interface Part {
  readonly head: string;
  readonly from: number;
  readonly to: number;
}

/** Where the head of a part ends and its content begins. */
function split(text: string, from: number, to: number): Part {
  const gap = /\r?\n[ \t]*\r?\n/g;
  gap.lastIndex = from;
  const end = gap.exec(text);
  if (end === null || end.index >= to)
    return { head: text.slice(from, Math.min(to, from + 4096)), from: to, to };
  const head = text.slice(from, Math.min(end.index, from + 16_384)).replace(/\r?\n[ \t]+/g, ' ');
  return { head, from: end.index + end[0].length, to };
}

const headOf = (part: Part, name: string): string =>
  new RegExp(`(?:^|\\n)${name}:\\s*([^\\r\\n]*)`, 'i').exec(part.head)?.[1] ?? '';

function quotedPrintable(text: string): Uint8Array {
  const out = new Uint8Array(text.length);
  let length = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code !== 0x3d) {
      out[length++] = code;
      continue;
    }
    const next = text.slice(i + 1, i + 3);
    if (/^[0-9a-f]{2}$/i.test(next)) {
      out[length++] = Number.parseInt(next, 16);
      i += 2;
    } else if (next === '\r\n') i += 2;
    else if (next.startsWith('\n')) i += 1;
    else out[length++] = code;
  }
  return out.subarray(0, length);
}

function base64(text: string): Uint8Array {
  try {
    return Uint8Array.from(atob(text.replace(/[^A-Za-z0-9+/]/g, '')), (char) => char.charCodeAt(0));
  } catch {
    throw corrupt();
  }
}

/** The first page among the parts between the marks of a multipart content. */
function pageAmong(text: string, part: Part, mark: string, depth: number): Uint8Array | null {
  const boundary = `--${mark}`;
  let at = text.indexOf(boundary, part.from);
  for (let count = 0; at >= 0 && at < part.to && count < PARTS; count++) {
    const start = text.indexOf('\n', at) + 1;
    const next = text.indexOf(boundary, at + boundary.length);
    const end = next < 0 ? part.to : Math.min(next, part.to);
    const page = start === 0 || start >= end ? null : pageIn(text, split(text, start, end), depth + 1);
    if (page !== null) return page;
    at = next;
  }
  return null;
}

function pageIn(text: string, part: Part, depth: number): Uint8Array | null {
  const type = headOf(part, 'Content-Type');
  const mark = /boundary\s*=\s*(?:"([^"]{1,200})"|([^\s;]{1,200}))/i.exec(type);
  if (mark) return depth > DEPTH ? null : pageAmong(text, part, mark[1] ?? mark[2]!, depth);
  if (!/^text\/html|^application\/xhtml/i.test(type)) return null;
  const content = text.slice(part.from, part.to);
  const encoding = headOf(part, 'Content-Transfer-Encoding').trim().toLowerCase();
  if (encoding === 'base64') return base64(content);
  if (encoding === 'quoted-printable') return quotedPrintable(content);
  return Uint8Array.from(content, (char) => char.charCodeAt(0));
}

/**
 * The page of a web archive (RFC 2557), as Word and WPS write it under .doc and .mht: the bytes of its first
 * HTML part, in the encoding that the page names itself.
 * @throws UnreadableFile corrupt when it holds none
 */
export function pageOf(bytes: Uint8Array): Uint8Array {
  const text = byteText(bytes);
  const page = pageIn(text, split(text, 0, text.length), 0);
  if (page === null || page.length === 0) throw corrupt();
  return page;
}
