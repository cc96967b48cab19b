import { type ClaimKind, type ClaimResult, claimResults, claimRules } from '../../law/claims.ts';
import type { ApplicationForm } from '../application/application-form.ts';
import { readForm } from '../application/read-form.ts';
import { type Refusal, refuse } from '../refusal.ts';

/** Which record, what of it is wrong, what it should say (第四十一条). */
export interface RecordClaim {
  readonly record: string;
  readonly wrong: string;
  readonly right: string;
}

/** Who claims, as an applicant says it. */
export type Claimant = Pick<ApplicationForm, 'applicant' | 'contact'>;

/** What was written. `claimant`: null where it is the applicant of a case. */
export interface ClaimContent {
  readonly kind: ClaimKind;
  readonly record: RecordClaim | null;
  /** Why, in own words; null where nothing was written. */
  readonly words: string | null;
  readonly claimant: Claimant | null;
}

export interface ClaimFault {
  readonly field: string;
  readonly message: string;
}

const longest = 2_000;
const text = (value: unknown): string => (typeof value === 'string' ? value.trim() : '');

/** What of a record is claimed to be wrong; every fault, each with its field. */
export function readRecordClaim(value: Readonly<Record<string, unknown>>): {
  readonly record: RecordClaim;
  readonly faults: readonly ClaimFault[];
} {
  const record = { record: text(value.record), wrong: text(value.wrong), right: text(value.right) };
  const asks = {
    record: '请写明是哪一项信息记录，例如名称、文号或者在哪里看到。',
    wrong: '请写明记录中不准确的内容。',
    right: '请写明正确的内容。',
  } as const;
  const faults = (Object.keys(asks) as (keyof RecordClaim)[]).flatMap((field) => {
    if (record[field] === '') return [{ field, message: asks[field] }];
    return record[field].length > longest ? [{ field, message: `请不超过${longest}字。` }] : [];
  });
  return { record, faults };
}

/** Who claims: name, proof of identity and one way to be reached, as for an application. */
export function readClaimant({
  applicant,
  contact,
}: {
  readonly applicant: unknown;
  readonly contact: unknown;
}): {
  readonly claimant: Claimant;
  readonly faults: readonly ClaimFault[];
} {
  const { form, findings } = readForm({
    applicant,
    contact,
    agent: null,
    items: [{ name: '更正' }],
    needsHelp: false,
  });
  const faults = findings
    .filter(({ field }) => /^(?:applicant|contact)/.test(field))
    .map(({ field, refusal }) => ({ field, message: refusal.message }));
  return { claimant: { applicant: form.applicant, contact: form.contact }, faults };
}

export const proofMissing = refuse(
  'claim.proof',
  '要求更正的，请附上证明记录不准确的证据。',
  {},
  claimRules.rectification.basis,
);

export interface ClaimAnswer {
  readonly result: ClaimResult;
  /** The agency that may correct it. */
  readonly agency: string | null;
  readonly reasons: string | null;
}

const blank = (value: string | null): boolean => value === null || value.trim() === '';

/** Refused: a result of another kind of claim; what must be told beside it is missing. */
export function checkAnswer(kind: ClaimKind, { result, agency, reasons }: ClaimAnswer): Refusal | undefined {
  const rule = claimResults[result];
  const no = (field: string, message: string) =>
    refuse('claim.answer', message, { fields: [{ field, message }] }, rule.basis);
  if (rule.kind !== kind) return no('result', '这个办理结果不适用于本项请求。请重新选择。');
  if (rule.needs.includes('agency') && blank(agency)) return no('agency', '请写明有权更正的行政机关。');
  return rule.needs.includes('reasons') && blank(reasons)
    ? no('reasons', '不予办理的，应当说明理由。')
    : undefined;
}

/** How a case stands to its deletion: what a claim to it may be answered with, and nothing else. */
export type DeletionStanding = Extract<ClaimResult, 'accepted' | 'stillNeeded' | 'notDue' | 'held'>;

/** Refused: the answer does not fit how the case stands. */
export function checkDeletion(result: ClaimResult, standing: DeletionStanding): Refusal | undefined {
  if (result === standing) return undefined;
  const rule = claimResults[standing];
  const message = `按案卷的情况应当是“${rule.label}”，没有保存。请核对后重新选择。`;
  return refuse('claim.deletion', message, { fields: [{ field: 'result', message }] }, rule.basis);
}

/** The answer in words, for whoever asked. */
export function answerWords({ result, agency, reasons }: ClaimAnswer): readonly string[] {
  const { told, needs } = claimResults[result];
  return [
    told,
    ...(needs.includes('agency') && !blank(agency) ? [`有权更正的行政机关：${agency}。`] : []),
    ...(blank(reasons) ? [] : [`理由：${reasons}`]),
  ];
}
