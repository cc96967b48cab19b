import { addDays, type Day } from '../../domain/workday/index.ts';
import {
  type AccessRow,
  accessPage,
  type EventRow,
  eventPage,
  type RecordFilter,
  type RecordSeek,
} from '../../store/record.ts';
import type { AppContext } from '../context.ts';
import { query } from '../query.ts';

export type { AccessRow, EventRow };

/** What an audit page asks of one agency's record. Days are of Shanghai, both included. */
export interface RecordQuery {
  readonly agencyId: string;
  /** The account's id, or system or terminal. */
  readonly actor?: string | null;
  readonly subjectId?: string | null;
  readonly from?: Day | null;
  readonly to?: Day | null;
}

export interface RecordPageQuery extends RecordQuery {
  /** Id of the last row of the page before. */
  readonly after?: string | null;
  /** Id of the first row of the page after. */
  readonly before?: string | null;
  readonly limit: number;
}

/** A page, newest first. `next` and `previous` are the ids to go on from, null where nothing follows. */
export interface RecordPage<Row> {
  readonly rows: readonly Row[];
  readonly next: string | null;
  readonly previous: string | null;
}

const startOf = (day: Day): Date => new Date(`${day}T00:00:00+08:00`);

const filterOf = ({ agencyId, actor, subjectId, from, to }: RecordQuery): RecordFilter => ({
  agencyId,
  actor: actor ?? null,
  subjectId: subjectId ?? null,
  from: from == null ? null : startOf(from),
  until: to == null ? null : startOf(addDays(to, 1)),
});

type Reader<Row> = (
  context: AppContext,
  filter: RecordFilter,
  seek: RecordSeek,
  limit: number,
) => Promise<readonly Row[]>;

async function pageOf<Row extends { readonly id: string }>(
  read: Reader<Row>,
  context: AppContext,
  query: RecordPageQuery,
): Promise<RecordPage<Row>> {
  const { limit } = query;
  const seek: RecordSeek =
    query.after != null ? { after: query.after } : query.before != null ? { before: query.before } : null;
  const backwards = seek !== null && 'before' in seek;
  const found = await read(context, filterOf(query), seek, limit + 1);
  const more = found.length > limit;
  const rows = more ? (backwards ? found.slice(1) : found.slice(0, limit)) : found;
  return {
    rows,
    next: (backwards ? rows.length > 0 : more) ? (rows.at(-1)?.id ?? null) : null,
    previous: (backwards ? more : seek !== null && rows.length > 0) ? (rows[0]?.id ?? null) : null,
  };
}

const rowsAtOnce = 2_000;

async function* allOf<Row extends { readonly id: string }>(
  read: Reader<Row>,
  context: AppContext,
  query: RecordQuery,
): AsyncGenerator<Row> {
  let seek: RecordSeek = null;
  for (;;) {
    const rows: readonly Row[] = await read(context, filterOf(query), seek, rowsAtOnce);
    yield* rows;
    if (rows.length < rowsAtOnce) return;
    seek = { after: rows.at(-1)!.id };
  }
}

const events: Reader<EventRow> = ({ store }, filter, seek, limit) =>
  store.read((database) => eventPage(database, filter, seek, limit));
const accesses: Reader<AccessRow> = ({ store }, filter, seek, limit) =>
  store.read((database) => accessPage(database, filter, seek, limit));

const ofAgency = (_context: AppContext, { agencyId }: RecordQuery) => ({ agencyId });

/** Acts of one agency's record by person, subject and day. */
export const listEvents = query<RecordPageQuery, RecordPage<EventRow>>({
  act: 'event.list',
  subject: ofAgency,
  run: (context, asked) => pageOf(events, context, asked),
});

/** Readings of personal data and refused acts, by the same. */
export const listAccesses = query<RecordPageQuery, RecordPage<AccessRow>>({
  act: 'access.list',
  subject: ofAgency,
  run: (context, asked) => pageOf(accesses, context, asked),
});

/** Every row that a list would show, newest first, for export: read on in pages, so that any number needs no memory. */
export const exportEvents = query<RecordQuery, AsyncGenerator<EventRow>>({
  act: 'event.list',
  subject: ofAgency,
  run: async (context, asked) => allOf(events, context, asked),
});
export const exportAccesses = query<RecordQuery, AsyncGenerator<AccessRow>>({
  act: 'access.list',
  subject: ofAgency,
  run: async (context, asked) => allOf(accesses, context, asked),
});
