import { HiddenFields } from './act-form.tsx';
import { Button, type Weight } from './buttons.tsx';
import type { TableDefinition, TableState } from './table-model.ts';
import { tableHref } from './table-state.ts';

/** An act on all chosen rows; it posts their keys as `row`. */
export interface GroupAct {
  readonly label: string;
  readonly action: string;
  readonly weight?: Weight;
}

export interface TableGroup {
  readonly acts: readonly GroupAct[];
  /** Hidden fields, the token of the session among them. */
  readonly fields: Readonly<Record<string, string>>;
}

export const groupId = <Row,>({ id }: TableDefinition<Row>): string => `${id}-group`;

/**
 * What can be done to the chosen rows. The boxes stand in the table and belong to this form by its id, so that a cell
 * may hold a form of its own. Without script all rows of the page are chosen by a link.
 */
export const GroupBar = <Row,>(props: {
  definition: TableDefinition<Row>;
  state: TableState;
  path: string;
  group: TableGroup;
}) => {
  const { definition, state, path, group } = props;
  const id = groupId(definition);
  return (
    <form
      class="gk-group"
      id={id}
      method="post"
      data-once
      data-group
      aria-label={`批量处理${definition.title}`}
    >
      <HiddenFields fields={group.fields} />
      <span class="gk-group-count" data-count={definition.unit}>
        选中的
      </span>
      {group.acts.map(({ label, action, weight }) => (
        <Button action={action} {...(weight === undefined ? {} : { weight })}>
          {label}
        </Button>
      ))}
      <a
        class="btn btn-link"
        data-without-script
        href={tableHref(path, definition, state, {
          after: state.after,
          before: state.before,
          all: !state.all,
        })}
      >
        {state.all ? '全不选' : '全选本页'}
      </a>
    </form>
  );
};
