import type { ClaimContent } from '../../domain/claim/claim.ts';
import type { Refusal } from '../../domain/refusal.ts';
import type { Day } from '../../domain/workday/index.ts';
import type { IntakeChannel } from '../../law/intake.ts';
import { insertClaim, insertClaimFile } from '../../store/claims.ts';
import { newId } from '../../store/ids.ts';
import type { Writing } from '../applications/acting.ts';
import { checkCaseFile, mediaTypeOf } from '../applications/case-files.ts';
import type { CaseRecord } from '../applications/case-record.ts';
import { newReceiptNumber } from '../applications/follow-code.ts';
import { sealJson } from '../applications/sealing.ts';
import { shanghaiDay } from '../calendar-years.ts';
import { type CaseKey, seal, sealText } from '../vault/vault.ts';
import { aboutClaim } from './claim-record.ts';

export interface ProofFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

export interface NewClaim {
  readonly agencyId: string;
  readonly channel: IntakeChannel;
  readonly receivedOn: Day;
  readonly submissionKey: string | null;
  readonly content: ClaimContent;
  readonly files: readonly ProofFile[];
  /** The case beside which it comes, whose key seals it. */
  readonly beside: CaseRecord | null;
}

interface Ref {
  readonly agencyId: string;
  readonly id: string;
}

/** Encrypts a proof before it reaches the store of files. */
async function keepProof(
  { context, transaction, at }: Writing,
  ref: Ref,
  key: CaseKey,
  file: ProofFile,
): Promise<void> {
  const id = newId();
  const stored = await context.store.files.put(seal(key, file.bytes, aboutClaim(ref, `file ${id}`)));
  await insertClaimFile(transaction, {
    agency_id: ref.agencyId,
    id,
    claim_id: ref.id,
    sealed_name: sealText(key, file.name, aboutClaim(ref, `name ${id}`)),
    media_type: mediaTypeOf(file.bytes)!,
    sha256: stored.sha256,
    stored_as: stored.storedAs,
    bytes: stored.bytes,
    added_by: typeof context.actor === 'string' ? null : context.actor.accountId,
    added_at: at,
  });
}

/** Writes a claim with its proofs. Null: it was sent before, or one of its kind is open beside the case. */
export async function makeClaim(
  writing: Writing,
  { agencyId, channel, receivedOn, submissionKey, content, files, beside }: NewClaim,
): Promise<{ readonly id: string; readonly receiptNumber: string } | null | Refusal> {
  const { context, transaction, at } = writing;
  for (const file of files) {
    const refused = checkCaseFile(file);
    if (refused !== undefined) return refused;
  }
  const ref = { agencyId, id: newId() };
  const own = beside === null ? context.vault.newKey(aboutClaim(ref, 'key')) : null;
  const key = beside?.key ?? own!.key;
  const receiptNumber = newReceiptNumber(shanghaiDay(at));
  const written = await insertClaim(transaction, {
    agency_id: agencyId,
    id: ref.id,
    kind: content.kind,
    application_id: beside?.id ?? null,
    channel,
    received_on: receivedOn,
    receipt_number: receiptNumber,
    submission_key: submissionKey,
    wrapped_key: own?.wrapped ?? null,
    sealed_content: sealJson(key, content, aboutClaim(ref, 'content')),
    entered_by: typeof context.actor === 'string' ? null : context.actor.accountId,
    at,
  });
  if (!written) return null;
  for (const file of files) await keepProof(writing, ref, key, file);
  return { id: ref.id, receiptNumber };
}
