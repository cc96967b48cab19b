// biome-ignore-all lint/a11y/noRedundantRoles: cards are blocks, which takes the roles of a table’s parts away.
import type { Child } from 'hono/jsx';
import type { Column } from './table-model.ts';

/** Money and sums show what they hold, at most two places after the point. */
const number = (value: number): string => value.toLocaleString('zh-CN', { maximumFractionDigits: 2 });

/** A value as the page shows it: thousands by comma, 0 as 0, what is not known as a dash that says so. */
export function cellContent<Row>(column: Column<Row>, row: Row): Child {
  if (column.cell !== undefined) return column.cell(row);
  const value = column.value(row);
  if (value === null || value === '')
    return (
      <>
        <span aria-hidden="true">—</span>
        <span class="visually-hidden">无</span>
      </>
    );
  if (column.kind === 'day') return <time datetime={String(value)}>{value}</time>;
  return typeof value === 'number' ? number(value) : value;
}

export const isNumeric = <Row,>({ kind }: Column<Row>): boolean => kind === 'count' || kind === 'amount';

function lookOf<Row>(column: Column<Row>, row: Row): string {
  const value = column.cell === undefined ? column.value(row) : undefined;
  return [
    isNumeric(column) ? 'n' : '',
    column.kind === 'day' ? 'd' : '',
    value === 0 || value === null || value === '' ? 'z' : '',
    column.wideOnly ? 'gk-only-d' : '',
  ]
    .filter((each) => each !== '')
    .join(' ');
}

/** One cell, its role written out because cards take it away; on a card its label stands before it. */
export const TableCell = <Row,>({ column, row }: { column: Column<Row>; row: Row }) => {
  const href = column.href?.(row) ?? null;
  const content = cellContent(column, row);
  const inner = href === null ? content : <a href={href}>{content}</a>;
  const look = lookOf(column, row);
  const attributes = look === '' ? {} : { class: look };
  return column.header ? (
    <th scope="row" role="rowheader" {...attributes}>
      {inner}
    </th>
  ) : (
    <td role="cell" data-l={column.label} {...attributes}>
      {inner}
    </td>
  );
};
