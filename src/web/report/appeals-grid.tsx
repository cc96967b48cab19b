import type { AnnualForm } from '../../law/forms/index.ts';
import { ScrollRegion } from '../theme/parts.tsx';
import { GridCell, type GridProps, LabelPins, type PinsByCell, TwoLines } from './grid.tsx';

const Head = ({ form, several, pins }: { form: AnnualForm; several: boolean; pins: PinsByCell }) => {
  const [review, ...suits] = form.appealBlocks;
  const results = form.appealBlocks.flatMap((block) => block.columns);
  return (
    <thead>
      <tr>
        {several && (
          <th rowspan={3} scope="col">
            年度
          </th>
        )}
        <th colspan={review!.columns.length} rowspan={2} scope="colgroup">
          {review!.label}
        </th>
        <th colspan={suits.reduce((sum, block) => sum + block.columns.length, 0)} scope="colgroup">
          行政诉讼
        </th>
      </tr>
      <tr>
        {suits.map((block) => (
          <th colspan={block.columns.length} scope="colgroup">
            {block.label}
          </th>
        ))}
      </tr>
      <tr>
        {results.map((column, index) => (
          <th scope="col" class="gk-nw">
            <TwoLines label={column.label} />
            {index < review!.columns.length && <LabelPins table="表四" label={column.label} pins={pins} />}
          </th>
        ))}
      </tr>
    </thead>
  );
};

/** Table 四; with several years a row each, the page's own year first. */
export const AppealsGrid = ({ form, years, pins }: GridProps & { form: AnnualForm }) => {
  const several = years.length > 1;
  return (
    <ScrollRegion label="政府信息公开行政复议、行政诉讼情况表">
      <table class="gk-form gk-form--4">
        <caption class="visually-hidden">
          政府信息公开行政复议、行政诉讼情况，{years.map(({ year }) => `${year}年`).join('、')}
        </caption>
        <Head form={form} several={several} pins={pins} />
        <tbody>
          {years.map((year, index) => (
            <tr>
              {several && (
                <th scope="row" class={index === 0 ? 'gk-nw' : 'gk-nw y'}>
                  {year.year}年
                </th>
              )}
              {form.appealBlocks.flatMap((block) =>
                block.columns.map((column) => (
                  <GridCell
                    id={`appeals.${block.id}.${column.id}`}
                    year={year}
                    own={index === 0}
                    pins={pins}
                    total={column.id === 'total' && index === 0}
                  />
                )),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
};
