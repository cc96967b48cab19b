import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { analyseFile } from '../../src/app/analyse-file.ts';
import type { Finding } from '../../src/domain/annual/report.ts';
import { loadPlaces } from '../../src/report/places/load.ts';
import { cases, corpusAtHand } from './corpus.ts';

interface Line {
  readonly report: string;
  readonly lines: string;
  readonly code: string;
  readonly words: string;
}

/** The table of docs/acceptance.md whose lines name a rule. */
function promised(): Line[] {
  const page = readFileSync(new URL('../../docs/acceptance.md', import.meta.url), 'utf8');
  return page
    .split('\n')
    .map((line) => line.split('|').map((cell) => cell.trim()))
    .filter((cells) => /^[a-z]+-20\d\d$/.test(cells[1] ?? '') && /^R\d{3}$/.test(cells[4] ?? ''))
    .map((cells) => ({ report: cells[1]!, lines: cells[2]!, code: cells[4]!, words: cells[5]! }));
}

const lines = promised();
const places = await loadPlaces();
const found = new Map<string, readonly Finding[]>();
for (const { name, file, bytes } of cases('seeds'))
  found.set(name.replace('seeds/', ''), (await analyseFile(bytes(), file, { places })).report.findings);

describe.skipIf(!corpusAtHand)('the faults of the five reports', () => {
  it('are promised line by line', () => {
    expect(lines.length).toBeGreaterThan(60);
  });

  it.each(lines)('$report line $lines is found by $code: $words', ({ report, code, words }) => {
    const findings = (found.get(report) ?? []).filter((finding) => finding.code === code);
    const texts = findings.map((f) => [f.message, ...f.related.map((r) => r.message)].join('\n'));
    expect(texts.filter((text) => text.includes(words))).not.toEqual([]);
  });
});
