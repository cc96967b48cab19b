import { type AgencyKind, agencyKindNames } from '../../law/agency-kind.ts';
import { annualForms, type FormId, type SectionId } from '../../law/forms/index.ts';
import { statisticsRows } from '../../law/forms/statistics.ts';
import { cellLabels } from '../report/labels.ts';

/** Figures of one row, in the order of the columns; an empty text is a blank cell. */
export interface ExampleRow {
  readonly title: string;
  readonly values: readonly string[];
}

/** What an example changes in the sample, to be shown: cells as a small table, prose as a quotation, else a sentence. */
export type ExampleChange =
  | { readonly kind: 'cells'; readonly columns: readonly string[]; readonly rows: readonly ExampleRow[] }
  | { readonly kind: 'prose'; readonly where: string; readonly paragraphs: readonly string[] }
  | { readonly kind: 'words'; readonly text: string }
  | { readonly kind: 'also'; readonly code: string };

const tables = { disclosure: '表二', applications: '表三', appeals: '表四' } as const;

const cut = (text: string, at: string): readonly [string, string] => {
  const i = text.indexOf(at);
  return i < 0 ? [text.trim(), ''] : [text.slice(0, i).trim(), text.slice(i + at.length).trim()];
};
const words = (text: string): ExampleChange => ({ kind: 'words', text });
const prose = (where: string, text: string): ExampleChange =>
  text === ''
    ? words(`${where}没有文字。`)
    : { kind: 'prose', where, paragraphs: text.split('|').map((paragraph) => paragraph.trim()) };

const tableOf = (id: string): string => tables[id.split('.')[0] as keyof typeof tables] ?? id;
const sectionOf = (form: FormId, id: string): string =>
  `“${annualForms[form].sections.find((section) => section.id === (id as SectionId))?.heading ?? id}”`;

/** Cells under a row or block, in the form's order. */
const cellsUnder = (form: FormId, prefix: string) =>
  annualForms[form].cells.filter(({ id }) => id.startsWith(`${prefix}.`));

function rowTitle(form: FormId, id: string): string {
  const [table, row] = cellLabels(form, cellsUnder(form, id)[0]?.id ?? id);
  return `${table} ${row}`;
}

function row(form: FormId, rest: string): ExampleChange {
  const [id, values] = cut(rest, '=');
  return {
    kind: 'cells',
    columns: cellsUnder(form, id).map((cell) => cellLabels(form, cell.id)[2]),
    rows: [{ title: rowTitle(form, id), values: values.split(/\s+/) }],
  };
}

function cell(form: FormId, rest: string): ExampleChange {
  const [id, value] = cut(rest, '=');
  const [table, name, column] = cellLabels(form, id);
  return { kind: 'cells', columns: [column], rows: [{ title: `${table} ${name}`, values: [value] }] };
}

function statistic(rest: string): ExampleChange {
  const [id, value] = cut(rest, '=');
  const label = statisticsRows.find((each) => each.id === id)?.label ?? id;
  return { kind: 'cells', columns: ['统计数'], rows: [{ title: `统计表 ${label}`, values: [value] }] };
}

function label(form: FormId, rest: string): ExampleChange {
  const [what, text] = cut(rest, '=');
  const [kind, id] = cut(what, ' ');
  const of = { row: '行', column: '栏', group: '组' }[kind] ?? '';
  return words(`${nameOf(form, kind, id)}${of}的名称印作“${text}”。`);
}

function nameOf(form: FormId, kind: string, id: string): string {
  if (kind === 'column') {
    const known = annualForms[form].applicationColumns.find((column) => `applications.${column.id}` === id);
    const [table, , column] = known ? ['表三', '', known.label] : cellLabels(form, id);
    return `${table}“${column}”`;
  }
  if (kind === 'group') {
    const group = annualForms[form].applicationRows.find((each) =>
      `applications.${each.id}`.startsWith(`${id}.`),
    );
    return `${tableOf(id)}“${group?.group ?? id}”`;
  }
  const [table, name] = cellLabels(form, cellsUnder(form, id)[0]?.id ?? id);
  return `${table}“${name}”`;
}

function drop(form: FormId, rest: string): ExampleChange {
  const [what, id] = cut(rest, ' ');
  if (what === 'section') return words(`没有${sectionOf(form, id)}这一部分。`);
  if (what === 'table') return words(`没有${tableOf(id)}。`);
  if (what === 'preamble') return words('没有导语。');
  if (what === 'closing') return words('没有落款。');
  if (what === 'note') return words('表三没有印勾稽关系的注。');
  return words(`没有${nameOf(form, what, id)}这一${what === 'row' ? '行' : '栏'}。`);
}

