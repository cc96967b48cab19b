import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { directReading } from '../support/direct-reading.ts';
import { cleanReport } from '../support/generate.ts';

const program = resolve('bin/gongkai.mjs');
const folder = mkdtempSync(join(tmpdir(), 'gongkai-render-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the built program', () => {
  it.each([
    ['pdf', '%PDF-1.7'],
    ['docx', 'PK'],
    ['xlsx', 'PK'],
    ['html', '<!DOCTYPE html>'],
  ])('writes a report as %s with what its installation holds', (format, begin) => {
    const [from, to] = [join(folder, 'report.json'), join(folder, `report.${format}`)];
    writeFileSync(from, JSON.stringify(directReading(cleanReport(1)).report));
    const args = [program, 'render', from, '--to', format, '-o', to];
    const { status, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' });
    expect([status, stderr]).toEqual([0, `已写入 ${to}\n`]);
    expect(readFileSync(to, 'latin1').startsWith(begin)).toBe(true);
  });
});
