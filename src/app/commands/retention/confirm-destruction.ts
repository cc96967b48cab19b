import type { Transaction } from 'kysely';
import * as z from 'zod';
import { isRefusal, type Refusal, refuse } from '../../../domain/refusal.ts';
import type { Held } from '../../../law/retention.ts';
import { accountNames } from '../../../store/accounts.ts';
import { agencyById } from '../../../store/agencies.ts';
import { dropAppealItems, dueAppeals, eraseAppeals } from '../../../store/appeal-retention.ts';
import { dropClaimItems, dueClaims, eraseClaims } from '../../../store/claim-retention.ts';
import { itemsOf, setHeld, updateDestruction } from '../../../store/destructions.ts';
import { eraseCases, lockCases } from '../../../store/erase.ts';
import { sha256Of } from '../../../store/files.ts';
import { dueCases, planOf } from '../../../store/retention.ts';
import type { Tables } from '../../../store/tables.ts';
import { shanghaiDay } from '../../calendar-years.ts';
import { command } from '../../command.ts';
import { type AppContext, actorId } from '../../context.ts';
import { type DestructionRecord, loadDestruction } from '../../retention/destruction-record.ts';
import { type LooseItem, looseItemsOf } from '../../retention/loose-items.ts';
import { thisYear, yearsOf } from '../../retention/plan.ts';
import { registerText } from '../../retention/register.ts';

type Tx = Transaction<Tables>;

/**
 * The cases that go, locked. What changed since the list was drawn counts: a review that came in, a plan that became
 * longer. Those are held back now; a list of which none is left is closed. Refused: others than the approver saw.
 */
async function goingNow(
  context: AppContext,
  transaction: Tx,
  list: DestructionRecord,
  seen: number,
): Promise<readonly string[] | Refusal> {
  const { agencyId } = list;
  const items = await itemsOf(transaction, list);
  const listed = items.filter(({ held }) => held === null).map(({ application_id }) => application_id);
  await lockCases(transaction, { agencyId, ids: listed });
  const years = yearsOf(await planOf(transaction, agencyId));
  const question = { agencyId, year: thisYear(context), years, ids: listed, limit: listed.length };
  const due = new Map((await dueCases(transaction, question)).map((one) => [one.id, one.held]));
  const heldNow = (id: string): Held | null => (due.has(id) ? due.get(id)! : 'notDue');
  const going = listed.filter((id) => heldNow(id) === null);
  for (const held of ['appeal', 'continued', 'order', 'notDue'] as const)
    await setHeld(
      transaction,
      list,
      listed.filter((id) => heldNow(id) === held),
      held,
    );
  return listed.length === seen
    ? going
    : refuse(
        'destruction.changed',
        `清单在查看之后有变化：现有${listed.length}件拟销毁，没有办理。请重新核对后再批准。`,
      );
}

/** What belongs to no case and is due still; what a longer plan keeps, or what began anew, is taken off the list. */
async function looseGoingNow(context: AppContext, transaction: Tx, list: DestructionRecord) {
  const items = await looseItemsOf(transaction, list);
  const years = yearsOf(await planOf(transaction, list.agencyId));
  const idsOf = (sort: LooseItem['sort']) => items.filter((one) => one.sort === sort).map(({ id }) => id);
  const question = { agencyId: list.agencyId, year: thisYear(context), limit: items.length };
  const [claims, appeals] = [idsOf('claim'), idsOf('appeal')];
  const due = new Set(
    [
      ...(await dueClaims(transaction, { ...question, years: years.answered, ids: claims })),
      ...(await dueAppeals(transaction, { ...question, years: years.disputed, ids: appeals })),
    ].map(({ id }) => id),
  );
  const kept = (id: string): boolean => !due.has(id);
  await dropClaimItems(transaction, list, claims.filter(kept));
  await dropAppealItems(transaction, list, appeals.filter(kept));
  return { listed: items.length, going: items.filter(({ id }) => due.has(id)) };
}

/** Destroys the keys of all that is on a list and all that is sealed under them, for good, and keeps the 销毁清册. */
export const confirmDestruction = command({
  act: 'retention.confirm',
  input: z.strictObject({
    agencyId: z.uuid(),
    destructionId: z.uuid(),
    /** How many the approver saw to be deleted, of whatever sort. */
    seen: z.number().int(),
    understood: z.literal(true, '请勾选，确认已核对清单。'),
  }),
  load: loadDestruction,
  async run({ context, transaction, input, loaded, at, record }) {
    const { agencyId } = loaded;
    const loose = await looseGoingNow(context, transaction, loaded);
    const ids = await goingNow(context, transaction, loaded, input.seen - loose.listed);
    if (isRefusal(ids)) return ids;
    const items = (await itemsOf(transaction, loaded)).filter(({ held }) => held === null);
    const goingOf = (sort: LooseItem['sort']) =>
      loose.going.filter((one) => one.sort === sort).map(({ id }) => id);
    const [claims, appeals] = [goingOf('claim'), goingOf('appeal')];
    const files = new Map([
      ...(ids.length === 0 ? [] : await eraseCases(transaction, { agencyId, ids })),
      ...(await eraseClaims(transaction, agencyId, claims)),
      ...(await eraseAppeals(transaction, agencyId, appeals)),
    ]);
    const by = actorId(context.actor);
    const names = await accountNames(transaction, [loaded.row.proposed_by, by]);
    const agency = await agencyById(transaction, agencyId);
    const head = {
      agency: agency!.name,
      proposedBy: names.get(loaded.row.proposed_by ?? '') ?? '',
      confirmedBy: names.get(by) ?? '',
      on: shanghaiDay(at),
    };
    const register = registerText(head, items, loose.going, files);
    const hash = sha256Of(Buffer.from(register));
    await updateDestruction(transaction, loaded, {
      status: 'done',
      confirmed_by: by,
      confirmed_at: at,
      register,
      register_hash: hash,
    });
    const count = [...files.values()].reduce((sum, each) => sum + each, 0);
    const facts = {
      cases: ids.length,
      claims: claims.length,
      appeals: appeals.length,
      files: count,
      sha256: hash,
    };
    await record({ agencyId, kind: 'destruction.confirmed', subjectId: loaded.id, facts });
    return { cases: ids.length };
  },
});
