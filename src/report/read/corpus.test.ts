import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { readAtOnce } from './index.ts';
import { normaliseProse } from './normalise.ts';

const folder = fileURLToPath(new URL('../../../../shared/corpus', import.meta.url));
const files = existsSync(folder)
  ? ['seeds', 'real', 'layouts'].flatMap((group) =>
      readdirSync(`${folder}/${group}`).flatMap((name) =>
        ['txt', 'html', 'docx'].map((type) => `${folder}/${group}/${name}/report.${type}`).filter(existsSync),
      ),
    )
  : [];
if (files.length === 0) console.log('skipped: the corpus of published reports is not there');

describe.skipIf(files.length === 0)('published reports', () => {
  it.each(files.map((file) => [file.slice(folder.length + 1), file]))('%s is read whole', (_, file) => {
    const document = readAtOnce(new Uint8Array(readFileSync(file)), file);
    const text = document.blocks
      .map((block) => {
        if (block.kind === 'paragraph') return block.text;
        return block.kind === 'table' ? block.cells.map((cell) => cell.text).join('\n') : '';
      })
      .join('\n');
    expect(document.notes.map(({ kind }) => kind)).not.toContain('undecodable');
    expect(normaliseProse(text)).toMatch(/总体情况|概述|主动公开/);
    if (document.mediaType !== 'text/plain')
      expect(document.blocks.filter(({ kind }) => kind === 'table').length).toBeGreaterThanOrEqual(3);
  });
});
