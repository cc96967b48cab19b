import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readAtOnce } from '../../read/index.ts';
import { readTables } from './index.ts';

const corpus = '../shared/corpus';
const present = existsSync(corpus);
if (!present) console.log(`${corpus} is not there: the tables of real reports are not read in this run`);

interface Expected {
  readonly form?: string;
  readonly layout?: string;
  readonly policy?: string;
  readonly cells?: Readonly<Record<string, number | string | null>>;
}

const folders = present
  ? ['seeds', 'real', 'layouts'].flatMap((group) =>
      readdirSync(`${corpus}/${group}`).map((name) => `${group}/${name}`),
    )
  : [];
const cases = folders.flatMap((name) => {
  const file = readdirSync(`${corpus}/${name}`).find((f) => /^report\.(txt|html|docx)$/.test(f));
  const truth = `${corpus}/${name}/expected.json`;
  return file && existsSync(truth)
    ? [{ name, file, expected: JSON.parse(readFileSync(truth, 'utf8')) as Expected }]
    : [];
});

/** The hand-read truth as a number: amounts in 元. */
function truthOf(id: string, raw: number | string | null): number | null {
  if (raw === null || typeof raw === 'number') return raw;
  const found = /([-+]?[\d.]+)\s*(万)?/.exec(raw.replaceAll(',', ''))!;
  return id.endsWith('procurement.amount') && found[2] ? Number(found[1]) * 10_000 : Number(found[1]);
}

describe.skipIf(!present)('表格 of the published reports of the corpus', () => {
  it.each(cases)('$name: no figure is wrong, and what can be told is told', ({ name, file, expected }) => {
    const reading = readTables(readAtOnce(readFileSync(`${corpus}/${name}/${file}`), file));
    const uncertain =
      /refuse|not alignable/.test(expected.policy ?? '') || /glued/.test(expected.layout ?? '');
    for (const [id, raw] of Object.entries(expected.cells ?? {})) {
      const truth = truthOf(id, raw);
      const cell = reading.cells[id];
      const told = cell?.status === 'read' || cell?.status === 'inferred';
      if (told) expect(cell.value, id).toBe(truth);
      else if (truth !== null && !uncertain) expect.fail(`${id}: ${cell?.status} “${cell?.text}”, ${truth}`);
      else if (truth === null && !uncertain) expect(cell?.status, id).toBe('blank');
    }
    if (Object.keys(expected.cells ?? {}).length > 0) expect(reading.form).toBe(expected.form);
  });
});
