import type { AnnualForm, DisclosureBand } from '../../law/forms/index.ts';
import { ScrollRegion } from '../theme/parts.tsx';
import { GridCell, type GridProps, LabelPins } from './grid.tsx';

/** Bands have one, two or three columns; six units under each year let all of them share one table. */
const unitsPerYear = 6;

const Band = ({
  band,
  years,
  pins,
  first,
}: GridProps & { band: DisclosureBand; first: ReadonlySet<string> }) => {
  const span = unitsPerYear / band.columns.length;
  const several = years.length > 1;
  return (
    <>
      <tr>
        <th class="band" colspan={1 + unitsPerYear * years.length} scope="colgroup">
          {band.title}
        </th>
      </tr>
      <tr>
        <th class="head" scope="col" {...(several ? { rowspan: 2 } : {})}>
          信息内容
        </th>
        {band.columns.map((column) => (
          <th class="head" scope={several ? 'colgroup' : 'col'} colspan={span * years.length}>
            {column.label}
            {first.has(`${band.title} ${column.id}`) && (
              <LabelPins table="表二" label={column.label} pins={pins} />
            )}
          </th>
        ))}
      </tr>
      {several && (
        <tr>
          {band.columns.flatMap(() =>
            years.map(({ year }, index) => (
              <th class={index === 0 ? 'head' : 'head y'} scope="col" colspan={span}>
                {year}年
              </th>
            )),
          )}
        </tr>
      )}
      {band.rows.map((row) => (
        <tr>
          <th scope="row">
            {row.label}
            <LabelPins table="表二" label={row.label} pins={pins} />
          </th>
          {band.columns.flatMap((column) =>
            years.map((year, index) => (
              <GridCell
                id={`disclosure.${row.id}.${column.id}`}
                year={year}
                own={index === 0}
                pins={pins}
                span={span}
              />
            )),
          )}
        </tr>
      ))}
    </>
  );
};

/** Bands repeat their column heads: the first of each label, by band and column. */
function firstOfLabel(form: AnnualForm): ReadonlySet<string> {
  const first = new Map<string, string>();
  for (const { title, columns } of form.bands)
    for (const { id, label } of columns) if (!first.has(label)) first.set(label, `${title} ${id}`);
  return new Set(first.values());
}

/** Table 二 with its bands as printed, the years of one column side by side. */
export const DisclosureGrid = ({ form, years, pins }: GridProps & { form: AnnualForm }) => {
  const first = firstOfLabel(form);
  return (
    <ScrollRegion label="主动公开政府信息情况表">
      <table class="gk-form gk-form--2">
        <caption class="visually-hidden">
          主动公开政府信息情况，{years.map(({ year }) => `${year}年`).join('、')}
        </caption>
        <colgroup>
          <col class="w-row" />
          <col span={unitsPerYear * years.length} />
        </colgroup>
        <tbody>
          {form.bands.map((band) => (
            <Band band={band} years={years} pins={pins} first={first} />
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
};
