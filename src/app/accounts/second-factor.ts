import { APIError } from 'better-auth/api';
import { type Refusal, refuse } from '../../domain/refusal.ts';
import { accountById } from '../../store/accounts.ts';
import { appendEvent } from '../../store/events.ts';
import { authorise } from '../authorise.ts';
import { type AppContext, actorId } from '../context.ts';
import type { Auth } from './auth.ts';
import { accountUnknown, subjectOf } from './subject.ts';

export interface Enrolling {
  readonly uri: string;
  readonly secret: string;
  readonly backupCodes: readonly string[];
}

const wrongPassword = refuse('account.password', '口令不对，没有改变。', {
  fields: [{ field: 'confirm', message: '口令不对，没有改变。' }],
});
const wrongCode = refuse('account.code', '数字不对，还没有启用。', {
  fields: [{ field: 'code', message: '数字不对，还没有启用。请重新开始，用验证器新显示的数字。' }],
});

/** What better-auth says no to becomes a refusal; a fault stays one. */
async function orRefuse<T>(work: Promise<T>, refusal: Refusal): Promise<T | Refusal> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof APIError && error.statusCode < 500) return refusal;
    throw error;
  }
}

/** These acts are better-auth's own transactions, so the policy is asked before and the event is written after. */
async function allowed(
  context: AppContext,
  accountId: string,
): Promise<Refusal | { readonly agencyId: string }> {
  const account = await context.store.read((database) => accountById(database, accountId));
  if (account === null) return accountUnknown;
  const denied = await authorise(
    context.store.database,
    context,
    'account.changeSecondFactor',
    subjectOf(account),
  );
  return denied ?? { agencyId: account.home_agency_id };
}

const record = (context: AppContext, agencyId: string, accountId: string, kind: string): Promise<void> =>
  context.store.write((transaction) =>
    appendEvent(transaction, {
      agencyId,
      kind,
      subjectId: accountId,
      actor: actorId(context.actor),
      at: context.now(),
      facts: {},
    }),
  );

const isNo = (value: unknown): value is Refusal => (value as { refused?: boolean }).refused === true;

/** Begins to set up a second factor: nothing is asked for at signing in before the first code was right. */
export async function startSecondFactor(
  context: AppContext,
  auth: Auth,
  headers: Headers,
  accountId: string,
  password: string,
): Promise<Enrolling | Refusal> {
  const may = await allowed(context, accountId);
  if (isNo(may)) return may;
  const begun = await orRefuse(auth.api.enableTwoFactor({ body: { password }, headers }), wrongPassword);
  if (isNo(begun)) return begun;
  const { totpURI, backupCodes } = begun as { totpURI: string; backupCodes: string[] };
  return { uri: totpURI, secret: new URL(totpURI).searchParams.get('secret') ?? '', backupCodes };
}

/** Completes it with the first code. */
export async function confirmSecondFactor(
  context: AppContext,
  auth: Auth,
  headers: Headers,
  accountId: string,
  code: string,
): Promise<true | Refusal> {
  const may = await allowed(context, accountId);
  if (isNo(may)) return may;
  const done = await orRefuse(auth.api.verifyTOTP({ body: { code }, headers }), wrongCode);
  if (isNo(done)) return done;
  await record(context, may.agencyId, accountId, 'account.secondFactorOn');
  return true;
}

export async function stopSecondFactor(
  context: AppContext,
  auth: Auth,
  headers: Headers,
  accountId: string,
  password: string,
): Promise<true | Refusal> {
  const may = await allowed(context, accountId);
  if (isNo(may)) return may;
  const done = await orRefuse(auth.api.disableTwoFactor({ body: { password }, headers }), wrongPassword);
  if (isNo(done)) return done;
  await record(context, may.agencyId, accountId, 'account.secondFactorOff');
  return true;
}
