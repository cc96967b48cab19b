import * as z from 'zod';
import { applicationAct, given, textSchema } from '../../applications/application-act.ts';
import { formOf } from '../../applications/case-record.ts';
import { changeForm, filledInSchema } from '../../applications/change-form.ts';

/** What the applicant sent: an application written anew, fields filled in, or words beside the first. */
export const correctionShape = {
  form: z.unknown(),
  text: textSchema.nullable(),
  filledIn: filledInSchema.nullable().default(null),
  excuse: textSchema.nullable(),
};

/** 补正 came in: the period begins anew (第三十条). */
export const takeCorrection = applicationAct({
  act: 'application.takeCorrection',
  type: 'takeCorrection',
  shape: correctionShape,
  facts: ({ excuse }) => given({ excuse }),
  noted: ({ text }, before) => given({ text, before: formOf(before) }),
  also: ({ form, text, filledIn }, _, acting) =>
    changeForm(acting, { form, text, filledIn, before: formOf(acting.loaded) }),
});
