import type { Child } from 'hono/jsx';
import { Icon } from './icons.tsx';
import { KeptParameters } from './table-filters.tsx';
import { SortMenu } from './table-head.tsx';
import { MOST_ROWS, type TableDefinition, type TableState } from './table-model.ts';
import { tableHref } from './table-state.ts';

interface ToolsProps<Row> {
  readonly definition: TableDefinition<Row>;
  readonly state: TableState;
  readonly path: string;
}

/** Which columns stand in the table: a GET form behind `details`, so that it needs no script. */
const ColumnChooser = <Row,>({ definition, state, path }: ToolsProps<Row>) => (
  <details class="gk-drop-menu gk-tool">
    <summary class="btn btn-link">
      <Icon name="columns" />
      <span>栏目</span>
      <Icon name="down" />
    </summary>
    <form action={path.split('?')[0]} aria-label="选择显示的栏目">
      <KeptParameters definition={definition} state={state} path={path} except={(name) => name === 'col'} />
      <fieldset>
        <legend class="visually-hidden">显示的栏目</legend>
        {definition.columns.map(({ id, label, shown, header }) => {
          const fixed = shown === 'always' || header === true;
          return (
            <div class="form-check">
              <input
                class="form-check-input"
                type="checkbox"
                name="col"
                value={id}
                id={`${definition.id}-col-${id}`}
                checked={fixed || state.columns.includes(id)}
                disabled={fixed}
              />
              <label class="form-check-label" for={`${definition.id}-col-${id}`}>
                {label}
              </label>
              {fixed && <input type="hidden" name="col" value={id} />}
            </div>
          );
        })}
      </fieldset>
      <div class="gk-btns">
        <button class="btn btn-outline-primary" type="submit">
          显示
        </button>
        <a
          class="btn btn-link"
          href={tableHref(path, definition, {
            ...state,
            columns: definition.columns.filter((column) => column.shown !== false).map(({ id }) => id),
          })}
        >
          恢复原样
        </a>
      </div>
    </form>
  </details>
);

/** Above a table, at its right end: saved views, columns, workbook. */
export const TableTools = <Row,>(
  props: ToolsProps<Row> & { views?: Child; exportPath?: string; cards: boolean },
) => (
  <div class="gk-tools">
    {props.views !== undefined && <div class="gk-views">{props.views}</div>}
    {props.cards && <SortMenu {...props} />}
    <div class="end">
      <ColumnChooser {...props} />
      {props.exportPath !== undefined && (
        <a
          class="btn btn-link"
          href={tableHref(props.exportPath, props.definition, props.state, { after: null, before: null })}
        >
          <Icon name="download" />
          导出 Excel
          <small class="gk-muted">（至多 {MOST_ROWS / 10_000} 万行）</small>
        </a>
      )}
    </div>
  </div>
);
