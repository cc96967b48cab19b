import type { Child } from 'hono/jsx';
import type {
  AgencyShare,
  CountedAppealLine,
  CountedCell,
  CountedLine,
} from '../../../app/queries/applications/counted-cases.ts';
import {
  type AppealKind,
  type AppealResult,
  appealKindNames,
  appealResultNames,
} from '../../../law/appeals.ts';
import { type ApplicantKind, applicantKindNames } from '../../../law/applicants.ts';
import { DataTable } from '../../theme/data-table.tsx';
import { OfficeFrame } from '../../theme/office-frame.tsx';
import { Panel } from '../../theme/panel.tsx';
import type { TableDefinition, TableState } from '../../theme/table-model.ts';
import type { OfficePage } from '../page.ts';
import { type FigureScope, scopeQuery } from './figure-scope.ts';
import { outcomeName } from './outcome-names.ts';

interface Behind<Row> {
  readonly total: number;
  readonly shares: readonly AgencyShare[];
  readonly rows: readonly Row[];
  readonly next: string | null;
}

interface Props<Row> {
  readonly page: OfficePage;
  readonly scope: FigureScope;
  readonly cell: CountedCell;
  readonly definition: TableDefinition<Row>;
  readonly state: TableState;
  readonly found: Behind<Row>;
}

const pathOf = ({ table }: CountedCell): string =>
  table === 'appeals' ? '/office/appeals/cell' : '/office/applications/cell';
const cellQuery = ({ row, column }: CountedCell) => ({ row, column });
/** A province has more agencies than a page may hold; those of its cities are looked at city by city. */
const mostShares = 300;

/** What each agency adds; its own figure leads to its cases. */
const Shares = ({ page: { at }, scope, cell, found }: Omit<Props<never>, 'definition' | 'state'>) => (
  <Panel id="shares" title="各机关" flush>
    <table class="gk-table">
      <thead>
        <tr>
          <th scope="col">机关</th>
          <th scope="col" class="n">
            件数
          </th>
        </tr>
      </thead>
      <tbody>
        {found.shares.slice(0, mostShares).map(({ slug, name, cases }) => (
          <tr>
            <th scope="row">{name}</th>
            <td class="n">
              <a
                href={at(pathOf(cell), {
                  ...scopeQuery({ ...scope, below: false, agency: { ...scope.agency, slug, here: false } }),
                  ...cellQuery(cell),
                })}
              >
                {cases}
                <span class="visually-hidden"> 件，{name}</span>
              </a>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
    {found.shares.length > mostShares && (
      <p class="gk-text">另有 {found.shares.length - mostShares} 个机关，请选择其中一个上级机关查看。</p>
    )}
  </Panel>
);

const Figure = <Row,>(props: Props<Row> & { title: string; column: string; empty: string; note?: Child }) => {
  const { page, scope, cell, definition, state, found, title, column, empty } = props;
  const { at } = page;
  const { agency, below } = scope;
  return (
    <OfficeFrame
      shell={page.shell}
      title={title}
      section={at('/office/applications')}
      crumbs={[
        { label: '依申请公开', href: at('/office/applications') },
        { label: '表三、表四', href: at('/office/applications/tables', scopeQuery(scope)) },
        { label: title },
      ]}
      lead={`${agency.name}${below ? '和下级机关' : ''}，${cell.first} 至 ${cell.until}，${column}：${found.total} 件`}
    >
      {below && found.shares.length > 0 && (
        <Shares page={page} scope={scope} cell={cell} found={{ ...found, rows: [] }} />
      )}
      {props.note}
      <DataTable
        definition={definition}
        state={state}
        path={at(pathOf(cell), { ...scopeQuery(scope), ...cellQuery(cell) })}
        rows={found.rows}
        pages={{ previous: null, next: found.next, count: { rows: found.total, more: false } }}
        empty={{ title: '这一格是 0', text: empty }}
      />
    </OfficeFrame>
  );
};

/** The cases behind one figure of table 三. */
export const CellPage = (props: Props<CountedLine>) => {
  const { cell, found } = props;
  const masked = found.rows.some(({ title }) => title === null);
  return (
    <Figure
      {...props}
      title={outcomeName(cell.row)}
      column={applicantKindNames[cell.column as ApplicantKind] ?? '总计'}
      empty="没有计入这一格的申请。"
      note={
        masked && (
          <p class="gk-muted">
            其他机关的申请只显示统计所依据的内容，申请人和申请内容由该机关掌握，不在这里显示。
          </p>
        )
      }
    />
  );
};

/** The reviews and suits behind one figure of table 四. */
export const AppealCellPage = (props: Props<CountedAppealLine>) => (
  <Figure
    {...props}
    title={appealKindNames[props.cell.row as AppealKind] ?? props.cell.row}
    column={appealResultNames[props.cell.column as AppealResult] ?? '总计'}
    empty="没有计入这一格的复议、诉讼。"
  />
);
