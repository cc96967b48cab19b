import * as z from 'zod';
import { updateOpinion } from '../../../store/application-matters.ts';
import { applicationAct, given, textSchema } from '../../applications/application-act.ts';
import { aboutCase, sealJson } from '../../applications/sealing.ts';

/** What the one asked answered, and whether the reasons of an objection are sound (第三十二条). */
export const takeOpinion = applicationAct({
  act: 'application.takeOpinion',
  type: 'takeOpinion',
  shape: {
    ref: textSchema,
    view: z.enum(['agrees', 'objects', 'none'], '请选择对方的意见。'),
    reasonable: z.boolean().nullable(),
    /** His words and reasons. */
    reply: textSchema,
  },
  facts: ({ ref, view, reasonable }) => ({ ref, view, ...given({ reasonable }) }),
  async also({ ref, view, reasonable, reply, on }, _, { transaction, loaded }) {
    await updateOpinion(transaction, loaded, ref, {
      answered_on: on,
      view,
      reasonable: view === 'objects' ? reasonable : null,
      sealed_reply: sealJson(loaded.key, reply, aboutCase(loaded, 'reply')),
    });
    return undefined;
  },
});
