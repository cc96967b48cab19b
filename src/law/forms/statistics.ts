import { type Citation, cite } from '../citation.ts';
import type { Certainty } from '../instruments.ts';

/** What a row counts: whole things (条 件 次 篇 个 人 人次) or money with decimals (万元). */
export type StatisticsKind = 'int' | 'dec';

/**
 * How a row stands to its parent. `partition`: its siblings and it make up the parent. `ofWhich`: 其中, a part beside
 * others that are not listed. `channel`: the same thing counted once per channel, so channels may overlap.
 */
export type StatisticsRelation = 'partition' | 'ofWhich' | 'channel';

/** Whose figure the row is; rows of tiers above the reporting unit are filled only when a superior adds units up. */
export type StatisticsTier = 'city' | 'county' | 'township';

export interface StatisticsRow {
  /** Id in the report JSON, `S1.2.2`. */
  readonly id: string;
  /** As printed, with its ordinal; the printed note in brackets left out. */
  readonly label: string;
  /** The note printed in brackets after the label, without the brackets. */
  readonly note: string | null;
  /** Null in headings. */
  readonly unit: '条' | '件' | '次' | '篇' | '个' | '人' | '人次' | '万元' | null;
  /** A heading takes no value. */
  readonly header: boolean;
  readonly parent: string | null;
  readonly kind: StatisticsKind | null;
  readonly relation: StatisticsRelation | null;
  readonly tier: StatisticsTier | null;
}

interface Doubt {
  /** Number of the rule in the law notes, `ST-01`. */
  readonly id: string;
  readonly certainty: Certainty;
  readonly basis: Citation;
}

/** The parts make up the whole. */
export interface StatisticsSum extends Doubt {
  readonly whole: string;
  readonly parts: readonly string[];
}

/** The part is no larger than the whole. `firm` false: an older stock may lawfully exceed it, so it is only a hint. */
export interface StatisticsBound extends Doubt {
  readonly part: string;
  readonly whole: string;
  readonly firm: boolean;
}

/** The same thing counted by channel: largest channel ≤ whole ≤ sum of the channels. */
export interface StatisticsChannels extends Doubt {
  readonly whole: string;
  readonly channels: readonly string[];
}

/** Nothing of `effect` without `cause`. */
export interface StatisticsSense extends Doubt {
  readonly cause: string;
  readonly effect: string;
}

/** The row repeats a figure that the report itself states: a cell of its tables, or a figure of its prose. */
export interface StatisticsCrossCheck extends Doubt {
  readonly row: string;
  readonly cell: string | null;
  readonly claim: 'website' | 'wechat' | 'weibo' | 'publishedTotal' | 'trainings' | 'trainees' | null;
}

const form = (article: string): Citation => cite('statistics2014', article);

const row = (
  id: string,
  label: string,
  unit: StatisticsRow['unit'],
  more: Partial<Pick<StatisticsRow, 'relation' | 'tier' | 'note'>> = {},
): StatisticsRow => {
  const cut = id.lastIndexOf('.');
  return {
    id,
    label,
    note: more.note ?? null,
    unit,
    header: unit === null,
    parent: cut < 0 ? null : id.slice(0, cut),
    kind: unit === null ? null : unit === '万元' ? 'dec' : 'int',
    relation: more.relation ?? null,
    tier: more.tier ?? null,
  };
};
const channel = { relation: 'channel' } as const;
const ofWhich = { relation: 'ofWhich' } as const;
const part = { relation: 'partition' } as const;
const tier = (of: StatisticsTier) => ({ relation: 'partition', tier: of }) as const;

const oneItem = '不同渠道和方式公开相同信息计1条';
const oneEvent = '不同方式回应同一热点或舆情计1次';

/**
 * 政府信息公开情况统计表 as local governments still attach it to the annual report: six headings, 36 values.
 * Local descendants of the form of 国办发〔2014〕32号 vary; this is the variant read in a report of 2021.
 */
export const statisticsRows: readonly StatisticsRow[] = [
  row('S1', '一、主动公开情况', null),
  row('S1.1', '（一）主动公开政府信息数', '条', { note: oneItem }),
  row('S1.1.1', '其中：主动公开规范性文件数', '条', ofWhich),
  row('S1.1.2', '制发规范性文件总数', '件'),
  row('S1.2', '（二）通过不同渠道和方式公开政府信息的情况', null),
  row('S1.2.1', '1.政府公报公开政府信息数', '条', channel),
  row('S1.2.2', '2.政府网站公开政府信息数', '条', channel),
  row('S1.2.3', '3.政务微博公开政府信息数', '条', channel),
  row('S1.2.4', '4.政务微信公开政府信息数', '条', channel),
  row('S1.2.5', '5.其他方式公开政府信息数', '条', channel),
  row('S2', '二、回应解读情况', null, { note: oneEvent }),
  row('S2.1', '（一）回应公众关注热点或重大舆情数', '次', { note: oneEvent }),
  row('S2.2', '（二）通过不同渠道和方式回应解读的情况', null),
  row('S2.2.1', '1.参加或举办新闻发布会总次数', '次', channel),
  row('S2.2.1.1', '其中：主要负责同志参加新闻发布会次数', '次', ofWhich),
  row('S2.2.2', '2.政府网站在线访谈次数', '次', channel),
  row('S2.2.2.1', '其中：主要负责同志参加政府网站在线访谈次数', '次', ofWhich),
  row('S2.2.3', '3.政策解读稿件发布数', '篇', channel),
  row('S2.2.4', '4.微博微信回应事件数', '次', channel),
  row('S2.2.5', '5.其他方式回应事件数', '次', channel),
  row('S3', '三、开通政府信息公开网站（或设立门户网站信息公开专栏）数', '个'),
  row('S3.1', '（一）市政府部门门户网站', '个', tier('city')),
  row('S3.2', '（二）县（市、区）政府及其部门门户网站', '个', tier('county')),
  row('S3.3', '（三）乡镇政府（街道办事处）门户网站', '个', tier('township')),
  row('S4', '四、设置政府信息查阅点数', '个'),
  row('S4.1', '（一）市政府部门', '个', tier('city')),
  row('S4.2', '（二）县（市、区）政府及其部门', '个', tier('county')),
  row('S4.3', '（三）乡镇政府（街道办事处）', '个', tier('township')),
  row('S5', '五、查阅点接待人数', '次'),
  row('S5.1', '（一）市政府及其部门', '次', tier('city')),
  row('S5.2', '（二）县（市、区）政府及其部门', '次', tier('county')),
  row('S5.3', '（三）乡镇政府（街道办事处）', '次', tier('township')),
  row('S6', '六、机构建设和保障经费情况', null),
  row('S6.1', '（一）政府信息公开工作专门机构数', '个'),
  row('S6.2', '（二）从事政府信息公开工作人员数', '人'),
  row('S6.2.1', '1.专职人员数', '人', part),
  row('S6.2.2', '2.兼职人员数', '人', part),
  row('S6.3', '（三）政府信息公开专项经费', '万元'),
  row('S7', '七、政府信息公开会议和培训情况', null),
  row('S7.1', '（一）召开政府信息公开工作会议或专题会议数', '次'),
  row('S7.2', '（二）举办各类培训班数', '次'),
  row('S7.3', '（三）接受培训人员数', '人次'),
];

