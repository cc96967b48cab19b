import type { Cells } from '../../domain/annual/report.ts';
import type { AnnualForm, FormId, TableId } from '../../law/forms/index.ts';
import { shownCells } from '../../report/render/application-rows.ts';
import { countMissing, showCell } from './cell-view.ts';
import { cellLabels } from './labels.ts';

const words = [
  ['blank', '空白'],
  ['absent', '原表缺少'],
  ['unreadable', '未能确定读出'],
] as const;

const Details = ({ cells, ids, form }: { cells: Cells; ids: readonly string[]; form: FormId }) => (
  <details class="gk-data">
    <summary>看这些格的原文</summary>
    <ul class="gk-small">
      {ids.map((id) => {
        const [, row, column] = cellLabels(form, id);
        return (
          <li>
            {row} · {column}：{showCell(cells[id], true).reason}
          </li>
        );
      })}
    </ul>
  </details>
);

/** Says under a grid what its dashes mean, how many there are and what was printed there; nothing where all is plain. */
export const GridNote = ({ cells, table, form }: { cells: Cells; table: TableId; form: AnnualForm }) => {
  const ids = [...shownCells(form, cells, false)].filter(
    (id) => id.startsWith(`${table}.`) && cells[id] !== undefined && cells[id].status !== 'read',
  );
  if (ids.length === 0) return null;
  const count = countMissing(cells, ids);
  const parts = words
    .filter(([status]) => count[status] > 0)
    .map(([status, word]) => `${word} ${count[status]} 格`);
  const unclear = ids.filter((id) => ['unreadable', 'inferred'].includes(cells[id]!.status));
  return (
    <div class="gk-legend-note">
      {parts.length > 0 && <p>“—”表示没有数值，不等于 0：{parts.join('，')}。</p>}
      {count.inferred > 0 && <p>有 {count.inferred} 格不是直接读出，而是按勾稽关系或“无”等写法确定。</p>}
      {unclear.length > 0 && <Details cells={cells} ids={unclear} form={form.id} />}
    </div>
  );
};
