import { readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { policyRows } from '../src/app/policy/index.ts';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const src = join(root, 'src');

function* walk(folder: string): Generator<string> {
  for (const name of readdirSync(folder).sort()) {
    const path = join(folder, name);
    if (statSync(path).isDirectory()) yield* walk(path);
    else yield path;
  }
}

const files = [...walk(src)].map((path) => relative(root, path).split(sep).join('/'));
const sources = files.filter((file) => /\.tsx?$/.test(file) && !/\.test\.tsx?$/.test(file));
const text = (file: string) => readFileSync(join(root, file), 'utf8');
const importsOf = (file: string) =>
  [...text(file).matchAll(/(?:\bfrom\s*|\bimport\s*\(\s*|\bimport\s+)['"]([^'"]+)['"]/g)].map(
    (match) => match[1]!,
  );

const walls: Record<string, readonly string[]> = {
  law: [],
  domain: ['law'],
  report: ['domain', 'law'],
  store: ['domain', 'law'],
  app: ['store', 'report', 'domain', 'law'],
  web: ['app', 'report', 'domain', 'law'],
  cli: ['web', 'app', 'report', 'domain', 'law'],
};
const floorOf = (file: string) => file.split('/')[1]!;
const isData = (file: string) =>
  /\/(calendar|forms|places|traditional|wording|migrations|demonstration)[/.-]/.test(file);

describe('the seven floors', () => {
  it('import downwards only', () => {
    const breaches = sources.flatMap((file) =>
      importsOf(file)
        .filter((specifier) => specifier.startsWith('.'))
        .map((specifier) => relative(src, resolve(root, dirname(file), specifier)).split(sep)[0]!)
        .filter((floor) => floor !== floorOf(file) && !walls[floorOf(file)]?.includes(floor))
        .map((floor) => `${file} → ${floor}`),
    );
    expect(breaches).toEqual([]);
  });

  it('keep law, domain and report free of Node, clock, randomness and input or output', () => {
    const impure =
      /\bDate\.now\(|\bnew Date\(\)|\bMath\.random\(|\bprocess\.|\bfetch\(|\bBuffer\b|\bconsole\./;
    const breaches = sources
      .filter((file) => ['law', 'domain', 'report'].includes(floorOf(file)))
      .filter((file) => importsOf(file).some((name) => name.startsWith('node:')) || impure.test(text(file)));
    expect(breaches).toEqual([]);
  });

  it('keep law and domain synchronous', () => {
    const breaches = sources
      .filter((file) => ['law', 'domain'].includes(floorOf(file)))
      .filter((file) => /\basync\b|\bawait\b|\bPromise\b/.test(text(file)));
    expect(breaches).toEqual([]);
  });

  it('import sources with their suffix and have no barrel but a folder’s index', () => {
    const breaches = sources.flatMap((file) =>
      importsOf(file)
        .filter((name) => name.startsWith('.') && !/\.(tsx?|json|js|css)$/.test(name))
        .map((name) => `${file}: ${name}`),
    );
    expect(breaches).toEqual([]);
    expect(
      sources.filter((file) => /^export \* from/m.test(text(file)) && !file.endsWith('/index.ts')),
    ).toEqual([]);
  });
});

describe('sizes', () => {
  const lines = (file: string) => text(file).split('\n').length;

  it('hold every file to 300 lines', () => {
    expect(
      sources.filter((file) => !isData(file) && lines(file) > 301).map((f) => `${f} ${lines(f)}`),
    ).toEqual([]);
  });

  it('hold nine files of ten to 200 lines', () => {
    const sorted = sources
      .filter((file) => !isData(file))
      .map(lines)
      .sort((a, b) => a - b);
    expect(sorted[Math.floor(sorted.length * 0.9)]).toBeLessThanOrEqual(200);
  });

  it('hold folders to three levels under src', () => {
    expect(files.filter((file) => file.split('/').length > 5)).toEqual([]);
  });
});

describe('what may not stand in the tree', () => {
  it('is anything left for later, or a path of one machine', () => {
    const left = /\b(TODO|FIXME|XXX)\b|@ts-(ignore|nocheck)|\.only\(/;
    const machine = /["'`\s(]\/(work|root|home\/[a-z]+)\/[A-Za-z.]/;
    expect(sources.filter((file) => left.test(text(file)) || machine.test(text(file)))).toEqual([]);
  });
});

describe('what may be done', () => {
  const outside = sources.filter((file) => !file.startsWith('src/app/policy/rows/'));

  it('of the policy is done by something', () => {
    const all = outside.map(text).join('\n');
    expect(
      policyRows()
        .map(({ act }) => act)
        // 从备份恢复 makes a store, before which there is none to ask.
        .filter((act) => act !== 'backup.restore' && !all.includes(`'${act}'`)),
    ).toEqual([]);
  });

  it('by a command or query is reached by a page, the command line or a job', () => {
    const made = outside.flatMap((file) =>
      [...text(file).matchAll(/^export const (\w+) = (?:command|query)\b/gm)].map((match) => ({
        name: match[1]!,
        file,
      })),
    );
    expect(made.length).toBeGreaterThan(100);
    const unreached = made.filter(
      ({ name, file }) =>
        !outside.some((other) => other !== file && new RegExp(`\\b${name}\\b`).test(text(other))),
    );
    expect(unreached).toEqual([]);
  });
});
