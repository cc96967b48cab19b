import * as z from 'zod';
import { refuse } from '../../domain/refusal.ts';
import { readNotices as markRead } from '../../store/notices.ts';
import { command } from '../command.ts';

/** Marks one of the own notices of an agency as read, or all of them. */
export const readNotices = command({
  act: 'notice.read',
  input: z.strictObject({ agencyId: z.uuid(), noticeId: z.uuid().nullable() }),
  load: (_, { agencyId }, { actor }) =>
    typeof actor === 'string' ? { agencyId } : { agencyId, accountId: actor.accountId },
  async run({ context: { actor }, transaction, input: { agencyId, noticeId }, at, record }) {
    if (typeof actor === 'string') return refuse('notice.nobody', '没有通知。');
    const count = await markRead(transaction, agencyId, actor.accountId, noticeId, at);
    if (count === 0) return refuse('notice.read', '没有未读的通知。');
    await record({ agencyId, kind: 'notice.read', subjectId: actor.accountId, facts: { rows: count } });
    return { count };
  },
});
