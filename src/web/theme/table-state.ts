import type { Column, Filter, Sort, TableDefinition, TableState } from './table-model.ts';

/** A filter's text and a cursor longer than this are no one's honest input. */
const LONGEST = 200;

const defaultColumns = <Row>(columns: readonly Column<Row>[]): string[] =>
  columns.filter(({ shown }) => shown !== false).map(({ id }) => id);

function sortOf<Row>({ columns, sort }: TableDefinition<Row>, text: string | null): Sort {
  const column = text?.replace(/^-/, '') ?? '';
  return columns.some(({ id, sortable }) => id === column && sortable === true)
    ? { column, descending: text!.startsWith('-') }
    : sort;
}

const clean = (text: string): string =>
  // biome-ignore lint/suspicious/noControlCharactersInRegex: a NUL from an address would stop PostgreSQL
  [...text.replace(/[\u0000-\u001f\u007f]/g, ' ').trim()].slice(0, LONGEST).join('');

function filterValue(filter: Filter, text: string | null): string {
  const value = clean(text ?? '');
  if (filter.kind === 'select') return filter.options.some((option) => option.value === value) ? value : '';
  if (filter.kind === 'check') return value === '1' ? '1' : '';
  if (filter.kind === 'day') return /^\d{4}-\d{2}-\d{2}$/.test(value) ? value : '';
  return value;
}

/**
 * What an address asks of a table. What it names and the table does not know (a column that is gone, a bookmark of
 * last year) falls back to what the table shows by itself.
 */
export function tableState<Row>(definition: TableDefinition<Row>, query: URLSearchParams): TableState {
  const filters: Record<string, string> = {};
  for (const filter of definition.filters) {
    const value = filterValue(filter, query.get(filter.name));
    if (value !== '') filters[filter.name] = value;
  }
  const asked = query.getAll('col');
  const fixed = (column: Column<Row>) => column.shown === 'always' || column.header === true;
  const columns = definition.columns
    .filter((column) => fixed(column) || asked.includes(column.id))
    .map(({ id }) => id);
  const after = clean(query.get('after') ?? '');
  const before = clean(query.get('before') ?? '');
  return {
    sort: sortOf(definition, query.get('sort')),
    columns: asked.length === 0 ? defaultColumns(definition.columns) : columns,
    filters,
    after: after === '' ? null : after,
    before: after === '' && before !== '' ? before : null,
    all: query.get('all') === '1',
  };
}

export const sortText = ({ column, descending }: Sort): string => `${descending ? '-' : ''}${column}`;

const same = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((each, index) => each === b[index]);

/** The parameters of a state, in a fixed order, without what the table does by itself. */
export function tableQuery<Row>(definition: TableDefinition<Row>, state: TableState): [string, string][] {
  const pairs: [string, string][] = [];
  for (const { name } of definition.filters)
    if (state.filters[name] !== undefined) pairs.push([name, state.filters[name]]);
  if (sortText(state.sort) !== sortText(definition.sort)) pairs.push(['sort', sortText(state.sort)]);
  if (!same(state.columns, defaultColumns(definition.columns)))
    for (const id of state.columns) pairs.push(['col', id]);
  if (state.after !== null) pairs.push(['after', state.after]);
  if (state.before !== null) pairs.push(['before', state.before]);
  if (state.all) pairs.push(['all', '1']);
  return pairs;
}

/**
 * The address of the table with something changed. Another order or filter begins at the first page again, since a
 * cursor belongs to its order.
 */
export function tableHref<Row>(
  path: string,
  definition: TableDefinition<Row>,
  state: TableState,
  change: Partial<TableState> = {},
): string {
  const first = { after: null, before: null, all: false };
  const pairs = tableQuery(definition, { ...state, ...first, ...change });
  const text = new URLSearchParams(pairs).toString();
  const [base, own = ''] = path.split('?');
  const query = [own, text].filter((each) => each !== '').join('&');
  return query === '' ? base! : `${base}?${query}`;
}

/** The parameters of a path itself, for the hidden fields of a GET form, which drops them from its address. */
export const ownParameters = (path: string): [string, string][] => [
  ...new URLSearchParams(path.split('?')[1] ?? ''),
];
