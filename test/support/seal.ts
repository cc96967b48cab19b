import { crc32, deflateSync } from 'node:zlib';

const SIDE = 420;

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type), data]);
  const out = Buffer.alloc(12 + data.length);
  out.writeUInt32BE(data.length, 0);
  body.copy(out, 4);
  out.writeUInt32BE(crc32(body), 8 + data.length);
  return out;
}

/** A five-pointed star about the middle, by the angle of a point. */
function inStar(x: number, y: number): boolean {
  const angle = (Math.atan2(x, -y) + 2 * Math.PI) % ((2 * Math.PI) / 5);
  const half = Math.PI / 5;
  const from = Math.abs(angle - half);
  const tip = 62;
  const inner = tip * 0.382;
  const edge = (inner * tip * Math.sin(half)) / (tip * Math.sin(half - from) + inner * Math.sin(from));
  return Math.hypot(x, y) <= edge;
}

/** A round red seal as a transparent PNG: ring and star, no name, so that nobody takes it for one. */
export function samplePng(): Uint8Array {
  const rows = Buffer.alloc((SIDE * 4 + 1) * SIDE);
  for (let y = 0; y < SIDE; y += 1)
    for (let x = 0; x < SIDE; x += 1) {
      const [dx, dy] = [x - SIDE / 2, y - SIDE / 2];
      const distance = Math.hypot(dx, dy);
      const on = (distance <= 208 && distance >= 196) || inStar(dx, dy);
      rows.set(on ? [230, 0, 18, 235] : [0, 0, 0, 0], y * (SIDE * 4 + 1) + 1 + x * 4);
    }
  const head = Buffer.alloc(13);
  head.writeUInt32BE(SIDE, 0);
  head.writeUInt32BE(SIDE, 4);
  head.set([8, 6, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]),
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}
