import type { Claim, ClaimUnit } from '../../reading.ts';
import { chineseNumber } from './numerals.ts';

/** A number with a unit as it stands in a text. */
export interface Figure {
  /** Offsets of the number with its unit. */
  readonly start: number;
  readonly end: number;
  readonly value: number;
  readonly unit: ClaimUnit;
  readonly precision: Claim['precision'];
  /** Written in Chinese numerals, which idioms use too (一件事). */
  readonly chinese: boolean;
}

const figure =
  /([0-9]{1,12}(?:\.[0-9]{1,8})?|[零〇一二两三四五六七八九十百千]{1,9})(余|多|几)?(万|亿)?(余|多)? ?(人次|件次|条次|场次|批次|件|条|份|次|篇|期|场|人|名|位|个|项|例|宗|起|部|元|%)/g;

const units: Readonly<Record<string, ClaimUnit>> = {
  人次: '人次',
  件: '件',
  件次: '件',
  例: '件',
  宗: '件',
  起: '件',
  条: '条',
  条次: '条',
  份: '份',
  次: '次',
  批次: '次',
  篇: '篇',
  期: '期',
  场: '场',
  场次: '场',
  人: '人',
  名: '人',
  位: '人',
  个: '个',
  项: '个',
  元: '元',
  '%': '%',
};

const bounded = /(?:超过|超出|突破|不少于|不低于|至少|逾|超)$/;
const rough = /(?:大约|将近|接近|约为|约占|约|近)$/;
/** Numbers that are no counts: ordinals, ranges, parts of codes and dates. */
const noCountBefore = /[第每某〔[A-Za-z0-9./—–~-]$|[0-9]至$|[上下这那哪另新任]$/;
const noCountAfter =
  /^(?:工作日|自然日|日|月|小时|季度|百分点|方面|部分|环节|阶段|维度|以内|以下|例外|限|间|事|性|龙)|^[-—–~至][0-9]/;
/** 统一、唯一、之一 and others whose 一 is no number. */
const wordBefore = /[统同唯专单任逐之万划不进]$/;

/** Every count, share and sum of money in a text; dates, numbers of documents, telephones, ordinals and ranges are none. */
export function figuresIn(text: string): Figure[] {
  const found: Figure[] = [];
  for (const match of text.matchAll(figure)) {
    const start = match.index;
    const end = start + match[0].length;
    const before = text.slice(Math.max(0, start - 6), start);
    const after = text.slice(end, end + 6);
    const chinese = !/^[0-9]/.test(match[1]!);
    if (noCountBefore.test(before) || noCountAfter.test(after)) continue;
    if (chinese && (wordBefore.test(before) || /[起部位项]/.test(match[5]!))) continue;
    const number = chinese ? chineseNumber(match[1]!) : Number(match[1]);
    if (number === null) continue;
    const { value, unit } = amountOf(number, match);
    found.push({ start, end, value, unit, precision: precisionOf(match, before, after), chinese });
  }
  return found;
}

function amountOf(number: number, match: RegExpExecArray): Pick<Figure, 'value' | 'unit'> {
  const scale = match[3];
  if (match[5] === '元') {
    if (scale === undefined) return { value: number, unit: '元' };
    return { value: scale === '万' ? number : round(number * 10_000), unit: '万元' };
  }
  const factor = scale === '万' ? 10_000 : scale === '亿' ? 100_000_000 : 1;
  return { value: round(number * factor), unit: units[match[5]!] ?? '其他' };
}

/** Decimal products without the dust of binary fractions (1.2 万 → 12000). */
const round = (n: number): number => Math.round(n * 1e6) / 1e6;

function precisionOf(match: RegExpExecArray, before: string, after: string): Claim['precision'] {
  if (match[2] !== undefined || match[4] !== undefined || bounded.test(before) || /^以上/.test(after))
    return 'atLeast';
  if (rough.test(before) || /^(?:左右|上下)/.test(after)) return 'about';
  return 'exact';
}
