import { Unzlib, unzlibSync } from 'fflate';
import { UnreadableFile } from '../document.ts';
import { LIMITS } from './limits.ts';

/** Deflate unpacks to at most this many times its size: smaller streams need no look. */
const MOST_RATIO = 1032;
/** Bytes before a stream in which its dictionary is looked for. */
const DICTIONARY = 1500;
/** Packed data is handed on in pieces of this size at first, and of up to that where it unpacks to little. */
const LEAST_PIECE = 1 << 12;
const MOST_PIECE = 1 << 15;
/** Unpacking to less than this many times its size is little. */
const LITTLE = 16;

const STREAM = [0x73, 0x74, 0x72, 0x65, 0x61, 0x6d];
const isAt = (bytes: Uint8Array, at: number, word: readonly number[]): boolean =>
  word.every((code, i) => bytes[at + i] === code);

const bomb = (): UnreadableFile =>
  new UnreadableFile('bomb', '文件里的压缩数据展开后过大，未检查。请从原始文档重新导出 PDF。');

const damaged = (): UnreadableFile =>
  new UnreadableFile(
    'corrupt',
    'PDF 文件已损坏：页面内容与校验值不符，数字不可靠，未检查。请重新导出或下载后再试。',
  );

/** Whether the file says that it is encrypted; its packed data then cannot be looked at. */
function isEncrypted(bytes: Uint8Array): boolean {
  const word = [0x2f, 0x45, 0x6e, 0x63, 0x72, 0x79, 0x70, 0x74];
  for (let i = bytes.indexOf(0x2f); i >= 0; i = bytes.indexOf(0x2f, i + 1))
    if (isAt(bytes, i, word)) return true;
  return false;
}

/** Where the next stream's data begins, −1 past the last. */
function nextStream(bytes: Uint8Array, from: number): number {
  for (let i = bytes.indexOf(0x73, from); i >= 0; i = bytes.indexOf(0x73, i + 1)) {
    if (!isAt(bytes, i, STREAM) || (i >= 3 && bytes[i - 1] === 0x64)) continue;
    if (bytes[i + 6] === 0x0a) return i + 7;
    if (bytes[i + 6] === 0x0d) return i + (bytes[i + 7] === 0x0a ? 8 : 7);
  }
  return -1;
}

/** Where a stream's data ends: at the next `endstream`. */
function endOf(bytes: Uint8Array, from: number): number {
  for (let i = bytes.indexOf(0x65, from); i >= 0; i = bytes.indexOf(0x65, i + 1))
    if (bytes[i + 1] === 0x6e && bytes[i + 2] === 0x64 && isAt(bytes, i + 3, STREAM)) return i;
  return bytes.length;
}

function dictionaryBefore(bytes: Uint8Array, at: number): string {
  let text = '';
  for (const code of bytes.subarray(Math.max(0, at - DICTIONARY), at)) text += String.fromCharCode(code);
  return text.slice(Math.max(0, text.lastIndexOf(' obj')));
}

/** How many times the data of a stream is packed. */
const layersOf = (dictionary: string): number =>
  dictionary.match(/\/(?:FlateDecode|Fl|LZWDecode|LZW|RunLengthDecode|RL)\b/g)?.length ?? 0;

/** Hands data on in pieces, small ones first: packed data of one piece unpacks at once. `made` tells what came of all. */
function pieces(data: Uint8Array, push: (piece: Uint8Array) => void, made: () => number): void {
  let size = LEAST_PIECE;
  for (let at = 0; at < data.length; ) {
    const before = made();
    const piece = data.slice(at, at + size);
    push(piece);
    at += piece.length;
    size = made() - before < LITTLE * piece.length ? Math.min(2 * size, MOST_PIECE) : LEAST_PIECE;
  }
}

interface Unpacked {
  readonly size: number;
  readonly checksum: number;
  readonly sound: boolean;
}

const BASE = 65521;

/** Sum by which packed data is checked, after more of what it unpacks to. */
function adler(chunk: Uint8Array, sums: [a: number, b: number]): void {
  let [a, b] = sums;
  for (let i = 0; i < chunk.length; ) {
    const end = Math.min(i + 3800, chunk.length);
    for (; i < end; i++) b += a += chunk[i]!;
    a %= BASE;
    b %= BASE;
  }
  sums[0] = a;
  sums[1] = b;
}

/** Packed data up to this size is unpacked at once, into one place that is used again. */
const SMALL = 1 << 14;
const scratch = new Uint8Array(1 << 18);

