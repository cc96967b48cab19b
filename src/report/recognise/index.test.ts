import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { layouts } from '../../../test/support/layouts.ts';
import { readAs } from '../../../test/support/read-sample.ts';
import { sampleOf } from '../../../test/support/sample.ts';
import { readAtOnce } from '../read/index.ts';
import type { Reading } from '../reading.ts';
import { recognise } from './index.ts';

const sentence = '全年收到政府信息公开申请12件，其中自然人10件，商业企业2件。';
const { report: sample } = sampleOf(`add overview: ${sentence}`);

describe('a report in any layout', () => {
  it.each(layouts.map((layout) => [layout.name, layout] as const))(
    '%s: whose, of when, in what parts',
    (_, layout) => {
      const reading = readAs(layout, sample);
      expect(reading.refused).toBeNull();
      expect(reading.report).toMatchObject({
        year: 2022,
        form: '2021',
        agency: { name: '临溪县青石镇人民政府' },
      });
      expect(reading.sections.map((s) => s.id)).toEqual(sample.sections.map((s) => s.id));
      expect(reading.sections.map((s) => s.heading.replace(/\s/g, ''))).toEqual(
        sample.sections.map((s) => s.heading),
      );
      expect(reading.title?.text).toBe(sample.title);
      expect(reading.signedOn?.day).toBe('2023-01-20');
      expect(reading.signedBy?.text).toBe('临溪县青石镇人民政府');
      expect(reading.period).toMatchObject({ from: '2022-01-01', to: '2022-12-31' });
      expect(reading.contact?.text).toContain('0000-1234567');
    },
  );

  it.each(layouts.map((layout) => [layout.name, layout] as const))(
    '%s: the prose states its figures',
    (_, layout) => {
      const { claims } = readAs(layout, sample);
      const stated = claims.filter((c) => c.section === 'overview' && c.unit === '件');
      expect(stated.map((c) => [c.subject, c.part, c.value, c.groupRole])).toEqual([
        ['receivedAll', null, 12, 'whole'],
        ['receivedAll', 'naturalPerson', 10, 'part'],
        ['receivedAll', 'business', 2, 'part'],
      ]);
    },
  );
});

const corpus = fileURLToPath(new URL('../../../../shared/corpus/', import.meta.url));
const cases = ['seeds', 'real', 'layouts'].flatMap((kind) =>
  existsSync(`${corpus}${kind}`)
    ? readdirSync(`${corpus}${kind}`).map((name) => `${corpus}${kind}/${name}`)
    : [],
);
if (cases.length === 0) console.log('../shared/corpus is not there: the published reports are not read');

interface Expected {
  readonly agency: string;
  readonly year: number;
  readonly form: string;
  readonly headings?: readonly string[];
}
const fileOf = (folder: string): string | undefined =>
  ['report.txt', 'report.html', 'report.docx']
    .map((name) => `${folder}/${name}`)
    .find((file) => existsSync(file));
const readingOf = (file: string): Reading =>
  recognise(readAtOnce(new Uint8Array(readFileSync(file)), file), { file, sha256: '', mediaType: '' });

/** A name found is the one expected, or one is the other's short form; nothing is expected of a text that names nobody. */
const same = (found: string | undefined, expected: string): boolean =>
  found === undefined || expected.replace(/[()]/g, '').includes(found) || found.includes(expected);

describe.skipIf(cases.length === 0)('published reports', () => {
  for (const folder of cases) {
    const name = folder.split('/').at(-1)!;
    const file = fileOf(folder);
    if (file === undefined) continue;
    const truth = `${folder}/expected.json`;
    it(name, () => {
      const reading = readingOf(file);
      if (!existsSync(truth)) {
        expect(reading.refused).not.toBeNull();
        return;
      }
      const expected = JSON.parse(readFileSync(truth, 'utf8')) as Expected;
      expect(reading.refused).toBeNull();
      expect(reading.report).toMatchObject({ year: expected.year, form: expected.form });
      // An optical reader took 沭 for 沐 in one of them.
      expect(same(reading.report.agency?.name.replace('沐', '沭'), expected.agency)).toBe(true);
      if (expected.headings) expect(reading.sections.map((s) => s.heading)).toEqual(expected.headings);
    });
  }
});
