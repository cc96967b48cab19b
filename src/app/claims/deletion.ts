import type { DeletionStanding } from '../../domain/claim/claim.ts';
import { type Refusal, refuse } from '../../domain/refusal.ts';
import type { CaseRef } from '../../store/applications.ts';
import type { Database } from '../../store/database.ts';
import { insertDestruction, insertItems, itemsOf, openDestruction } from '../../store/destructions.ts';
import { newId } from '../../store/ids.ts';
import { type DueCase, dueCases, planOf } from '../../store/retention.ts';
import type { Writing } from '../applications/acting.ts';
import type { CaseRecord } from '../applications/case-record.ts';
import type { AppContext } from '../context.ts';
import { thisYear, yearsOf } from '../retention/plan.ts';

const dueNow = async (
  database: Database,
  context: Pick<AppContext, 'now'>,
  { agencyId, id }: CaseRef,
): Promise<DueCase | null> => {
  const years = yearsOf(await planOf(database, agencyId));
  const question = { agencyId, year: thisYear(context), years, ids: [id], limit: 1 };
  return (await dueCases(database, question))[0] ?? null;
};

/** What stands against the deletion of a case by the agency's plan, or nothing does. */
export async function deletionStanding(
  database: Database,
  context: Pick<AppContext, 'now'>,
  of: Pick<CaseRecord, 'agencyId' | 'id' | 'phase'>,
): Promise<DeletionStanding> {
  if (of.phase !== 'archived') return 'stillNeeded';
  const due = await dueNow(database, context, of);
  if (due === null) return 'notDue';
  return due.held === null ? 'accepted' : 'held';
}

const waiting = refuse(
  'claim.destructionWaits',
  '已有一份销毁清单提请批准，不能再加入。请等这一份办完后再答复。',
);

/** Puts a case on the list of those to be deleted, which others propose and confirm (职责分离); it deletes nothing. */
export async function listForDestruction(
  { context, transaction, at, record }: Writing,
  { agencyId, id }: CaseRef,
): Promise<Refusal | undefined> {
  const due = (await dueNow(transaction, context, { agencyId, id }))!;
  const open = await openDestruction(transaction, agencyId);
  if (open?.status === 'proposed') return waiting;
  const listId = open?.id ?? newId();
  if (open === null) {
    await insertDestruction(transaction, { agency_id: agencyId, id: listId, status: 'drawn', drawn_at: at });
    await record({ agencyId, kind: 'destruction.drawn', subjectId: listId, facts: { cases: 1, held: 0 } });
  }
  const listed = await itemsOf(transaction, { agencyId, id: listId });
  if (listed.some(({ application_id }) => application_id === id)) return undefined;
  const years = yearsOf(await planOf(transaction, agencyId));
  await insertItems(transaction, [
    {
      agency_id: agencyId,
      destruction_id: listId,
      application_id: id,
      kind: due.kind,
      counted_from: due.counted_from,
      years: years[due.kind],
      held: null,
    },
  ]);
  return undefined;
}
