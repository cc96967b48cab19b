import type { Refusal } from '../domain/refusal.ts';
import { appendAccess } from '../store/record.ts';
import { type AppContext, actorId } from './context.ts';
import type { Subject } from './policy/policy.ts';

export interface AccessSubject {
  readonly agencyId: string;
  /** `application.read` and the like: what was done, or asked for. */
  readonly act: string;
  readonly subjectKind: string;
  readonly subjectId: string | null;
}

/** Logs that personal data is read, and why: before it is shown, so that nothing is seen unlogged. */
export const logReading = (context: AppContext, subject: AccessSubject, purpose: string): Promise<void> =>
  append(context, subject, { purpose, refused: null });

/** Logs an act that was refused. */
export const logRefusal = (context: AppContext, subject: AccessSubject, refusal: Refusal): Promise<void> =>
  append(context, subject, { purpose: null, refused: refusal.code });

const append = (
  context: AppContext,
  subject: AccessSubject,
  rest: { readonly purpose: string | null; readonly refused: string | null },
): Promise<void> =>
  context.store.write((transaction) =>
    appendAccess(transaction, { ...subject, ...rest, at: context.now(), actor: actorId(context.actor) }),
  );

/** A person's act that the policy refused is logged; input that only had to be mended is not. */
export async function logDenied(
  context: AppContext,
  act: string,
  { agencyId, id }: Subject,
  refusal: Refusal,
): Promise<void> {
  const { actor } = context;
  if (typeof actor === 'string' || !refusal.code.startsWith('policy.')) return;
  const at = agencyId ?? actor.agencyId;
  if (at === null) return;
  const subjectKind = act.slice(0, act.indexOf('.'));
  await logRefusal(context, { agencyId: at, act, subjectKind, subjectId: id ?? null }, refusal);
}
