import { type AccountDay, accountOf } from '../../../domain/application/account.ts';
import type { ApplicationForm } from '../../../domain/application/application-form.ts';
import type { ApplicationCase } from '../../../domain/application/case.ts';
import {
  type RunningClock,
  reckonEntries,
  runningClock,
  runningEntries,
} from '../../../domain/application/case-clock.ts';
import { possibleActs } from '../../../domain/application/decide.ts';
import { reasonsUntil } from '../../../domain/application/explanation.ts';
import { isRefusal, type Refusal, refuse } from '../../../domain/refusal.ts';
import { type Calendar, type Day, workdayTable } from '../../../domain/workday/index.ts';
import { letterKindOf } from '../../../law/letters.ts';
import { agencyById } from '../../../store/agencies.ts';
import { actsOf } from '../../../store/application-events.ts';
import { type LetterRow, lettersOf } from '../../../store/application-letters.ts';
import { type CaseRef, startedFrom } from '../../../store/applications.ts';
import { claimsOf } from '../../../store/claims.ts';
import { proposalOf } from '../../../store/disclosure-proposals.ts';
import { logReading } from '../../access-log.ts';
import { type CaseRecord, formOf, readCase } from '../../applications/case-record.ts';
import { type FollowProof, followed } from '../../applications/follow.ts';
import { followCode } from '../../applications/follow-code.ts';
import { letterAgencyOf } from '../../applications/letter-agency.ts';
import { downloadOf, type LetterDownload } from '../../applications/letter-download.ts';
import { aboutCase, openJson } from '../../applications/sealing.ts';
import { type ToldRemedy, toldRemedy } from '../../applications/told-remedy.ts';
import { shanghaiDay } from '../../calendar-years.ts';
import { type FollowedClaim, shownClaim } from '../../claims/shown-claim.ts';
import type { AppContext } from '../../context.ts';
import { query } from '../../query.ts';

/** What an applicant can do to his application now. */
export type ApplicantAct =
  | 'answerCorrection'
  | 'giveReasons'
  | 'withdraw'
  | 'addFile'
  | 'rectify'
  | 'suggest';

export interface FollowedLetter {
  readonly id: string;
  readonly title: string;
  readonly number: string | null;
  readonly sentOn: Day;
}

/** An application as its applicant follows it: all of it is about himself. */
export interface FollowedApplication {
  readonly agency: { readonly id: string; readonly slug: string; readonly name: string };
  readonly receiptNumber: string;
  readonly form: ApplicationForm;
  /** Whether news go out by e-mail. */
  readonly tells: boolean;
  readonly state: ApplicationCase;
  readonly clock: RunningClock | null;
  readonly account: readonly AccountDay[];
  readonly letters: readonly FollowedLetter[];
  readonly acts: readonly ApplicantAct[];
  /** In the clerk's words, what is to be made clear while 补正 is waited for. */
  readonly unclear: string | null;
  /** Reasons asked for (第三十五条) and not given yet: why, and until when; null while none are. */
  readonly reasons: { readonly why: string | null; readonly until: Day | null } | null;
  readonly remedy: ToldRemedy;
  /** What is to be paid, how, and by when: null until receipt of the notice is recorded. Null while nothing is. */
  readonly payment: { readonly yuan: number; readonly how: string | null; readonly until: Day | null } | null;
  /** What became of a proposal to disclose to all what was given here (第四十四条); null where nobody made one. */
  readonly proposal: {
    readonly state: 'open' | 'takenUp' | 'refused';
    readonly on: Day;
    /** By an applicant. */
    readonly suggested: boolean;
  } | null;
  /** 政府信息公开工作机构, as the portal tells it. */
  readonly office: Readonly<Partial<Record<'office' | 'address' | 'phone' | 'hours', string>>>;
  /** What the applicant asked over records about himself and his data, the newest first. */
  readonly claims: readonly FollowedClaim[];
  /** Cases that began with this one, each with what it is followed by. */
  readonly further: readonly FurtherCase[];
}

export interface FurtherCase {
  readonly origin: ApplicationCase['origin'];
  readonly receiptNumber: string;
  readonly code: string;
}

const toApplicant = ({ status, kind }: LetterRow): boolean =>
  status === 'sent' && letterKindOf(kind).to === 'applicant';

const shownLetter = ({ id, kind, number, sent_on }: LetterRow): FollowedLetter => ({
  id,
  title: letterKindOf(kind).title,
  number,
  sentOn: sent_on as Day,
});

const canGiveReasons = (state: ApplicationCase): boolean =>
  state.explanation?.givenOn === null && possibleActs(state, 'applicant').includes('takeReasons');

const wasGiven = ({ answer }: ApplicationCase): boolean =>
  answer === 'granted.provided' || answer === 'partial';

function actsOn(state: ApplicationCase, open: boolean, proposed: boolean): readonly ApplicantAct[] {
  const { phase, waitingFor } = state;
  if (phase === 'sent' || phase === 'closed' || phase === 'archived')
    return wasGiven(state) && !proposed ? ['suggest', 'rectify'] : ['rectify'];
  if (!open) return [];
  return [
    ...(waitingFor === 'correction' ? (['answerCorrection'] as const) : []),
    ...(canGiveReasons(state) ? (['giveReasons'] as const) : []),
    'addFile',
    'withdraw',
  ];
}

/** Every day of an application until it is due, and why it counts or not; none while nothing runs. */
export function caseAccount(state: ApplicationCase, on: Day, calendar: Calendar): readonly AccountDay[] {
  const entries = runningEntries(state);
  if (!entries.some((entry) => entry.type === 'received' && entry.on <= on)) return [];
  const reckoning = reckonEntries(entries, on, workdayTable(calendar));
  return isRefusal(reckoning) ? [] : accountOf(reckoning, calendar);
}

