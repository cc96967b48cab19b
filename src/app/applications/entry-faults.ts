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

const filled = (value: unknown): boolean => typeof value === 'string' && value.trim() !== '';

interface Given {
  readonly applicant?: { readonly kind?: unknown; readonly name?: unknown };
  readonly items?: readonly Readonly<Record<string, unknown>>[];
}

/**
 * Everything that must be mended before an application can be entered, told at once. What the paper lacks is none of
 * it, for that is asked of the applicant (第三十条); but a form of which nothing was filled in would only use up a number.
 */
export function entryFaults({ channel, receipt, form }: Entry): readonly EntryFault[] {
  const { applicant, items } = (form ?? {}) as Given;
  const missing = Object.entries(asked[channel as IntakeChannel] ?? {}).filter(
    ([name]) => !filled(receipt[name]),
  );
  const blank = !filled(applicant?.name) && !(items ?? []).some((item) => Object.values(item).some(filled));
  return [
    ...missing.map(([field, message]) => ({ field, message })),
    ...(applicantKinds.some((kind) => kind === applicant?.kind)
      ? []
      : [{ field: 'applicant.kind', message: '请选择申请人的类别。' }]),
    ...(blank
      ? [{ field: 'applicant.name', message: '姓名和申请内容都没有填写。请照申请表录入，至少填一项。' }]
      : []),
  ];
}
