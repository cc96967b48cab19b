import type { Transaction } from 'kysely';
import type { LeftOutReason } from '../../domain/application/group.ts';
import { isRefusal } from '../../domain/refusal.ts';
import type { Day } from '../../domain/workday/index.ts';
import { lockMembers, nextNumbers } from '../../store/application-bulk.ts';
import { groupById } from '../../store/application-groups.ts';
import type { CaseRef } from '../../store/applications.ts';
import { type GroupActRow, insertLeftOut, lockGroupAct, updateGroupAct } from '../../store/group-acts.ts';
import type { Tables } from '../../store/tables.ts';
import { documentNumber } from '../applications/letters.ts';
import { registrationNumber } from '../applications/registration.ts';
import { openJson } from '../applications/sealing.ts';
import type { AppContext } from '../context.ts';
import type { Breather } from './breather.ts';
import { carryingOf, membersOf, personOfAct } from './carrying.ts';
import type { AnyGroupFacts } from './group-facts.ts';
import { aboutGroup, openGroup } from './group-record.ts';
import { type Carrying, doToMember, type Member, type MemberDone, standingIn } from './member-acts.ts';
import { saveMembers } from './save-members.ts';

type Tx = Transaction<Tables>;

/** Applications of one transaction: few enough that a number series is held for a moment only. */
export const batchSize = 40;

async function readyOf(context: AppContext, transaction: Tx, row: GroupActRow): Promise<Carrying> {
  const found = await groupById(transaction, { agencyId: row.agency_id, id: row.group_id });
  const group = found === null ? null : openGroup(context.vault, found, []);
  if (group === null || isRefusal(group)) throw new Error(`The group ${row.group_id} cannot be opened.`);
  const facts = openJson(group.key, row.sealed_facts, aboutGroup(group, `act ${row.id}`));
  const given = { act: row.act, facts } as AnyGroupFacts;
  const on = row.on as Day;
  const person = await personOfAct(transaction, {
    accountId: row.account_id,
    agencyId: row.agency_id,
    on,
  });
  return carryingOf(context, transaction, group, { person, at: row.at, on, given });
}

interface Sorted {
  readonly fit: readonly Member[];
  readonly already: number;
  readonly out: readonly (LeftOutReason & { readonly id: string })[];
}

async function sorted(carrying: Carrying, members: readonly Member[], { pause }: Breather): Promise<Sorted> {
  const fit: Member[] = [];
  const out: (LeftOutReason & { id: string })[] = [];
  let already = 0;
  for (const member of members) {
    const standing = standingIn(carrying, member);
    const outcome = standing === 'ready' ? doToMember(carrying, member) : standing;
    if (outcome === 'already') already += 1;
    else if ('reason' in outcome) out.push({ ...outcome, id: member.record.id });
    else fit.push(member);
    await pause();
  }
  return { fit, already, out };
}

/** How the numbers of so many are written; null where the act gives none. */
async function numbersFor(
  transaction: Tx,
  { given: { act }, agency, on }: Carrying,
  agencyId: string,
  count: number,
): Promise<((index: number) => string) | null> {
  if (count === 0 || (act !== 'register' && act !== 'send')) return null;
  const year = Number(on.slice(0, 4));
  const series = act === 'register' ? 'register' : 'letter';
  const first = await nextNumbers(transaction, agencyId, series, year, count);
  if (act === 'register') return (index) => registrationNumber(year, first + index);
  if (isRefusal(agency)) throw new Error(agency.message);
  return (index) => documentNumber(agency, year, first + index);
}

async function doFitting(
  transaction: Tx,
  carrying: Carrying,
  row: GroupActRow,
  fit: readonly Member[],
  { pause }: Breather,
): Promise<void> {
  if (fit.length === 0) return;
  const numberOf = await numbersFor(transaction, carrying, row.agency_id, fit.length);
  const done: MemberDone[] = [];
  for (const [index, member] of fit.entries()) {
    const outcome = doToMember(carrying, member, numberOf?.(index));
    if ('reason' in outcome) throw new Error(`${member.record.id}: ${outcome.message}`);
    done.push(outcome);
    await pause();
  }
  await saveMembers(transaction, carrying, row.group_id, done, pause);
}

/**
 * Carries an act on to the next applications of its group, in one transaction with the mark of how far it came: what a
 * dying process leaves is done once, by the next. `busy`: done, or another process is at it.
 */
export const carryBatch = (
  context: AppContext,
  ref: CaseRef,
  breath: Breather,
): Promise<'more' | 'done' | 'busy'> =>
  context.store.write(async (transaction) => {
    const row = await lockGroupAct(transaction, ref);
    if (row === null) return 'busy';
    const group = { agencyId: row.agency_id, id: row.group_id };
    const rows = await lockMembers(transaction, group, row.after, batchSize);
    const carrying = await readyOf(context, transaction, row);
    const members = await membersOf(context, transaction, group, carrying.given, rows);
    const { fit, already, out } = await sorted(carrying, members, breath);
    await doFitting(transaction, carrying, row, fit, breath);
    await insertLeftOut(
      transaction,
      out.map(({ id, reason, message }) => ({
        agency_id: row.agency_id,
        act_id: row.id,
        application_id: id,
        reason,
        message,
      })),
    );
    const done = rows.length < batchSize;
    await updateGroupAct(transaction, ref, {
      after: rows.at(-1)?.id ?? row.after,
      carried: row.carried + fit.length,
      already: row.already + already,
      left_out: row.left_out + out.length,
      done_at: done ? context.now() : null,
    });
    return done ? 'done' : 'more';
  });
