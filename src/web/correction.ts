import type { FilledIn } from '../app/applications/change-form.ts';
import { identityNames } from '../domain/application/identity.ts';
import { type CorrectionCauseId, provisionForms, provisionWays } from '../law/intake.ts';

/** A field that 补正 asks for; without options it is a line of text. */
export interface CorrectionField {
  readonly name: string;
  readonly label: string;
  readonly options: readonly { readonly value: string; readonly label: string }[] | null;
}

const optionsOf = (record: Readonly<Record<string, string>>) =>
  Object.entries(record).map(([value, label]) => ({ value, label }));
const line = (name: string, label: string): CorrectionField => ({ name, label, options: null });

/** By what was unclear (第三十条), the fields of 第二十九条第二款 that say it. */
const byCause: Partial<Readonly<Record<CorrectionCauseId, readonly CorrectionField[]>>> = {
  identityUnclear: [
    line('applicant.name', '姓名或者名称'),
    { name: 'identityType', label: '身份证明种类', options: optionsOf(identityNames) },
    line('applicant.identity', '证件号码'),
  ],
  contactUnclear: [
    line('contact.phone', '电话'),
    line('contact.email', '电子邮箱'),
    line('contact.address', '通信地址'),
  ],
  formUnclear: [
    { name: 'form', label: '提供形式', options: optionsOf(provisionForms) },
    { name: 'way', label: '获取途径', options: optionsOf(provisionWays) },
  ],
};

/** The fields to offer where 补正 was asked for these causes. */
export const correctionFields = (causes: readonly CorrectionCauseId[]): readonly CorrectionField[] =>
  causes.flatMap((cause) => byCause[cause] ?? []);

/** Whether what is asked for has to be said in words of one's own. */
export const asksForWords = (causes: readonly CorrectionCauseId[]): boolean =>
  causes.includes('contentUnclear') || correctionFields(causes).length === 0;

/** What was filled in of them; null where nothing was. */
export function filledInOf(sent: Readonly<Record<string, string | undefined>>): FilledIn | null {
  const text = (name: string): string => (sent[name] ?? '').trim();
  const number = text('applicant.identity');
  const given = {
    ...(text('applicant.name') && { name: text('applicant.name') }),
    ...(number && { identity: { type: text('identityType') || 'residentId', number } }),
    ...(text('contact.phone') && { phone: text('contact.phone') }),
    ...(text('contact.email') && { email: text('contact.email') }),
    ...(text('contact.address') && { address: text('contact.address') }),
    ...(text('form') && { form: text('form') }),
    ...(text('way') && { way: text('way') }),
  };
  return Object.keys(given).length === 0 ? null : (given as FilledIn);
}
