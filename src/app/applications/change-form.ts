import * as z from 'zod';
import type { ApplicationForm } from '../../domain/application/application-form.ts';
import { type IdentityType, identityNames } from '../../domain/application/identity.ts';
import { readForm } from '../../domain/application/read-form.ts';
import { isRefusal, type Refusal } from '../../domain/refusal.ts';
import { type ProvisionForm, type ProvisionWay, provisionForms, provisionWays } from '../../law/intake.ts';
import { updateApplication } from '../../store/applications.ts';
import type { Writing } from './acting.ts';
import { textSchema } from './application-act.ts';
import type { CaseRecord } from './case-record.ts';
import { formFaults } from './form-faults.ts';
import { aboutCase, sealJson, summaryOf } from './sealing.ts';
import { hashesOf } from './search-hashes.ts';

const longest = 2_000;

/** Words that came beside an application stand behind the description of its first item. */
function withWords(form: ApplicationForm, text: string): ApplicationForm {
  const [first, ...rest] = form.items;
  const description = [first?.description, text].filter(Boolean).join('\n补正：').slice(0, longest);
  return {
    ...form,
    items: [{ name: null, documentNumber: null, ...first, description }, ...rest],
  };
}

/** Seals the application anew, with what finds it; gives back the case with it. */
export async function rewriteForm(
  { context, transaction, loaded }: Writing & { readonly loaded: CaseRecord },
  form: ApplicationForm,
): Promise<CaseRecord> {
  const hashes = hashesOf(context.vault, form);
  const { content_hash: before, group_id } = loaded.row;
  const same = before !== null && Buffer.compare(hashes.content_hash ?? Buffer.alloc(0), before) === 0;
  const change = {
    ...hashes,
    // What asks for something else is no longer answered with the others.
    group_id: same ? group_id : null,
    sealed_form: sealJson(loaded.key, form, aboutCase(loaded, 'form')),
    sealed_summary: sealJson(loaded.key, summaryOf(form), aboutCase(loaded, 'summary')),
  };
  await updateApplication(transaction, loaded, change);
  return { ...loaded, row: { ...loaded.row, ...change } };
}

/** What 补正 filled in of the fields it was asked for; what is left out stays. */
export const filledInSchema = z.strictObject({
  name: textSchema.optional(),
  identity: z
    .strictObject({ type: z.enum(Object.keys(identityNames) as [IdentityType]), number: textSchema })
    .optional(),
  phone: textSchema.optional(),
  email: textSchema.optional(),
  address: textSchema.optional(),
  form: z.enum(Object.keys(provisionForms) as [ProvisionForm]).optional(),
  way: z.enum(Object.keys(provisionWays) as [ProvisionWay]).optional(),
});
export type FilledIn = z.infer<typeof filledInSchema>;

/** Where readForm finds fault with each of them. */
const placeOf: Partial<Readonly<Record<keyof FilledIn, string>>> = {
  name: 'applicant.name',
  identity: 'applicant.identity',
  phone: 'contact.phone',
  email: 'contact.email',
};

/** The form with what was filled in. Refused: a number that cannot be one, an address that is none. */
function withFilledIn(form: ApplicationForm, given: FilledIn): ApplicationForm | Refusal {
  const { name, identity, phone, email, address } = given;
  const merged = {
    ...form,
    applicant: { ...form.applicant, ...(name && { name }), ...(identity && { identity }) },
    contact: {
      ...form.contact,
      ...(phone && { phone }),
      ...(email && { email }),
      ...(address && { address }),
    },
    form: given.form ?? form.form,
    way: given.way ?? form.way,
  };
  const read = readForm(merged);
  const asked = Object.keys(given).map((key) => placeOf[key as keyof FilledIn]);
  const faults = read.findings.filter(({ field }) => asked.includes(field));
  // What else the form lacks was lacking before.
  return faults.length > 0
    ? formFaults(faults)
    : {
        ...merged,
        applicant: { ...read.form.applicant, kind: form.applicant.kind },
        contact: read.form.contact,
      };
}

export interface FormChange {
  /** The whole application written anew; null or undefined: it was not. */
  readonly form: unknown;
  readonly text: string | null;
  readonly filledIn: FilledIn | null;
  readonly before: ApplicationForm;
}

/** Writes the application as corrected; the first one stays in the acts. Refused: a form written anew with faults. */
export async function changeForm(
  acting: Writing & { readonly loaded: CaseRecord },
  change: FormChange,
): Promise<Refusal | undefined> {
  const { row, state } = acting.loaded;
  let { before: form } = change;
  if (change.form !== null && change.form !== undefined) {
    const read = readForm(change.form);
    if (read.findings.length > 0) return formFaults(read.findings);
    form = { ...read.form, applicant: { ...read.form.applicant, kind: row.applicant_kind } };
  }
  if (change.filledIn !== null) {
    const filled = withFilledIn(form, change.filledIn);
    if (isRefusal(filled)) return filled;
    form = filled;
  }
  // Words about identity or contact say nothing of what is asked for; they stay in the acts.
  const aboutContent = state.correction?.causes.includes('contentUnclear') ?? true;
  if (change.text !== null && change.text !== '' && aboutContent) form = withWords(form, change.text);
  if (form !== change.before) await rewriteForm(acting, form);
  return undefined;
}
