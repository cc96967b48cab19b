import * as z from 'zod';
import { type CorrectionCauseId, correctionCauses } from '../../../law/intake.ts';
import { applicationAct, daySchema, given, textSchema } from '../../applications/application-act.ts';
import { sendNotice } from '../../applications/letters.ts';

const causes = correctionCauses.map(({ id }) => id) as [CorrectionCauseId, ...CorrectionCauseId[]];

/** Asks for 补正, once, within 7 working days, all of it together (第三十条). */
export const askCorrection = applicationAct({
  act: 'application.askCorrection',
  type: 'askCorrection',
  shape: {
    causes: z.array(z.enum(causes)),
    due: daySchema,
    lateBecause: textSchema.nullable(),
    /** What exactly is unclear, in the clerk's words. */
    explanation: textSchema.nullable(),
  },
  facts: ({ causes: named, due, lateBecause }) => ({ causes: named, due, ...given({ lateBecause }) }),
  noted: ({ explanation }) => given({ explanation }),
  also: ({ on, explanation }, _, acting) =>
    sendNotice(acting, { kind: 'correctionNotice', day: on, facts: given({ reason: explanation }) }),
});