const day = (text: string): string => {
  const [year, month, date] = text.split('-').map(Number);
  return `${year}年${month}月${date}日`;
};

type Say = (form: FormId, rest: string) => ExampleChange;

const directives: Readonly<Record<string, Say>> = {
  form: (_, rest) => words(`样本用${rest}年版格式，是2020年的报告。`),
  year: (_, rest) => words(`报告年度为${rest}年。`),
  kind: (_, rest) => words(`报告的机关是${agencyKindNames[rest as AgencyKind] ?? rest}。`),
  code: (_, rest) => words(`机关的行政区划代码为 ${rest}。`),
  agency: (_, rest) => words(`报告的机关名称为“${rest}”。`),
  title: (_, rest) => words(rest === '' ? '没有标题。' : `标题为“${rest}”。`),
  cell,
  row,
  blank: (form, rest) =>
    words(rest in tables ? `${tableOf(rest)}各格都是空白。` : `${rowTitle(form, rest)}各格都是空白。`),
  label,
  drop,
  picture: (_, rest) => words(`${tableOf(rest)}是一张图片。`),
  collapse: () => words('表三的法人或其他组织只有一栏，各项办理结果不分小项。'),
  signed: (_, rest) => words(`落款日期为${day(rest)}。`),
  statistics: () => words('附有政府信息公开情况统计表。'),
  stat: (_, rest) => statistic(rest),
  section: (form, rest) => {
    const [id, text] = cut(rest, ':');
    return prose(`${sectionOf(form, id)}全文`, text);
  },
  add: (form, rest) => {
    const [id, text] = cut(rest, ':');
    return prose(`${sectionOf(form, id)}另有一段`, text);
  },
  heading: (form, rest) => {
    const [id, text] = cut(rest, ':');
    return words(`${sectionOf(form, id)}的标题印作“${text}”。`);
  },
  insert: (form, rest) => {
    const [id, text] = cut(rest, ':');
    return prose(`${sectionOf(form, id)}之后多一部分`, text);
  },
  'preamble:': (_, rest) => prose('导语', rest),
  'closing:': (_, rest) => prose('落款', rest),
  note: (form, rest) => {
    const [where, text] = cut(rest, ':');
    const id = cut(where, ' ')[1];
    if (id === '-') return words(`工作簿：${text}。`);
    const [table, row, column] = cellLabels(form, id);
    return words(`工作簿${table}“${row}”${column}格：${text}。`);
  },
  also: (_, rest) => ({ kind: 'also', code: rest }),
};

const ofLastYear = (change: ExampleChange): ExampleChange => {
  if (change.kind === 'cells')
    return { ...change, rows: change.rows.map((row) => ({ ...row, title: `上一年报告 ${row.title}` })) };
  if (change.kind === 'prose') return { ...change, where: `上一年报告${change.where}` };
  return change.kind === 'words' ? { ...change, text: `上一年报告：${change.text}` } : change;
};

/** Rows under the same heads that follow each other stand in one table. */
function joined(changes: readonly ExampleChange[]): readonly ExampleChange[] {
  const all: ExampleChange[] = [];
  for (const change of changes) {
    const last = all.at(-1);
    if (
      change.kind === 'cells' &&
      last?.kind === 'cells' &&
      last.columns.join('|') === change.columns.join('|')
    )
      all[all.length - 1] = { ...last, rows: [...last.rows, ...change.rows] };
    else all.push(change);
  }
  return all;
}

/** The changes an example's lines make, in words for people; throws on a line that says nothing known. */
export function exampleChanges(lines: readonly string[]): readonly ExampleChange[] {
  const form: FormId = lines.includes('form 2019') ? '2019' : '2021';
  const say = (line: string): ExampleChange => {
    const [word, rest] = cut(line, ' ');
    if (word === 'previous') return rest === '' ? words('同时有上一年的报告。') : ofLastYear(say(rest));
    const directive = directives[word];
    if (directive === undefined) throw new Error(`规则说明页的示例有不认识的一行：${line}`);
    return directive(form, rest);
  };
  const changes = lines.map(say);
  return changes.length > 0 ? joined(changes) : [words('样本原样，没有改动。')];
}
