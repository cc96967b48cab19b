import type pg from 'pg';

/** A table as it is copied: its columns in order, and those that tell its rows apart. */
export interface CopiedTable {
  readonly name: string;
  readonly columns: readonly string[];
  readonly key: readonly string[];
}

interface FoundTable extends CopiedTable {
  readonly needs: readonly string[];
  /** On disk, with indexes and long values. */
  readonly size: number;
}

/** The table that tells which migrations ran: a restored system has its own. */
const notCopied = 'migration';

export const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;
export const listed = (names: readonly string[]): string => names.map(quoted).join(', ');

async function findTables(client: pg.ClientBase): Promise<readonly FoundTable[]> {
  const { rows } = await client.query<FoundTable>(
    `select relname as name, pg_total_relation_size(c.oid)::float8 as size,
       (select array_agg(attname::text order by attnum) from pg_attribute
         where attrelid = c.oid and attnum > 0 and not attisdropped) as columns,
       (select array_agg(a.attname::text order by k.n) from pg_index i
         cross join lateral unnest(i.indkey::int[]) with ordinality k (attnum, n)
         join pg_attribute a on a.attrelid = c.oid and a.attnum = k.attnum
         where i.indrelid = c.oid and i.indisprimary) as key,
       coalesce((select array_agg(distinct f.relname::text) from pg_constraint r join pg_class f on f.oid = r.confrelid
         where r.conrelid = c.oid and r.contype = 'f' and f.oid <> c.oid), '{}') as needs
     from pg_class c where relkind = 'r' and relnamespace = current_schema()::regnamespace and relname <> $1
     order by relname`,
    [notCopied],
  );
  return rows;
}

function ordered(tables: readonly FoundTable[]): readonly FoundTable[] {
  const placed = new Set<string>();
  const found: FoundTable[] = [];
  while (found.length < tables.length) {
    const next = tables.filter(
      ({ name, needs }) => !placed.has(name) && needs.every((need) => placed.has(need)),
    );
    if (next.length === 0) throw new Error('表之间循环引用，无法确定复制顺序。');
    for (const table of next) {
      found.push(table);
      placed.add(table.name);
    }
  }
  return found;
}

const asCopied = ({ name, columns, key }: FoundTable): CopiedTable => ({ name, columns, key });

/** Every table, those that others refer to first; within a statement a table may refer to itself. */
export async function tablesInOrder(client: pg.ClientBase): Promise<readonly CopiedTable[]> {
  return ordered(await findTables(client)).map(asCopied);
}

/**
 * The tables that hold what belongs to one agency: the agency's own row, and every table with an `agency_id` that
 * refers to nothing outside. A table that refers to what is shared (a person's account) stays behind.
 */
export async function agencyTablesInOrder(client: pg.ClientBase): Promise<readonly CopiedTable[]> {
  const within = new Set<string>(['agency']);
  const tables = ordered(await findTables(client)).filter(({ name, columns, needs }) => {
    const belongs =
      name === 'agency' || (columns.includes('agency_id') && needs.every((need) => within.has(need)));
    if (belongs) within.add(name);
    return belongs;
  });
  return tables.map(asCopied);
}

/** Names of the tables, the largest first: copied side by side, the long ones must not come last. */
export async function largestFirst(client: pg.ClientBase): Promise<readonly string[]> {
  const tables = [...(await findTables(client))];
  return tables.sort((a, b) => b.size - a.size).map(({ name }) => name);
}

/** Tables that name kept files: those with `sha256`, `stored_as` and `bytes`. */
export const namesFiles = ({ columns }: CopiedTable): boolean =>
  ['sha256', 'stored_as', 'bytes'].every((column) => columns.includes(column));

/** Takes away what slows the filling of tables down, foreign keys and indexes but the primary ones, and gives the
 * statements that make them again. */
export async function dropIndexes(
  client: pg.ClientBase,
  tables: readonly CopiedTable[],
): Promise<readonly string[]> {
  const names = tables.map(({ name }) => name);
  const constraints = await client.query<{
    table: string;
    name: string;
    definition: string;
    foreign: boolean;
  }>(
    `select c.relname as table, conname as name, pg_get_constraintdef(r.oid) as definition, contype = 'f' as foreign
     from pg_constraint r join pg_class c on c.oid = r.conrelid
     where c.relnamespace = current_schema()::regnamespace and c.relname = any($1) and contype in ('f', 'u')
     order by contype = 'f' desc, c.relname, conname`,
    [names],
  );
  for (const { table, name } of constraints.rows)
    await client.query(`alter table ${quoted(table)} drop constraint ${quoted(name)}`);
  const indexes = await client.query<{ name: string; definition: string }>(
    `select i.relname as name, pg_get_indexdef(i.oid) as definition from pg_index x
     join pg_class i on i.oid = x.indexrelid join pg_class c on c.oid = x.indrelid
     where c.relnamespace = current_schema()::regnamespace and c.relname = any($1) and not x.indisprimary
     order by c.relname, i.relname`,
    [names],
  );
  for (const { name } of indexes.rows) await client.query(`drop index ${quoted(name)}`);
  const added = ({ table, name, definition }: (typeof constraints.rows)[number]): string =>
    `alter table ${quoted(table)} add constraint ${quoted(name)} ${definition}`;
  return [
    ...indexes.rows.map(({ definition }) => definition),
    ...constraints.rows.filter(({ foreign }) => !foreign).map(added),
    ...constraints.rows.filter(({ foreign }) => foreign).map(added),
  ];
}
