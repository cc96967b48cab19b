import type { Transaction } from 'kysely';
import type { Act, ActType } from '../../domain/application/acts.ts';
import { type Decision, decide } from '../../domain/application/decide.ts';
import { type Actor as Part, transitions } from '../../domain/application/phases.ts';
import { isRefusal, type Refusal } from '../../domain/refusal.ts';
import { workdayTable } from '../../domain/workday/index.ts';
import { insertApplicantMails } from '../../store/applicant-mails.ts';
import { appendActs } from '../../store/application-events.ts';
import { updateApplication } from '../../store/applications.ts';
import type { NewEvent } from '../../store/events.ts';
import type { Tables } from '../../store/tables.ts';
import { shanghaiDay } from '../calendar-years.ts';
import type { AppContext } from '../context.ts';
import { newsOf } from '../notices/applicant-news.ts';
import type { RoleId } from '../policy/roles.ts';
import { type CaseRecord, columnsOf } from './case-record.ts';
import { aboutCase, sealJson } from './sealing.ts';

/** An act that was done to a case, and what it made of it. */
export interface Done {
  readonly act: Act;
  readonly decision: Decision;
}

const holds = ({ actor }: AppContext, role: RoleId): boolean =>
  typeof actor !== 'string' && actor.holdings.some((held) => held.role === role);

/** In which part an actor does an act: the applicant for himself, else whoever the table names, roles being checked. */
export function partOf(context: AppContext, act: Act): Part {
  if (context.actor === 'public') return 'applicant';
  if (act.type === 'review') return act.kind === 'legal' ? 'legalReviewer' : 'secrecyReviewer';
  const { who } = transitions.find((row) => row.act === act.type)!;
  if (act.type === 'return')
    return (['legalReviewer', 'secrecyReviewer'] as const).find((role) => holds(context, role)) ?? 'leader';
  return who.find((part) => part !== 'applicant') ?? who[0]!;
}

/** Does acts one after the other; the first that may not be refuses them all. */
export function doActs(
  context: AppContext,
  record: CaseRecord,
  acts: readonly Act[],
): { readonly record: CaseRecord; readonly done: readonly Done[] } | Refusal {
  const today = shanghaiDay(context.now());
  const table = workdayTable(context.calendar());
  const done: Done[] = [];
  let { state } = record;
  for (const act of acts) {
    const decision = decide(state, act, { today, table, actor: partOf(context, act) });
    if (isRefusal(decision)) return decision;
    state = decision.state;
    done.push({ act, decision });
  }
  return { record: { ...record, state, phase: state.phase }, done };
}

/** The name of an act in the record: the two reviews are told apart, since different people do them. */
export const actName = (act: Act): string =>
  act.type === 'review' ? (act.kind === 'legal' ? 'reviewLegal' : 'reviewSecrecy') : act.type;

const accountOf = ({ actor }: AppContext): string | null =>
  typeof actor === 'string' ? null : actor.accountId;

/** What an act brought with it, sealed; null where it brought nothing. `more`: what the office noted beside it. */
function sealedFacts(record: CaseRecord, act: Act, more: object | undefined): Buffer | null {
  const { type: _type, on: _on, ...facts } = act;
  const all = { ...facts, ...more };
  return Object.keys(all).length === 0 ? null : sealJson(record.key, all, aboutCase(record, 'act'));
}

/** What a command's `run` hands on to whatever writes for it. */
export interface Writing {
  readonly context: AppContext;
  readonly transaction: Transaction<Tables>;
  readonly at: Date;
  readonly record: (event: Omit<NewEvent, 'actor' | 'at'>) => Promise<void>;
}

/** What acts change of a case's row: who touched it first, and who holds it, are told by them too. */
export function changeOf({ context, at }: Pick<Writing, 'context' | 'at'>, record: CaseRecord) {
  const first = record.row.first_id ?? accountOf(context);
  return {
    ...columnsOf(record.state, record.key, record),
    acted_at: at,
    first_id: first,
    holder_id: record.row.holder_id ?? first,
  };
}

/** An act as the case's own record has it. `more`: what the office noted beside it. */
export const entryOf = (
  { context, at }: Pick<Writing, 'context' | 'at'>,
  record: CaseRecord,
  { act, decision: { event } }: Done,
  more: object | undefined,
) => ({
  act: actName(act),
  on: event.on,
  phase_from: event.from,
  phase_to: event.to,
  actor: event.by,
  account_id: accountOf(context),
  at,
  core: event.core,
  basis: event.basis === null ? null : JSON.stringify(event.basis),
  sealed_facts: sealedFacts(record, act, more),
});

/** The same as an event of the agency's record, which holds nothing personal. */
export const eventOf = (
  record: CaseRecord,
  { act, decision: { event } }: Done,
): Omit<NewEvent, 'actor' | 'at'> => ({
  agencyId: record.agencyId,
  kind: `application.${actName(act)}`,
  subjectId: record.id,
  facts: { on: act.on, from: event.from, to: event.to, by: event.by },
});

/** Saves a case after its acts: row, acts, and an event of each for the sealed record. */
export async function saveActs(
  writing: Writing,
  record: CaseRecord,
  done: readonly Done[],
  more: Partial<Record<ActType, object>> = {},
): Promise<void> {
  const { transaction, record: note } = writing;
  await updateApplication(transaction, record, changeOf(writing, record));
  await appendActs(
    transaction,
    record,
    done.map((each) => entryOf(writing, record, each, more[each.act.type])),
  );
  for (const each of done) await note(eventOf(record, each));
  if (record.row.tells)
    await insertApplicantMails(
      transaction,
      record.agencyId,
      newsOf(done.map(({ act }) => act.type)).map((act) => ({ applicationId: record.id, act })),
      writing.at,
    );
}
