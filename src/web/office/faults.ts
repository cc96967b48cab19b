import type { Refusal } from '../../domain/refusal.ts';
import type { FormError } from '../theme/form-errors.tsx';

/** What is wrong with a field of a form; `field` '' is the form as a whole. */
export interface Fault {
  readonly field: string;
  readonly message: string;
  /** Of the refusal, where it names no field. */
  readonly code?: string;
}

/** The faults that a refusal names; one that names no field is about the form as a whole. */
export function faultsOf({ code, facts, message }: Refusal): readonly Fault[] {
  const { fields } = facts as { readonly fields?: readonly Fault[] };
  return fields === undefined || fields.length === 0 ? [{ field: '', message, code }] : fields;
}

export const faultOf = (faults: readonly Fault[], field: string): string | null =>
  faults.find((fault) => fault.field === field)?.message ?? null;

export const formErrors = (faults: readonly Fault[]): FormError[] =>
  faults.map(({ field, message }) => ({ field: field === '' ? null : `f-${field}`, message }));
