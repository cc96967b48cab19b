/**
 * Samples: invented reports told by what differs from a clean one. Used by the tests of the rules and by the
 * examples of their pages, which stand in blocks fenced as ```report.
 *
 * The clean sample is a township's report of 2022 in the form of 2021 (`form 2019`: of 2020 in the form of 2019).
 * It breaks no rule. Each line changes it; `#` begins a comment.
 *
 *   form 2019                                 the other edition (first line)
 *   year 2023 · kind county · code 370881 · agency 清河县人民政府
 *                                             `agency` renames it in title, preamble, closing and prose too
 *   title 清河县2022年工作报告                  the title; nothing after it: no title
 *   cell applications.received.total = 13     a cell as printed; nothing after `=`: blank
 *   row applications.granted = 4 1 0 0 0 0 5  all cells of a row, or of an appeal block
 *   blank applications                        all cells of a table, or of `disclosure.normative`
 *   label row applications.carriedOut = 四、结转下半年继续办理
 *   label column disclosure.regulations.made = 本年新制作件数  (a column of table 二 by the first row of its band)
 *   label group applications.declined = （五）不予受理
 *   drop row applications.concluded · drop column applications.research · drop note
 *   drop table appeals · picture applications a table lost, or in its place a picture
 *   collapse                                  table 三 with one column for organisations and no sub-rows
 *   drop section other · drop preamble · drop closing
 *   heading other: 六、其他事项                 the heading of a section
 *   section overview: 文字                     all prose of a section (`|` between paragraphs); nothing: none
 *   add overview: 文字                         one more paragraph of a section
 *   insert overview: 二、机构建设情况 | 文字      a section more, after the one named
 *   preamble: 文字 | 文字 · closing: 文字 | 文字  the text before and after the sections
 *   signed 2021-12-30                         the date under the report
 *   statistics                                attach a 统计表 without faults
 *   stat S5 = 87                              a figure of it (attaches it); headings take one too
 *   note formula applications.received.total: D5存的结果是…   what the reader of a workbook notes at a cell (`-`: none)
 *   previous                                  last year's report is there (a clean one, other words)
 *   previous cell applications.carriedOut.total = 3      any of the lines above, about last year's report
 *   also R302                                 this rule speaks too (pages only)
 */
import type { AgencyKind } from '../../src/domain/annual/report.ts';
import {
  annualForms,
  type FormId,
  organisationColumns,
  type SectionId,
  type TableId,
} from '../../src/law/forms/index.ts';
import type { ReaderNote } from '../../src/report/document.ts';
import type { SampleReport, SampleSection } from './sample-model.ts';
import { cleanSample } from './sample-prose.ts';
import { sampleStatistics } from './sample-statistics.ts';

export interface Sample {
  report: SampleReport;
  previous: SampleReport | null;
  /** Numbers of the other rules that speak of it. */
  also: string[];
}

/** The sample that the lines describe; a line that says nothing known is an error. */
export function sampleOf(lines: string): Sample {
  const directives = lines
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'));
  const form: FormId = directives.includes('form 2019') ? '2019' : '2021';
  const year = form === '2019' ? 2020 : 2022;
  const sample: Sample = { report: cleanSample(form, year), previous: null, also: [] };
  for (const directive of directives) {
    const [word, rest] = cut(directive, ' ');
    if (word === 'form') continue;
    if (word === 'also') sample.also.push(rest);
    else if (word === 'previous') {
      sample.previous ??= cleanPrevious(sample.report);
      if (rest !== '') apply(sample.previous, rest);
    } else apply(sample.report, directive);
  }
  for (const report of [sample.report, sample.previous]) if (report?.collapsed) sumUp(report);
  return sample;
}

/** Figures of the one column for organisations and of the rows without sub-rows, from the cells they stand for. */
export function sumUp({ form, cells }: SampleReport): void {
  const add = (id: string, text: string) => {
    cells[id] = String(Number(cells[id] ?? 0) + Number(text));
  };
  for (const { id, table, row, column } of annualForms[form].cells) {
    if (table !== 'applications') continue;
    const organisation = (organisationColumns as readonly string[]).includes(column);
    const group = row.split('.')[0]!;
    if (organisation) add(`applications.${row}.organisation`, cells[id]!);
    if (group !== row) add(`applications.${group}.${organisation ? 'organisation' : column}`, cells[id]!);
  }
}

/** Last year's clean report, whose stock and pending applications lead on to the clean sample's. */
function cleanPrevious({ form, year }: SampleReport): SampleReport {
  const previous = cleanSample(form, year - 1, true);
  if (form === '2021')
    Object.assign(previous.cells, {
      'disclosure.normative.issued': '2',
      'disclosure.normative.repealed': '0',
      'disclosure.normative.inForce': '6',
    });
  else
    Object.assign(previous.cells, {
      'disclosure.licensing.previousItems': '48',
      'disclosure.otherServices.previousItems': '30',
    });
  return previous;
}

const cut = (text: string, at: string): [string, string] => {
  const i = text.indexOf(at);
  return i < 0 ? [text, ''] : [text.slice(0, i).trim(), text.slice(i + at.length).trim()];
};
const paragraphs = (text: string): string[] => (text === '' ? [] : text.split('|').map((p) => p.trim()));

