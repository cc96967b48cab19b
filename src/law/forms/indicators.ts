import { type Citation, cite } from '../citation.ts';
import type { Certainty } from '../instruments.ts';

/** How an indicator stands to its parent; see StatisticsRelation. */
export type IndicatorRelation = 'partition' | 'ofWhich' | 'channel';

/** One line of a statistics table attached to the annual report before the form of 2019. */
export interface IndicatorRow {
  /** Key in the report JSON (`indicators`), unique in its form: the label without ordinal, 其中 and bracketed note. */
  readonly key: string;
  /** As printed, with ordinal and 其中. */
  readonly label: string;
  readonly note: string | null;
  /** Null in headings. */
  readonly unit: string | null;
  readonly header: boolean;
  readonly parent: string | null;
  readonly relation: IndicatorRelation | null;
  /** Row of the statistics form (statistics.ts) that counts the same. */
  readonly statistics: string | null;
}

/** A table of indicators. `columns`: what figures a row carries, in the order printed. */
export interface IndicatorForm {
  readonly id: 'local' | 'national2014' | 'municipal2008';
  readonly title: string;
  readonly years: { readonly from: number; readonly to: number };
  readonly columns: readonly ('year' | 'cumulative')[];
  readonly basis: Citation;
  readonly certainty: Certainty;
  readonly rows: readonly IndicatorRow[];
}

type Line = readonly [
  label: string,
  unit: string | null,
  parent?: string | undefined,
  relation?: IndicatorRelation | undefined,
  statistics?: string | undefined,
  key?: string,
];

const bare = (label: string): string =>
  label
    .replace(/（[^（）]*[^一二三四五六七八九十（）][^（）]*）/gu, '')
    .replace(/^(其中：)?([一二三四五六七八九十]+、|（[一二三四五六七八九十]+）|\d+[、.])?/u, '')
    .trim();
const noteOf = (label: string): string | null =>
  /（([^（）]*[^一二三四五六七八九十（）][^（）]*)）/u.exec(label)?.[1] ?? null;

const rowsOf = (lines: readonly Line[]): readonly IndicatorRow[] =>
  lines.map(([label, unit, parent, relation, statistics, key]) => ({
    key: key ?? bare(label),
    label,
    note: noteOf(label),
    unit,
    header: unit === null,
    parent: parent ?? null,
    relation: relation ?? null,
    statistics: statistics ?? null,
  }));

/** The short table many local governments printed until 2018: this year's figure and the running total. */
const local = rowsOf([
  ['主动公开文件数', '条', undefined, undefined, 'S1.1'],
  ['其中：1、政府网站公开数', '条', '主动公开文件数', 'channel', 'S1.2.2'],
  ['2、政府公报公开数', '条', '主动公开文件数', 'channel', 'S1.2.1'],
  ['受理依申请公开信息总数', '条'],
  ['其中：1、当面申请数', '条', '受理依申请公开信息总数', 'partition'],
  ['2、网上申请数', '条', '受理依申请公开信息总数', 'partition'],
  ['3、信函、传真申请数', '条', '受理依申请公开信息总数', 'partition'],
  ['对申请的答复总数', '条'],
  ['其中：1、同意公开答复数', '条', '对申请的答复总数', 'partition'],
  ['2、同意部分公开答复数', '条', '对申请的答复总数', 'partition'],
  ['3、不予公开答复数', '条', '对申请的答复总数', 'partition'],
  ['4、其他类型答复数', '条', '对申请的答复总数', 'partition'],
  ['政府信息公开收费减免金额', '元'],
  ['接受行政诉讼、举报数', '件'],
  ['行政复议数', '件'],
  ['行政诉讼数', '件'],
]);

