import { readForm } from '../../../domain/application/read-form.ts';
import { isRefusal, type Refusal } from '../../../domain/refusal.ts';
import type { TakenRow } from '../../../domain/takeover/check-rows.ts';
import { highestOf } from '../../../domain/takeover/numbering.ts';
import { formOfRow } from '../../../domain/takeover/taken-case.ts';
import { lastNumber, takeoverDraft } from '../../../store/takeovers.ts';
import { registrationNumber } from '../../applications/registration.ts';
import { type CaseSummary, summaryOf } from '../../applications/sealing.ts';
import { shanghaiDay } from '../../calendar-years.ts';
import { query } from '../../query.ts';
import { checkedFile } from '../../takeover/checked-file.ts';
import { type TakeoverCounts, takeoverCounts } from '../../takeover/counts.ts';
import { draftsSince, ownDraft, ownerOf } from '../../takeover/draft.ts';

/** A case as it would be taken over: who applies is masked, as in every list. */
export interface PreviewedCase extends Omit<TakenRow, 'values'> {
  readonly summary: CaseSummary;
}

export interface TakeoverPreview {
  readonly draftId: string;
  readonly madeAt: Date;
  readonly total: number;
  readonly page: number;
  readonly pages: number;
  readonly cases: readonly PreviewedCase[];
  readonly counts: TakeoverCounts;
  /** What of the running cases presses. */
  readonly overdue: number;
  /** Answered after the last day. */
  readonly late: number;
  /** The next number that registration will give this year. */
  readonly nextNumber: string;
}

const perPage = 100;

const previewed = ({ values, ...row }: TakenRow): PreviewedCase => ({
  ...row,
  summary: summaryOf(readForm(formOfRow(values)).form),
});

/** Who presses first: the running by their last day, behind them what has ended. */
const byUrgency = (a: TakenRow, b: TakenRow): number =>
  Number(a.state.endedOn !== null) - Number(b.state.endedOn !== null) ||
  (a.clock.due ?? '9999').localeCompare(b.clock.due ?? '9999') ||
  a.line - b.line;

/** The file that its person put by, case by case, with what it makes of table 三. Nothing is written. */
export const takeoverPreview = query({
  act: 'application.takeOver',
  subject: (_, { agencyId }: { agencyId: string; page: number }) => ({ agencyId }),
  run: (context, { agencyId, page: asked }): Promise<TakeoverPreview | Refusal> =>
    context.store.read(async (database) => {
      const own = await ownDraft(context, database, agencyId);
      if (isRefusal(own)) return own;
      const rows = await checkedFile(context, database, agencyId, own.bytes);
      if (isRefusal(rows)) return rows;
      const today = shanghaiDay(context.now());
      const year = Number(today.slice(0, 4));
      const highest = highestOf(rows.map(({ values }) => values.number!)).get(year) ?? 0;
      const last = Math.max(highest, await lastNumber(database, agencyId, 'register', year));
      const pages = Math.max(1, Math.ceil(rows.length / perPage));
      const page = Math.min(Math.max(1, asked), pages);
      return {
        draftId: own.draft.id,
        madeAt: own.draft.made_at,
        total: rows.length,
        page,
        pages,
        cases: [...rows]
          .sort(byUrgency)
          .slice((page - 1) * perPage, page * perPage)
          .map(previewed),
        counts: await takeoverCounts(database, agencyId, rows, today),
        overdue: rows.filter(({ clock }) => clock.state === 'overdue').length,
        late: rows.filter(({ clock }) => clock.late).length,
        nextNumber: registrationNumber(year, last + 1),
      };
    }),
});

/** Whether a person has a file put by, and of how many cases. */
export const ownTakeover = query({
  act: 'application.takeOver',
  subject: (_, { agencyId }: { agencyId: string }) => ({ agencyId }),
  async run(context, { agencyId }): Promise<{ readonly cases: number; readonly at: Date } | null> {
    const owner = ownerOf(context, agencyId);
    if (owner === null) return null;
    const draft = await context.store.read((database) =>
      takeoverDraft(database, owner, draftsSince(context.now())),
    );
    return draft === null ? null : { cases: draft.rows, at: draft.made_at };
  },
});
