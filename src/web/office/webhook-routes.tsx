import { setWebhook } from '../../app/commands/set-webhook.ts';
import { webhookSheet } from '../../app/queries/webhook.ts';
import { isRefusal, type Refusal } from '../../domain/refusal.ts';
import { type Fault, faultsOf } from './faults.ts';
import { answer, goOn, type OfficePage, type Sent } from './page.ts';
import type { Office } from './router.ts';
import { WebhookPage } from './webhook-page.tsx';

async function show(
  page: OfficePage,
  sent: Sent = {},
  faults: readonly Fault[] = [],
): Promise<Response | Refusal> {
  const sheet = await webhookSheet(page.context, { slug: page.c.req.param('slug') ?? '' });
  if (isRefusal(sheet)) return sheet;
  return answer(
    page,
    <WebhookPage page={page} sheet={sheet} sent={sent} faults={faults} />,
    faults.length === 0 ? 200 : 422,
  );
}

/** The robot of an agency’s group. */
export function webhookRoutes(office: Office, allowInside: boolean): void {
  office.get('/agencies/:slug/webhook', 'webhook.read', (page) => show(page));
  office.post('/agencies/:slug/webhook', 'webhook.change', async (page, sent) => {
    const sheet = await webhookSheet(page.context, { slug: page.c.req.param('slug') ?? '' });
    if (isRefusal(sheet)) return sheet;
    const { form = '', address = '', secret = '' } = sent;
    const input = { agencyId: sheet.agency.id, form: form as never, address, secret, allowInside };
    const done = await setWebhook(page.context, input);
    if (!isRefusal(done))
      return goOn(
        page,
        `/office/agencies/${encodeURIComponent(sheet.agency.slug)}/webhook`,
        done.on ? 'webhookSaved' : 'webhookRemoved',
      );
    return done.code.startsWith('policy.') ? done : show(page, sent, faultsOf(done));
  });
}
