import type { AnnualForm } from '../../law/forms/index.ts';
import {
  type ApplicationColumn,
  type ApplicationRow,
  applicationRows,
  organisationsOf,
} from '../../report/render/application-rows.ts';
import { ScrollRegion } from '../theme/parts.tsx';
import { GridCell, type GridProps, LabelPins, type PinsByCell, TwoLines } from './grid.tsx';

const Head = ({
  form,
  years,
  organisations,
  totalOnly,
  pins,
}: {
  form: AnnualForm;
  years: GridProps['years'];
  pins: PinsByCell;
  organisations: readonly ApplicationColumn[];
  totalOnly: boolean;
}) => {
  const [own, ...others] = years;
  const merged = organisations.length === 1;
  return (
    <thead>
      <tr>
        <th rowspan={3} colspan={3} scope="col">
          {form.balanceNote}
          <LabelPins table="表三" label={form.balanceNote} pins={pins} />
        </th>
        <th colspan={totalOnly ? 1 : 2 + organisations.length} scope="colgroup">
          {others.length > 0 ? `申请人情况（${own?.year}年）` : '申请人情况'}
        </th>
        {others.length > 0 && (
          <th colspan={others.length} rowspan={2} scope="colgroup" class="y gk-nw">
            往年总计
          </th>
        )}
      </tr>
      <tr>
        {!totalOnly && (
          <>
            <th rowspan={2} scope="col" class="gk-nw">
              自然人
              <LabelPins table="表三" label="自然人" pins={pins} />
            </th>
            {merged ? (
              <th rowspan={2} scope="col">
                法人或其他组织
              </th>
            ) : (
              <th colspan={organisations.length} scope="colgroup">
                法人或其他组织
              </th>
            )}
          </>
        )}
        <th rowspan={2} scope="col">
          总计
          <LabelPins table="表三" label="总计" pins={pins} />
        </th>
      </tr>
      <tr>
        {!totalOnly &&
          !merged &&
          organisations.map((column) => (
            <th scope="col" class="gk-nw">
              <TwoLines label={column.label} />
              <LabelPins table="表三" label={column.label} pins={pins} />
            </th>
          ))}
        {others.map(({ year }) => (
          <th scope="col" class="y gk-nw">
            {year}年
          </th>
        ))}
      </tr>
    </thead>
  );
};

const RowHeads = ({
  row,
  resultRows,
  pins,
}: {
  row: ApplicationRow;
  resultRows: number;
  pins: PinsByCell;
}) => (
  <>
    {resultRows > 0 && (
      <th scope="rowgroup" rowspan={resultRows} class="band w-band">
        <span>三、本年度办理结果</span>
      </th>
    )}
    {row.group !== null && (
      <th scope="rowgroup" rowspan={row.group.rows} class="w-group">
        <span>{row.group.label}</span>
        <LabelPins table="表三" label={row.group.label} pins={pins} />
      </th>
    )}
    <th scope="row" class="w-label" {...(row.grouped ? {} : { colspan: row.result ? 2 : 3 })}>
      {row.label}
      <LabelPins table="表三" label={row.label} pins={pins} />
    </th>
  </>
);

/** Table 三: the grid as printed with merged heads and the vertical 三、本年度办理结果; other years by their totals. */
export const ApplicationsGrid = ({
  form,
  years,
  pins,
  totalOnly,
}: GridProps & { form: AnnualForm; totalOnly: boolean }) => {
  const [own, ...others] = years;
  if (own === undefined) return null;
  const rows = applicationRows(form, own.cells);
  const organisations = organisationsOf(form, own.cells);
  const columns = totalOnly ? [] : ['naturalPerson', ...organisations.map((column) => column.id)];
  const results = rows.filter((row) => row.result);
  return (
    <ScrollRegion label="收到和处理政府信息公开申请情况表">
      <table class={totalOnly ? 'gk-form gk-form--3 gk-form--3total' : 'gk-form gk-form--3'}>
        <caption class="visually-hidden">
          收到和处理政府信息公开申请情况，{years.map(({ year }) => `${year}年`).join('、')}
        </caption>
        <Head form={form} years={years} organisations={organisations} totalOnly={totalOnly} pins={pins} />
        <tbody>
          {rows.map((row) => (
            <tr {...(row.id === 'concluded' ? { class: 'sum' } : {})}>
              <RowHeads row={row} resultRows={row === results[0] ? results.length : 0} pins={pins} />
              {columns.map((column) => (
                <GridCell id={`applications.${row.id}.${column}`} year={own} own pins={pins} />
              ))}
              <GridCell id={`applications.${row.id}.total`} year={own} own pins={pins} total />
              {others.map((year) => (
                <GridCell id={`applications.${row.id}.total`} year={year} own={false} pins={pins} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
};
