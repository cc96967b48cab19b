import * as z from 'zod';
import { applicationAct, textSchema } from '../../applications/application-act.ts';
import { sendNotice } from '../../applications/letters.ts';

/** A request that a record about the applicant be corrected, and what came of it (第四十一条). */
export const correctRecord = applicationAct({
  act: 'application.correctRecord',
  type: 'correctRecord',
  shape: {
    recordName: textSchema,
    evidence: textSchema,
    result: z.enum(['corrected', 'transferred', 'toldWhere', 'unproven'], '请选择审核结果。'),
    agency: textSchema.nullable(),
    reasons: textSchema.nullable(),
  },
  facts: ({ recordName, evidence, result, agency, reasons }) => ({
    rectification: { record: recordName, evidence, result, agency: agency || null, reasons: reasons || null },
  }),
  also: ({ on }, { act }, acting) =>
    sendNotice(acting, {
      kind: 'rectification',
      day: on,
      facts: { rectification: (act as Extract<typeof act, { type: 'correctRecord' }>).rectification },
    }),
});
