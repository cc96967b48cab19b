import type { SectionId } from '../../../law/forms/index.ts';
import type { Reading } from '../../reading.ts';
import type { Line } from './lines.ts';

type Refusal = Reading['refused'];

export interface Evidence {
  readonly lines: readonly Line[];
  /** Sections of the form that were found. */
  readonly sections: ReadonlySet<SectionId>;
  /** How many times the form's headings run through. */
  readonly copies: number;
  /** How often a form's tables were met whole. */
  readonly tableCopies: number;
  readonly tablesFound: number;
  readonly figures: number;
  readonly indicators: number;
  readonly title: string | null;
  readonly year: number | null;
  /** The prose of preamble and sections. */
  readonly prose: readonly string[];
}

const instruction = /^\(?(?:文字描述|此处|请填写|填写|示例|说明文字|内容|正文|略).{0,70}$|^[Xx×*_＿]{2,}/;

/** Instructions a blank form prints where prose belongs. */
export const isInstruction = (text: string): boolean => text.length < 80 && instruction.test(text);

const twoYears =
  /((?:19|20)[0-9]{2}) ?年(?:度)?(?:政府信息公开)?(?:工作)?(?:年度)?报告.{0,40}?((?:19|20)[0-9]{2}) ?年(?:度)?(?:政府信息公开)?(?:工作)?(?:年度)?报告$/;
const gap = /[\u4e00-\u9fff。,;:、”)]\s{3,}[\u4e00-\u9fff“(]/;

const isBlankUnit = (code: number): boolean =>
  code <= 0x20 || code === 0xa0 || code === 0x3000 || (code >= 0x1680 && code <= 0x205f) || code === 0xfeff;

/** Whether three blanks stand in a row, without which there is no gap: nearly no line of prose holds them. */
function holdsWideBlank(text: string): boolean {
  for (let i = 2; i < text.length; i += 3) {
    if (!isBlankUnit(text.charCodeAt(i))) continue;
    let from = i;
    let to = i;
    while (from > 0 && isBlankUnit(text.charCodeAt(from - 1))) from--;
    while (to < text.length && isBlankUnit(text.charCodeAt(to))) to++;
    if (to - from >= 3) return true;
  }
  return false;
}

/** Two columns of prose side by side, or a line that heads two years. */
function sideBySide(lines: readonly Line[]): Line | null {
  let long = 0;
  let split = 0;
  let first: Line | null = null;
  for (const line of lines) {
    const { text, raw } = line.flow;
    if (text.length < 60) {
      const years = twoYears.exec(text);
      if (years !== null && years[1] !== years[2] && /报告\s{2,}|报告\t/.test(raw)) return line;
      const half = text.length / 2;
      if (
        text.length > 16 &&
        text.length % 2 === 0 &&
        text.slice(0, half) === text.slice(half) &&
        /^[一二三四五六]、/.test(text)
      )
        return line;
      continue;
    }
    long++;
    if (!holdsWideBlank(raw) || !gap.test(raw.trim())) continue;
    split++;
    first ??= line;
  }
  return split >= 20 && split / long > 0.6 ? first : null;
}

const titled = /公开.{0,16}(?:报告|年报|总结)/;
const otherTitle =
  /(?:预算|决算)|公开指南|办事指南|申请表|格式模板|实施方案|工作方案|工作要点|通知$|新闻发布会|会议纪要|编制/;
const ownSections: readonly SectionId[] = ['disclosure', 'applications', 'appeals'];
/** 20XX年, ××件: places left open in a template. */
const leftOpen =
  /(?:20)?(?:[XＸ×]{2,}|[xх]{2,}|_{2,}|＿{2,}|[○〇]{2,})(?:年|月|件|条|份|次|市|县|区|镇|乡|局|人)/g;

/** Length of the prose, instructions of the template left out. */
const lengthOf = (prose: readonly string[]): number =>
  prose.reduce((sum, text) => sum + (isInstruction(text) ? 0 : text.length), 0);

const LITTLE = 20;

/** No table, no indicator, and neither the title nor the sections of an annual report. */
function isOther({ tablesFound, indicators, sections, title, prose }: Evidence): boolean {
  if (tablesFound > 0 || indicators > 0) return false;
  const named = title !== null && titled.test(title) && !otherTitle.test(title);
  if (named) return sections.size === 0 && lengthOf(prose) < 5 * LITTLE;
  return sections.size < 2 || !ownSections.some((id) => sections.has(id));
}

function isBlank({ figures, indicators, prose, tablesFound, year, title }: Evidence): boolean {
  if (figures > 0 || indicators > 0) return false;
  if (lengthOf(prose) < LITTLE && (tablesFound > 0 || year === null)) return true;
  const text = `${title ?? ''}${prose.join('')}`;
  return (text.match(leftOpen)?.length ?? 0) >= 2;
}

/** Why a document is not one annual report; null when it is one. A report of prose alone, or with blank tables, is one. */
export function refusalOf(evidence: Evidence): Refusal {
  const { lines, title } = evidence;
  const first = lines.find((line) => line.flow.text !== '');
  const at = first?.at ?? null;
  if (first === undefined && evidence.figures === 0 && evidence.tablesFound === 0)
    return { reason: 'empty', message: '文件中没有文字，无法读取年度报告。请确认文件内容后重新提交。', at };
  const beside = sideBySide(lines);
  if (beside !== null)
    return {
      reason: 'sideBySide',
      message: '文件中两份报告左右并列，无法确定各数据属于哪一份。请分别提交每一份报告的原文。',
      at: beside.at,
    };
  if (evidence.copies >= 2 || evidence.tableCopies >= 2)
    return { reason: 'several', message: '文件中包含不止一份年度报告。请将各份报告分开，逐份提交。', at };
  if (isOther(evidence)) {
    const named = title === null ? '' : `“${title}”`;
    return {
      reason: 'otherDocument',
      message: `文件${named}不是政府信息公开工作年度报告：没有年度报告的标题、章节和统计表格。请核对所提交的文件。`,
      at,
    };
  }
  if (isBlank(evidence))
    return {
      reason: 'blankForm',
      message: '文件是未填写的年度报告格式（空白表），没有任何数据和内容。请提交填写完成的年度报告。',
      at,
    };
  return null;
}
