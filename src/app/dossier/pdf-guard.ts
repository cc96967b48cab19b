import { inflateSync } from 'node:zlib';

/** Bytes to which the packed objects of one file may unfold, and streams it may have. */
const mostUnfolded = 64 * 1024 * 1024;
const mostStreams = 100_000;
/** Of a stream's dictionary; longer ones are not written by any program. */
const longestHead = 64 * 1024;

const unescaped = (text: string): string =>
  text.replace(/#([0-9a-fA-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));

/** Packed objects and packed cross references are what a reader unfolds before anybody has looked at a page. */
const isPacked = (head: string): boolean =>
  /\/(?:ObjStm|XRef)(?![A-Za-z])/.test(head) || /\/Type\s*\d+\s+\d+\s+R/.test(head);

/** The one way of packing that can be measured beforehand. */
const isFlate = (head: string): boolean =>
  /\/Filter\s*(?:\[\s*)?\/FlateDecode\s*(?:\]|\/|>>)/.test(head) &&
  !/\/Filter\s*\[[^\]]*\/[^\]]*\/[^\]]*\]/.test(head);

/**
 * Whether a PDF from outside can be unfolded without taking all memory: each packed stream is unfolded here first, up to
 * a limit. What cannot be told beforehand (an unusual packing, no head) is not safe.
 */
export function unfoldsSafely(bytes: Uint8Array): boolean {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let unfolded = 0;
  let streams = 0;
  for (let at = file.indexOf('stream'); at >= 0; at = file.indexOf('stream', at + 6)) {
    if (file.toString('latin1', Math.max(0, at - 3), at) === 'end') continue;
    streams += 1;
    if (streams > mostStreams) return false;
    const before = file.subarray(Math.max(0, at - longestHead), at);
    const start = before.lastIndexOf('obj');
    if (start < 0) return false;
    const head = unescaped(before.toString('latin1', start));
    if (!isPacked(head)) continue;
    if (!/\/Filter/.test(head)) continue;
    if (!isFlate(head)) return false;
    const data = at + 6 + (file[at + 6] === 0x0d ? 1 : 0) + 1;
    try {
      unfolded += inflateSync(file.subarray(data), { maxOutputLength: mostUnfolded }).length;
    } catch {
      return false;
    }
    if (unfolded > mostUnfolded) return false;
  }
  return true;
}
