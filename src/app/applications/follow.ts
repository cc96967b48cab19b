import { isRefusal, type Refusal, refuse } from '../../domain/refusal.ts';
import { applicationsByReceipt, type CaseRef } from '../../store/applications.ts';
import { claimsByReceipt } from '../../store/claims.ts';
import { clearFailures, failuresOf, noteFailure } from '../../store/sign-in-failures.ts';
import { waitMs } from '../accounts/sign-in-failures.ts';
import type { Command } from '../command.ts';
import type { AppContext } from '../context.ts';
import type { ActId } from '../policy/index.ts';
import { followCode, isFollowCode, typedReceiptNumber } from './follow-code.ts';

/** What an applicant shows instead of an account. */
export interface FollowProof {
  readonly receiptNumber: string;
  readonly code: string;
  /** Where it comes from, as the server sees it; null where unknown. */
  readonly address: string | null;
}

const freeTries = 5;
/** An address may stand for a whole village behind one gateway. */
const freeTriesOfAddress = 40;
const forgottenAfterMs = 24 * 3_600_000;

const wrongCode = refuse(
  'application.code',
  '编号或者查询码不正确。请对照接收回执核对；遗失的，请凭身份证明向受理机关申请重发。',
);
const wait = (until: Date): Refusal =>
  refuse(
    'application.tooManyTries',
    '编号或者查询码多次不正确，暂时不能查询。请过一段时间再试，或者向受理机关询问。',
    { until: until.toISOString() },
  );

const keysOf = ({ vault }: AppContext, { receiptNumber, address }: FollowProof) => [
  { hash: vault.searchHash('follow number', typedReceiptNumber(receiptNumber)), free: freeTries },
  ...(address === null
    ? []
    : [{ hash: vault.searchHash('follow address', address), free: freeTriesOfAddress }]),
];

async function lockedUntil(context: AppContext, proof: FollowProof): Promise<Date | null> {
  const keys = keysOf(context, proof).map(({ hash }) => hash);
  const rows = await context.store.read((database) => failuresOf(database, keys));
  const now = context.now();
  const times = rows.flatMap(({ locked_until: until }) =>
    until !== null && until > now ? [until.getTime()] : [],
  );
  return times.length === 0 ? null : new Date(Math.max(...times));
}

/** A number that is not an application's: whoever asks is shown the claim. */
export const isClaimsNumber = refuse(
  'application.claimsNumber',
  '这是更正请求的编号。请从“办理进度”重新输入编号和查询码。',
);

interface Numbered extends CaseRef {
  readonly of: 'application' | 'claim';
  readonly version: number;
}

/** All that has a number: an application, or a claim that stands by itself. */
const numbered = (context: AppContext, receiptNumber: string): Promise<readonly Numbered[]> =>
  context.store.read(async (database) => {
    const [applications, claims] = await Promise.all([
      applicationsByReceipt(database, receiptNumber),
      claimsByReceipt(database, receiptNumber),
    ]);
    const of =
      (what: Numbered['of']) =>
      (row: (typeof claims)[number]): Numbered => ({
        of: what,
        agencyId: row.agency_id,
        id: row.id,
        version: row.code_version,
      });
    return [...applications.map(of('application')), ...claims.map(of('claim'))];
  });

/**
 * What a number and its code are of. Refused: one of them is wrong, told alike whichever it is; or too many were wrong
 * before, whether the number exists or not.
 */
export async function followedAny(
  context: AppContext,
  proof: FollowProof,
): Promise<Omit<Numbered, 'version'> | Refusal> {
  const until = await lockedUntil(context, proof);
  if (until !== null) return wait(until);
  const found = await numbered(context, typedReceiptNumber(proof.receiptNumber));
  const right = found.find((ref) => isFollowCode(proof.code, followCode(context.vault, ref, ref.version)));
  const keys = keysOf(context, proof);
  if (right !== undefined) {
    await context.store.write((transaction) => clearFailures(transaction, keys[0]!.hash));
    return { of: right.of, agencyId: right.agencyId, id: right.id };
  }
  const now = context.now();
  await context.store.write(async (transaction) => {
    for (const { hash, free } of keys)
      await noteFailure(transaction, hash, now, new Date(now.getTime() - forgottenAfterMs), (failures) =>
        waitMs(failures, free),
      );
  });
  return wrongCode;
}

/** The case of a number and its code. */
export async function followed(context: AppContext, proof: FollowProof): Promise<CaseRef | Refusal> {
  const found = await followedAny(context, proof);
  if (isRefusal(found)) return found;
  return found.of === 'claim' ? isClaimsNumber : { agencyId: found.agencyId, id: found.id };
}

interface OfCase {
  readonly agencyId: string;
  readonly applicationId: string;
}

/** An act of the applicant, on the one case whose number and code he shows. */
export interface ApplicantCommand<Input, Result> {
  (context: AppContext, proof: FollowProof, input: Omit<Input, keyof OfCase>): Promise<Result | Refusal>;
  readonly act: ActId;
}

/** A command of the office as the applicant does it, under the policy's line for those from outside. */
export function asApplicant<Input extends OfCase, Result>({
  act,
  does,
}: {
  readonly act: ActId;
  readonly does: Command<Input, Result>;
}): ApplicantCommand<Input, Result> {
  const perform = async (
    context: AppContext,
    proof: FollowProof,
    input: Omit<Input, keyof OfCase>,
  ): Promise<Result | Refusal> => {
    const ref = await followed(context, proof);
    if (isRefusal(ref)) return ref;
    const own = { ...input, agencyId: ref.agencyId, applicationId: ref.id } as unknown as Input;
    return does({ ...context, actor: 'public' }, own);
  };
  return Object.assign(perform, { act });
}
