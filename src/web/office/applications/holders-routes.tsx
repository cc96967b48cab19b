import { handOverApplications } from '../../../app/commands/applications/hand-over-applications.ts';
import { holders, type InHandQuery, inHand } from '../../../app/queries/applications/holders.ts';
import { isRefusal, type Refusal } from '../../../domain/refusal.ts';
import { type Fault, faultsOf } from '../faults.ts';
import { answer, goOn, type OfficePage, type Sent } from '../page.ts';
import type { Office } from '../router.ts';
import { agencyHere, isId, mayHere } from './case-ref.ts';
import { ticked } from './field-defs.ts';
import { boxes, HoldersPage, holdersPath, InHandPage, nobody } from './holders-page.tsx';

const pageSize = 50;
const longestUnit = 100;

interface Whose {
  readonly by: InHandQuery['by'];
  readonly query: Readonly<Record<string, string>>;
}

/** Whose cases the address asks for; null for everybody's, as figures. */
function whoseIn({ c }: OfficePage): Whose | null {
  const { holder, unit } = c.req.query();
  if (unit !== undefined) return { by: { unit: unit.slice(0, longestUnit) }, query: { unit } };
  if (holder === nobody) return { by: { holderId: null }, query: { holder } };
  return holder !== undefined && isId(holder) ? { by: { holderId: holder }, query: { holder } } : null;
}

async function show(page: OfficePage, sent: Sent, faults: readonly Fault[]): Promise<Response | Refusal> {
  const agencyId = agencyHere(page);
  if (isRefusal(agencyId)) return agencyId;
  const whose = whoseIn(page);
  if (whose === null) {
    const found = await holders(page.context, { agencyId });
    return isRefusal(found) ? found : answer(page, <HoldersPage page={page} found={found} />);
  }
  const after = page.c.req.query('after') ?? null;
  const found = await inHand(page.context, { agencyId, by: whose.by, after, limit: pageSize });
  if (isRefusal(found)) return found;
  const title =
    'unit' in whose.by ? whose.by.unit : whose.by.holderId === null ? '待认领' : (found.name ?? '经办人');
  return answer(
    page,
    <InHandPage
      page={page}
      whose={whose.query}
      title={title}
      found={found}
      mayHandOver={mayHere(page, 'application.handOver')}
      sent={sent}
      faults={faults}
    />,
    faults.length === 0 ? 200 : 422,
  );
}

async function handOver(page: OfficePage, sent: Sent): Promise<Response | Refusal> {
  const agencyId = agencyHere(page);
  if (isRefusal(agencyId)) return agencyId;
  const outcome = await handOverApplications(page.context, {
    agencyId,
    applicationIds: ticked(sent, boxes),
    holderId: sent.holderId ?? '',
  });
  if (!isRefusal(outcome)) return goOn(page, holdersPath, 'applicationHandedOver');
  return outcome.code.startsWith('policy.') ? outcome : show(page, sent, faultsOf(outcome));
}

/** Who has what in hand, and handing it over. */
export function holdersRoutes(office: Office): void {
  office.get('/applications/holders', 'application.list', (page) => show(page, {}, []));
  office.post('/applications/holders', 'application.handOver', handOver);
}
