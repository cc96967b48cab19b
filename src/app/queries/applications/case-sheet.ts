import type { AccountDay } from '../../../domain/application/account.ts';
import type { Advice } from '../../../domain/application/advice.ts';
import type { ApplicationForm, RequestedItem } from '../../../domain/application/application-form.ts';
import type { ApplicationCase } from '../../../domain/application/case.ts';
import { type RunningClock, runningClock } from '../../../domain/application/case-clock.ts';
import { isRefusal, type Refusal } from '../../../domain/refusal.ts';
import { type Day, workdayTable } from '../../../domain/workday/index.ts';
import type { ClaimKind } from '../../../law/claims.ts';
import type { LetterKindId } from '../../../law/letters.ts';
import { accountNames, staffOf } from '../../../store/accounts.ts';
import { itemsBefore } from '../../../store/applicant-months.ts';
import { actsOf } from '../../../store/application-events.ts';
import { caseFilesOf, deliveriesOf, type LetterRow, lettersOf } from '../../../store/application-letters.ts';
import { type OpinionRow, opinionsOf } from '../../../store/application-matters.ts';
import type { CaseFileKind } from '../../../store/application-tables.ts';
import { type CaseRef, updateApplication } from '../../../store/applications.ts';
import { claimsOf } from '../../../store/claims.ts';
import { logReading } from '../../access-log.ts';
import type { Party } from '../../applications/asking.ts';
import { asAct, type CaseAct } from '../../applications/case-acts.ts';
import { fileNameOf } from '../../applications/case-files.ts';
import { type CaseRecord, formOf, summaryIn } from '../../applications/case-record.ts';
import { offeredActs } from '../../applications/offered-acts.ts';
import { accessOf, openedCase, subjectOf } from '../../applications/opened-case.ts';
import { type AlikeCase, repetitionOf } from '../../applications/repetition.ts';
import { aboutCase, type CaseSummary, openJson } from '../../applications/sealing.ts';
import { shanghaiDay } from '../../calendar-years.ts';
import type { AppContext } from '../../context.ts';
import type { ActId } from '../../policy/index.ts';
import { query } from '../../query.ts';
import { caseAccount } from './follow-application.ts';

export interface CaseLetter {
  readonly id: string;
  readonly kind: LetterKindId;
  readonly ref: string | null;
  readonly status: LetterRow['status'];
  readonly number: string | null;
  readonly datedOn: Day | null;
  readonly proven: boolean;
}

export interface CaseOpinion extends Omit<OpinionRow, 'sealed_party' | 'sealed_reply'> {
  readonly party: Party;
  readonly reply: string | null;
}

/** A case as whoever works on it sees it: what is asked for, its days, its course; who asks, masked. */
export interface CaseSheet {
  readonly agencyId: string;
  readonly id: string;
  readonly summary: CaseSummary;
  readonly receiptNumber: string;
  readonly items: readonly RequestedItem[];
  readonly form: ApplicationForm['form'];
  readonly way: ApplicationForm['way'];
  readonly needsHelp: boolean;
  readonly state: ApplicationCase;
  readonly holder: { readonly id: string | null; readonly name: string | null };
  readonly first: string | null;
  readonly originId: string | null;
  /** Of applications that ask for the same, handled together. */
  readonly groupId: string | null;
  readonly clock: RunningClock | null;
  readonly account: readonly AccountDay[];
  readonly acts: readonly CaseAct[];
  readonly letters: readonly CaseLetter[];
  readonly files: readonly {
    readonly id: string;
    readonly name: string;
    readonly kind: CaseFileKind;
    readonly bytes: number;
  }[];
  readonly opinions: readonly CaseOpinion[];
  readonly alike: readonly AlikeCase[];
  /** That it was asked before, by others too, or often in a month: advice, never a refusal. */
  readonly advice: readonly Advice[];
  /** What the applicant asked beside it, the newest first. */
  readonly claims: readonly { readonly id: string; readonly kind: ClaimKind; readonly open: boolean }[];
  /** Items of the applicant in the month before this one, for a fee by items; null where no fee can be told now. */
  readonly itemsBefore: number | null;
  readonly staff: readonly { readonly id: string; readonly name: string }[];
  readonly offered: readonly ActId[];
}

