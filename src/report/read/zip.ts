import { Inflate, inflateSync } from 'fflate';
import { UnreadableFile } from '../document.ts';
import { LIMITS } from './limits.ts';

interface Entry {
  readonly method: number;
  readonly packed: number;
  readonly size: number;
  readonly offset: number;
  readonly encrypted: boolean;
}

const CORRUPT = '文件不完整或已损坏，无法解压。请重新另存或重新下载后再试。';
const BOMB = '文件解压后异常地大，不像是一份报告，已停止读取。请确认文件来源。';
const ENCRYPTED = '文件已加密，无法读取。请取消密码后另存为 docx 再试。';

const END_OF_DIRECTORY = 0x06054b50;
const DIRECTORY_ENTRY = 0x02014b50;
const LOCAL_HEADER = 0x04034b50;
const ENTRIES = 10_000;
/** Packed size up to which one call unpacks all: at deflate's best ratio this stays about 250 MB of work. */
const AT_ONCE = 256 * 1024;
const PIECE = 16 * 1024;

const corrupt = (cause?: unknown): UnreadableFile =>
  new UnreadableFile('corrupt', CORRUPT, cause === undefined ? undefined : { cause });

/** A zip whose parts are unpacked one by one, and only those asked for. */
export class ZipArchive {
  readonly #bytes: Uint8Array;
  readonly #view: DataView;
  readonly #entries = new Map<string, Entry>();
  #unpacked = 0;

  /** @throws UnreadableFile corrupt when the directory at the end is missing or broken */
  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.#readDirectory(this.#endOfDirectory());
  }

  get names(): readonly string[] {
    return [...this.#entries.keys()];
  }

  /**
   * A part unpacked, null when there is none of that name (leading slash and case do not matter).
   * @throws UnreadableFile bomb, encrypted or corrupt
   */
  read(name: string): Uint8Array | null {
    const entry = this.#entries.get(name.replace(/^\/+/, '').toLowerCase());
    if (entry === undefined) return null;
    if (entry.encrypted) throw new UnreadableFile('encrypted', ENCRYPTED);
    this.#unpacked += entry.size;
    const absurd = entry.size > 1 << 20 && entry.size > entry.packed * LIMITS.docxRatio;
    if (this.#unpacked > LIMITS.docxUnpacked || absurd) throw new UnreadableFile('bomb', BOMB);
    return this.#unpack(entry);
  }

  #endOfDirectory(): number {
    const lowest = Math.max(0, this.#bytes.length - 65_557);
    for (let i = this.#bytes.length - 22; i >= lowest; i--)
      if (this.#bytes[i] === 0x50 && this.#view.getUint32(i, true) === END_OF_DIRECTORY) return i;
    throw corrupt();
  }

  #readDirectory(end: number): void {
    const view = this.#view;
    const count = Math.min(view.getUint16(end + 10, true), ENTRIES);
    let at = view.getUint32(end + 16, true);
    const names = new TextDecoder();
    for (let i = 0; i < count; i++) {
      if (at + 46 > this.#bytes.length || view.getUint32(at, true) !== DIRECTORY_ENTRY) throw corrupt();
      const nameLength = view.getUint16(at + 28, true);
      const name = names.decode(this.#bytes.subarray(at + 46, at + 46 + nameLength));
      this.#entries.set(name.replaceAll('\\', '/').toLowerCase(), {
        encrypted: (view.getUint16(at + 8, true) & 1) === 1,
        method: view.getUint16(at + 10, true),
        packed: view.getUint32(at + 20, true),
        size: view.getUint32(at + 24, true),
        offset: view.getUint32(at + 42, true),
      });
      at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
    }
  }

  #unpack(entry: Entry): Uint8Array {
    const { offset, packed, size } = entry;
    if (offset + 30 > this.#bytes.length || this.#view.getUint32(offset, true) !== LOCAL_HEADER)
      throw corrupt();
    const from =
      offset + 30 + this.#view.getUint16(offset + 26, true) + this.#view.getUint16(offset + 28, true);
    if (from + packed > this.#bytes.length) throw corrupt();
    const data = this.#bytes.subarray(from, from + packed);
    if (entry.method === 0) return data;
    if (entry.method !== 8) throw corrupt();
    try {
      if (packed > AT_ONCE) return inflateByPieces(data, size);
      const out = inflateSync(data, { out: new Uint8Array(size) });
      if (out.length !== size) throw corrupt();
      return out;
    } catch (error) {
      throw error instanceof UnreadableFile ? error : corrupt(error);
    }
  }
}

/** Unpacks piece by piece and stops as soon as more comes out than the directory said. */
function inflateByPieces(data: Uint8Array, size: number): Uint8Array {
  const out = new Uint8Array(size);
  let length = 0;
  const stream = new Inflate((chunk) => {
    if (length + chunk.length > size) throw new UnreadableFile('bomb', BOMB);
    out.set(chunk, length);
    length += chunk.length;
  });
  for (let at = 0; at < data.length; at += PIECE)
    stream.push(data.subarray(at, at + PIECE), at + PIECE >= data.length);
  if (length !== size) throw corrupt();
  return out;
}
