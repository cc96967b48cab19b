import { accountMeant } from '../../app/accounts/named.ts';
import { shanghaiDay } from '../../app/calendar-years.ts';
import { handOver } from '../../app/commands/hand-over.ts';
import { handoverSheet } from '../../app/queries/handover.ts';
import { isRefusal, type Refusal } from '../../domain/refusal.ts';
import { type Fault, faultsOf } from './faults.ts';
import { HandoverPage } from './handover-page.tsx';
import { answer, goOn, type OfficePage, type Sent } from './page.ts';
import type { Office } from './router.ts';

const nobody = '00000000-0000-0000-0000-000000000000';
const idOf = ({ c }: OfficePage): string => {
  const id = c.req.param('id') ?? '';
  return /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id) ? id : nobody;
};

async function show(
  page: OfficePage,
  sent: Sent = {},
  faults: readonly Fault[] = [],
): Promise<Response | Refusal> {
  const sheet = await handoverSheet(page.context, { id: idOf(page) });
  if (isRefusal(sheet)) return sheet;
  const today = shanghaiDay(page.context.now());
  return answer(
    page,
    <HandoverPage page={page} sheet={sheet} sent={sent} faults={faults} today={today} />,
    faults.length === 0 ? 200 : 422,
  );
}

/** Handing over the work of somebody who leaves. */
export function handoverRoutes(office: Office): void {
  office.get('/people/:id/handover', 'membership.handOver', (page) => show(page));
  office.post('/people/:id/handover', 'membership.handOver', async (page, sent) => {
    const successor = await accountMeant(page.context, sent.successor ?? '', {
      agencyId: sent.agencyId ?? '',
      field: 'successor',
    });
    if (isRefusal(successor)) return show(page, sent, faultsOf(successor));
    const outcome = await handOver(page.context, {
      accountId: idOf(page),
      successorId: successor.id,
      agencyId: sent.agencyId ?? '',
      from: sent.from ?? '',
    });
    if (!isRefusal(outcome)) return goOn(page, `/office/people/${idOf(page)}`, 'handedOver');
    return outcome.code.startsWith('policy.') ? outcome : show(page, sent, faultsOf(outcome));
  });
}
