import type { YearTables } from '../../../app/queries/applications/year-tables.ts';
import { annualReport2021 } from '../../../law/forms/index.ts';
import { Button } from '../../theme/buttons.tsx';
import { OfficeFrame } from '../../theme/office-frame.tsx';
import { Panel } from '../../theme/panel.tsx';
import { ScrollRegion } from '../../theme/parts.tsx';
import { SelectField } from '../../theme/select-field.tsx';
import { TextField } from '../../theme/text-field.tsx';
import type { OfficePage } from '../page.ts';
import { applicationTabs } from './application-tabs.tsx';
import { type FigureScope, scopeQuery } from './figure-scope.ts';

interface Props {
  readonly page: OfficePage;
  readonly tables: YearTables;
  readonly scope: FigureScope;
  readonly years: readonly number[];
}

const Choose = ({ page: { at }, tables, scope: { agency, below }, years }: Props) => (
  <form class="gk-filter" action={at('/office/applications/tables')} aria-label="选择年度和范围">
    {!agency.here && <input type="hidden" name="agency" value={agency.slug} />}
    <SelectField
      name="year"
      label="年度"
      options={years.map((year) => ({ value: String(year), label: `${year}年` }))}
      value={String(tables.year)}
    />
    <TextField name="from" kind="date" label="起始" value={tables.first} />
    <TextField name="until" kind="date" label="截至" value={tables.until} />
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

const Count = ({ value, href }: { value: number; href: string }) => (
  <td class={value === 0 ? 'n z' : 'n'}>{value === 0 ? value : <a href={href}>{value}</a>}</td>
);

/** The address of what stands behind a figure, of the period as it is shown. */
const behind = ({ page: { at }, tables, scope }: Props, path: string, row: string, column: string) =>
  at(path, { ...scopeQuery({ ...scope, until: tables.until }), row, column });

const Applications = (props: Props) => {
  const { tables } = props;
  const { applicationRows, applicationColumns } = annualReport2021;
  const hrefOf = (row: string, column: string) => behind(props, '/office/applications/cell', row, column);
  return (
    <Panel id="table-3" title="表三 收到和处理政府信息公开申请情况" flush>
      <ScrollRegion label="表三">
        <table class="gk-table gk-sticky">
          <thead>
            <tr>
              <th scope="col">情形</th>
              {applicationColumns.map(({ label }) => (
                <th scope="col" class="n">
                  {label}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {applicationRows.map(({ id, label, group }) => (
              <tr>
                <th scope="row" class="gk-rowname">
                  {group !== null && <small class="gk-muted">{group} </small>}
                  {label}
                </th>
                {applicationColumns.map((column) => (
                  <Count
                    value={tables.cells[`applications.${id}.${column.id}`] ?? 0}
                    href={hrefOf(id, column.id)}
                  />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
    </Panel>
  );
};

const Appeals = (props: Props) => (
  <Panel id="table-4" title="表四 行政复议、行政诉讼情况" flush>
    <ScrollRegion label="表四">
      <table class="gk-table">
        <thead>
          <tr>
            <th scope="col">种类</th>
            {annualReport2021.appealBlocks[0]!.columns.map(({ label }) => (
              <th scope="col" class="n">
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {annualReport2021.appealBlocks.map(({ id, label, columns }) => (
            <tr>
              <th scope="row" class="gk-rowname">
                {label}
              </th>
              {columns.map((column) => (
                <Count
                  value={props.tables.cells[`appeals.${id}.${column.id}`] ?? 0}
                  href={behind(props, '/office/appeals/cell', id, column.id)}
                />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  </Panel>
);

/** Tables 三 and 四 as they stand; each figure opens to what it counts. */
export const TablesPage = (props: Props) => {
  const { page, tables, scope } = props;
  const { agency, below } = scope;
  return (
    <OfficeFrame
      shell={page.shell}
      title="表三、表四"
      section={page.at('/office/applications')}
      lead={`${agency.name}${below ? '和下级机关' : ''}，${tables.first} 至 ${tables.until}`}
    >
      {applicationTabs(page, 'tables')}
      <Choose {...props} />
      <Applications {...props} />
      <Appeals {...props} />
    </OfficeFrame>
  );
};
