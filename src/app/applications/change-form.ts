import type { ApplicationForm } from '../../domain/application/application-form.ts';
import { readForm } from '../../domain/application/read-form.ts';
import type { Refusal } from '../../domain/refusal.ts';
import { updateApplication } from '../../store/applications.ts';
import type { Writing } from './acting.ts';
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

export async function rewriteForm(
  { context, transaction, loaded }: Writing & { readonly loaded: CaseRecord },
  form: ApplicationForm,
): Promise<void> {
  const hashes = hashesOf(context.vault, form);
  const { content_hash: before, group_id } = loaded.row;
  const same = before !== null && Buffer.compare(hashes.content_hash ?? Buffer.alloc(0), before) === 0;
  await updateApplication(transaction, loaded, {
    ...hashes,
    // What asks for something else is no longer answered with the others.
    group_id: same ? group_id : null,
    sealed_form: sealJson(loaded.key, form, aboutCase(loaded, 'form')),
    sealed_summary: sealJson(loaded.key, summaryOf(form), aboutCase(loaded, 'summary')),
  });
}

/** Writes the application as corrected; the first one stays in the acts. Refused: a form written anew with faults. */
export async function changeForm(
  acting: Writing & { readonly loaded: CaseRecord },
  change: { readonly form: unknown; readonly text: string | null; readonly before: ApplicationForm },
): Promise<Refusal | undefined> {
  const { row } = acting.loaded;
  let { before: form } = change;
  if (change.form !== null && change.form !== undefined) {
    const read = readForm(change.form);
    if (read.findings.length > 0) return formFaults(read.findings);
    form = { ...read.form, applicant: { ...read.form.applicant, kind: row.applicant_kind } };
  }
  if (change.text !== null && change.text !== '') form = withWords(form, change.text);
  if (form !== change.before) await rewriteForm(acting, form);
  return undefined;
}
