// biome-ignore-all lint/a11y/noRedundantRoles: cards are blocks, which takes the roles of a table’s parts away.
import { Icon } from './icons.tsx';
import { isNumeric } from './table-cell.tsx';
import type { Column, TableDefinition, TableState } from './table-model.ts';
import { tableHref } from './table-state.ts';

interface HeadProps<Row> {
  readonly definition: TableDefinition<Row>;
  readonly state: TableState;
  readonly path: string;
}

/** The order a click on the head leads to: the other direction, or this column with the newest and most on top. */
function sortHref<Row>({ definition, state, path }: HeadProps<Row>, column: Column<Row>): string {
  const here = state.sort.column === column.id;
  const descending = here ? !state.sort.descending : column.kind !== undefined && column.kind !== 'text';
  return tableHref(path, definition, state, { sort: { column: column.id, descending } });
}

const HeadCell = <Row,>({ column, ...props }: HeadProps<Row> & { column: Column<Row> }) => {
  const here = props.state.sort.column === column.id;
  const { descending } = props.state.sort;
  const look = [isNumeric(column) ? 'n' : '', column.wideOnly ? 'gk-only-d' : ''].filter(Boolean).join(' ');
  return (
    <th
      scope="col"
      role="columnheader"
      {...(look === '' ? {} : { class: look })}
      {...(here ? { 'aria-sort': descending ? 'descending' : 'ascending' } : {})}
    >
      {column.sortable ? (
        <a class="gk-sort" href={sortHref(props, column)}>
          {column.label}
          {here && <Icon name={descending ? 'down' : 'up'} />}
        </a>
      ) : (
        column.label
      )}
    </th>
  );
};

/** Heads; those that sort are links, and the present order is told to screen readers. */
export const TableHead = <Row,>(
  props: HeadProps<Row> & { columns: readonly Column<Row>[]; selectable: boolean; id: string },
) => (
  <thead role="rowgroup">
    <tr role="row">
      {props.selectable && (
        <th scope="col" role="columnheader" class="gk-pick">
          <span class="visually-hidden">选择</span>
          <input
            class="form-check-input"
            type="checkbox"
            hidden
            data-select-all={`${props.id}-group`}
            aria-label="全选本页"
          />
        </th>
      )}
      {props.columns.map((column) => (
        <HeadCell column={column} {...props} />
      ))}
    </tr>
  </thead>
);

/** The present order in words, by what the column holds: days are not large or small. */
function orderWords<Row>({ label, kind = 'text' }: Column<Row>, descending: boolean): string {
  const [up, down] =
    kind === 'day' ? ['从早到晚', '从晚到早'] : kind === 'text' ? ['正序', '倒序'] : ['从小到大', '从大到小'];
  return `${label}${descending ? down : up}`;
}

/** On a phone the heads are gone: the orders stand in a menu. */
export const SortMenu = <Row,>(props: HeadProps<Row>) => {
  const sortable = props.definition.columns.filter((column) => column.sortable);
  if (sortable.length === 0) return null;
  const now = props.definition.columns.find(({ id }) => id === props.state.sort.column);
  return (
    <details class="gk-drop-menu gk-tool gk-sort-menu">
      <summary class="btn btn-link">
        <span>
          排序
          {now === undefined ? '' : `：${orderWords(now, props.state.sort.descending)}`}
        </span>
        <Icon name="down" />
      </summary>
      <ul>
        {sortable.map((column) => (
          <li>
            <a
              href={sortHref(props, column)}
              {...(column.id === props.state.sort.column ? { 'aria-current': 'true' } : {})}
            >
              {column.label}
            </a>
          </li>
        ))}
      </ul>
    </details>
  );
};
