import type { Child } from 'hono/jsx';
import type { ApplicationOverview, OverviewMonth } from '../../../app/queries/applications/overview.ts';
import { daysInMonth, formatDay } from '../../../domain/workday/index.ts';
import { applicantKindNames } from '../../../law/applicants.ts';
import type { IntakeChannel } from '../../../law/intake.ts';
import { type OutcomeGroup, outcomeGroupNames, outcomes } from '../../../law/outcomes.ts';
import { Chart, type ChartProps } from '../../theme/chart.tsx';
import { Panel } from '../../theme/panel.tsx';
import { ScrollRegion } from '../../theme/parts.tsx';
import type { OfficePage } from '../page.ts';
import { type FigureScope, scopeQuery } from './figure-scope.ts';

export interface OverviewProps {
  readonly page: OfficePage;
  readonly scope: FigureScope;
  readonly years: readonly number[];
  readonly figures: ApplicationOverview;
}

/** Short enough to stand in a head; 表三 has the words of the form. */
export const shortGrounds: Readonly<Record<string, string>> = {
  'denied.stateSecret': '国家秘密',
  'denied.forbiddenByLaw': '法律禁止',
  'denied.publicSafety': '安全稳定',
  'denied.thirdParty': '第三方',
  'denied.internalAffairs': '内部事务',
  'denied.deliberative': '过程性',
  'denied.enforcementFile': '案卷',
  'denied.registryQuery': '查询',
};

/** Ways in, those by post together: more than six cannot be told apart in a drawing. */
export const channelGroups: readonly (readonly [name: string, channels: readonly IntakeChannel[]])[] = [
  ['网上', ['portal']],
  ['当面', ['counter']],
  ['口头', ['oral']],
  ['邮寄', ['signedPost', 'ordinaryMail']],
  ['电子邮件', ['email']],
  ['传真', ['fax']],
];

const groups = Object.keys(outcomeGroupNames) as OutcomeGroup[];
const idsOf = (group: OutcomeGroup): readonly string[] =>
  outcomes.filter((each) => each.group === group).map(({ id }) => id);
const grounds = idsOf('denied');
const kinds = Object.entries(applicantKindNames);

export const sumOf = (counts: Readonly<Record<string, number>>, ids: readonly string[]): number =>
  ids.reduce((sum, id) => sum + (counts[id] ?? 0), 0);

const monthName = ({ month }: OverviewMonth): string => `${month}月`;

/** What stands behind a figure of a month: the same cell of table 三 over its days. */
export function monthHref(
  { page, scope }: OverviewProps,
  month: number,
  row: string,
  column = 'total',
): string {
  const first = formatDay(scope.year, month, 1);
  const until = formatDay(scope.year, month, daysInMonth(scope.year, month));
  return page.at('/office/applications/cell', { ...scopeQuery({ ...scope, first, until }), row, column });
}

const Months = (props: { figures: ApplicationOverview } & Omit<ChartProps, 'categories' | 'over'>) => {
  const { figures, ...chart } = props;
  return (
    <Panel id={`panel-${chart.id}`} title={chart.title}>
      <Chart {...chart} over="月份" categories={figures.months.map(monthName)} />
    </Panel>
  );
};

const monthAt = (category: string): number => Number(category.replace('月', ''));

/** On-time rate in per cent with one place; null where nothing was answered. */
export const rateOf = ({ cases, inTime }: OverviewMonth['answered']): number | null =>
  cases === 0 ? null : Number(((inTime * 100) / cases).toFixed(1));

const Time = ({ figures }: OverviewProps) => (
  <div class="gk-pair">
    <Months
      figures={figures}
      id="rate"
      title="按时答复率"
      unit="%"
      half
      kind="line"
      series={[{ name: '按时答复率', values: figures.months.map(({ answered }) => rateOf(answered)) }]}
    />
    <Months
      figures={figures}
      id="days"
      title="答复用时中位数"
      unit="个工作日"
      half
      kind="line"
      series={[{ name: '用时中位数', values: figures.months.map(({ answered }) => answered.medianDays) }]}
    />
  </div>
);

const Flow = (props: OverviewProps) => {
  const { figures } = props;
  const rows = { 新收: 'received', 办结: 'concluded' } as const;
  return (
    <Months
      figures={figures}
      id="flow"
      title="新收和办结"
      unit="件"
      kind="grouped"
      series={[
        { name: '新收', values: figures.months.map(({ received }) => received) },
        { name: '办结', values: figures.months.map(({ ended }) => ended) },
      ]}
      href={(series, category) => monthHref(props, monthAt(category), rows[series as '新收'])}
    />
  );
};

const Parts = (props: OverviewProps & { fourth: Child }) => {
  const { figures, fourth } = props;
  return (
    <div class="gk-pair">
      <Months
        figures={figures}
        id="outcomes-by-month"
        title="处理结果逐月"
        unit="件"
        half
        kind="stacked"
        series={groups.map((group) => ({
          name: outcomeGroupNames[group].slice(3),
          values: figures.months.map(({ byOutcome }) => sumOf(byOutcome, idsOf(group))),
        }))}
      />
      <Months
        figures={figures}
        id="channels-by-month"
        title="收到方式逐月"
        unit="件"
        half
        kind="stacked"
        series={channelGroups.map(([name, channels]) => ({
          name,
          values: figures.months.map(({ byChannel }) => sumOf(byChannel, channels)),
        }))}
      />
      <Months
        figures={figures}
        id="kinds-by-month"
        title="申请人类别逐月"
        unit="件"
        half
        kind="stacked"
        series={kinds.map(([kind, name]) => ({
          name,
          values: figures.months.map(({ byKind }) => byKind[kind] ?? 0),
        }))}
        href={(series, category) =>
          monthHref(props, monthAt(category), 'received', kinds.find(([, name]) => name === series)![0])
        }
      />
      {fourth}
    </div>
  );
};

/** Eight grounds are too many to draw: figures alone. */
const Grounds = (props: OverviewProps) => (
  <Panel id="panel-grounds-by-month" title="不予公开的理由逐月" flush>
    <ScrollRegion label="不予公开的理由逐月的数据">
      <table class="gk-table gk-sticky">
        <thead>
          <tr>
            <th scope="col">月份</th>
            {grounds.map((id) => (
              <th scope="col" class="n">
                {shortGrounds[id] ?? id}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {props.figures.months.map((one) => (
            <tr>
              <th scope="row" class="gk-nw">
                {monthName(one)}
              </th>
              {grounds.map((id) => {
                const value = one.byOutcome[id] ?? 0;
                return (
                  <td class={value === 0 ? 'n z' : 'n'}>
                    {value === 0 ? value : <a href={monthHref(props, one.month, id)}>{value}</a>}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  </Panel>
);

/** The year month by month; `fourth` stands beside the three that are in parts. */
export const OverviewMonths = (props: OverviewProps & { fourth: Child }) => (
  <>
    <Flow {...props} />
    <Time {...props} />
    <Parts {...props} />
    <Grounds {...props} />
  </>
);
