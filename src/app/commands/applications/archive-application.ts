import * as z from 'zod';
import { applicationAct } from '../../applications/application-act.ts';

/** Lays the file of a case down (第四十五条). */
export const archiveApplication = applicationAct({
  act: 'application.archive',
  type: 'archive',
  shape: { pages: z.number('请填写页数。').int('页数应为整数。') },
  facts: ({ pages }) => ({ pages }),
});
