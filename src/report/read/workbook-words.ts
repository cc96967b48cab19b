import { annualForms } from '../../law/forms/index.ts';
import { indicatorForms } from '../../law/forms/indicators.ts';
import { statisticsRows } from '../../law/forms/statistics.ts';
import { normaliseLabel } from './normalise.ts';

const ORDINAL = /^(?:[一二三四五六七八九十]{1,3}、|\([一二三四五六七八九十]{1,3}\)|\d{1,2}\.)/;

/** A label without its ordinal and without anything but Chinese characters. */
export const bareLabel = (text: string): string =>
  normaliseLabel(text)
    .replace(ORDINAL, '')
    .replace(/[^\u3400-\u9fff]/g, '');

const rows = new Set<string>();
const heads = new Set<string>();
const sections = new Set<string>();

function gather(): void {
  for (const form of Object.values(annualForms)) {
    for (const row of form.applicationRows) {
      rows.add(bareLabel(row.label));
      if (row.group !== null) rows.add(bareLabel(row.group));
    }
    for (const band of form.bands) {
      for (const row of band.rows) rows.add(bareLabel(row.label));
      for (const column of band.columns) heads.add(bareLabel(column.label));
    }
    for (const block of form.appealBlocks) {
      heads.add(bareLabel(block.label));
      for (const column of block.columns) heads.add(bareLabel(column.label));
    }
    for (const column of form.applicationColumns) heads.add(bareLabel(column.label));
    for (const section of form.sections) sections.add(bareLabel(section.heading));
  }
  for (const { label, note } of statisticsRows) {
    rows.add(bareLabel(label));
    if (note !== null) rows.add(bareLabel(label + note));
  }
  for (const form of indicatorForms) for (const row of form.rows) rows.add(bareLabel(row.label));
  for (const text of [
    '本年度办理结果',
    '信息内容',
    '统计指标',
    '指标名称',
    '申请人情况',
    '法人或其他组织',
    '行政诉讼',
  ])
    heads.add(text);
}

/** The label of a row of one of the statutory forms. */
export function isRowLabel(text: string): boolean {
  if (rows.size === 0) gather();
  return text.length <= 80 && rows.has(bareLabel(text));
}

/** A word of the forms' heads or rows. */
export function isFormWord(text: string): boolean {
  if (rows.size === 0) gather();
  if (text.length > 80) return false;
  const bare = bareLabel(text);
  return rows.has(bare) || heads.has(bare);
}

/** Names shorter than this may stand for other things than a section. */
const CUT_NAME = 8;

/** Whether a sheet's name is the heading of a section of the report; names are cut at 31 characters. */
export function isSectionName(name: string): boolean {
  if (rows.size === 0) gather();
  const bare = bareLabel(name);
  if (sections.has(bare)) return true;
  return (
    bare.length >= CUT_NAME && name.length >= 31 && [...sections].some((heading) => heading.startsWith(bare))
  );
}

const PART = /^\s*[一二三四五六七八九十]{1,2}\s*[、.．]/;
const HEADING = 40;

/** A numbered heading of a section, and no numbered row of table 三 or of a statistics form. */
export const isSectionHeading = (text: string): boolean =>
  text.length <= HEADING && PART.test(text) && !/新收|结转|办理结果/.test(text) && !isRowLabel(text);
