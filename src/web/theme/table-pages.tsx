import { Icon } from './icons.tsx';
import type { TableDefinition, TableState } from './table-model.ts';
import { tableHref } from './table-state.ts';

/** Where a page of rows stands: cursors of its neighbours, and how many rows there are as far as they were counted. */
export interface TablePages {
  readonly previous: string | null;
  readonly next: string | null;
  /** null when it was not counted; `more` when counting stopped there. */
  readonly count: { readonly rows: number; readonly more: boolean } | null;
  /** Number of the page's first row, from 1, where it is known. */
  readonly from?: number;
}

const number = (value: number): string => value.toLocaleString('zh-CN');

/** 第 1–50 条，共 1,000 条以上; what is not known is not said. */
export function pageWords(pages: TablePages, shown: number, unit: string): string {
  const place =
    pages.from === undefined || shown === 0
      ? `本页 ${number(shown)} ${unit}`
      : `第 ${number(pages.from)}–${number(pages.from + shown - 1)} ${unit}`;
  if (pages.count === null) return place;
  return `${place}，共 ${number(pages.count.rows)} ${unit}${pages.count.more ? '以上' : ''}`;
}

/** Only an order by day knows newer and older. */
function neighbours<Row>(definition: TableDefinition<Row>, { sort }: TableState): readonly [string, string] {
  const byDay = definition.columns.some(({ id, kind }) => id === sort.column && kind === 'day');
  if (!byDay) return ['上一页', '下一页'];
  return sort.descending ? ['较新', '较早'] : ['较早', '较新'];
}

/** By cursor: no page numbers, since rows come and go between two clicks. */
export const TablePager = <Row,>(props: {
  definition: TableDefinition<Row>;
  state: TableState;
  path: string;
  pages: TablePages;
  shown: number;
}) => {
  const { definition, state, path, pages } = props;
  const [back, on] = neighbours(definition, state);
  return (
    <nav class="gk-pages" aria-label={`${definition.title}翻页`}>
      <span>{pageWords(pages, props.shown, definition.unit)}</span>
      {(pages.previous !== null || pages.next !== null) && (
        <span class="gk-btns">
          {pages.previous !== null && (
            <a
              class="btn btn-outline-primary"
              rel="prev"
              href={tableHref(path, definition, state, { before: pages.previous })}
            >
              <Icon name="left" />
              {back}
            </a>
          )}
          {pages.next !== null && (
            <a
              class="btn btn-outline-primary"
              rel="next"
              href={tableHref(path, definition, state, { after: pages.next })}
            >
              {on}
              <Icon name="right" />
            </a>
          )}
        </span>
      )}
    </nav>
  );
};
