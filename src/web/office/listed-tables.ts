import { shanghaiDay } from '../../app/calendar-years.ts';
import type { ViewedList } from '../../app/views/view-input.ts';
import type { TableDefinition } from '../theme/table-model.ts';
import { tableQuery, tableState } from '../theme/table-state.ts';
import { agenciesTable } from './agencies-table.ts';
import { appealsTable } from './applications/appeals-table.tsx';
import { allTable, boardTable } from './applications/case-table.ts';
import { accessesTable, eventsTable } from './audit-tables.ts';
import type { OfficePage } from './page.ts';
import { peopleTable } from './people-table.ts';

export interface ListedTable {
  readonly path: string;
  /** What the list is called where its views are managed. */
  readonly title: string;
  /** Parameters of the page itself that a view keeps beside those of the table. */
  readonly own: readonly string[];
  readonly definition: (page: OfficePage) => TableDefinition<never>;
}

const whereOf = ({ at, context }: OfficePage) => ({
  at,
  calendar: context.calendar(),
  today: shanghaiDay(context.now()),
});
const any = <Row>(definition: TableDefinition<Row>) => definition as unknown as TableDefinition<never>;

/** Every list of the office that views are kept of. */
export const listedTables: Readonly<Record<ViewedList, ListedTable>> = {
  people: {
    path: '/office/people',
    title: '人员',
    own: [],
    definition: ({ at }) => any(peopleTable(at)),
  },
  agencies: {
    path: '/office/agencies',
    title: '机关',
    own: ['under'],
    definition: ({ at }) => any(agenciesTable(at, true)),
  },
  events: {
    path: '/office/audit',
    title: '操作记录',
    own: [],
    definition: ({ at }) => any(eventsTable(at, '')),
  },
  accesses: {
    path: '/office/audit/accesses',
    title: '查阅和拒绝记录',
    own: [],
    definition: ({ at }) => any(accessesTable(at, '')),
  },
  board: {
    path: '/office/applications',
    title: '在办的申请',
    own: [],
    definition: (page) => any(boardTable(whereOf(page))),
  },
  applications: {
    path: '/office/applications/all',
    title: '全部申请',
    own: [],
    definition: (page) => any(allTable(whereOf(page))),
  },
  appeals: {
    path: '/office/appeals',
    title: '复议、诉讼',
    own: [],
    definition: (page) => any(appealsTable(page.at, whereOf(page).today)),
  },
};

const longestOwn = 120;

/**
 * The words of an address that a view keeps: what the table knows of them, no page of it, and nothing that is looked
 * for by person. What is unknown (a column that is gone) falls away.
 */
export function keptQuery(page: OfficePage, list: ViewedList, words: string): URLSearchParams {
  const { definition: define, own } = listedTables[list];
  const definition = define(page);
  const asked = new URLSearchParams(words);
  const state = tableState(definition, asked);
  const filters = { ...state.filters };
  for (const { kind, name, ...rest } of definition.filters)
    if (kind === 'text' && 'personal' in rest && rest.personal) delete filters[name];
  const pairs = tableQuery(definition, { ...state, filters, after: null, before: null, all: false });
  const ofPage = own.flatMap((name): [string, string][] => {
    const value = asked.get(name)?.slice(0, longestOwn) ?? '';
    return value === '' ? [] : [[name, value]];
  });
  return new URLSearchParams([...ofPage, ...pairs]);
}