const refusals = '不同意公开答复数';
const nationalApplications: readonly Line[] = [
  ['三、依申请公开情况', null],
  ['（一）收到申请数', '件', '依申请公开情况'],
  ['1.当面申请数', '件', '收到申请数', 'partition'],
  ['2.传真申请数', '件', '收到申请数', 'partition'],
  ['3.网络申请数', '件', '收到申请数', 'partition'],
  ['4.信函申请数', '件', '收到申请数', 'partition'],
  ['（二）申请办结数', '件', '依申请公开情况'],
  ['1.按时办结数', '件', '申请办结数', 'partition'],
  ['2.延期办结数', '件', '申请办结数', 'partition'],
  ['（三）申请答复数', '件', '依申请公开情况'],
  ['1.属于已主动公开范围数', '件', '申请答复数', 'partition'],
  ['2.同意公开答复数', '件', '申请答复数', 'partition'],
  ['3.同意部分公开答复数', '件', '申请答复数', 'partition'],
  ['4.不同意公开答复数', '件', '申请答复数', 'partition'],
  ['其中：涉及国家秘密', '件', refusals, 'partition'],
  ['涉及商业秘密', '件', refusals, 'partition'],
  ['涉及个人隐私', '件', refusals, 'partition'],
  ['危及国家安全、公共安全、经济安全和社会稳定', '件', refusals, 'partition'],
  ['不是《条例》所指政府信息', '件', refusals, 'partition'],
  ['法律法规规定的其他情形', '件', refusals, 'partition'],
  ['5.不属于本行政机关公开数', '件', '申请答复数', 'partition'],
  ['6.申请信息不存在数', '件', '申请答复数', 'partition'],
  ['7.告知作出更改补充数', '件', '申请答复数', 'partition'],
  ['8.告知通过其他途径办理数', '件', '申请答复数', 'partition'],
];

const appeals = (
  heading: string,
  parent: string,
  upheld: string,
  prefix: '行政复议' | '行政诉讼',
): readonly Line[] => [
  [heading, '件'],
  [`（一）${upheld}`, '件', parent, 'partition', undefined, `${prefix}${upheld}`],
  ['（二）被依法纠错数', '件', parent, 'partition', undefined, `${prefix}被依法纠错数`],
  ['（三）其他情形数', '件', parent, 'partition', undefined, `${prefix}其他情形数`],
];

/** Rows of the national form, part B of the law notes; headings 一 and 二 are those of the statistics form. */
const national2014 = rowsOf([
  ['一、主动公开情况', null],
  ['（一）主动公开政府信息数（不同渠道和方式公开相同信息计1条）', '条', '主动公开情况', undefined, 'S1.1'],
  ['其中：主动公开规范性文件数', '条', '主动公开政府信息数', 'ofWhich', 'S1.1.1'],
  ['制发规范性文件总数', '件', '主动公开情况', undefined, 'S1.1.2'],
  ['（二）通过不同渠道和方式公开政府信息的情况', null, '主动公开情况'],
  ['1.政府公报公开政府信息数', '条', '主动公开政府信息数', 'channel', 'S1.2.1'],
  ['2.政府网站公开政府信息数', '条', '主动公开政府信息数', 'channel', 'S1.2.2'],
  ['3.政务微博公开政府信息数', '条', '主动公开政府信息数', 'channel', 'S1.2.3'],
  ['4.政务微信公开政府信息数', '条', '主动公开政府信息数', 'channel', 'S1.2.4'],
  ['5.其他方式公开政府信息数', '条', '主动公开政府信息数', 'channel', 'S1.2.5'],
  ['二、回应解读情况', null],
  [
    '（一）回应公众关注热点或重大舆情数（不同方式回应同一热点或舆情计1次）',
    '次',
    '回应解读情况',
    undefined,
    'S2.1',
  ],
  ['（二）通过不同渠道和方式回应解读的情况', null, '回应解读情况'],
  ['1.参加或举办新闻发布会总次数', '次', '回应公众关注热点或重大舆情数', 'channel', 'S2.2.1'],
  ['其中：主要负责同志参加新闻发布会次数', '次', '参加或举办新闻发布会总次数', 'ofWhich', 'S2.2.1.1'],
  ['2.政府网站在线访谈次数', '次', '回应公众关注热点或重大舆情数', 'channel', 'S2.2.2'],
  ['其中：主要负责同志参加政府网站在线访谈次数', '次', '政府网站在线访谈次数', 'ofWhich', 'S2.2.2.1'],
  ['3.政策解读稿件发布数', '篇', '回应公众关注热点或重大舆情数', 'channel', 'S2.2.3'],
  ['4.微博微信回应事件数', '次', '回应公众关注热点或重大舆情数', 'channel', 'S2.2.4'],
  ['5.其他方式回应事件数', '次', '回应公众关注热点或重大舆情数', 'channel', 'S2.2.5'],
  ...nationalApplications,
  ...appeals('四、行政复议数量', '行政复议数量', '维持具体行政行为数', '行政复议'),
  ...appeals('五、行政诉讼数量', '行政诉讼数量', '维持具体行政行为或者驳回原告诉讼请求数', '行政诉讼'),
  ['六、举报投诉数量', '件'],
  ['七、依申请公开信息收取的费用', '万元'],
  ['八、机构建设和保障经费情况', null],
  ['（一）政府信息公开工作专门机构数', '个', '机构建设和保障经费情况', undefined, 'S6.1'],
  ['（二）设置政府信息公开查阅点数', '个', '机构建设和保障经费情况', undefined, 'S4'],
  ['（三）从事政府信息公开工作人员数', '人', '机构建设和保障经费情况', undefined, 'S6.2'],
  [
    '1.专职人员数（不包括政府公报及政府网站工作人员数）',
    '人',
    '从事政府信息公开工作人员数',
    'partition',
    'S6.2.1',
  ],
  ['2.兼职人员数', '人', '从事政府信息公开工作人员数', 'partition', 'S6.2.2'],
  [
    '（四）政府信息公开专项经费（不包括用于政府公报编辑管理及政府网站建设维护等方面的经费）',
    '万元',
    '机构建设和保障经费情况',
    undefined,
    'S6.3',
  ],
  ['九、政府信息公开会议和培训情况', null],
  ['（一）召开政府信息公开工作会议或专题会议数', '次', '政府信息公开会议和培训情况', undefined, 'S7.1'],
  ['（二）举办各类培训班数', '次', '政府信息公开会议和培训情况', undefined, 'S7.2'],
  ['（三）接受培训人员数', '人次', '政府信息公开会议和培训情况', undefined, 'S7.3'],
]);

