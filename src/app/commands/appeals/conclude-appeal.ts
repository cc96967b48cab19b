import * as z from 'zod';
import { conclude, dispositionOf, reopens } from '../../../domain/appeal/appeal.ts';
import { isRefusal, refuse } from '../../../domain/refusal.ts';
import { updateAppeal } from '../../../store/appeals.ts';
import { aboutAppeal, appealOf, loadAppeal } from '../../appeals/appeal-record.ts';
import { daySchema, textSchema } from '../../applications/application-act.ts';
import { sealJson } from '../../applications/sealing.ts';
import { shanghaiDay } from '../../calendar-years.ts';
import { command } from '../../command.ts';

const future = refuse('appeal.future', '收到决定、裁判的日期在今天之后。请核对日期。', {
  fields: [{ field: 'on', message: '日期在今天之后。' }],
});

/** How an appeal ended, in the words of the decision; whether the agency has to act anew follows from them. */
export const concludeAppeal = command({
  act: 'appeal.conclude',
  input: z.strictObject({
    agencyId: z.uuid(),
    appealId: z.uuid(),
    disposition: z.string().min(1, '请选择结案方式。'),
    on: daySchema,
    decision: textSchema,
    costs: z.number().int().min(0).nullable(),
    learnt: textSchema,
  }),
  load: (transaction, { agencyId, appealId }, { vault }) =>
    loadAppeal(transaction, vault, { agencyId, id: appealId }),
  async run({ transaction, loaded, input, at, record }) {
    if (input.on > shanghaiDay(at)) return future;
    const ended = conclude(appealOf(loaded.row), input.disposition, input.on);
    if (isRefusal(ended)) return ended;
    const { result } = dispositionOf(ended)!;
    const { decision, learnt } = input;
    await updateAppeal(transaction, loaded, {
      disposition: input.disposition,
      result,
      ended_on: input.on,
      costs: input.costs,
      sealed_facts: sealJson(loaded.key, { ...loaded.facts, decision, learnt }, aboutAppeal(loaded)),
    });
    await record({
      agencyId: loaded.agencyId,
      kind: 'appeal.concluded',
      subjectId: loaded.id,
      facts: { disposition: input.disposition, result, on: input.on },
    });
    return { id: loaded.id, applicationId: loaded.row.application_id, reopens: reopens(ended) };
  },
});
