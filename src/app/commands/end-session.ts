import * as z from 'zod';
import { refuse } from '../../domain/refusal.ts';
import { endSession as deleteSession, endSessions } from '../../store/sessions.ts';
import { loadAccount } from '../accounts/subject.ts';
import { command } from '../command.ts';

/** Ends one session of an account, or all of them. */
export const endSession = command({
  act: 'session.end',
  input: z.strictObject({
    accountId: z.uuid(),
    sessionId: z.uuid().nullable(),
    /** With all of them: the token of the one that goes on. */
    but: z.string().optional(),
  }),
  load: loadAccount,
  async run({ transaction, input: { sessionId, but }, loaded: { account }, record }) {
    const ended =
      sessionId === null
        ? await endSessions(transaction, account.id, but)
        : Number(await deleteSession(transaction, account.id, sessionId));
    if (ended === 0) return refuse('session.gone', '这次登录已经结束。');
    await record({
      agencyId: account.home_agency_id,
      kind: 'session.ended',
      subjectId: account.id,
      facts: { ended },
    });
    return { ended };
  },
});
