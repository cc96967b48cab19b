import * as z from 'zod';
import { refuse } from '../../domain/refusal.ts';
import { removeWebhook, setWebhook as save, webhookOf } from '../../store/webhooks.ts';
import { loadAgency } from '../agencies/subject.ts';
import { command } from '../command.ts';
import { actorId } from '../context.ts';
import { addressFault } from '../notices/guarded-post.ts';
import { sealWebhook, webhookFormIds } from '../notices/webhook.ts';

export const webhookInput = z.strictObject({
  agencyId: z.uuid(),
  form: z.enum(webhookFormIds, '请选择机器人的种类。'),
  /** '' takes the robot away. */
  address: z.string().trim().max(500, '网址不超过 500 个字符。'),
  secret: z.string().trim().max(200, '密钥不超过 200 个字符。'),
  /** GONGKAI_WEBHOOK_INSIDE. */
  allowInside: z.boolean(),
});

/** Sets the robot of an agency's group, or takes it away. Address and secret are sealed: they let anybody write there. */
export const setWebhook = command({
  act: 'webhook.change',
  input: webhookInput as z.ZodType<z.infer<typeof webhookInput>>,
  load: loadAgency,
  async run({ context, transaction, input, loaded: { agency }, at, record }) {
    const { form, address, secret, allowInside } = input;
    if (address === '') {
      if ((await webhookOf(transaction, agency.id)) === null)
        return refuse('webhook.none', '没有设置群机器人，不需要停用。');
      await removeWebhook(transaction, agency.id);
    } else {
      const fault = addressFault(address, allowInside);
      if (fault !== null)
        return refuse('webhook.address', fault, { fields: [{ field: 'address', message: fault }] });
      await save(transaction, {
        agency_id: agency.id,
        form,
        host: new URL(address).host,
        ...sealWebhook(context.vault, agency.id, address, secret),
        changed_by: actorId(context.actor),
        changed_at: at,
      });
    }
    const facts = { given: address === '' ? null : new URL(address).host };
    await record({ agencyId: agency.id, kind: 'webhook.changed', subjectId: agency.id, facts });
    return { on: address !== '' };
  },
});
