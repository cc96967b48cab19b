import * as z from 'zod';
import { applicationAct } from '../../applications/application-act.ts';

/** Proposes that what several asked for be disclosed to all (第四十四条). */
export const proposeDisclosure = applicationAct({
  act: 'application.proposeDisclosure',
  type: 'proposeDisclosure',
  shape: { applicants: z.number('请填写申请人数。').int('人数应为整数。').min(1), suggested: z.boolean() },
  facts: ({ applicants, suggested }) => ({ applicants, suggested }),
});
