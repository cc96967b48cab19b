import type { AnnualReport, Place, ReportCell } from '../../domain/annual/report.ts';
import { cite } from '../../law/citation.ts';
import type { AnnualForm, CellKind, TableId } from '../../law/forms/index.ts';
import type { ReaderNote } from '../document.ts';
import type { Reading } from '../reading.ts';
import type { Report, Rule } from './rule.ts';
import { cellName, partsOf, placeOf, relatedCells, tableNames } from './support.ts';
import { surveyOf } from './survey.ts';

type Fault = 'word' | 'unit' | 'decimal' | 'negative' | 'places';

const whatToDo: Readonly<Record<Fault, string>> = {
  word: '以文字或符号代替数字；没有发生的应填 0',
  unit: '数字之外夹有单位或文字；数据格只填数字，单位以表头为准',
  decimal: '填了小数；件数应为整数',
  negative: '填了负数；件数不小于 0',
  places: '小数超过六位；以万元为单位时四位小数已精确到元',
};

/** Whole figures ≥ 0; 本年增/减 of the form of 2019 takes a sign, money takes decimals; nothing but the figure. */
export const cellFormat: Rule = {
  code: 'R202',
  id: 'cell-format',
  severity: 'error',
  name: '数据格式',
  basis: [cite('form2021', '表二、表三、表四各数据格')],
  check: (reading) => {
    const survey = surveyOf(reading);
    if (survey === null) return [];
    const { form, odd } = survey;
    const { report } = reading;
    const faults = new Map<string, string[]>();
    for (const id of odd) {
      const fault = faultOf(report.cells[id]!, form.cellById.get(id)?.kind ?? 'count');
      if (fault === null) continue;
      const key = `${partsOf(id).table} ${fault}`;
      faults.set(key, [...(faults.get(key) ?? []), id]);
    }
    const ofCells = [...faults].map(([key, ids]) => {
      const [table, fault] = key.split(' ') as [TableId, Fault];
      return reportOf(form, report.cells, table, fault, ids);
    });
    return [...ofCells, ...workbookFaults(reading)];
  },
};

const inWorkbooks: Readonly<Partial<Record<ReaderNote['kind'], string>>> = {
  formula: '公式与存着的结果不符。文件换个地方打开就会变成另一个数，请重新计算并保存，核对后再发布。',
  errorValue: '公式出错，没有得出数。请改正公式引用的内容，或者把数直接填进去。',
  shown: '单元格显示的与存着的不是一回事。请把要公布的数直接填进去，不靠格式取舍。',
};

/** Cells of a workbook that say two things: what they show, and what they hold or what their formula comes to. */
function workbookFaults({ notes, report }: Reading): Report[] {
  const reports: Report[] = [];
  for (const kind of ['formula', 'errorValue', 'shown'] as const) {
    const found = notes.filter((note) => note.kind === kind);
    const [first, ...others] = found;
    if (first === undefined) continue;
    const listed = found
      .slice(0, 6)
      .map(({ text }) => text)
      .join('；');
    reports.push({
      message: `工作表${listed}${found.length > 6 ? `等${found.length}格` : ''}：${inWorkbooks[kind]}`,
      cells: cellsAt(report.cells, found),
      ...(first.at && { at: first.at }),
      related: others.slice(0, 50).map(({ at, text }) => ({ at, message: text })),
    });
  }
  return reports;
}

const keyOf = (at: Place): string => JSON.stringify({ ...at, length: 0 });

/** Ids of the cells that stand where the notes say. */
function cellsAt(cells: AnnualReport['cells'], notes: readonly ReaderNote[]): string[] {
  const places = new Set(notes.flatMap(({ at }) => (at === null ? [] : [keyOf(at)])));
  return Object.keys(cells).filter((id) => cells[id]!.at !== null && places.has(keyOf(cells[id]!.at!)));
}

/** Marks of a bookmark or a picture are the converter's, not the author's; R012 tells of them. */
const conversion = /\[[a-z]+:[^\]]*\]/gi;

function faultOf(cell: ReportCell, kind: CellKind): Fault | null {
  const text = cell.text.normalize('NFKC').replace(conversion, '').replace(/\s/g, '').replace(/−/g, '-');
  if (text === '') return null;
  if (/^(无|零|没有|未发生|[-—–─一]+|\/)$/.test(text)) return 'word';
  if (!/^[-+]?(\d+|\d{1,3}(,\d{3})+)(\.\d+)?$/.test(text)) return inferredFromRun(cell, text) ? null : 'unit';
  if (text.startsWith('-') && kind !== 'signed') return 'negative';
  if (text.includes('.') && kind !== 'yuan' && kind !== 'wan') return 'decimal';
  return /\.\d{7}/.test(text) ? 'places' : null;
}

/** Split from glued digits, a cell carries the run it was split from. */
const inferredFromRun = (cell: ReportCell, text: string): boolean =>
  cell.status === 'inferred' && (text.length > 20 || /^[-+\d.,]+$/.test(text));

function reportOf(
  form: AnnualForm,
  cells: Readonly<Record<string, ReportCell>>,
  table: TableId,
  fault: Fault,
  ids: readonly string[],
): Report {
  const printed = ids.slice(0, 6).map((id) => `${cellName(form, id).slice(2)}“${cells[id]!.text.trim()}”`);
  const more = ids.length > 6 ? `等 ${ids.length} 格` : '';
  return {
    message: `${tableNames[table]}${printed.join('、')}${more}：${whatToDo[fault]}。`,
    cells: ids,
    at: placeOf(cells, ids[0]!),
    related: relatedCells(cells, ids.slice(1), (id) => cellName(form, id)),
    suggestions: fault === 'word' ? ['确认没有发生的，填 0。'] : [],
  };
}
