import type { Cells } from '../../domain/annual/report.ts';
import { showCell } from './cell-view.ts';
import type { GridYear } from './grid.tsx';

const figures = [
  ['新收申请', 'applications.received.total'],
  ['办理结果总计', 'applications.concluded.total'],
  ['予以公开', 'applications.granted.total'],
  ['结转下年度', 'applications.carriedOut.total'],
  ['复议结果纠正', 'appeals.review.corrected'],
] as const;

const Value = ({ cells, id, own }: { cells: Cells; id: string; own: boolean }) => {
  const view = showCell(cells[id], own);
  return (
    <td class={view.zero ? 'n z' : 'n'} {...(view.reason === null ? {} : { title: view.reason })}>
      {view.text}
      {view.word !== null && <span class="visually-hidden">（{view.reason}）</span>}
    </td>
  );
};

/** The handful of figures most people come for, years side by side. */
export const KeyFigures = ({ years }: { years: readonly GridYear[] }) => (
  <aside class="gk-panel gk-key" aria-label="主要数据">
    <table class="gk-table">
      <caption class="visually-hidden">主要数据（件）</caption>
      <thead>
        <tr>
          <th scope="col">主要数据（件）</th>
          {years.map(({ year }) => (
            <th scope="col" class="n">
              {year}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {figures.map(([label, id]) => (
          <tr>
            <th scope="row">{label}</th>
            {years.map((year, index) => (
              <Value cells={year.cells} id={id} own={index === 0} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  </aside>
);
