import { type AgencyKind, agencyKindNames } from '../../src/law/agency-kind.ts';
import { reportLaws } from '../../src/law/annual-report-duty.ts';
import { calendarYears, type HolidayNotice, statutoryPeriods } from '../../src/law/calendar/index.ts';
import type { Citation } from '../../src/law/citation.ts';
import { type AnnualForm, annualForms } from '../../src/law/forms/index.ts';
import { indicatorForms } from '../../src/law/forms/indicators.ts';
import {
  statisticsBounds,
  statisticsChannels,
  statisticsRows,
  statisticsSums,
} from '../../src/law/forms/statistics.ts';
import { grounds } from '../../src/law/grounds.ts';
import { type Certainty, instruments } from '../../src/law/instruments.ts';
import { answerTypes, outcomeGroupNames, outcomes } from '../../src/law/outcomes.ts';
import { regulationAuthority } from '../../src/law/regulation-authority.ts';
import { applicationPart } from './application-law-page.ts';

const certain: Readonly<Record<Certainty, string>> = {
  verified: '已核对原文',
  fromMemory: '待核对',
  inference: '推断',
};
const names = { tiaoli2019: '条例', tiaoli2007: '条例（2007年）' } as Readonly<Record<string, string>>;
const cited = ({ instrument, article }: Citation): string =>
  `${names[instrument] ?? `《${instruments[instrument].title}》`}${article}`;
const table = (head: readonly string[], rows: readonly (readonly (string | number | null)[])[]): string[] => [
  `| ${head.join(' | ')} |`,
  `|${head.map(() => '---').join('|')}|`,
  ...rows.map((row) => `| ${row.map((cell) => String(cell ?? '—').replaceAll('|', '\\|')).join(' | ')} |`),
];
const years = ({ from, to }: { from: number; to: number | null }): string =>
  to === null ? `${from}年起` : from === to ? `${from}年` : `${from}—${to}年`;
const code = (id: string): string => `\`${id}\``;

const instrumentsPart = (): string[] => [
  '## 法律文件',
  '',
  ...table(
    ['标识', '名称', '文号', '施行', '止于', '名称文号', '日期', '核对日'],
    Object.values(instruments).map((i) => [
      code(i.id),
      `《${i.title}》`,
      i.number,
      i.inForceFrom,
      i.inForceTo,
      certain[i.certainty],
      certain[i.dates],
      i.checkedOn,
    ]),
  ),
];

const dutyPart = (): string[] => [
  '## 年度报告的义务',
  '',
  ...reportLaws.flatMap((law) => [
    `### 报告年度${years(law.years)}`,
    '',
    `依据：《${instruments[law.statute].title}》；格式：${law.formInstrument ? `《${instruments[law.formInstrument].title}》` : '无统一格式'}。`,
    '',
    ...table(
      ['机关', '应当', '期限（次年）', '依据', '把握', '可配置'],
      law.deadlines.map((d) => [
        d.kinds.map((kind) => agencyKindNames[kind]).join('、'),
        d.act,
        d.monthDay,
        d.basis && cited(d.basis),
        certain[d.certainty],
        d.configurable ? '是' : '否',
      ]),
    ),
    '',
    ...law.contents.map(
      (c, index) => `${index + 1}. ${c.text}${c.only ? '（各级人民政府）' : ''}（${cited(c.basis)}）`,
    ),
    '',
  ]),
];

const formPart = (form: AnnualForm): string[] => [
  `## 年度报告格式 ${form.id}（报告年度${years(form.years)}）`,
  '',
  `${cited(form.basis)}。${form.sections.map((s) => s.heading).join('；')}。单元格 ${form.cells.length} 个，勾稽关系 ${form.identities.length} 条。`,
  '',
  ...table(
    ['表二栏目', '行', '列', '单元格'],
    form.bands.flatMap((band) =>
      band.rows.map((row) => [
        band.title,
        row.label,
        band.columns.map((c) => c.label).join('、'),
        band.columns.map((c) => code(`disclosure.${row.id}.${c.id}`)).join(' '),
      ]),
    ),
  ),
  '',
  ...table(
    ['表三行', '所属', '标识', '依据'],
    form.applicationRows.map((row) => [
      row.label,
      row.group,
      code(`applications.${row.id}`),
      row.basis && cited(row.basis),
    ]),
  ),
  '',
  `表三列：${form.applicationColumns.map((c) => `${c.label} ${code(c.id)}`).join('、')}。表头注：${form.balanceNote}`,
  '',
  ...table(
    ['表四', '列', '单元格'],
    form.appealBlocks.map((block) => [
      block.label,
      block.columns.map((c) => c.label).join('、'),
      block.columns.map((c) => code(`appeals.${block.id}.${c.id}`)).join(' '),
    ]),
  ),
  '',
];

