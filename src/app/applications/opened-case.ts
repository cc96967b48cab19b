import { isRefusal, type Refusal } from '../../domain/refusal.ts';
import { doersOf } from '../../store/application-events.ts';
import type { CaseRef } from '../../store/applications.ts';
import type { AppContext } from '../context.ts';
import { type CaseRecord, readCase } from './case-record.ts';

/** A case as the policy sees it. */
export const subjectOf = ({ agencyId, id }: CaseRef) => ({ agencyId, id });
/** How the log of readings names it. */
export const accessOf = ({ agencyId, id }: CaseRef, act: string) => ({
  agencyId,
  act,
  subjectKind: 'application',
  subjectId: id,
});

/** A case opened for reading, with who did what on it; whoever calls this logs the reading. */
export async function openedCase(context: AppContext, ref: CaseRef): Promise<CaseRecord | Refusal> {
  const record = await context.store.read((database) => readCase(database, context.vault, ref));
  if (isRefusal(record)) return record;
  const doneBy = await context.store.read((database) => doersOf(database, ref));
  return { ...record, doneBy };
}
