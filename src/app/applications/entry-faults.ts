import { applicantKinds } from '../../law/applicants.ts';
import type { IntakeChannel } from '../../law/intake.ts';

/** What is wrong with a field of the form by which a clerk enters an application. */
export interface EntryFault {
  readonly field: string;
  readonly message: string;
}

interface Entry {
  readonly channel: string;
  readonly receipt: Readonly<Record<string, unknown>>;
  /** Null where the sender was reached, or need not be. */
  readonly tried?: { readonly on: unknown; readonly way: unknown } | null;
  readonly form: unknown;
}

const asked: Readonly<Partial<Record<IntakeChannel, Readonly<Record<string, string>>>>> = {
  counter: { handedOn: '请填写当面提交之日。' },
  oral: { handedOn: '请填写当面提交之日。' },
  signedPost: { signedOn: '请填写签收之日。' },
  ordinaryMail: {
    arrivedOn: '请填写信函到达之日。',
    contactedOn: '平常信函以确认之日为收到之日，请填写与申请人确认之日。',
    contact: '请填写怎样与申请人确认的，例如电话联系本人。',
  },
};

/** The sender of ordinary mail was not reached: when it came, and what was tried. */
function unreached({ channel, receipt, tried }: Entry): readonly EntryFault[] {
  const faults: readonly (readonly [boolean, string, string])[] = [
    [channel === 'ordinaryMail', 'tried', '只有平常信函须与申请人确认收到；其他方式请直接登记收到。'],
    [filled(receipt.arrivedOn), 'arrivedOn', '请填写信函到达之日。'],
    [filled(tried?.on), 'triedOn', '请填写联系申请人之日。'],
    [filled(tried?.way), 'tried', '没有联系上的，请写明怎样联系的，例如电话无人接听、信上没有留电话。'],
  ];
  return faults.flatMap(([good, field, message]) => (good ? [] : [{ field, message }]));
}

const filled = (value: unknown): boolean => typeof value === 'string' && value.trim() !== '';

interface Given {
  readonly applicant?: { readonly kind?: unknown; readonly name?: unknown };
  readonly items?: readonly Readonly<Record<string, unknown>>[];
}

/**
 * Everything that must be mended before an application can be entered, told at once. What the paper lacks is none of
 * it, for that is asked of the applicant (第三十条).
 */
export function entryFaults(entry: Entry): readonly EntryFault[] {
  const { channel, receipt, form } = entry;
  const { applicant } = (form ?? {}) as Given;
  const missing = Object.entries(asked[channel as IntakeChannel] ?? {}).filter(
    ([name]) => !filled(receipt[name]),
  );
  return [
    ...(entry.tried ? unreached(entry) : missing.map(([field, message]) => ({ field, message }))),
    ...(applicantKinds.some((kind) => kind === applicant?.kind)
      ? []
      : [{ field: 'applicant.kind', message: '请选择申请人的类别。' }]),
  ];
}

/**
 * A form sent before anything was filled in would only use up a number. A paper that really says neither who asks nor
 * for what is entered with a word about that.
 */
export function blankFaults(form: unknown): readonly EntryFault[] {
  const { applicant, items } = (form ?? {}) as Given;
  const said = filled(applicant?.name) || (items ?? []).some((item) => Object.values(item).some(filled));
  const message =
    '姓名和申请内容都没有填写。请照申请表录入；申请表上确实没有写的，请在“其他特征性描述”中写明“申请表上没有写”。';
  return said ? [] : [{ field: 'applicant.name', message }];
}