const making = { yes: '是', no: '否', depends: '视机关而定' } as const;
const remedies = { reviewFirst: '复议前置', either: '复议或者诉讼', none: '无' } as const;
const answerPart = (): string[] => [
  '## 不予公开的理由',
  '',
  ...table(
    ['理由', '效力', '依据', '计入', '但书'],
    grounds.map((g) => [
      g.title,
      g.force === 'mustNot' ? '不得公开' : '可以不予公开',
      cited(g.basis),
      code(g.outcome),
      g.unless,
    ]),
  ),
  '',
  '## 答复类型（条例第三十六条）',
  '',
  ...table(
    ['项', '情形', '应当告知', '计入', '把握'],
    answerTypes.map((a) => [
      a.item,
      a.situation,
      a.mustSay,
      a.outcomes.map(code).join(' '),
      certain[a.certainty],
    ]),
  ),
  '',
  '## 办理结果',
  '',
  ...table(
    ['类', '标识', '依据', '救济', '把握'],
    outcomes.map((o) => [
      outcomeGroupNames[o.group],
      code(o.id),
      o.basis.map(cited).join('；') || null,
      remedies[o.remedy],
      certain[o.remedyCertainty],
    ]),
  ),
  '',
  '## 谁可以制定规章',
  '',
  ...table(
    ['机关', '可以', '依据', '把握'],
    (Object.keys(agencyKindNames) as AgencyKind[]).map((kind) => {
      const { may, basis, certainty } = regulationAuthority[kind];
      return [agencyKindNames[kind], making[may], cited(basis), certain[certainty]];
    }),
  ),
];

const relations = { partition: '合计', ofWhich: '其中', channel: '渠道' } as const;
const statisticsPart = (): string[] => [
  '## 政府信息公开情况统计表',
  '',
  ...table(
    ['标识', '指标', '单位', '与上级栏目'],
    statisticsRows.map((r) => [code(r.id), r.label, r.unit, r.relation && relations[r.relation]]),
  ),
  '',
  ...table(
    ['编号', '关系', '把握'],
    [
      ...statisticsSums.map((s) => [s.id, `${s.whole} = ${s.parts.join(' + ')}`, certain[s.certainty]]),
      ...statisticsBounds.map((b) => [b.id, `${b.part} ≤ ${b.whole}`, certain[b.certainty]]),
      ...statisticsChannels.map((c) => [
        c.id,
        `最大渠道 ≤ ${c.whole} ≤ ${c.channels.join(' + ')}`,
        certain[c.certainty],
      ]),
    ],
  ),
  '',
  '## 2019年以前的统计指标',
  '',
  ...indicatorForms.flatMap((form) => [
    `### ${form.title}（${years(form.years)}，${certain[form.certainty]}）`,
    '',
    ...table(
      ['指标', '单位', '所属'],
      form.rows.map((r) => [r.key, r.unit, r.parent]),
    ),
    '',
  ]),
];

const noticeText = (notice: HolidayNotice): string =>
  `《${notice.title}》${notice.number ? `（${notice.number}，${certain[notice.certainty]}）` : '（文号待核对）'}`;
const calendarPart = (): string[] => [
  '## 工作日历',
  '',
  ...table(
    ['年份', '法定节假日依据', '把握'],
    statutoryPeriods.map((p) => [
      years(p),
      `《全国年节及纪念日放假办法》（${p.order}）`,
      certain[p.certainty],
    ]),
  ),
  '',
  ...calendarYears.flatMap(({ year, notice, arrangements }) => [
    `### ${year}年`,
    '',
    noticeText(notice),
    '',
    ...table(
      ['节日', '放假的工作日', '调休上班', '另有依据'],
      arrangements.map((a) => [
        a.holiday,
        a.daysOff.map((d) => d.slice(5)).join('、') || null,
        a.workdays.map((d) => d.slice(5)).join('、') || null,
        a.notice === notice ? null : noticeText(a.notice),
      ]),
    ),
    '',
  ]),
];

/** docs/law.md: everything the code holds of the law, with how sure it is. */
export function lawDocument(): string {
  const lines = [
    '# 代码中的法律数据',
    '',
    '由 `src/law` 生成，请勿手改。“待核对”“推断”的内容可以配置，“已核对原文”的不可以。',
    '',
    ...instrumentsPart(),
    '',
    ...dutyPart(),
    ...Object.values(annualForms).flatMap(formPart),
    ...answerPart(),
    '',
    ...applicationPart({ table, cited, certain, code }),
    '',
    ...statisticsPart(),
    ...calendarPart(),
  ];
  return `${lines.join('\n').trimEnd()}\n`;
}
