import * as z from 'zod';
import { splitCase } from '../../../domain/application/case.ts';
import { isRefusal } from '../../../domain/refusal.ts';
import { applicationAct, textSchema } from '../../applications/application-act.ts';
import { formOf } from '../../applications/case-record.ts';
import { rewriteForm } from '../../applications/change-form.ts';
import { makeApplication } from '../../applications/new-application.ts';

const itemOf = (description: string) => [{ name: null, documentNumber: null, description }];

/** 一事一申请: the first part stays with the application, each other one becomes an application of its own. */
export const splitApplication = applicationAct({
  act: 'application.split',
  type: 'split',
  shape: { parts: z.array(textSchema.min(1, '每一件都要写明申请内容。')) },
  facts: ({ parts }) => ({ parts: parts.length }),
  noted: (_, before) => ({ before: formOf(before) }),
  async also({ parts }, _, acting) {
    const { loaded } = acting;
    const form = formOf(loaded);
    const [first, ...rest] = parts;
    await rewriteForm(acting, { ...form, items: itemOf(first!) });
    for (const part of rest) {
      const made = await makeApplication(acting, {
        agencyId: loaded.agencyId,
        channel: loaded.state.channel,
        form: { ...form, items: itemOf(part) },
        submissionKey: null,
        acts: [],
        from: { id: loaded.id, state: splitCase(loaded.state) },
      });
      if (isRefusal(made)) return made;
    }
    return undefined;
  },
});
