import { type AppealKind, type AppealResult, dispositions } from '../../../law/appeals.ts';
import type { CountScope } from '../../../store/application-counts.ts';
import {
  type AgencyShare,
  type CountedAppeal,
  type CountedCell,
  countedAppeals,
  countedCases,
  sharesOf,
} from '../../../store/counted-cases.ts';
import { type CountedLine, countedLines } from '../../applications/counted-line.ts';
import { reachOf } from '../../authorise.ts';
import type { AppContext } from '../../context.ts';
import { query } from '../../query.ts';

export type { AgencyShare, CountedCell, CountedLine };

export interface FigureQuery extends CountScope {
  readonly cell: CountedCell;
  readonly after: string | null;
  readonly limit: number;
}

/** What a figure is made of: by agency, and case by case. */
interface Behind<Row> {
  /** The sum of all shares, which is the figure. */
  readonly total: number;
  readonly shares: readonly AgencyShare[];
  readonly rows: readonly Row[];
  readonly next: string | null;
}

/** A review or suit as table 四 counts it. */
export interface CountedAppealLine {
  readonly agency: string;
  readonly id: string | null;
  readonly applicationId: string | null;
  readonly kind: AppealKind;
  readonly acceptedOn: string;
  readonly endedOn: string | null;
  /** As it stands today, which may be after the day looked at. */
  readonly result: AppealResult;
  readonly words: string | null;
}

interface Place {
  readonly agencyId: string;
  readonly id: string;
}

const readCursor = (text: string | null): Place | null => {
  const parts = /^([0-9a-f-]{36})\.([0-9a-f-]{36})$/.exec(text ?? '');
  return parts === null ? null : { agencyId: parts[1]!, id: parts[2]! };
};

/** The agencies that a page reaches into: from the one it begins in, as many as hold enough. */
function reachedBy(shares: readonly AgencyShare[], seek: Place | null, wanted: number): readonly string[] {
  const start = seek === null ? 0 : shares.findIndex(({ id }) => id === seek.agencyId);
  if (start < 0) return [];
  const reached: string[] = [];
  let held = 0;
  for (const { id, cases } of shares.slice(start)) {
    if (held >= wanted) break;
    reached.push(id);
    if (id !== seek?.agencyId) held += cases;
  }
  return reached;
}

type Page<Row> = (agencies: readonly string[], seek: Place | null, limit: number) => Promise<readonly Row[]>;

async function behind<Row extends { readonly agency_id: string; readonly id: string }>(
  { store }: AppContext,
  { cell, after, limit, ...scope }: FigureQuery,
  page: Page<Row>,
): Promise<Behind<Row> & { readonly nameOf: (agencyId: string) => string }> {
  const shares = await store.read((database) => sharesOf(database, scope, cell));
  const seek = readCursor(after);
  const reached = reachedBy(shares, seek, limit + 1);
  const rows = reached.length === 0 ? [] : await page(reached, seek, limit + 1);
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  const names = new Map(shares.map(({ id, name }) => [id, name]));
  return {
    total: shares.reduce((sum, { cases }) => sum + cases, 0),
    shares,
    rows: shown,
    next: rows.length > limit && last !== undefined ? `${last.agency_id}.${last.id}` : null,
    nameOf: (agencyId) => names.get(agencyId) ?? '',
  };
}

/** The cases behind a figure of table 三, of an agency or of it and all below it, for any period and day. */
export const figureCases = query({
  act: 'application.listCounted',
  subject: (_, { agencyId }: FigureQuery) => ({ agencyId }),
  async run(context, asked): Promise<Behind<CountedLine>> {
    const { nameOf, ...found } = await behind(context, asked, (agencies, seek, limit) =>
      context.store.read((database) => countedCases(database, agencies, asked.cell, seek, limit)),
    );
    return { ...found, rows: await countedLines(context, found.rows, nameOf) };
  },
});

const appealLine = (
  row: CountedAppeal,
  agency: string,
  may: { readonly appeal: boolean; readonly application: boolean },
): CountedAppealLine => ({
  agency,
  id: may.appeal ? row.id : null,
  applicationId: may.application ? row.application_id : null,
  kind: row.kind,
  acceptedOn: row.accepted_on,
  endedOn: row.ended_on,
  result: row.result ?? 'pending',
  words: dispositions.find(({ id }) => id === row.disposition)?.words ?? null,
});

/** The reviews and suits behind a figure of table 四; nothing that is sealed of them is read. */
export const figureAppeals = query({
  act: 'application.listCounted',
  subject: (_, { agencyId }: FigureQuery) => ({ agencyId }),
  async run(context, asked): Promise<Behind<CountedAppealLine>> {
    const { nameOf, ...found } = await behind(context, asked, (agencies, seek, limit) =>
      context.store.read((database) => countedAppeals(database, agencies, asked.cell, seek, limit)),
    );
    const appeals = reachOf(context, 'appeal.list').own;
    const cases = reachOf(context, 'application.list').own;
    const rows = found.rows.map((row) =>
      appealLine(row, nameOf(row.agency_id), {
        appeal: appeals.includes(row.agency_id),
        application: cases.includes(row.agency_id),
      }),
    );
    return { ...found, rows };
  },
});
