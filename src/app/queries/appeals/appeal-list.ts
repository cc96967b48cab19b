import { dispositionOf, reopens, suspectDirectSuit } from '../../../domain/appeal/appeal.ts';
import { type AppealDeadline, appealDeadlines } from '../../../domain/appeal/deadlines.ts';
import { type Refusal, refuse } from '../../../domain/refusal.ts';
import { workdayTable } from '../../../domain/workday/index.ts';
import { remedyOn } from '../../../law/remedies.ts';
import { appealFilesOf } from '../../../store/appeal-files.ts';
import { type AppealRow, appealById, type RegisterFilter, registerPage } from '../../../store/appeals.ts';
import type { AppealFileKind } from '../../../store/application-tables.ts';
import { applicationById, type CaseRef } from '../../../store/applications.ts';
import type { Database } from '../../../store/database.ts';
import { logReading } from '../../access-log.ts';
import { appealFileName } from '../../appeals/appeal-files.ts';
import { type AppealFacts, appealFacts, appealKey, appealOf } from '../../appeals/appeal-record.ts';
import { shanghaiDay } from '../../calendar-years.ts';
import type { AppContext } from '../../context.ts';
import { query } from '../../query.ts';

export interface ListedAppeal extends Omit<AppealRow, 'wrapped_key' | 'sealed_facts'> {
  readonly facts: AppealFacts | null;
  readonly deadlines: readonly AppealDeadline[];
  /** In the words of the decision; null while it is open. */
  readonly words: string | null;
  /** A new answer was ordered and no case was opened for it yet. */
  readonly toReopen: boolean;
}

export interface RegisterQuery extends RegisterFilter {
  readonly after: string | null;
  readonly limit: number;
  /** What it is read for, where that is not the list itself. */
  readonly purpose?: string;
}

export interface Register {
  readonly rows: readonly ListedAppeal[];
  readonly next: string | null;
}

const readCursor = (text: string | null) => {
  const parts = /^(\d{4}-\d{2}-\d{2})\.([0-9a-f]{8}-[0-9a-f-]{27})$/.exec(text ?? '');
  return parts === null ? null : { on: parts[1]!, id: parts[2]! };
};

/** An appeal with its days, what is sealed of it opened. */
function listed({ vault, calendar }: AppContext, row: AppealRow): ListedAppeal {
  const appeal = appealOf(row);
  const { wrapped_key: _key, sealed_facts: _sealed, ...shown } = row;
  return {
    ...shown,
    facts: appealFacts(vault, row),
    deadlines: appealDeadlines(appeal, workdayTable(calendar())),
    words: dispositionOf(appeal)?.words ?? null,
    toReopen: reopens(appeal) && row.reopened_id === null,
  };
}

/** The register of reviews and suits of an agency, the newest first. What is sealed of them is read, so it is logged. */
export const appealList = query({
  act: 'appeal.list',
  subject: (_, { agencyId }: RegisterQuery) => ({ agencyId }),
  async run(context, { after, limit, purpose = '查看复议、诉讼登记', ...filter }): Promise<Register> {
    const found = await context.store.read((database) =>
      registerPage(database, filter, readCursor(after), limit + 1),
    );
    const { agencyId } = filter;
    const subject = { agencyId, act: 'appeal.list', subjectKind: 'appeal', subjectId: null };
    if (found.length > 0) await logReading(context, subject, purpose);
    const shown = found.slice(0, limit);
    const last = shown.at(-1);
    return {
      rows: shown.map((row) => listed(context, row)),
      next: found.length > limit && last !== undefined ? `${last.accepted_on}.${last.id}` : null,
    };
  },
});

const unknown = refuse('appeal.unknown', '没有这件复议、诉讼。请从列表中选择。');

/** One with what its case tells of it. */
export interface AppealSheet extends ListedAppeal {
  /** A suit over an answer that must be reviewed first, registered as one that came without review. */
  readonly withoutReview: boolean;
  /** 登记编号 of the application it is over; null where there is none. */
  readonly number: string | null;
  readonly files: readonly {
    readonly id: string;
    readonly kind: AppealFileKind;
    readonly name: string;
    readonly bytes: number;
    readonly addedOn: string;
  }[];
}

async function ofItsCase(
  database: Database,
  row: AppealRow,
): Promise<Pick<AppealSheet, 'withoutReview' | 'number'>> {
  if (row.application_id === null) return { withoutReview: false, number: null };
  const of = await applicationById(database, { agencyId: row.agency_id, id: row.application_id });
  const number = of?.number ?? null;
  if (of === null || of.outcome === null || of.ended_on === null) return { withoutReview: false, number };
  const reviewFirst = remedyOn(of.outcome, of.ended_on) === 'reviewFirst';
  return { withoutReview: suspectDirectSuit(row.kind, reviewFirst), number };
}

/** One of them. */
export const appealSheet = query({
  act: 'appeal.list',
  subject: (_, { agencyId }: CaseRef) => ({ agencyId }),
  async run(context, ref): Promise<AppealSheet | Refusal> {
    const found = await context.store.read(async (database) => {
      const row = await appealById(database, ref);
      if (row === null) return null;
      const files = await appealFilesOf(database, row.agency_id, [row.id]);
      return { row, files, ofCase: await ofItsCase(database, row) };
    });
    if (found === null) return unknown;
    const { agencyId, id } = ref;
    const subject = { agencyId, act: 'appeal.list', subjectKind: 'appeal', subjectId: id };
    await logReading(context, subject, '查看复议、诉讼登记');
    const key = appealKey(context.vault, found.row);
    const files = found.files.flatMap((file) =>
      key === null
        ? []
        : [
            {
              id: file.id,
              kind: file.kind,
              name: appealFileName({ ...ref, key }, file),
              bytes: file.bytes,
              addedOn: shanghaiDay(file.added_at),
            },
          ],
    );
    return { ...listed(context, found.row), ...found.ofCase, files };
  },
});
