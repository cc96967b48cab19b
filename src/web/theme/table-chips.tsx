import { Icon } from './icons.tsx';
import type { Filter, TableDefinition, TableState } from './table-model.ts';
import { tableHref } from './table-state.ts';

function chipWords(filter: Filter, value: string): string {
  if (filter.kind === 'check') return filter.label;
  const shown =
    filter.kind === 'select' ? filter.options.find((option) => option.value === value)?.label : value;
  return `${filter.label}：${shown ?? value}`;
}

/** The filters that are set, in words: 环节：待审查. */
export const filterWords = <Row,>({ filters }: TableDefinition<Row>, state: TableState): string[] =>
  filters
    .filter(({ name }) => state.filters[name] !== undefined)
    .map((filter) => chipWords(filter, state.filters[filter.name]!));

/** Each filter that is set, to be taken away by a click. */
export const TableChips = <Row,>({
  definition,
  state,
  path,
}: {
  definition: TableDefinition<Row>;
  state: TableState;
  path: string;
}) => {
  const set = definition.filters.filter(({ name }) => state.filters[name] !== undefined);
  if (set.length === 0) return null;
  const without = (name: string) => {
    const { [name]: _, ...filters } = state.filters;
    return tableHref(path, definition, state, { filters });
  };
  return (
    <div class="gk-chips">
      <span class="gk-muted">已选</span>
      {set.map((filter) => (
        <a class="gk-chip" href={without(filter.name)}>
          {chipWords(filter, state.filters[filter.name]!)}
          <Icon name="cross" />
          <span class="visually-hidden">（取消此项）</span>
        </a>
      ))}
      <a href={tableHref(path, definition, state, { filters: {} })}>清除</a>
    </div>
  );
};
