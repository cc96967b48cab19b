import { UnreadableFile } from '../document.ts';

const DAMAGED = '文件不完整或已损坏，无法读取。请在原来的软件中打开，另存为 docx 或 xlsx 后再试。';
const END_OF_CHAIN = 0xfffffffe;
const NO_STREAM = 0xffffffff;
const HEADER_SECTORS = 109;
/** More entries than any report's file has: macros, pictures and embedded sheets together stay far below. */
const ENTRIES = 20_000;

interface Entry {
  readonly name: string;
  /** 1 storage, 2 stream, 5 root. */
  readonly type: number;
  readonly left: number;
  readonly right: number;
  readonly child: number;
  readonly start: number;
  readonly size: number;
}

const damaged = (): UnreadableFile => new UnreadableFile('corrupt', DAMAGED);

/**
 * A compound file ([MS-CFB]), in which Word, Excel and WPS before 2007 keep their documents. Only streams of the
 * root are seen: those of embedded objects bear the same names. Every chain of sectors is followed at most once
 * round, so that a damaged file ends in one error.
 */
export class CompoundFile {
  readonly #bytes: Uint8Array;
  readonly #view: DataView;
  readonly #size: number;
  readonly #miniSize: number;
  readonly #cutoff: number;
  readonly #table: Uint32Array;
  readonly #miniTable: Uint32Array;
  readonly #mini: Uint8Array;
  readonly #streams = new Map<string, Entry>();

  /** @throws UnreadableFile corrupt */
  constructor(bytes: Uint8Array) {
    if (bytes.length < 512) throw damaged();
    this.#bytes = bytes;
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const shift = this.#view.getUint16(0x1e, true);
    const miniShift = this.#view.getUint16(0x20, true);
    if (shift < 7 || shift > 16 || miniShift >= shift) throw damaged();
    this.#size = 1 << shift;
    this.#miniSize = 1 << miniShift;
    this.#cutoff = this.#view.getUint32(0x38, true);
    this.#table = this.#allocation();
    const entries = this.#entries();
    const root = entries.find((entry) => entry.type === 5);
    if (root === undefined) throw damaged();
    this.#miniTable = words(this.#chained(this.#view.getUint32(0x3c, true), Number.MAX_SAFE_INTEGER));
    this.#mini = this.#chained(root.start, root.size);
    this.#gather(entries, root.child);
  }

  /** Names of the root's streams, lower case. */
  get names(): ReadonlySet<string> {
    return new Set(this.#streams.keys());
  }

  /**
   * A stream of the root by its name in lower case, null when there is none.
   * @throws UnreadableFile corrupt
   */
  stream(name: string): Uint8Array | null {
    const entry = this.#streams.get(name);
    if (entry === undefined) return null;
    const out =
      entry.size < this.#cutoff
        ? this.#chainedMini(entry.start, entry.size)
        : this.#chained(entry.start, entry.size);
    if (out.length < entry.size) throw damaged();
    return out.subarray(0, entry.size);
  }

  get #sectors(): number {
    return Math.ceil(this.#bytes.length / this.#size);
  }

  #sector(id: number): Uint8Array {
    const from = (id + 1) * this.#size;
    if (from >= this.#bytes.length) throw damaged();
    return this.#bytes.subarray(from, from + this.#size);
  }

  /** The allocation table: its sectors are named in the header and in a chain of their own. */
  #allocation(): Uint32Array {
    const view = this.#view;
    const count = Math.min(view.getUint32(0x2c, true), this.#sectors);
    const ids: number[] = [];
    for (let i = 0; i < HEADER_SECTORS && ids.length < count; i++)
      ids.push(view.getUint32(0x4c + 4 * i, true));
    let next = view.getUint32(0x44, true);
    for (let turns = 0; ids.length < count && next < END_OF_CHAIN; turns++) {
      if (turns > this.#sectors) throw damaged();
      const part = words(this.#sector(next));
      for (let i = 0; i + 1 < this.#size / 4 && ids.length < count; i++) ids.push(part[i] ?? NO_STREAM);
      next = part[this.#size / 4 - 1] ?? END_OF_CHAIN;
    }
    const table = new Uint8Array(ids.length * this.#size).fill(0xff);
    ids.forEach((id, i) => {
      if (id < END_OF_CHAIN - 3) table.set(this.#sector(id), i * this.#size);
    });
    return words(table);
  }

  #chained(start: number, limit: number): Uint8Array {
    const parts: Uint8Array[] = [];
    let length = 0;
    for (let id = start; id < END_OF_CHAIN - 3 && length < limit; id = this.#table[id] ?? END_OF_CHAIN) {
      if (parts.length > this.#sectors) throw damaged();
      const part = this.#sector(id);
      parts.push(part);
      length += part.length;
    }
    return joined(parts, length);
  }

  #chainedMini(start: number, limit: number): Uint8Array {
    const parts: Uint8Array[] = [];
    let length = 0;
    const most = this.#mini.length / this.#miniSize;
    for (let id = start; id < END_OF_CHAIN - 3 && length < limit; id = this.#miniTable[id] ?? END_OF_CHAIN) {
      const part = this.#mini.subarray(id * this.#miniSize, (id + 1) * this.#miniSize);
      if (part.length === 0 || parts.length > most) throw damaged();
      parts.push(part);
      length += part.length;
    }
    return joined(parts, length);
  }

  #entries(): Entry[] {
    const bytes = this.#chained(this.#view.getUint32(0x30, true), ENTRIES * 128);
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const names = new TextDecoder('utf-16le');
    const entries: Entry[] = [];
    for (let at = 0; at + 128 <= bytes.length; at += 128) {
      const length = Math.min(64, Math.max(0, view.getUint16(at + 64, true) - 2));
      entries.push({
        name: names.decode(bytes.subarray(at, at + length)).toLowerCase(),
        type: bytes[at + 66]!,
        left: view.getUint32(at + 68, true),
        right: view.getUint32(at + 72, true),
        child: view.getUint32(at + 76, true),
        start: view.getUint32(at + 116, true),
        size: view.getUint32(at + 120, true),
      });
    }
    return entries;
  }

  /** The streams among the siblings that hang together at `first`. */
  #gather(entries: readonly Entry[], first: number): void {
    const seen = new Set<number>();
    const open = [first];
    for (let id = open.pop(); id !== undefined; id = open.pop()) {
      const entry = entries[id];
      if (entry === undefined || seen.has(id)) continue;
      seen.add(id);
      if (entry.type === 2) this.#streams.set(entry.name, entry);
      open.push(entry.left, entry.right);
    }
  }
}

function words(bytes: Uint8Array): Uint32Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return Uint32Array.from({ length: bytes.length >> 2 }, (_, i) => view.getUint32(4 * i, true));
}

function joined(parts: readonly Uint8Array[], length: number): Uint8Array {
  const out = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    out.set(part, at);
    at += part.length;
  }
  return out;
}
