import type { Refusal } from '../../domain/refusal.ts';
import type { Day } from '../../domain/workday/index.ts';
import type { Writing } from './acting.ts';
import { layAnswer } from './answer-letter.ts';
import { type CaseRecord, formOf } from './case-record.ts';
import { rewriteForm } from './change-form.ts';

/** The application follows the class as the office registers it: lists mask by it, letters address by it. */
export async function followKind(
  acting: Writing & { readonly loaded: CaseRecord },
  day: Day,
): Promise<CaseRecord | Refusal> {
  const { applicant, draft, phase } = acting.loaded.state;
  const form = formOf(acting.loaded);
  const before = form.applicant.kind;
  if (before === applicant) return acting.loaded;
  const changed = { ...form, applicant: { ...form.applicant, kind: applicant } };
  const loaded = await rewriteForm(acting, changed);
  const addressedAnew = (before === 'naturalPerson') !== (applicant === 'naturalPerson');
  if (!addressedAnew || draft === null || phase !== 'drafting') return loaded;
  return (await layAnswer({ ...acting, loaded }, day, 'whenItCan')) ?? loaded;
}