export const statisticsRowById: ReadonlyMap<string, StatisticsRow> = new Map(
  statisticsRows.map((r) => [r.id, r]),
);

const childrenOf = (parent: string): string[] =>
  statisticsRows.filter((r) => r.parent === parent && r.relation !== null).map((r) => r.id);

/** The footnote asks it of every total; it cannot hold of S1.1 and its channels, where one item may count twice (ST-07). */
const footnote = form('统计表注“各子栏目数总数要等于总栏目数量”');
const sum = (id: string, whole: string): StatisticsSum => ({
  id,
  whole,
  parts: childrenOf(whole),
  certainty: 'verified',
  basis: footnote,
});

/** Where children make up their parent (ST-01 to ST-04). */
export const statisticsSums: readonly StatisticsSum[] = [
  sum('ST-01', 'S3'),
  sum('ST-02', 'S4'),
  sum('ST-03', 'S5'),
  sum('ST-04', 'S6.2'),
];

const bound = (id: string, inner: string, whole: string, certainty: Certainty, firm: boolean) => ({
  id,
  part: inner,
  whole,
  firm,
  certainty,
  basis: form(firm ? '统计表“其中”栏' : '统计表“主动公开规范性文件数”“制发规范性文件总数”栏'),
});

/** 其中 ≤ whole (ST-05), and the normative documents published against those issued (ST-08, 条 against 件). */
export const statisticsBounds: readonly StatisticsBound[] = [
  bound('ST-05', 'S1.1.1', 'S1.1', 'verified', true),
  bound('ST-05', 'S2.2.1.1', 'S2.2.1', 'verified', true),
  bound('ST-05', 'S2.2.2.1', 'S2.2.2', 'verified', true),
  bound('ST-08', 'S1.1.1', 'S1.1.2', 'inference', false),
];

/** Counted once however many channels carried it (ST-06, ST-09). */
export const statisticsChannels: readonly StatisticsChannels[] = [
  {
    id: 'ST-06',
    whole: 'S1.1',
    channels: childrenOf('S1.2'),
    certainty: 'inference',
    basis: form(`统计表“主动公开政府信息数”栏注“${oneItem}”`),
  },
  {
    id: 'ST-09',
    whole: 'S2.1',
    channels: childrenOf('S2.2'),
    certainty: 'inference',
    basis: form(`统计表“回应公众关注热点或重大舆情数”栏注“${oneEvent}”`),
  },
];

/** No trainees without a training (ST-11). */
export const statisticsSense: readonly StatisticsSense[] = [
  { id: 'ST-11', cause: 'S7.2', effect: 'S7.3', certainty: 'inference', basis: form('统计表“培训情况”栏') },
];

/** Rows that repeat what the report says elsewhere (ST-12). */
export const statisticsCrossChecks: readonly StatisticsCrossCheck[] = [
  {
    id: 'ST-12',
    row: 'S1.1.2',
    cell: 'disclosure.normative.issued',
    claim: null,
    certainty: 'inference',
    basis: form('统计表“制发规范性文件总数”栏'),
  },
  ...(
    [
      ['S1.1', 'publishedTotal'],
      ['S1.2.2', 'website'],
      ['S1.2.3', 'weibo'],
      ['S1.2.4', 'wechat'],
      ['S7.2', 'trainings'],
      ['S7.3', 'trainees'],
    ] as const
  ).map(
    ([id, claim]): StatisticsCrossCheck => ({
      id: 'ST-12',
      row: id,
      cell: null,
      claim,
      certainty: 'inference',
      basis: form(`统计表“${(statisticsRowById.get(id)?.label ?? id).replace(/^(（.）|\d\.)/, '')}”栏`),
    }),
  ),
];

/** Headings carry no value (ST-10). */
export const statisticsHeaderBasis: Doubt = {
  id: 'ST-10',
  certainty: 'inference',
  basis: form('统计表标题栏'),
};

/** A single unit fills no tier above its own (ST-13). */
export const statisticsTierBasis: Doubt = {
  id: 'ST-13',
  certainty: 'inference',
  basis: form('统计表分级栏'),
};
