/** How a photograph is to be turned to stand upright, clockwise, by what the camera noted (EXIF orientation). */
export type Turn = 0 | 90 | 180 | 270;

const turns: Readonly<Record<number, Turn>> = { 3: 180, 6: 90, 8: 270 };
const orientationTag = 0x0112;

function orientationIn(exif: Buffer): number {
  const little = exif.toString('latin1', 0, 2) === 'II';
  const short = (at: number): number => (little ? exif.readUInt16LE(at) : exif.readUInt16BE(at));
  const directory = little ? exif.readUInt32LE(4) : exif.readUInt32BE(4);
  const entries = short(directory);
  for (let index = 0; index < entries; index += 1) {
    const at = directory + 2 + index * 12;
    if (short(at) === orientationTag) return short(at + 8);
  }
  return 1;
}

/** 0 where nothing is noted, or what is noted cannot be read. */
export function jpegTurn(bytes: Uint8Array): Turn {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    for (let at = 2; file[at] === 0xff && file[at + 1] !== 0xda; at += 2 + file.readUInt16BE(at + 2))
      if (file[at + 1] === 0xe1 && file.toString('latin1', at + 4, at + 8) === 'Exif')
        return turns[orientationIn(file.subarray(at + 10, at + 2 + file.readUInt16BE(at + 2)))] ?? 0;
  } catch {
    return 0;
  }
  return 0;
}
