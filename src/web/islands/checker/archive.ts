import { inflateSync } from 'fflate';
import { extensionOf, isReportFile } from '../../../report/batch/kinds.ts';
import { UnreadableFile } from '../../../report/document.ts';
import { isHidden } from './kinds.ts';

/** How much of an archive is unpacked; a county's yearly reports are far below. */
export const archiveLimits = {
  packed: 256 * 1024 * 1024,
  /** All files together, and one. */
  unpacked: 512 * 1024 * 1024,
  one: 64 * 1024 * 1024,
  files: 2_000,
  /** Unpacked over packed size beyond which a file over one megabyte is taken for a bomb. */
  ratio: 400,
} as const;

export interface ArchivedFile {
  readonly path: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

export interface Archive {
  readonly files: readonly ArchivedFile[];
  readonly skipped: Readonly<Record<string, number>>;
}

interface Entry {
  readonly path: string;
  readonly encrypted: boolean;
  readonly method: number;
  readonly packed: number;
  readonly size: number;
  readonly offset: number;
}

const END_OF_DIRECTORY = 0x06054b50;
const DIRECTORY_ENTRY = 0x02014b50;
const LOCAL_HEADER = 0x04034b50;

const corrupt = (cause?: unknown): UnreadableFile =>
  new UnreadableFile('corrupt', '压缩包不完整或已损坏，无法解开。请重新压缩，或解压后拖入文件夹。', {
    cause,
  });
const bomb = (): UnreadableFile =>
  new UnreadableFile('bomb', '压缩包解开后异常地大，已停止读取。请确认来源，或解压后拖入文件夹。');
const encrypted = (): UnreadableFile =>
  new UnreadableFile('encrypted', '压缩包已加密，无法解开。请取消密码，或解压后拖入文件夹。');

/** Names are UTF-8 where the archive says so; Windows of mainland China writes GBK and says nothing. */
function nameOf(bytes: Uint8Array, saysUtf8: boolean): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder(saysUtf8 ? 'utf-8' : 'gb18030').decode(bytes);
  }
}

function directoryOf(bytes: Uint8Array): Entry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let end = bytes.length - 22;
  const lowest = Math.max(0, bytes.length - 65_557);
  while (end >= lowest && view.getUint32(end, true) !== END_OF_DIRECTORY) end--;
  if (end < lowest) throw corrupt();
  const entries: Entry[] = [];
  let at = view.getUint32(end + 16, true);
  for (let left = view.getUint16(end + 10, true); left > 0; left--) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== DIRECTORY_ENTRY) throw corrupt();
    const flags = view.getUint16(at + 8, true);
    const name = view.getUint16(at + 28, true);
    entries.push({
      path: nameOf(bytes.subarray(at + 46, at + 46 + name), (flags & 0x800) !== 0).replaceAll('\\', '/'),
      encrypted: (flags & 1) === 1,
      method: view.getUint16(at + 10, true),
      packed: view.getUint32(at + 20, true),
      size: view.getUint32(at + 24, true),
      offset: view.getUint32(at + 42, true),
    });
    at += 46 + name + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return entries;
}

function unpack(bytes: Uint8Array, entry: Entry): Uint8Array<ArrayBuffer> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const { offset, packed, size, method } = entry;
  if (offset + 30 > bytes.length || view.getUint32(offset, true) !== LOCAL_HEADER) throw corrupt();
  const from = offset + 30 + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
  if (from + packed > bytes.length) throw corrupt();
  const data = bytes.subarray(from, from + packed);
  if (method === 0) return new Uint8Array(data);
  if (method !== 8) throw corrupt();
  try {
    // The room given is the size told: a file that lies about it cannot take more.
    return inflateSync(data, { out: new Uint8Array(size) }) as Uint8Array<ArrayBuffer>;
  } catch (error) {
    throw corrupt(error);
  }
}

/**
 * The files of a zip that may hold reports, in order of paths, unpacked one by one into `take`.
 * @throws UnreadableFile corrupt, encrypted or bomb; what was taken by then stays taken
 */
export function openArchive(bytes: Uint8Array, take: (file: ArchivedFile) => void): Archive['skipped'] {
  const skipped: Record<string, number> = {};
  const wanted: Entry[] = [];
  for (const entry of directoryOf(bytes)) {
    if (entry.path.endsWith('/') || isHidden(entry.path)) continue;
    if (isReportFile(entry.path)) wanted.push(entry);
    else skipped[extensionOf(entry.path)] = (skipped[extensionOf(entry.path)] ?? 0) + 1;
  }
  let unpacked = 0;
  for (const entry of wanted.sort((a, b) => (a.path < b.path ? -1 : 1)).slice(0, archiveLimits.files)) {
    unpacked += entry.size;
    const absurd = entry.size > 1 << 20 && entry.size > entry.packed * archiveLimits.ratio;
    if (absurd || entry.size > archiveLimits.one || unpacked > archiveLimits.unpacked) throw bomb();
    if (entry.encrypted) throw encrypted();
    take({ path: entry.path, bytes: unpack(bytes, entry) });
  }
  return skipped;
}