function paymentOf({ fee, waitingFor, clock }: ApplicationCase, on: Day, calendar: Calendar) {
  if (fee === null || waitingFor !== 'payment') return null;
  const table = workdayTable(calendar);
  const reckoning = reckonEntries(clock, on, table);
  const lapses = isRefusal(reckoning)
    ? null
    : (reckoning.history.waits.findLast(({ kind }) => kind === 'payment')?.lapses ?? null);
  return { yuan: fee.yuan, until: lapses === null ? null : table.dayOf(lapses) };
}

interface Followed {
  readonly ref: CaseRef;
  readonly record: CaseRecord;
}

async function opened(context: AppContext, proof: FollowProof): Promise<Followed | Refusal> {
  const ref = await followed(context, proof);
  if (isRefusal(ref)) return ref;
  const record = await context.store.read((database) => readCase(database, context.vault, ref));
  if (isRefusal(record)) return record;
  const { agencyId, id } = ref;
  const subject = { agencyId, act: 'application.follow', subjectKind: 'application', subjectId: id };
  await logReading(context, subject, '申请人凭编号和查询码查询');
  return { ref, record };
}

/** In the clerk's words, what the last act of a kind told. */
async function wordsOf(
  context: AppContext,
  { ref, record }: Followed,
  type: 'askCorrection' | 'askReasons',
): Promise<string | null> {
  const acts = await context.store.read((database) => actsOf(database, ref));
  const sealed = acts.findLast(({ act }) => act === type)?.sealed_facts ?? null;
  if (sealed === null) return null;
  const { explanation, reason } = openJson<{ explanation?: string; reason?: string }>(
    record.key,
    sealed,
    aboutCase(ref, 'act'),
  );
  return explanation ?? reason ?? null;
}

const unclearIn = async (context: AppContext, found: Followed): Promise<string | null> =>
  found.record.state.waitingFor === 'correction' ? wordsOf(context, found, 'askCorrection') : null;

async function reasonsIn(context: AppContext, found: Followed): Promise<FollowedApplication['reasons']> {
  const { state } = found.record;
  if (state.explanation === null || !canGiveReasons(state)) return null;
  return {
    why: await wordsOf(context, found, 'askReasons'),
    until: reasonsUntil(state.explanation, workdayTable(context.calendar())),
  };
}

/** The state of an application, to whoever shows its number and code; no account. */
export const followApplication = query({
  act: 'application.follow',
  subject: () => ({ agencyId: null }),
  async run(context, proof: FollowProof): Promise<FollowedApplication | Refusal> {
    const found = await opened(context, proof);
    if (isRefusal(found)) return found;
    const { ref, record } = found;
    const { state, row } = record;
    const today = shanghaiDay(context.now());
    const table = workdayTable(context.calendar());
    const [agency, settled, letters, further, claims, proposed] = await context.store.read((database) =>
      Promise.all([
        agencyById(database, ref.agencyId),
        letterAgencyOf(database, ref.agencyId),
        lettersOf(database, ref),
        startedFrom(database, row),
        claimsOf(database, ref),
        proposalOf(database, ref),
      ]),
    );
    const clock = runningClock(state, today, table);
    const contacts: FollowedApplication['office'] & { readonly payment?: string } = agency!.contacts;
    const { office, address, phone, hours, payment: how } = contacts;
    const payment = paymentOf(state, today, context.calendar());
    return {
      agency: { id: agency!.id, slug: agency!.slug, name: agency!.name },
      receiptNumber: row.receipt_number,
      form: formOf(record),
      tells: row.tells,
      // What the office drafts is its own until it is sent.
      state: { ...state, draft: state.letter === null ? null : state.draft },
      clock,
      remedy: toldRemedy(record, { agency: isRefusal(settled) ? null : settled, letters, clock, table }),
      payment: payment === null ? null : { ...payment, how: how || null },
      office: {
        ...(office && { office }),
        ...(address && { address }),
        ...(phone && { phone }),
        ...(hours && { hours }),
      },
      account: caseAccount(state, today, context.calendar()),
      letters: letters.filter(toApplicant).map(shownLetter),
      acts: actsOn(state, row.open, proposed !== null),
      proposal:
        proposed === null
          ? null
          : {
              state: proposed.state,
              on: (proposed.decided_on ?? proposed.proposed_on) as Day,
              suggested: proposed.suggested === true,
            },
      unclear: await unclearIn(context, found),
      reasons: await reasonsIn(context, found),
      claims: claims.map((each) => shownClaim(each, record)),
      further: further.map(({ id, origin, receipt_number, code_version }) => ({
        origin,
        receiptNumber: receipt_number,
        code: followCode(context.vault, { agencyId: ref.agencyId, id }, code_version),
      })),
    };
  },
});

/** A letter that was sent to the applicant, under its seal. */
export const followLetter = query({
  act: 'application.follow',
  subject: () => ({ agencyId: null }),
  async run(
    context,
    { proof, letterId }: { readonly proof: FollowProof; readonly letterId: string },
  ): Promise<LetterDownload | Refusal> {
    const found = await opened(context, proof);
    if (isRefusal(found)) return found;
    const letters = await context.store.read((database) => lettersOf(database, found.ref));
    const row = letters.find((each) => each.id === letterId && toApplicant(each));
    return row === undefined
      ? refuse('application.letterUnknown', '没有这份文书，或者还没有发出。请从查询页选择。')
      : downloadOf(context, found.record, row);
  },
});
