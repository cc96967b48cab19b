import type { AgencyKind } from './agency-kind.ts';
import { type Citation, cite, type InstrumentId } from './citation.ts';
import type { FormId } from './forms/index.ts';
import type { Certainty } from './instruments.ts';

/** By when, in the year after the report's, and on what ground; what is not verified may be configured. */
export interface ReportDeadline {
  readonly kinds: readonly AgencyKind[];
  readonly act: string;
  /** Month and day, `01-31`. */
  readonly monthDay: `${number}-${number}`;
  readonly basis: Citation | null;
  readonly certainty: Certainty;
  readonly configurable: boolean;
}

/** What the report must hold (第五十条第一款 and its ancestor), by item. */
export interface ReportContent {
  readonly text: string;
  readonly basis: Citation;
  /** Only for these kinds; null for everybody. */
  readonly only: readonly AgencyKind[] | null;
}

/** The law of the annual report for a span of report years: exactly one holds for any year from 2008. */
export interface ReportLaw {
  readonly years: { readonly from: number; readonly to: number | null };
  readonly statute: InstrumentId;
  /** The form in force, and the notice that made it; `pre2019` had none of its own. */
  readonly form: FormId | 'pre2019';
  readonly formInstrument: InstrumentId | null;
  readonly deadlines: readonly ReportDeadline[];
  readonly contents: readonly ReportContent[];
}

const governments: readonly AgencyKind[] = ['province', 'city', 'county'];
const departments: readonly AgencyKind[] = ['provinceDepartment', 'cityDepartment', 'countyDepartment'];
const allGovernments: readonly AgencyKind[] = [...governments, 'township'];

const deadlines2019: readonly ReportDeadline[] = [
  {
    kinds: ['ministry', ...departments],
    act: '向本级政府信息公开工作主管部门提交并向社会公布',
    monthDay: '01-31',
    basis: cite('tiaoli2019', '第四十九条第一款'),
    certainty: 'verified',
    configurable: false,
  },
  {
    kinds: governments,
    act: '由政府信息公开工作主管部门向社会公布本级政府上一年度报告',
    monthDay: '03-31',
    basis: cite('tiaoli2019', '第四十九条第二款'),
    certainty: 'verified',
    configurable: false,
  },
  {
    // 第四十九条 names neither; the day is set by the superior.
    kinds: ['township', 'subdistrict', 'zone'],
    act: '按上级规定的时间提交并公布',
    monthDay: '01-31',
    basis: null,
    certainty: 'inference',
    configurable: true,
  },
];

const deadlines2007: readonly ReportDeadline[] = [
  {
    kinds: [...allGovernments, ...departments, 'ministry', 'subdistrict', 'zone'],
    act: '公布本行政机关的政府信息公开工作年度报告',
    monthDay: '03-31',
    basis: cite('tiaoli2007', '第三十一条'),
    certainty: 'fromMemory',
    configurable: true,
  },
];

const item = (text: string, article: string, only: ReportContent['only'] = null): ReportContent => ({
  text,
  basis: cite('tiaoli2019', article),
  only,
});

const contents2019: readonly ReportContent[] = [
  item('行政机关主动公开政府信息的情况', '第五十条第一款第（一）项'),
  item('行政机关收到和处理政府信息公开申请的情况', '第五十条第一款第（二）项'),
  item('因政府信息公开工作被申请行政复议、提起行政诉讼的情况', '第五十条第一款第（三）项'),
  item('政府信息公开工作存在的主要问题及改进情况', '第五十条第一款第（四）项'),
  item('工作考核、社会评议和责任追究结果情况', '第五十条第一款第（四）项', allGovernments),
  item('其他需要报告的事项', '第五十条第一款第（五）项'),
];

const older = (text: string): ReportContent => ({
  text,
  basis: cite('tiaoli2007', '第三十二条'),
  only: null,
});
const contents2007: readonly ReportContent[] = [
  older('行政机关主动公开政府信息的情况'),
  older('行政机关依申请公开政府信息和不予公开政府信息的情况'),
  older('政府信息公开的收费及减免情况'),
  older('因政府信息公开申请行政复议、提起行政诉讼的情况'),
  older('政府信息公开工作存在的主要问题及改进情况'),
  older('其他需要报告的事项'),
];

const since2019 = (
  years: ReportLaw['years'],
  form: FormId,
  formInstrument: 'form2019' | 'form2021',
): ReportLaw => ({
  years,
  statute: 'tiaoli2019',
  form,
  formInstrument,
  deadlines: deadlines2019,
  contents: contents2019,
});

/** By report year. The report of 2018 was due before the text of 2019 came into force. */
export const reportLaws: readonly ReportLaw[] = [
  {
    years: { from: 2008, to: 2018 },
    statute: 'tiaoli2007',
    form: 'pre2019',
    formInstrument: null,
    deadlines: deadlines2007,
    contents: contents2007,
  },
  since2019({ from: 2019, to: 2020 }, '2019', 'form2019'),
  since2019({ from: 2021, to: null }, '2021', 'form2021'),
];

/** The law of a report year; null before 2008, when there was no annual report. */
export const reportLawOf = (year: number): ReportLaw | null =>
  reportLaws.find(({ years }) => year >= years.from && (years.to === null || year <= years.to)) ?? null;

/** Last day to publish the report of a year, `YYYY-MM-DD`; null where the law names none for the kind. */
export function reportDue(year: number, kind: AgencyKind): string | null {
  const deadline = reportLawOf(year)?.deadlines.find((d) => d.kinds.includes(kind));
  return deadline ? `${year + 1}-${deadline.monthDay}` : null;
}
