import type { Place, ReportCell } from '../../src/domain/annual/report.ts';
import { annualForms, type TableId } from '../../src/law/forms/index.ts';
import { statisticsRowById } from '../../src/law/forms/statistics.ts';
import type { ReaderNote } from '../../src/report/document.ts';
import type { LabelReading, Passage, Reading, SectionReading } from '../../src/report/reading.ts';
import { gridOf, statisticsGrid } from './grids.ts';
import { type SampleReport, tableOfSection } from './sample-model.ts';

/**
 * The reading a perfect reader would give of a sample set one paragraph or cell a line; for tests of rules that
 * must not depend on a reader. Claims of the prose are not drawn.
 */
export function directReading(sample: SampleReport): Reading {
  let line = 0;
  const place = (): Place => ({ line: ++line, column: 1 });
  const passage = (text: string): Passage => ({ text, raw: text, at: place() });
  const title = sample.title === null ? null : passage(sample.title);
  const preamble = sample.preamble.map(passage);
  const cells: Record<string, ReportCell> = {};
  const sections = sample.sections.map((section): SectionReading => {
    const at = place();
    const passages = section.paragraphs.map(passage);
    const table = section.id === null ? undefined : tableOfSection[section.id];
    if (table !== undefined && section.table === 'table') readCells(sample, table, cells, place);
    return {
      id: section.id,
      ordinal: ordinalOf(section.heading),
      heading: section.heading,
      at,
      passages,
      table: table === undefined ? 'notExpected' : stand[section.table],
    };
  });
  const closing = sample.closing.map(passage);
  const dates = datesOf(sample, preamble, closing);
  const statistics: Record<string, ReportCell> = {};
  const headers: { id: string; text: string; at: Place }[] = [];
  for (const row of sample.statistics === null ? [] : statisticsGrid(sample.statistics))
    for (const { id, text } of row) {
      const at = place();
      if (id === null) continue;
      if (statisticsRowById.get(id)!.header) {
        if (text !== '') headers.push({ id, text, at });
      } else statistics[id] = cellOf(text, at);
    }
  const table = (id: TableId) => sections.find((s) => s.id === id)?.table;
  const state = (id: TableId) =>
    table(id) === 'found' ? 'found' : table(id) === 'picture' ? 'picture' : 'missing';
  return {
    report: {
      schema: 'gongkai.annual-report/1',
      source: { file: 'report.txt', sha256: '', mediaType: 'text/plain' },
      agency: { name: sample.agency, kind: sample.kind, code: sample.code },
      year: sample.year,
      form: sample.form,
      front: {
        title: sample.title,
        preamble: sample.preamble,
        signedBy: sample.closing[0] ?? null,
        signedOn: dates.signedOn?.day ?? null,
        closing: sample.closing,
      },
      sections: sections.map((s) => ({
        id: s.id,
        heading: s.heading,
        text: s.passages.map((p) => p.text).join('\n'),
      })),
      cells,
      statistics,
      indicators: {},
      findings: [],
    },
    refused: null,
    title,
    preamble,
    sections,
    closing,
    signedBy: closing[0] ?? null,
    ...dates,
    labels: labelsOf(sample),
    tables: {
      disclosure: state('disclosure'),
      applications: state('applications'),
      appeals: state('appeals'),
    },
    statisticsHeaders: headers,
    glued: [],
    claims: [],
    notes: notesAt(sample, cells),
    residue: [],
  };
}

/** Notes of the reader, each at its cell. */
export const notesAt = (
  { notes = [] }: SampleReport,
  cells: Reading['report']['cells'],
): readonly ReaderNote[] =>
  notes.map(({ kind, cell, text }) => ({ kind, text, at: cell === null ? null : (cells[cell]?.at ?? null) }));

const stand = { none: 'none', table: 'found', picture: 'picture' } as const;

const ordinalOf = (heading: string): number | null => {
  const at = '一二三四五六七八九十'.indexOf(/^([一二三四五六七八九十])、/.exec(heading)?.[1] ?? '无');
  return at < 0 ? null : at + 1;
};

/** A cell as printed: figures are read, words for nothing are inferred, an empty cell is blank. */
export function cellOf(text: string, at: Place): ReportCell {
  const bare = text
    .normalize('NFKC')
    .replace(/^\[bookmark: \w+\]/, '')
    .trim();
  if (bare === '') return { value: null, text, status: 'blank', at };
  if (/^(无|零|—+|-|\/)$/.test(bare)) return { value: 0, text, status: 'inferred', at };
  const figure = /^([-+]?[\d,]+(?:\.\d+)?)[^\d?]*$/.exec(bare);
  if (figure === null) return { value: null, text, status: 'unreadable', at };
  const unit = /万|亿/.exec(bare)?.[0];
  const value = Number(figure[1]!.replaceAll(',', '')) * (unit === '万' ? 1e4 : unit === '亿' ? 1e8 : 1);
  return { value, text, status: 'read', at };
}

function readCells(
  sample: SampleReport,
  table: TableId,
  cells: Record<string, ReportCell>,
  place: () => Place,
): void {
  for (const row of gridOf(sample, table))
    for (const { id, text } of row) {
      const at = place();
      if (id !== null) cells[id] = cellOf(text, at);
    }
  for (const { id } of annualForms[sample.form].cells)
    if (id.startsWith(`${table}.`)) cells[id] ??= { value: null, text: '', status: 'absent', at: null };
}

function datesOf(sample: SampleReport, preamble: readonly Passage[], closing: readonly Passage[]) {
  const signed = closing.find((p) => /^\d{4}年\d+月\d+日$/.test(p.text));
  const [year, month, day] = (signed?.text.match(/\d+/g) ?? []) as [string?, string?, string?];
  const period = preamble.find((p) => p.text.includes('统计期限'));
  return {
    signedOn:
      signed === undefined || year === undefined
        ? null
        : { day: `${year}-${month!.padStart(2, '0')}-${day!.padStart(2, '0')}`, at: signed.at },
    publishedOn: null,
    period:
      period === undefined
        ? null
        : { from: `${sample.year}-01-01`, to: `${sample.year}-12-31`, at: period.at },
    contact: preamble.find((p) => /电话/.test(p.text)) ?? null,
  };
}

/** Labels that the sample prints otherwise than the form, or leaves out. */
function labelsOf(sample: SampleReport): LabelReading[] {
  const form = annualForms[sample.form];
  const labels: LabelReading[] = [];
  for (const [key, found] of Object.entries(sample.labels)) {
    const [kind = '', path = ''] = key.split(' ');
    const [table = '', ...rest] = path.split('.');
    const id = rest.join('.');
    const at: Place | null = found === null ? null : { line: 1, column: 1 };
    const expected =
      kind === 'note'
        ? form.balanceNote
        : (form.applicationRows.find((r) => r.id === id)?.label ??
          form.applicationRows.find((r) => r.id.startsWith(`${id}.`))?.group ??
          form.bands.flatMap((b) => b.rows).find((r) => r.id === id)?.label ??
          form.bands.flatMap((b) => b.columns).find((c) => id.endsWith(`.${c.id}`))?.label ??
          form.applicationColumns.find((c) => c.id === id)?.label ??
          id);
    labels.push({ table: table as TableId, kind: kind as LabelReading['kind'], id, expected, found, at });
  }
  return labels;
}
