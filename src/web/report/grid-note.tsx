import type { Cells } from '../../domain/annual/report.ts';
import { countMissing } from './cell-view.ts';

const words = [
  ['blank', '空白'],
  ['absent', '原表缺少'],
  ['unreadable', '未能确定读出'],
] as const;

/** Says under a grid what its dashes mean and how many there are; nothing where every cell is a plain number. */
export const GridNote = ({ cells, prefix }: { cells: Cells; prefix: string }) => {
  const ids = Object.keys(cells).filter((id) => id.startsWith(`${prefix}.`));
  const count = countMissing(cells, ids);
  const parts = words
    .filter(([status]) => count[status] > 0)
    .map(([status, word]) => `${word} ${count[status]} 格`);
  if (parts.length === 0 && count.inferred === 0) return null;
  return (
    <p class="gk-legend-note">
      {parts.length > 0 && `“—”表示没有数值，不等于 0：${parts.join('，')}。`}
      {count.inferred > 0 &&
        `${count.inferred} 格不是直接读出，而是按勾稽关系或“无”等写法确定，指向该格可见原文。`}
    </p>
  );
};
