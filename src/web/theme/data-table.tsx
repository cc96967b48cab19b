// biome-ignore-all lint/a11y/noRedundantRoles: cards are blocks, which takes the roles of a table’s parts away.
import type { Child } from 'hono/jsx';
import { Empty } from './parts.tsx';
import { TableCell } from './table-cell.tsx';
import { TableChips } from './table-chips.tsx';
import { TableFilters } from './table-filters.tsx';
import { GroupBar, groupId, type TableGroup } from './table-group.tsx';
import { TableHead } from './table-head.tsx';
import type { TableDefinition, TableState } from './table-model.ts';
import { TablePager, type TablePages } from './table-pages.tsx';
import { tableHref } from './table-state.ts';
import { TableTools } from './table-tools.tsx';

export interface DataTableProps<Row> {
  readonly definition: TableDefinition<Row>;
  readonly state: TableState;
  /** Address of the page; parameters it has are kept. */
  readonly path: string;
  readonly rows: readonly Row[];
  readonly pages: TablePages;
  /** Address that answers the workbook of the same filters. */
  readonly exportPath?: string;
  readonly views?: Child;
  readonly group?: TableGroup;
  /** Many columns: the table scrolls by itself, head and naming column stay. Else it becomes cards on a phone. */
  readonly wide?: boolean;
  /** What to say when there is nothing at all: why that is so, the next step. */
  readonly empty: { readonly title: string; readonly text: Child; readonly action?: Child };
}

const Nothing = <Row,>({ definition, state, path, empty }: DataTableProps<Row>) =>
  Object.keys(state.filters).length === 0 ? (
    <Empty title={empty.title} action={empty.action}>
      {empty.text}
    </Empty>
  ) : (
    <Empty
      title={`没有符合条件的${definition.title}`}
      action={
        <a class="btn btn-outline-primary" href={tableHref(path, definition, state, { filters: {} })}>
          清除筛选
        </a>
      }
    >
      去掉一些条件，或者换个关键词再看。
    </Empty>
  );

const RowBox = <Row,>({ definition, state, row }: DataTableProps<Row> & { row: Row }) => {
  const key = definition.key(row);
  const named = definition.columns.find(({ header }) => header)?.value(row) ?? key;
  return (
    <td role="cell" class="gk-pick">
      <input
        class="form-check-input"
        type="checkbox"
        name="row"
        value={key}
        form={groupId(definition)}
        checked={state.all}
        aria-label={`选择 ${named}`}
      />
    </td>
  );
};

const Rows = <Row,>(props: DataTableProps<Row>) => {
  const { definition, state, path, rows, group, wide } = props;
  const columns = definition.columns.filter(({ id }) => state.columns.includes(id));
  const look = `gk-table ${wide ? 'gk-sticky' : 'gk-cards'}${group === undefined ? '' : ' gk-selectable'}`;
  return (
    <table class={look} role="table" aria-label={definition.title}>
      <TableHead
        definition={definition}
        state={state}
        path={path}
        columns={columns}
        selectable={group !== undefined}
        id={definition.id}
      />
      <tbody role="rowgroup">
        {rows.map((row) => (
          <tr role="row">
            {group !== undefined && <RowBox {...props} row={row} />}
            {columns.map((column) => (
              <TableCell column={column} row={row} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
};

/** A list of the office: filters, order, columns, workbook, group acts, pages; all of it by address and form alone. */
export const DataTable = <Row,>(props: DataTableProps<Row>) => {
  const { definition, state, path, rows, group, wide } = props;
  return (
    <section class="gk-list" aria-label={definition.title} id={definition.id}>
      <TableFilters definition={definition} state={state} path={path} />
      <TableChips definition={definition} state={state} path={path} />
      <TableTools
        definition={definition}
        state={state}
        path={path}
        cards={!wide && rows.length > 0}
        {...(props.views === undefined ? {} : { views: props.views })}
        {...(props.exportPath === undefined ? {} : { exportPath: props.exportPath })}
      />
      {rows.length === 0 ? (
        <div class="gk-panel">
          <Nothing {...props} />
        </div>
      ) : (
        <>
          {group !== undefined && (
            <GroupBar definition={definition} state={state} path={path} group={group} />
          )}
          {wide && <p class="gk-swipe">左右滑动查看全表</p>}
          {wide ? (
            <section
              class="gk-scroll gk-scroll--tall"
              aria-label={`${definition.title}，可滚动`}
              tabindex={0}
            >
              <Rows {...props} />
            </section>
          ) : (
            <div class="gk-panel gk-list-box">
              <Rows {...props} />
            </div>
          )}
        </>
      )}
      {(rows.length > 0 || props.pages.previous !== null) && (
        <TablePager
          definition={definition}
          state={state}
          path={path}
          pages={props.pages}
          shown={rows.length}
        />
      )}
    </section>
  );
};
