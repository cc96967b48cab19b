import { crc32 } from 'node:zlib';

export interface PngChunk {
  readonly type: string;
  readonly data: Buffer;
  /** With its length, name and sum. */
  readonly whole: Buffer;
}

const signature = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

export const isPng = (file: Uint8Array): boolean => signature.every((byte, index) => file[index] === byte);

/** The chunks of a PNG file to its end; null where one is cut off or its sum is wrong. */
export function pngChunks(bytes: Uint8Array): readonly PngChunk[] | null {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const chunks: PngChunk[] = [];
  for (let at = signature.length; at + 12 <= file.length; ) {
    const end = at + 12 + file.readUInt32BE(at);
    if (end > file.length) return null;
    const whole = file.subarray(at, end);
    if (crc32(whole.subarray(4, -4)) !== whole.readUInt32BE(whole.length - 4)) return null;
    const type = whole.toString('latin1', 4, 8);
    chunks.push({ type, data: whole.subarray(8, -4), whole });
    if (type === 'IEND') return chunks;
    at = end;
  }
  return null;
}

/** Width and height as a PNG says them; null where its first chunk is not what it must be. */
export function pngSize(
  chunks: readonly PngChunk[],
): { readonly width: number; readonly height: number } | null {
  const head = chunks[0];
  return head?.type === 'IHDR' && head.data.length === 13
    ? { width: head.data.readUInt32BE(0), height: head.data.readUInt32BE(4) }
    : null;
}

/** The file again of these chunks alone. */
export const pngOf = (chunks: readonly PngChunk[], kept: ReadonlySet<string>): Buffer =>
  Buffer.concat([
    Buffer.from(signature),
    ...chunks.filter(({ type }) => kept.has(type)).map(({ whole }) => whole),
  ]);
