import type { AnnualReport } from '../../domain/annual/report.ts';
import { cite } from '../../law/citation.ts';
import { placeOf } from '../narrative/passages.ts';
import type { Reading } from '../reading.ts';
import { narrativeOf } from '../similarity/narrative.ts';
import { repeatsIn } from '../similarity/repeats.ts';
import { jaccard, shingles } from '../similarity/shingles.ts';
import { estimate, sketch } from '../similarity/sketch.ts';
import { nearDuplicateThreshold } from '../similarity/threshold.ts';
import type { Report, Rule } from './rule.ts';

const notice = cite('form2021', '通知正文：对内容雷同、敷衍的报告追究责任');
/** By how much the estimate from sketches may lie below the exact share, almost surely. */
const MARGIN = 0.2;

/** R014: words that stand twice in the report, or a report copied from last year's. */
export const nearDuplicate: Rule = {
  code: 'R014',
  id: 'near-duplicate',
  severity: 'warning',
  name: '文字重复或雷同',
  basis: [notice, cite('tiaoli2019', '第四十七条')],
  check: (reading, { previous }) => {
    if (reading.refused !== null) return [];
    const copied = previous === null ? null : copiedFromLastYear(reading.report, previous);
    return [...repeated(reading), ...(copied === null ? [] : [{ ...copied, ...placeOfOverview(reading) }])];
  },
};

function repeated(reading: Reading): Report[] {
  const passages = reading.sections
    .filter((section) => section.table === 'notExpected' || section.id === null)
    .flatMap((section) => section.passages);
  return repeatsIn(passages).map(({ words, first, second }) => ({
    message: `“${words.slice(0, 24)}${words.length > 24 ? '……' : ''}”在报告里出现了两次，共${words.length}字相同。请删去一处，或改写为这一部分的实际情况。`,
    at: placeOf(second.passage, second.text, second.start),
    related: [{ at: placeOf(first.passage, first.text, first.start), message: '前一处' }],
  }));
}

function copiedFromLastYear(report: AnnualReport, previous: AnnualReport): Report | null {
  const texts = [narrativeOf(report), narrativeOf(previous)] as const;
  if (estimate(sketch(texts[0]), sketch(texts[1])) < nearDuplicateThreshold.value - MARGIN) return null;
  const [now, before] = [shingles(texts[0]), shingles(texts[1])];
  const share = jaccard(now, before);
  if (share < nearDuplicateThreshold.value) return null;
  const last = previous.year === null ? '上一年' : `${previous.year}年`;
  return {
    message: `正文与${last}的报告有${percent(share)}相同（年份和数字不计）。请按本年度的实际工作重写，不要沿用上一年的文字。`,
  };
}

const percent = (share: number): string => `${Math.round(share * 100)}%`;

const placeOfOverview = ({ sections }: Reading): Pick<Report, 'at'> => {
  const overview = sections.find((section) => section.id === 'overview') ?? sections[0];
  return overview === undefined ? {} : { at: overview.at };
};

/**
 * R014 for two reports of one batch (see similarity/pairs.ts): what to say of the one about the other. `share` is
 * the part of common shingles, 0 to 1; `others` how many further reports resemble it.
 */
export function resemblance(
  other: Pick<AnnualReport, 'agency' | 'year'>,
  share: number,
  others: number,
): Report {
  const name = `${other.agency?.name ?? '另一机关'}${other.year === null ? '' : `${other.year}年`}`;
  const more = others > 0 ? `，另有${others}份报告也与它相近` : '';
  return {
    message: `正文与${name}的报告有${percent(share)}相同（年份和数字不计）${more}。请核对是不是照抄，按本机关的实际工作重写。`,
  };
}