function apply(report: SampleReport, directive: string): void {
  const [word, rest] = cut(directive, ' ');
  const change = words[word] ?? prose[word.replace(/:$/, '')];
  if (change === undefined) throw new Error(`unknown directive: ${directive}`);
  change(report, rest);
}

const section = (report: SampleReport, id: string): SampleSection => {
  const found = report.sections.find((s) => s.id === id);
  if (found === undefined) throw new Error(`no section ${id}`);
  return found;
};
const setCell = (report: SampleReport, id: string, text: string): void => {
  if (!(id in report.cells)) throw new Error(`no cell ${id}`);
  report.cells[id] = text;
};
/** Cells of a table, row or block, in the order of the form. */
const cellsUnder = (report: SampleReport, prefix: string): string[] => {
  const ids = annualForms[report.form].cells.map((c) => c.id).filter((id) => id.startsWith(`${prefix}.`));
  if (ids.length === 0) throw new Error(`no cells under ${prefix}`);
  return ids;
};

type Change = (report: SampleReport, rest: string) => void;

const words: Record<string, Change> = {
  year: (report, rest) => {
    const [from, to] = [report.year, Number(rest)];
    const shift = (text: string) => text.replaceAll(`${from}年`, `${to}年`);
    report.closing = report.closing.map((line) => line.replace(`${from + 1}年`, `${to + 1}年`));
    report.title = report.title && shift(report.title);
    report.preamble = report.preamble.map(shift);
    report.year = to;
  },
  kind: (report, rest) => {
    report.kind = rest as AgencyKind;
  },
  code: (report, rest) => {
    report.code = rest;
  },
  agency: (report, rest) => rename(report, rest),
  title: (report, rest) => {
    report.title = rest === '' ? null : rest;
  },
  cell: (report, rest) => setCell(report, ...cut(rest, '=')),
  row: (report, rest) => {
    const [prefix, values] = cut(rest, '=');
    const texts = values.split(/\s+/);
    cellsUnder(report, prefix).forEach((id, i) => {
      setCell(report, id, texts[i] ?? '');
    });
  },
  blank: (report, rest) => {
    for (const id of cellsUnder(report, rest)) report.cells[id] = '';
  },
  label: (report, rest) => {
    const [key, text] = cut(rest, '=');
    report.labels[key] = text;
  },
  drop: (report, rest) => drop(report, ...cut(rest, ' ')),
  picture: (report, rest) => {
    section(report, rest).table = 'picture';
  },
  collapse: (report) => {
    report.collapsed = true;
  },
  signed: (report, rest) => {
    const [year, month, day] = rest.split('-').map(Number);
    report.closing[report.closing.length - 1] = `${year}年${month}月${day}日`;
  },
  note: (report, rest) => {
    const [where, text] = cut(rest, ':');
    const [kind, cell] = cut(where, ' ');
    report.notes ??= [];
    report.notes.push({ kind: kind as ReaderNote['kind'], cell: cell === '-' ? null : cell, text });
  },
  statistics: (report) => {
    report.statistics = sampleStatistics();
  },
  stat: (report, rest) => {
    const [id, text] = cut(rest, '=');
    report.statistics ??= sampleStatistics();
    report.statistics[id] = text;
  },
  section: (report, rest) => {
    const [id, text] = cut(rest, ':');
    section(report, id).paragraphs = paragraphs(text);
  },
  add: (report, rest) => {
    const [id, text] = cut(rest, ':');
    section(report, id).paragraphs.push(text);
  },
  heading: (report, rest) => {
    const [id, text] = cut(rest, ':');
    section(report, id).heading = text;
  },
  insert: (report, rest) => {
    const [after, text] = cut(rest, ':');
    const [heading = '', ...body] = paragraphs(text);
    const at = report.sections.indexOf(section(report, after)) + 1;
    report.sections.splice(at, 0, { id: null, heading, paragraphs: body, table: 'none' });
  },
};

const prose: Record<string, Change> = {
  preamble: (report, rest) => {
    report.preamble = paragraphs(rest);
  },
  closing: (report, rest) => {
    report.closing = paragraphs(rest);
  },
};

function drop(report: SampleReport, what: string, name: string): void {
  if (what === 'section') report.sections = report.sections.filter((s) => s.id !== name);
  else if (what === 'table') section(report, name as TableId & SectionId).table = 'none';
  else if (what === 'preamble') report.preamble = [];
  else if (what === 'closing') report.closing = [];
  else if (what === 'note') report.labels['note applications'] = null;
  else if (what === 'row' || what === 'column') report.labels[`${what} ${name}`] = null;
  else throw new Error(`unknown directive: drop ${what}`);
}

/** Gives the report another agency, whose short name takes the place of the sample's in the prose. */
function rename(report: SampleReport, name: string): void {
  const short = name.replace(/人民政府$/, '');
  const renamed = (text: string) =>
    text
      .replaceAll(report.agency, name)
      .replaceAll(/(临溪县)?青石镇人民政府/g, name)
      .replaceAll(/(临溪县)?青石镇/g, short);
  report.title = report.title && renamed(report.title);
  report.preamble = report.preamble.map(renamed);
  report.closing = report.closing.map(renamed);
  for (const s of report.sections) s.paragraphs = s.paragraphs.map(renamed);
  report.agency = name;
}
