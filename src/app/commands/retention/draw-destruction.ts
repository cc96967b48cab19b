import * as z from 'zod';
import { refuse } from '../../../domain/refusal.ts';
import { dueAppeals, insertAppealItems } from '../../../store/appeal-retention.ts';
import { dueClaims, insertClaimItems } from '../../../store/claim-retention.ts';
import { insertDestruction, insertItems, openDestruction } from '../../../store/destructions.ts';
import { newId } from '../../../store/ids.ts';
import { dueCases, planOf } from '../../../store/retention.ts';
import { loadAgency } from '../../agencies/subject.ts';
import { command } from '../../command.ts';
import { thisYear, yearsOf } from '../../retention/plan.ts';

/** As many as a person can look through. */
const mostCases = 500;

/**
 * Lists the cases, and the claims, reviews and suits that stand by themselves, whose years are over. It deletes nothing.
 * Refused: a list is under way, or nothing is due.
 */
export const drawDestruction = command({
  act: 'retention.draw',
  input: z.strictObject({ agencyId: z.uuid() }),
  load: loadAgency,
  async run({ context, transaction, input: { agencyId }, at, record }) {
    if ((await openDestruction(transaction, agencyId)) !== null)
      return refuse('destruction.open', '已有一份销毁清单在办理。请先办完这一份。');
    const years = yearsOf(await planOf(transaction, agencyId));
    const due = await dueCases(transaction, {
      agencyId,
      year: thisYear(context),
      years,
      ids: null,
      limit: mostCases,
    });
    const loose = { agencyId, year: thisYear(context), ids: null, limit: mostCases };
    const claims = await dueClaims(transaction, { ...loose, years: years.answered });
    const appeals = await dueAppeals(transaction, { ...loose, years: years.disputed });
    const beside = claims.length + appeals.length;
    const open = due.filter(({ held }) => held === null).length;
    // A person may want to look at those on hold, and release them.
    if (due.length + beside === 0 || (open + beside === 0 && context.actor === 'system'))
      return refuse('destruction.nothingDue', '没有保管期限已满、可以销毁的案卷。');
    const id = newId();
    await insertDestruction(transaction, { agency_id: agencyId, id, status: 'drawn', drawn_at: at });
    const item = { agency_id: agencyId, destruction_id: id };
    await insertItems(
      transaction,
      due.map((one) => ({
        ...item,
        application_id: one.id,
        kind: one.kind,
        counted_from: one.counted_from,
        years: years[one.kind],
        held: one.held,
      })),
    );
    await insertClaimItems(
      transaction,
      claims.map((one) => ({
        ...item,
        claim_id: one.id,
        counted_from: one.counted_from,
        years: years.answered,
      })),
    );
    await insertAppealItems(
      transaction,
      appeals.map((one) => ({
        ...item,
        appeal_id: one.id,
        counted_from: one.counted_from,
        years: years.disputed,
      })),
    );
    const facts = {
      cases: open,
      held: due.length - open,
      claims: claims.length,
      appeals: appeals.length,
    };
    await record({ agencyId, kind: 'destruction.drawn', subjectId: id, facts });
    return { id };
  },
});
