import { UnreadableFile } from '../document.ts';
import { LIMITS } from './limits.ts';
import type { CompoundFile } from './workbook-compound.ts';

const DAMAGED = 'Word 文件不完整或已损坏，无法读取。请在 Word 中打开，另存为 docx 后再试。';
const ENCRYPTED = 'Word 文件已加密，无法读取。请在 Word 中取消密码，另存为 docx 后再试。';
const OLD = '这是 Word 95 或更早的文件。请在 Word 或 WPS 中打开，另存为 docx 后再试。';
const LONG = 'Word 文件的正文异常地长，不像是一份报告，已停止读取。请确认文件来源。';

export const damagedWord = (cause?: unknown): UnreadableFile =>
  new UnreadableFile('corrupt', DAMAGED, cause === undefined ? undefined : { cause });

/** A stretch of the text that lies in one piece in the file; `from` and `to` are character positions. */
export interface Piece {
  readonly from: number;
  readonly to: number;
  /** Where it begins in the stream, in bytes. */
  readonly start: number;
  /** Bytes of a character: 2, or 1 for Latin text. */
  readonly width: 1 | 2;
}

/** The streams of a Word document and the pieces of its main text. */
export interface WordStreams {
  readonly main: DataView;
  readonly table: DataView;
  /** Properties too long for their own place, null where there is none. */
  readonly data: DataView | null;
  readonly pieces: readonly Piece[];
}

const MAGIC = 0xa5ec;
/** The first version whose text lies as of Word 97. */
const WORD_97 = 0x00c1;
const VERSION = 0x02;
const FLAGS = 0x0a;
const IS_ENCRYPTED = 0x0100;
const IN_TABLE_1 = 0x0200;
const MAIN_LENGTH = 0x4c;
const PIECE_TABLE = 0x01a2;
const COMPRESSED = 0x40000000;

const viewOf = (bytes: Uint8Array): DataView =>
  new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

/** Skips the property lists in front of the piece table ([MS-DOC] 2.9.38). */
function pieceTableAt(table: DataView, from: number, end: number): readonly [at: number, size: number] {
  let at = from;
  while (at + 5 <= end) {
    const kind = table.getUint8(at);
    if (kind === 2) return [at + 5, table.getUint32(at + 1, true)];
    if (kind !== 1) break;
    at += 3 + table.getUint16(at + 1, true);
  }
  throw damagedWord();
}

function piecesOf(main: DataView, table: DataView): Piece[] {
  const wanted = main.getUint32(MAIN_LENGTH, true);
  if (wanted > LIMITS.text) throw new UnreadableFile('tooLarge', LONG);
  const from = main.getUint32(PIECE_TABLE, true);
  const [at, size] = pieceTableAt(
    table,
    from,
    Math.min(table.byteLength, from + main.getUint32(PIECE_TABLE + 4, true)),
  );
  const count = Math.floor((size - 4) / 12);
  if (count < 1 || at + size > table.byteLength) throw damagedWord();
  const pieces: Piece[] = [];
  for (let i = 0; i < count; i++) {
    const [first, last] = [table.getUint32(at + 4 * i, true), table.getUint32(at + 4 * i + 4, true)];
    if (first >= wanted) break;
    const place = table.getUint32(at + 4 * (count + 1) + 8 * i + 2, true);
    const width = (place & COMPRESSED) === 0 ? 2 : 1;
    const start = width === 2 ? place : (place & ~COMPRESSED) >>> 1;
    const to = Math.min(last, wanted);
    if (last <= first || start + (to - first) * width > main.byteLength) throw damagedWord();
    if (first !== (pieces.at(-1)?.to ?? 0)) throw damagedWord();
    pieces.push({ from: first, to, start, width });
  }
  return pieces;
}

/**
 * The streams of a Word document of Word 97 to 2003 and of WPS ([MS-DOC]).
 * @throws UnreadableFile corrupt, encrypted, unsupported or tooLarge
 */
export function wordStreams(file: CompoundFile): WordStreams {
  const bytes = file.stream('worddocument');
  if (bytes === null || bytes.length < PIECE_TABLE + 8) throw damagedWord();
  const main = viewOf(bytes);
  if (main.getUint16(VERSION, true) < WORD_97) throw new UnreadableFile('unsupported', OLD);
  if (main.getUint16(0, true) !== MAGIC) throw damagedWord();
  const flags = main.getUint16(FLAGS, true);
  if ((flags & IS_ENCRYPTED) !== 0) throw new UnreadableFile('encrypted', ENCRYPTED);
  const table = file.stream((flags & IN_TABLE_1) === 0 ? '0table' : '1table');
  if (table === null) throw damagedWord();
  const data = file.stream('data');
  const view = viewOf(table);
  return { main, table: view, data: data === null ? null : viewOf(data), pieces: piecesOf(main, view) };
}

const latin = new TextDecoder('windows-1252');
const wide = new TextDecoder('utf-16le');

/** The main text, pieces in their order. */
export function textOfPieces({ main, pieces }: WordStreams): string {
  const bytes = new Uint8Array(main.buffer, main.byteOffset, main.byteLength);
  return pieces
    .map(({ from, to, start, width }) =>
      (width === 2 ? wide : latin).decode(bytes.subarray(start, start + (to - from) * width)),
    )
    .join('');
}
