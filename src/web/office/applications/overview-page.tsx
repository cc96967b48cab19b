import type { ApplicationOverview } from '../../../app/queries/applications/overview.ts';
import { applicantKindNames } from '../../../law/applicants.ts';
import { type OutcomeGroup, outcomeGroupNames, outcomes } from '../../../law/outcomes.ts';
import { Button } from '../../theme/buttons.tsx';
import { Chart } from '../../theme/chart.tsx';
import { type KeyFigure, KeyFigures } from '../../theme/key-figures.tsx';
import { OfficeFrame } from '../../theme/office-frame.tsx';
import { Panel } from '../../theme/panel.tsx';
import { SelectField } from '../../theme/select-field.tsx';
import { applicationTabs } from './application-tabs.tsx';
import { scopeQuery } from './figure-scope.ts';
import { latePath } from './late-page.tsx';
import {
  channelGroups,
  OverviewMonths,
  type OverviewProps,
  rateOf,
  shortGrounds,
  sumOf,
} from './overview-months.tsx';

const total = (figures: ApplicationOverview, row: string, column = 'total'): number =>
  figures.cells[`applications.${row}.${column}`] ?? 0;

/** The figures of the year, each leading to the cases behind it. */
const Key = ({ page, scope, figures }: OverviewProps) => {
  const { cases, inTime, medianDays } = figures.answered;
  const cell = (row: string): string =>
    page.at('/office/applications/cell', {
      ...scopeQuery({ ...scope, first: null, until: null }),
      row,
      column: 'total',
    });
  const count = (label: string, row: string): KeyFigure => ({
    label,
    value: total(figures, row),
    unit: '件',
    href: total(figures, row) === 0 ? null : cell(row),
  });
  const rate = rateOf(figures.answered);
  const all: readonly KeyFigure[] = [
    count('新收', 'received'),
    count('上年结转', 'carriedIn'),
    count('办结', 'concluded'),
    count('在办', 'carriedOut'),
    {
      label: '按时答复率',
      value: rate === null ? null : `${rate}%`,
      href: cases === inTime ? null : page.at(latePath, scopeQuery({ ...scope, first: null, until: null })),
      note: `${inTime} / ${cases} 件${cases === inTime ? '' : `，逾期 ${cases - inTime} 件`}`,
    },
    { label: '用时中位数', value: medianDays, unit: '个工作日', href: null },
    {
      label: '收费通知',
      value: figures.fees.notices,
      unit: '件',
      href: null,
      note: `${figures.fees.noticed} 元，已收 ${figures.fees.collected} 元`,
    },
  ];
  return <KeyFigures label="总体" figures={all} />;
};

const groups = Object.keys(outcomeGroupNames) as OutcomeGroup[];
const groupTotal = (figures: ApplicationOverview, group: OutcomeGroup): number =>
  outcomes.filter((each) => each.group === group).reduce((sum, { id }) => sum + total(figures, id), 0);

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

const Grounds = ({ figures }: OverviewProps) => {
  const grounds = outcomes.filter(({ group }) => group === 'denied');
  return (
    <Bars
      id="ground"
      title="不予公开的理由"
      over="理由"
      categories={grounds.map(({ id }) => shortGrounds[id] ?? id)}
      values={grounds.map(({ id }) => total(figures, id))}
    />
  );
};

const Parts = ({ figures }: OverviewProps) => {
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
        id="channel"
        title="收到方式"
        over="方式"
        categories={channelGroups.map(([name]) => name)}
        values={channelGroups.map(([, channels]) => sumOf(figures.byChannel, channels))}
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

const Choose = ({ page: { at }, scope: { agency, below, year }, years }: OverviewProps) => (
  <form class="gk-filter" action={at('/office/applications/overview')} aria-label="选择年度和范围">
    {!agency.here && <input type="hidden" name="agency" value={agency.slug} />}
    <SelectField
      name="year"
      label="年度"
      options={years.map((each) => ({ value: String(each), label: `${each}年` }))}
      value={String(year)}
    />
    <SelectField
      name="scope"
      label="范围"
      options={[
        { value: 'own', label: '本机关' },
        { value: 'below', label: '本机关和下级机关' },
      ]}
      value={below ? 'below' : 'own'}
    />
    <Button>查看</Button>
  </form>
);

/** A year of applications: flows, outcomes, grounds, channels, kinds, time; whole, and month by month. */
export const OverviewPage = (props: OverviewProps) => {
  const { page, scope } = props;
  return (
    <OfficeFrame
      shell={page.shell}
      title="申请统计"
      section={page.at('/office/applications/overview')}
      lead={`${scope.agency.name}${scope.below ? '和下级机关' : ''}，${scope.year}年`}
    >
      {applicationTabs(page, 'overview')}
      <Choose {...props} />
      <Key {...props} />
      <OverviewMonths {...props} fourth={<Grounds {...props} />} />
      <Parts {...props} />
    </OfficeFrame>
  );
};
