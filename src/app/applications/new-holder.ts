import type { Transaction } from 'kysely';
import { type Refusal, refuse } from '../../domain/refusal.ts';
import { membershipsOn } from '../../store/accounts.ts';
import type { Tables } from '../../store/tables.ts';
import { shanghaiDay } from '../calendar-years.ts';
import { notify } from '../notices/notify.ts';

interface Handing {
  readonly transaction: Transaction<Tables>;
  readonly agencyId: string;
  readonly holderId: string;
  readonly at: Date;
}

/** Null where somebody of the agency takes over, else why not. */
export async function unfitHolder(handing: Handing): Promise<Refusal | null> {
  const held = await membershipsOn(handing.transaction, handing.holderId, shanghaiDay(handing.at));
  return held.some(({ agency_id }) => agency_id === handing.agencyId)
    ? null
    : refuse('application.holder', '接手的人在本机关没有角色，没有移交。请另选一人。', {
        fields: [{ field: 'holderId', message: '请选择本机关的人员。' }],
      });
}

/** Tells whoever takes over how many cases he has now. */
export const tellHolder = (
  { transaction, agencyId, holderId, at }: Handing,
  cases: number,
): Promise<unknown> =>
  notify(
    transaction,
    {
      agencyId,
      accountIds: [holderId],
      kind: 'work.handedOver',
      number: `${cases} 件申请`,
      path: '/office/applications?mine=1',
    },
    at,
  );
