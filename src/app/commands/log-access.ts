import type { Refusal } from '../../domain/refusal.ts';
import { appendAccess } from '../../store/record.ts';
import type { AppContext } from '../context.ts';

export interface AccessSubject {
  readonly agencyId: string;
  /** `application.read` and the like: what was done, or asked for. */
  readonly act: string;
  readonly subjectKind: string;
  readonly subjectId: string | null;
}

/** Logs that personal data is read, and why: before it is shown, so that nothing is seen unlogged. */
export const logReading = (context: AppContext, subject: AccessSubject, purpose: string): Promise<void> =>
  context.store.write((transaction) =>
    appendAccess(transaction, {
      ...subject,
      at: context.now(),
      actor: context.actor,
      purpose,
      refused: null,
    }),
  );

/** Logs an act that was refused. */
export const logRefusal = (context: AppContext, subject: AccessSubject, refusal: Refusal): Promise<void> =>
  context.store.write((transaction) =>
    appendAccess(transaction, {
      ...subject,
      at: context.now(),
      actor: context.actor,
      purpose: null,
      refused: refusal.code,
    }),
  );
