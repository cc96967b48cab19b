// Halves what the table of traditional characters takes in the checker's first load: as written in the source, in
// order of Unicode with both characters in full, it hardly packs.
import { readFileSync } from 'node:fs';

const alphabet = Array.from({ length: 94 }, (_, i) => String.fromCharCode(33 + i))
  .filter((sign) => !'\'"`$\\'.includes(sign))
  .join('');
const base = alphabet.length;

/** Distances between the first characters, then high and low part of every second one. */
function pack(pairs) {
  let last = 0;
  const parts = [[], [], []];
  for (let i = 0; i < pairs.length; i += 2) {
    const [from, to] = [pairs.charCodeAt(i), pairs.charCodeAt(i + 1)];
    const distance = from - last;
    if (distance < 0) throw new Error('pairs must stand in order of Unicode');
    // A distance that one sign does not hold is written as a run of last signs before its rest.
    parts[0].push(
      alphabet[base - 1].repeat(Math.floor(distance / (base - 1))) + alphabet[distance % (base - 1)],
    );
    parts[1].push(alphabet[Math.floor(to / base / 8)]);
    parts[2].push(alphabet[Math.floor(to / base) % 8], alphabet[to % base]);
    last = from;
  }
  return parts.map((part) => part.join(''));
}

/** Undoes `pack`; stands as text in the bundle. */
function unpack(alphabet, [distances, high, low]) {
  const digit = (text, i) => alphabet.indexOf(text[i]);
  const base = alphabet.length;
  let pairs = '';
  let from = 0;
  let count = 0;
  for (let i = 0; i < distances.length; i++) {
    const step = digit(distances, i);
    from += step;
    if (step === base - 1) continue;
    const to = (digit(high, count) * 8 + digit(low, 2 * count)) * base + digit(low, 2 * count + 1);
    pairs += String.fromCharCode(from, to);
    count++;
  }
  return pairs;
}

/** An esbuild plugin. */
export const packedPairs = {
  name: 'packed-pairs',
  setup(build) {
    build.onLoad({ filter: /[\\/]report[\\/]read[\\/]traditional\.ts$/ }, ({ path }) => {
      const source = readFileSync(path, 'utf8');
      const lines = [`const alphabet = ${JSON.stringify(alphabet)};`, unpack.toString()];
      for (const [, name, text] of source.matchAll(/export const (\w+): string =([^;]*);/g)) {
        const pairs = [...text.matchAll(/'([^']*)'/g)].map((match) => match[1]).join('');
        const packed = pack(pairs);
        if (unpack(alphabet, packed) !== pairs) throw new Error(`${name} does not unpack`);
        lines.push(`export const ${name} = unpack(alphabet, ${JSON.stringify(packed)});`);
      }
      return { contents: lines.join('\n'), loader: 'js' };
    });
  },
};
