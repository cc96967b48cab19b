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

/** The sections in the report's order, the tables of the form in theirs; one lost but for its table stands at its place. */
function mainSections(report: AnnualReport, form: AnnualForm | null): LaidSection[] {
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
    return { id: section.id, laid: laid(section, table === undefined ? [] : [table]) };
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

/** Attached forms; a 统计表 that no heading announces stands by itself. */
function attachedSections(report: AnnualReport): LaidSection[] {
  const tables = [layStatistics(report), layIndicators(report)].filter((table) => table !== null);
  const own = report.sections.filter(isAttached).map((section) => laid(section, []));
  if (tables.length === 0) return own;
  const announced = own.findIndex(({ heading }) => heading.includes('统计表'));
  const at = announced < 0 ? own.length - 1 : announced;
  if (at < 0) return [{ heading: '', level: 1, paragraphs: [], tables }];
  return own.map((section, index) => (index === at ? { ...section, tables } : section));
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
  const title = report.front?.title == null ? '' : printedText(report.front.title.replace(/\s*\n\s*/g, ''));
  return {
    title: title === '' ? usualTitle(report) : title,
    preamble: (report.front?.preamble ?? []).flatMap(lines),
    sections: mainSections(report, formOf(report)),
    closing: closingOf(report.front),
    attachments: attachedSections(report),
  };
}
