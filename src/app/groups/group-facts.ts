import { createHmac } from 'node:crypto';
import type { AnswerDraft } from '../../domain/application/answer-draft.ts';
import type { GroupAct } from '../../domain/application/group.ts';
import type { DeliveryMethod, PostalCarrier } from '../../law/delivery.ts';
import type { Vault } from '../vault/vault.ts';

/** A file kept once under a key of its own, which each application of the group has sealed under its own. */
export interface SharedFile {
  readonly name: string;
  readonly mediaType: string;
  readonly sha256: string;
  readonly storedAs: string;
  readonly bytes: number;
  /** The file's key, and what it was sealed as. */
  readonly fileKey: string;
  readonly about: string;
  /** SHA-256 of the file as it came. */
  readonly digest: string;
}

/** What an act on a group brought with it, as it is kept under the group's key until and after it is carried. */
export interface GroupFacts {
  readonly register: Readonly<Record<never, never>>;
  /** `before`: the answer it takes the place of. */
  readonly draft: { readonly draft: AnswerDraft; readonly before: AnswerDraft | null };
  readonly consentExtension: { readonly days: number; readonly reason: string };
  readonly extend: { readonly reason: string };
  readonly addEnclosure: SharedFile;
  readonly submitForReview: Readonly<Record<never, never>>;
  readonly reviewLegal: { readonly opinion: string };
  readonly reviewSecrecy: { readonly opinion: string };
  readonly return: { readonly reason: string };
  /** `text`: the fingerprint of the answer that was approved. */
  readonly approve: { readonly opinion: string; readonly text: string };
  readonly send: {
    readonly method: DeliveryMethod;
    readonly carrier: PostalCarrier | null;
    readonly proof: string | null;
  };
  readonly proveDelivery: { readonly proof: string };
  readonly close: Readonly<Record<never, never>>;
  readonly archive: { readonly pages: number };
}

/** Of one of the acts. */
export type AnyGroupFacts = {
  readonly [A in GroupAct]: { readonly act: A; readonly facts: GroupFacts[A] };
}[GroupAct];

/** Signed fingerprint of the answer of a group: who approves it approves these words and no others. */
export const textOf = (vault: Vault, draft: AnswerDraft): string =>
  createHmac('sha256', vault.secretFor('approval')).update(JSON.stringify(draft)).digest('hex');