/** What the municipal forms before 2014 counted, by subject; their coded lines differ from place to place. */
const municipal2008 = rowsOf([
  ['主动公开信息数', '条', undefined, undefined, 'S1.1'],
  ['其中：网站公开信息数', '条', '主动公开信息数', 'channel', 'S1.2.2'],
  ['收到申请总数', '件'],
  ...['当面', '传真', '电子邮件', '网上', '信函', '其他形式'].map(
    (way): Line => [`${way}申请数`, '件', '收到申请总数', 'partition'],
  ),
  ['对申请的答复总数', '件'],
  ...[
    '同意公开答复数',
    '同意部分公开答复数',
    '不予公开答复数',
    '信息不存在答复数',
    '非本机关公开答复数',
    '申请内容不明确答复数',
    '重复申请答复数',
  ].map((label): Line => [label, '件', '对申请的答复总数', 'ofWhich']),
  ['行政复议数', '件'],
  ['行政诉讼数', '件'],
  ['行政申诉数', '件'],
  ['网站专栏页面访问量', '次'],
  ['现场接待人数', '人次'],
  ['网上咨询数', '次'],
  ['咨询电话接听数', '次'],
]);

export const indicatorForms: readonly IndicatorForm[] = [
  {
    id: 'local',
    title: '政府信息公开情况统计表（地方，2018年以前）',
    years: { from: 2008, to: 2018 },
    columns: ['year', 'cumulative'],
    basis: cite('tiaoli2007', '第三十二条'),
    certainty: 'verified',
    rows: local,
  },
  {
    id: 'national2014',
    title: '政府信息公开情况统计表（国办发〔2014〕32号附件）',
    years: { from: 2014, to: 2018 },
    columns: ['year'],
    basis: cite('statistics2014', '附件'),
    certainty: 'fromMemory',
    rows: national2014,
  },
  {
    id: 'municipal2008',
    title: '政府信息公开情况统计表（市级，2014年以前）',
    years: { from: 2008, to: 2013 },
    columns: ['year', 'cumulative'],
    basis: cite('tiaoli2007', '第三十二条'),
    certainty: 'fromMemory',
    rows: municipal2008,
  },
];
