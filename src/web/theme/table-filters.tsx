import { Options } from './select-field.tsx';
import type { Filter, TableDefinition, TableState } from './table-model.ts';
import { ownParameters, tableQuery } from './table-state.ts';

const FilterControl = ({ filter, id, value }: { filter: Filter; id: string; value: string }) => {
  if (filter.kind === 'select')
    return (
      <select class="form-select" id={id} name={filter.name}>
        <option value="">全部</option>
        <Options options={filter.options} value={value} />
      </select>
    );
  return (
    <input
      class="form-control"
      id={id}
      name={filter.name}
      type={filter.kind === 'day' ? 'date' : 'search'}
      value={value}
      maxlength={80}
      placeholder={filter.kind === 'text' ? filter.placeholder : undefined}
    />
  );
};

const FilterField = ({ filter, id, value }: { filter: Filter; id: string; value: string }) =>
  filter.kind === 'check' ? (
    <div class="form-check">
      <input
        class="form-check-input"
        type="checkbox"
        id={id}
        name={filter.name}
        value="1"
        checked={value === '1'}
      />
      <label for={id}>{filter.label}</label>
    </div>
  ) : (
    <div class={filter.kind === 'text' ? 'grow' : ''}>
      <label for={id}>{filter.label}</label>
      <FilterControl filter={filter} id={id} value={value} />
    </div>
  );

/** What of the address is not a filter goes on through the form: order, columns, the path's own parameters. */
export const KeptParameters = <Row,>(props: {
  definition: TableDefinition<Row>;
  state: TableState;
  path: string;
  except: (name: string) => boolean;
}) => (
  <>
    {[
      ...ownParameters(props.path),
      ...tableQuery(props.definition, { ...props.state, after: null, before: null, all: false }),
    ]
      .filter(([name]) => !props.except(name))
      .map(([name, value]) => (
        <input type="hidden" name={name} value={value} />
      ))}
  </>
);

/** The filters as a GET form: every list has an address of its own, which can be kept and sent. */
export const TableFilters = <Row,>({
  definition,
  state,
  path,
}: {
  definition: TableDefinition<Row>;
  state: TableState;
  path: string;
}) => {
  if (definition.filters.length === 0) return null;
  const names = new Set(definition.filters.map(({ name }) => name));
  return (
    <form class="gk-filter" action={path.split('?')[0]} aria-label={`筛选${definition.title}`}>
      <KeptParameters definition={definition} state={state} path={path} except={(name) => names.has(name)} />
      {definition.filters.map((filter) => (
        <FilterField
          filter={filter}
          id={`${definition.id}-${filter.name}`}
          value={state.filters[filter.name] ?? ''}
        />
      ))}
      <div class="end">
        <button class="btn btn-outline-primary" type="submit">
          筛选
        </button>
      </div>
    </form>
  );
};
