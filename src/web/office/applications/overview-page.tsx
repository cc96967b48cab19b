import type { ApplicationOverview } from '../../../app/queries/applications/overview.ts';
import { applicantKindNames } from '../../../law/applicants.ts';
import type { IntakeChannel } from '../../../law/intake.ts';
import { type OutcomeGroup, outcomeGroupNames, outcomes } from '../../../law/outcomes.ts';
import { Chart } from '../../theme/chart.tsx';
import { OfficeFrame } from '../../theme/office-frame.tsx';
import { Panel } from '../../theme/panel.tsx';
import type { OfficePage } from '../page.ts';
import { applicationTabs } from './application-tabs.tsx';
import type { FigureScope } from './figure-scope.ts';

interface Props {
  readonly page: OfficePage;
  readonly scope: FigureScope;
  readonly years: readonly number[];
  readonly figures: ApplicationOverview;
}

const months = Array.from({ length: 12 }, (_, index) => index + 1);
const total = (figures: ApplicationOverview, row: string, column = 'total'): number =>
  figures.cells[`applications.${row}.${column}`] ?? 0;

const share = (part: number, whole: number): string =>
  whole === 0 ? '—' : `${((part * 100) / whole).toFixed(1)}%`;

const Key = ({ figures }: Props) => {
  const { cases, inTime, medianDays } = figures.answered;
  const facts: readonly (readonly [string, string])[] = [
    ['新收', `${total(figures, 'received')} 件`],
    ['上年结转', `${total(figures, 'carriedIn')} 件`],
    ['办结', `${total(figures, 'concluded')} 件`],
    ['在办', `${total(figures, 'carriedOut')} 件`],
    ['按时答复', `${inTime} / ${cases} 件（${share(inTime, cases)}）`],
    ['用时中位数', medianDays === null ? '—' : `${medianDays} 个工作日`],
    ['收费通知', `${figures.fees.notices} 件，${figures.fees.noticed} 元，已收 ${figures.fees.collected} 元`],
  ];
  return (
    <Panel id="key" title="总体">
      <dl class="gk-facts">
        {facts.map(([label, value]) => (
          <>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </>
        ))}
      </dl>
    </Panel>
  );
};

const groups = Object.keys(outcomeGroupNames) as OutcomeGroup[];
const groupTotal = (figures: ApplicationOverview, group: OutcomeGroup): number =>
  outcomes.filter((each) => each.group === group).reduce((sum, { id }) => sum + total(figures, id), 0);

/** Short enough to stand under a bar; the table beneath and 表三 have the words of the form. */
const shortGrounds: Readonly<Record<string, string>> = {
  'denied.stateSecret': '国家秘密',
  'denied.forbiddenByLaw': '法律禁止',
  'denied.publicSafety': '安全稳定',
  'denied.thirdParty': '第三方',
  'denied.internalAffairs': '内部事务',
  'denied.deliberative': '过程性',
  'denied.enforcementFile': '案卷',
  'denied.registryQuery': '查询',
};
const shortChannels: Readonly<Record<IntakeChannel, string>> = {
  counter: '当面',
  oral: '口头',
  signedPost: '挂号、特快',
  ordinaryMail: '平信',
  portal: '网上',
  email: '电子邮件',
  fax: '传真',
};

/** One series over categories, in half of the page. */
const Bars = ({
  id,
  title,
  over,
  categories,
  values,
}: {
  id: string;
  title: string;
  over: string;
  categories: readonly string[];
  values: readonly number[];
}) => (
  <Panel id={`panel-${id}`} title={title}>
    <Chart
      id={id}
      half
      title={title}
      unit="件"
      over={over}
      kind="grouped"
      categories={categories}
      series={[{ name: '件数', values }]}
    />
  </Panel>
);

const Parts = ({ figures }: Props) => {
  const grounds = outcomes.filter(({ group }) => group === 'denied');
  const kinds = Object.keys(applicantKindNames);
  return (
    <div class="gk-pair">
      <Bars
        id="outcome"
        title="处理结果"
        over="结果"
        categories={groups.map((group) => outcomeGroupNames[group].slice(3))}
        values={groups.map((group) => groupTotal(figures, group))}
      />
      <Bars
        id="ground"
        title="不予公开的理由"
        over="理由"
        categories={grounds.map(({ id }) => shortGrounds[id] ?? id)}
        values={grounds.map(({ id }) => total(figures, id))}
      />
      <Bars
        id="channel"
        title="收到方式"
        over="方式"
        categories={figures.channels.map(({ channel }) => shortChannels[channel as IntakeChannel])}
        values={figures.channels.map(({ cases }) => cases)}
      />
      <Bars
        id="kind"
        title="申请人类别"
        over="类别"
        categories={Object.values(applicantKindNames)}
        values={kinds.map((kind) => total(figures, 'received', kind))}
      />
    </div>
  );
};

/** A year of applications: flows, outcomes, grounds, channels, kinds, time. */
export const OverviewPage = (props: Props) => {
  const { page, scope, figures } = props;
  const { year } = scope;
  const before = page.at('/office/applications/overview', { year: String(year - 1) });
  const byMonth = (key: 'received' | 'ended') =>
    months.map((month) => figures.months.find((row) => row.month === month)?.[key] ?? 0);
  return (
    <OfficeFrame
      shell={page.shell}
      title="申请统计"
      section={page.at('/office/applications')}
      lead={`${year}年`}
      actions={
        <a class="btn btn-outline-primary" href={before}>
          {year - 1}年
        </a>
      }
    >
      {applicationTabs(page, 'overview')}
      <Key {...props} />
      <Panel id="months" title="逐月">
        <Chart
          id="flow"
          title="新收和办结"
          unit="件"
          over="月份"
          kind="grouped"
          categories={months.map((month) => `${month}月`)}
          series={[
            { name: '新收', values: byMonth('received') },
            { name: '办结', values: byMonth('ended') },
          ]}
        />
      </Panel>
      <Parts {...props} />
    </OfficeFrame>
  );
};
