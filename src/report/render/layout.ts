import type { AnnualReport, ReportFront, ReportSection } from '../../domain/annual/report.ts';
import type { AnnualForm } from '../../law/forms/index.ts';
import { printedDay } from '../narrative/years.ts';
import { formOf } from '../rules/support.ts';
import type { LaidReport, LaidSection, LaidTable } from './laid-report.ts';
import { layIndicators, layStatistics } from './layout-lists.ts';
import { layTable } from './layout-tables.ts';
import { printedText } from './printed-value.ts';

const lines = (text: string): string[] =>
  text
    .split('\n')
    .map(printedText)
    .filter((line) => line !== '');

const laid = (section: ReportSection, tables: readonly LaidTable[]): LaidSection => ({
  heading: printedText(section.heading),
  level: 1,
  paragraphs: lines(section.text),
  tables,
});

const isAttached = ({ id, heading }: ReportSection): boolean => id === null && heading.startsWith('附');

/** The 统计表 that stand in a section. */
type ListsOf = (section: ReportSection) => readonly LaidTable[];

/** The sections in the report's order, the tables of the form in theirs; one lost but for its table stands at its place. */
function mainSections(report: AnnualReport, form: AnnualForm | null, listsOf: ListsOf): LaidSection[] {
  const own = report.sections.filter((section) => !isAttached(section));
  const tables = new Map(
    (form?.sections ?? []).flatMap(({ id, table }) => {
      const drawn = form === null || table === null ? null : layTable(form, report, table);
      return drawn === null ? [] : [[id as string, drawn] as const];
    }),
  );
  const order = form?.sections.map(({ id }) => id as string) ?? [];
  const sections = own.map((section, index) => {
    const first = own.findIndex(({ id }) => id === section.id) === index;
    const table = section.id !== null && first ? tables.get(section.id) : undefined;
    return { id: section.id, laid: laid(section, table === undefined ? listsOf(section) : [table]) };
  });
  for (const [id, table] of tables) {
    if (own.some((section) => section.id === id)) continue;
    const { heading } = form!.sections.find((section) => section.id === id)!;
    const after = sections.findIndex((other) => order.indexOf(other.id ?? '') > order.indexOf(id));
    const lost = { id, laid: laid({ id, heading, text: '' }, [table]) };
    sections.splice(after < 0 ? sections.length : after, 0, lost);
  }
  return sections.map((section) => section.laid);
}

/** The section that a 统计表 belongs to: the one that names it, else the last attachment. */
function hostOf({ sections }: AnnualReport): ReportSection | null {
  const named = sections.findLast(({ id, heading }) => id === null && heading.includes('统计表'));
  return named ?? sections.findLast(isAttached) ?? null;
}

const usualTitle = ({ agency, year }: AnnualReport): string =>
  `${agency?.name ?? ''}${year === null ? '' : `${year}年`}政府信息公开工作年度报告`;

/** Signature and date; where they stood under the title or in the text, they are given their place here. */
function closingOf(front: ReportFront | undefined): string[] {
  if (front === undefined) return [];
  const own = front.closing.flatMap(lines);
  const letters = own.join('').replace(/\s/g, '');
  const by = front.signedBy === null ? '' : printedText(front.signedBy);
  const missing = by !== '' && !letters.includes(by.replace(/\s/g, '')) ? [by] : [];
  if (own.length > 0) return [...missing, ...own];
  return front.signedOn === null ? missing : [...missing, printedDay(front.signedOn)];
}

/**
 * Lays a report out by the form it was read in: title, preamble, its sections with the statutory tables cell by cell,
 * signature, attachments. What the report does not have is not invented: a lost table is not drawn, a lost figure is
 * an empty cell that a note under its table names. Without `front` the title is the usual one, by 第四十九条.
 */
export function layReport(report: AnnualReport): LaidReport {
  const title = lines(report.front?.title ?? '').join('');
  const tables = [layStatistics(report), layIndicators(report)].filter((table) => table !== null);
  const host = tables.length === 0 ? null : hostOf(report);
  const listsOf: ListsOf = (section) => (section === host ? tables : []);
  const bare: LaidSection = { heading: '', level: 1, paragraphs: [], tables };
  return {
    title: title === '' ? usualTitle(report) : title,
    preamble: (report.front?.preamble ?? []).flatMap(lines),
    sections: mainSections(report, formOf(report), listsOf),
    closing: closingOf(report.front),
    attachments: [
      ...report.sections.filter(isAttached).map((section) => laid(section, listsOf(section))),
      ...(host === null && tables.length > 0 ? [bare] : []),
    ],
  };
}