const asLetter =
  (proven: ReadonlySet<string>) =>
  (row: LetterRow): CaseLetter => ({
    id: row.id,
    kind: row.kind,
    ref: row.ref,
    status: row.status,
    number: row.number,
    datedOn: row.dated_on as Day | null,
    proven: proven.has(row.id),
  });

const asOpinion =
  (record: CaseRecord) =>
  ({ sealed_party, sealed_reply, ...row }: OpinionRow): CaseOpinion => ({
    ...row,
    party: openJson(record.key, sealed_party, aboutCase(record, 'party')),
    reply: sealed_reply === null ? null : openJson(record.key, sealed_reply, aboutCase(record, 'reply')),
  });

/** Whoever of the office opens a case first is the one to turn to until it is handed over (首问负责). */
async function markOpened(context: AppContext, { row, agencyId, id }: CaseRecord): Promise<void> {
  const { actor } = context;
  const works =
    typeof actor !== 'string' &&
    actor.holdings.some(({ role }) => role === 'disclosureOffice' || role === 'caseHandler');
  if (!works || row.opened_at !== null) return;
  await context.store.write((transaction) =>
    updateApplication(
      transaction,
      { agencyId, id },
      {
        opened_at: context.now(),
        first_id: row.first_id ?? actor.accountId,
        holder_id: row.holder_id ?? actor.accountId,
      },
    ),
  );
}

/** The sheet of a case; the reading is logged. */
export const caseSheet = query({
  act: 'application.read',
  subject: (_, ref: CaseRef) => subjectOf(ref),
  async run(context, ref): Promise<CaseSheet | Refusal> {
    const record = await openedCase(context, ref);
    if (isRefusal(record)) return record;
    await logReading(context, accessOf(ref, 'application.read'), '办理依申请公开');
    await markOpened(context, record);
    const { state, row } = record;
    const today = shanghaiDay(context.now());
    const [acts, letters, deliveries, files, opinions, staff, claims] = await context.store.read((database) =>
      Promise.all([
        actsOf(database, ref),
        lettersOf(database, ref),
        deliveriesOf(database, ref),
        caseFilesOf(database, ref),
        opinionsOf(database, ref),
        staffOf(database, ref.agencyId, today),
        claimsOf(database, ref),
      ]),
    );
    const names = await context.store.read((database) =>
      accountNames(database, [row.first_id, row.holder_id, ...acts.map(({ account_id }) => account_id)]),
    );
    const form = formOf(record);
    const offered = offeredActs(context.actor, record, today);
    const proven = new Set(
      deliveries.filter(({ proven_at }) => proven_at !== null).map(({ letter_id }) => letter_id),
    );
    const nameOf = (id: string | null) => (id === null ? null : (names.get(id) ?? null));
    return {
      ...ref,
      summary: summaryIn(context.vault, row),
      receiptNumber: row.receipt_number,
      items: form.items,
      form: form.form,
      way: form.way,
      needsHelp: form.needsHelp,
      state,
      holder: { id: row.holder_id, name: nameOf(row.holder_id ?? row.first_id) },
      first: nameOf(row.first_id),
      originId: row.origin_id,
      groupId: row.group_id,
      clock: runningClock(state, today, workdayTable(context.calendar())),
      account: caseAccount(state, today, context.calendar()),
      acts: acts.map(asAct(record, names)),
      letters: letters.map(asLetter(proven)),
      files: files.map((file) => ({
        id: file.id,
        name: fileNameOf(record, file),
        kind: file.kind,
        bytes: file.bytes,
      })),
      opinions: opinions.map(asOpinion(record)),
      ...(await repetitionOf(context, record)),
      claims: claims.map(({ id, kind, answered_on }) => ({ id, kind, open: answered_on === null })),
      staff,
      offered,
      itemsBefore: offered.includes('application.noticeFee')
        ? await context.store.read((database) => itemsBefore(database, row))
        : null,
    };
  },
});
