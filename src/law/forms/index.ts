import { annualReport2019 } from './annual-report-2019.ts';
import { annualReport2021 } from './annual-report-2021.ts';
import type { AnnualForm, FormId } from './form.ts';

export type * from './form.ts';
export { organisationColumns } from './shared.ts';
export { annualReport2019, annualReport2021 };

export const annualForms: Readonly<Record<FormId, AnnualForm>> = {
  '2019': annualReport2019,
  '2021': annualReport2021,
};

/** The form in force for a report year; null before 2019 (indicators of the older statistics). */
export function formOfYear(year: number): AnnualForm | null {
  const forms = Object.values(annualForms);
  return forms.find((f) => year >= f.years.from && (f.years.to === null || year <= f.years.to)) ?? null;
}
