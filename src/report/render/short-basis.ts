import type { FindingBasis } from '../../domain/annual/report.ts';
import type { InstrumentId } from '../../law/citation.ts';
import { instrumentName, instruments } from '../../law/instruments.ts';

const shortOf = (id: InstrumentId): string => {
  const { title, number } = instruments[id];
  if (id === 'tiaoli2019') return '条例';
  return number ?? `《${title.replace(/^中华人民共和国/, '')}》`;
};

const shorts: ReadonlyMap<string, string> = new Map(
  (Object.keys(instruments) as InstrumentId[]).map((id) => [instrumentName(id), shortOf(id)]),
);

/** 条例第五十条, 国办公开办函〔2021〕30号表三表头注; an instrument that is none of ours with its whole name. */
export const shortBasis = ({ instrument, article }: FindingBasis): string =>
  `${shorts.get(instrument) ?? instrument}${article === '全文' ? '' : article}`;

/** What the short names stand for, each once: 条例：《中华人民共和国政府信息公开条例》（国务院令第711号）. */
export function wholeNames(bases: readonly FindingBasis[]): string[] {
  const used = [...new Set(bases.map(({ instrument }) => instrument))].filter((name) => shorts.has(name));
  return used.map((name) => `${shorts.get(name)}：${name}`);
}
