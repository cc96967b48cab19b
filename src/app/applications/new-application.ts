import type { Act } from '../../domain/application/acts.ts';
import type { ApplicationForm } from '../../domain/application/application-form.ts';
import { type ApplicationCase, newCase } from '../../domain/application/case.ts';
import { isRefusal, type Refusal } from '../../domain/refusal.ts';
import type { IntakeChannel } from '../../law/intake.ts';
import { groupOfContent } from '../../store/application-groups.ts';
import { insertApplication } from '../../store/applications.ts';
import { newId } from '../../store/ids.ts';
import { shanghaiDay } from '../calendar-years.ts';
import { formGroup } from '../groups/join-group.ts';
import { doActs, saveActs, type Writing } from './acting.ts';
import { type CaseRecord, columnsOf, keyAbout } from './case-record.ts';
import { newReceiptNumber } from './follow-code.ts';
import { aboutCase, sealJson, summaryOf } from './sealing.ts';
import { hashesOf } from './search-hashes.ts';

export interface NewApplication {
  readonly agencyId: string;
  readonly channel: IntakeChannel;
  readonly form: ApplicationForm;
  /** Of the form, so that one sent twice is one application. */
  readonly submissionKey: string | null;
  readonly acts: readonly Act[];
  readonly demonstration?: boolean;
  /** The case it comes from, with the state it begins in. */
  readonly from?: { readonly id: string; readonly state: ApplicationCase };
}

/**
 * Makes a case with a key of its own and does its first acts. Null where the form was sent before: nothing is written.
 */
export async function makeApplication(
  writing: Writing,
  wanted: NewApplication,
): Promise<CaseRecord | null | Refusal> {
  const { context, transaction, at } = writing;
  const { agencyId, form, channel } = wanted;
  const ref = { agencyId, id: newId() };
  const { key, wrapped } = context.vault.newKey(keyAbout(ref));
  const state = wanted.from?.state ?? newCase(form.applicant.kind, channel);
  const hashes = hashesOf(context.vault, form);
  const contentHash = state.origin === 'reopened' ? null : hashes.content_hash;
  const demonstration = wanted.demonstration ?? false;
  const row = {
    ...columnsOf(state, key, ref),
    ...hashes,
    agency_id: agencyId,
    id: ref.id,
    origin: state.origin,
    origin_id: wanted.from?.id ?? null,
    applicant_kind: state.applicant,
    channel: state.channel,
    receipt_number: newReceiptNumber(shanghaiDay(at)),
    submission_key: wanted.submissionKey,
    first_id: null,
    holder_id: null,
    opened_at: typeof context.actor === 'string' ? null : at,
    acted_at: at,
    wrapped_key: wrapped,
    sealed_form: sealJson(key, form, aboutCase(ref, 'form')),
    sealed_summary: sealJson(key, summaryOf(form), aboutCase(ref, 'summary')),
    demonstration,
    tells: form.tells,
    group_id: contentHash === null ? null : await groupOfContent(transaction, agencyId, contentHash),
  };
  if (!(await insertApplication(transaction, row))) return null;
  const record: CaseRecord = {
    ...ref,
    phase: state.phase,
    state,
    key,
    row: { ...row, code_version: 1, alone: false, clock: state.clock, state: {} as never },
  };
  const outcome = doActs(context, record, wanted.acts);
  if (isRefusal(outcome)) return outcome;
  if (outcome.done.length > 0) await saveActs(writing, outcome.record, outcome.done);
  if (row.group_id === null) await formGroup(writing, { agencyId, contentHash, form, demonstration });
  return outcome.record;
}
