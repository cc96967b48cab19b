import type { AnnualReport, Finding, Severity } from '../../domain/annual/report.ts';
import { statisticsRowById } from '../../law/forms/statistics.ts';
import type { SourceDocument } from '../document.ts';
import { printedDay } from '../narrative/years.ts';
import { placeText, ruleName, severityNames } from '../print/words.ts';
import { cellName, formOf } from '../rules/support.ts';
import { type LaidTable, type LaidTableId, tablesOf } from './laid-report.ts';
import { layReport } from './layout.ts';
import { bySeverity, type CellMarks, marksOf } from './marks.ts';
import { printedText } from './printed-value.ts';
import { type Quote, quoteOf } from './quote.ts';
import { shortBasis, wholeNames } from './short-basis.ts';

export interface FindingsSheetOptions {
  readonly format: 'html' | 'docx';
  /** Day of the check, YYYY-MM-DD; left to be written by hand when null. */
  readonly day?: string | null;
  /** The document the report was read from, to quote its sentences exactly. */
  readonly document?: SourceDocument | null;
}

/** One fault as a county office sends it back. */
export interface SheetItem {
  readonly number: number;
  readonly severity: Severity;
  readonly code: string;
  readonly rule: string;
  /** Where: cells by their row and column, then the place in the file. */
  readonly places: readonly string[];
  readonly quote: Quote | null;
  readonly message: string;
  readonly todo: readonly string[];
  readonly basis: readonly string[];
}

export interface FindingsSheet {
  readonly title: string;
  readonly facts: readonly (readonly [label: string, value: string])[];
  readonly summary: string;
  readonly groups: readonly { readonly heading: string; readonly items: readonly SheetItem[] }[];
  readonly marks: CellMarks;
  /** Tables with a marked cell. */
  readonly tables: readonly { readonly heading: string; readonly table: LaidTable }[];
  /** What the short names of the bases stand for. */
  readonly instruments: readonly string[];
  readonly signature: readonly string[];
}

/** Cells named one by one; of more than that the first is named, and how many there are. */
const NAMED = 3;

function placesOf({ cells, at }: Finding, report: AnnualReport): string[] {
  const form = formOf(report);
  const many = cells.length > NAMED;
  const names = cells.slice(0, many ? 1 : NAMED).flatMap((id) => {
    const row = statisticsRowById.get(id);
    if (row !== undefined) return [`统计表“${row.label}”`];
    return form === null ? [] : [cellName(form, id)];
  });
  const place = placeText(at);
  return [
    ...(many ? names.map((name) => `${name}等 ${cells.length} 格`) : names),
    ...(place === '' ? [] : [`原文件${place}`]),
  ];
}

const itemOf = (
  finding: Finding,
  number: number,
  report: AnnualReport,
  document: SourceDocument | null,
): SheetItem => ({
  number,
  severity: finding.severity,
  code: finding.code,
  rule: ruleName(finding),
  places: placesOf(finding, report),
  quote: quoteOf(finding, report, document),
  message: printedText(finding.message),
  todo: [
    ...(finding.fix === null ? [] : [`改为 ${finding.fix.value}。`]),
    ...finding.suggestions.map(printedText),
  ],
  basis: finding.basis.map(shortBasis),
});

const ordinals = '一二三';
const toDo: Readonly<Record<Severity, string>> = {
  error: '必须改正',
  warning: '请核实，属实的改正',
  info: '供参考',
};

function groupsOf(items: readonly SheetItem[]): FindingsSheet['groups'] {
  const severities = (['error', 'warning', 'info'] as const).filter((severity) =>
    items.some((item) => item.severity === severity),
  );
  return severities.map((severity, i) => {
    const own = items.filter((item) => item.severity === severity);
    const heading = `（${ordinals[i]}）${severityNames[severity]} ${own.length} 项：${toDo[severity]}`;
    return { heading, items: own };
  });
}

function summaryOf(findings: readonly Finding[]): string {
  if (findings.length === 0) return '经检查，没有发现需要修改的问题。';
  const counts = (['error', 'warning', 'info'] as const).flatMap((severity) => {
    const count = findings.filter((finding) => finding.severity === severity).length;
    return count === 0 ? [] : [`${severityNames[severity]} ${count} 项`];
  });
  return `经检查，报告有${counts.join('、')}。请对照下列各项核对台账和原文，改正后重新报送；表格中的编号与各项序号一致。`;
}

const tableWords: Partial<Record<LaidTableId, string>> = {
  disclosure: '表二　',
  applications: '表三　',
  appeals: '表四　',
};

/** 表三　收到和处理政府信息公开申请情况 */
export const headingOf = ({ id, caption }: LaidTable): string => (tableWords[id] ?? '') + caption;

/** What the marks of cells mean. */
export const legend = '粗实线框为错误，双线框为警告，虚线框为提示；框内①②等为各项问题的序号。';

const LONGEST_RAW = 20;

/** A marked cell shows what the report prints there, not how it was understood: 2358万, 无, 12 件. */
export function asPrinted(table: LaidTable, report: AnnualReport, marks: CellMarks): LaidTable {
  const rows = table.rows.map((row) =>
    row.map((cell) => {
      if (cell.cell === null || !marks.has(cell.cell)) return cell;
      const raw = printedText((report.cells[cell.cell] ?? report.statistics[cell.cell])?.text ?? '');
      return { ...cell, text: raw.length > LONGEST_RAW ? `${raw.slice(0, LONGEST_RAW)}…` : raw };
    }),
  );
  return { ...table, rows };
}

/** A findings sheet as data: what is wrong where, why, what to do, and the tables with the faulty cells marked. */
export function findingsSheet(
  report: AnnualReport,
  findings: readonly Finding[],
  { day = null, document = null }: Omit<FindingsSheetOptions, 'format'>,
): FindingsSheet {
  const sorted = bySeverity(findings);
  const marks = marksOf(report, sorted);
  const laid = layReport(report);
  const marked = new Set(
    tablesOf(laid).filter(({ rows }) =>
      rows.some((row) => row.some(({ cell }) => cell !== null && marks.has(cell))),
    ),
  );
  return {
    title: sorted.length === 0 ? '政府信息公开工作年度报告检查意见' : '政府信息公开工作年度报告退回修改意见',
    facts: [
      ['报告机关', printedText(report.agency?.name ?? '未能认出')],
      ['报告年度', report.year === null ? '未能认出' : `${report.year}年`],
      ['文件', printedText(report.source.file)],
      ['检查日期', day === null ? '' : printedDay(day)],
    ],
    summary: summaryOf(sorted),
    groups: groupsOf(sorted.map((finding, i) => itemOf(finding, i + 1, report, document))),
    marks,
    tables: tablesOf(laid)
      .filter((table) => marked.has(table))
      .map((table) => ({ heading: headingOf(table), table: asPrinted(table, report, marks) })),
    instruments: wholeNames(sorted.flatMap(({ basis }) => basis)),
    signature: ['检查人：', '联系电话：', '退回机关（盖章）：', '重新报送期限：'],
  };
}