/** As `unpack`, for little that unpacks to little; null where it does not. */
function unpackSmall(data: Uint8Array): Unpacked | null {
  try {
    const unpacked = unzlibSync(data, { out: scratch });
    if (unpacked.length === scratch.length) return null;
    const sums: [number, number] = [1, 0];
    adler(unpacked, sums);
    return { size: unpacked.length, checksum: sums[1] * 65536 + sums[0], sound: true };
  } catch {
    return { size: 0, checksum: 0, sound: false };
  }
}

/** Unpacks data layer by layer without keeping it, and stops where it is too much. */
function unpack(data: Uint8Array, layers: number, limit: number): Unpacked {
  let size = 0;
  const sums: [number, number] = [1, 0];
  let sink = (chunk: Uint8Array): void => {
    size += chunk.length;
    if (size > limit) throw bomb();
    adler(chunk, sums);
  };
  for (let layer = 0; layer < layers; layer++) {
    const next = sink;
    let unpacked = 0;
    const unzlib = new Unzlib((chunk) => {
      unpacked += chunk.length;
      next(chunk);
    });
    sink = (chunk) =>
      pieces(
        chunk,
        (piece) => unzlib.push(piece),
        () => unpacked,
      );
  }
  try {
    sink(data);
    return { size, checksum: sums[1] * 65536 + sums[0], sound: true };
  } catch (error) {
    if (error instanceof UnreadableFile) throw error;
    return { size, checksum: 0, sound: false };
  }
}

/** Whether the checksum at the end of packed data is that of what it unpacks to; line ends may follow it. */
function isSound(data: Uint8Array, { checksum, sound }: Unpacked): boolean {
  if (!sound) return false;
  const view = new DataView(data.buffer, data.byteOffset, data.length);
  for (let cut = 4; cut <= 6 && cut <= data.length; cut++)
    if (view.getUint32(data.length - cut) === checksum) return true;
  return false;
}

/** A page's drawing operators come in a stream without a type; of those a report has far less than of type. */
const limitOf = (dictionary: string): number =>
  /\/(?:Subtype|Length1|Type|N)\b/.test(dictionary) ? LIMITS.pdfStream : LIMITS.pdfContent;

/** The marks of a stream packed once by deflate: 8 for the method, a multiple of 31 for the head. */
const isDeflated = (data: Uint8Array): boolean =>
  data.length > 6 && (data[0]! & 15) === 8 && (data[0]! * 256 + data[1]!) % 31 === 0;

/** Whether a stream is a drawing that pages show within theirs. */
const isForm = (dictionary: string): boolean => /\/Subtype\s*\/Form\b/.test(dictionary);

/** What of a stream is looked at, and whether it draws. */
interface Examined {
  readonly size: number;
  readonly draws: boolean;
}

/** Looks through one stream; its size is 0 where it need not be known. */
function examine(data: Uint8Array, dictionary: string, encrypted: boolean): Examined {
  const layers = /\/Image\b/.test(dictionary) ? 0 : Math.min(4, layersOf(dictionary));
  const limit = limitOf(dictionary);
  const draws = limit === LIMITS.pdfContent || isForm(dictionary);
  if (layers === 0) return { size: data.length, draws: draws && !/\/Image\b/.test(dictionary) };
  const sealed = layers === 1 && limit === LIMITS.pdfContent && !encrypted && isDeflated(data);
  if (!sealed && !draws && data.length * MOST_RATIO ** layers <= limit) return { size: 0, draws };
  const small = layers === 1 && data.length <= SMALL && isDeflated(data) ? unpackSmall(data) : null;
  const unpacked = small ?? unpack(data, layers, limit);
  if (sealed && /FlateDecode|\/Fl\b/.test(dictionary) && !isSound(data, unpacked)) throw damaged();
  return { size: unpacked.size, draws };
}

/**
 * Looks through the packed data of a file before anything of it is unpacked whole. Refuses what unpacks to more
 * than a report holds, and drawing operators whose checksum is wrong: damaged figures look like any others.
 * Pictures are passed over: they are never unpacked. Returns the size of the largest drawing in bytes.
 */
export function examineStreams(bytes: Uint8Array): number {
  if (bytes.length === 0) throw new UnreadableFile('empty', '文件是空的。');
  const encrypted = isEncrypted(bytes);
  let [total, largest] = [0, 0];
  for (let at = nextStream(bytes, 0); at >= 0; at = nextStream(bytes, at)) {
    const end = endOf(bytes, at);
    const { size, draws } = examine(bytes.subarray(at, end), dictionaryBefore(bytes, at), encrypted);
    at = end;
    if (draws) largest = Math.max(largest, size);
    total += size;
    if (total > LIMITS.pdfUnpacked) throw bomb();
  }
  return largest;
}
