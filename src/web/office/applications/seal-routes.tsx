import { shanghaiDay } from '../../../app/calendar-years.ts';
import { addSeal } from '../../../app/commands/seals/add-seal.ts';
import { endSeal } from '../../../app/commands/seals/end-seal.ts';
import { sealList } from '../../../app/queries/seals.ts';
import { isRefusal, type Refusal } from '../../../domain/refusal.ts';
import { type Fault, faultsOf } from '../faults.ts';
import { answer, goOn, type OfficePage, type Sent } from '../page.ts';
import type { Office } from '../router.ts';
import { agencyHere, mayHere } from './case-ref.ts';
import { orNull, text } from './field-defs.ts';
import { SealsPage } from './seals-page.tsx';

const own = '/office/applications/seals';

async function show(page: OfficePage, sent: Sent, faults: readonly Fault[]): Promise<Response | Refusal> {
  const agencyId = agencyHere(page);
  if (isRefusal(agencyId)) return agencyId;
  const seals = await sealList(page.context, { agencyId });
  if (isRefusal(seals)) return seals;
  return answer(
    page,
    <SealsPage
      page={page}
      seals={seals}
      today={shanghaiDay(page.context.now())}
      may={mayHere(page, 'seal.keep')}
      sent={sent}
      faults={faults}
    />,
    faults.length === 0 ? 200 : 422,
  );
}

const settled = (
  page: OfficePage,
  sent: Sent,
  outcome: { readonly id: string } | Refusal,
): Promise<Response | Refusal> | Response | Refusal => {
  if (!isRefusal(outcome)) return goOn(page, own, 'agencyChanged');
  return outcome.code.startsWith('policy.') || outcome.code.endsWith('.unknown')
    ? outcome
    : show(page, sent, faultsOf(outcome));
};

async function add(page: OfficePage, sent: Sent): Promise<Response | Refusal> {
  const agencyId = agencyHere(page);
  if (isRefusal(agencyId)) return agencyId;
  const file = (await page.c.req.parseBody()).image;
  const outcome = await addSeal(page.context, {
    agencyId,
    from: text(sent, 'from') as never,
    to: orNull(sent, 'to') as never,
    image: file instanceof File ? new Uint8Array(await file.arrayBuffer()) : new Uint8Array(),
  });
  return settled(page, sent, outcome);
}

async function end(page: OfficePage, sent: Sent): Promise<Response | Refusal> {
  const agencyId = agencyHere(page);
  if (isRefusal(agencyId)) return agencyId;
  const sealId = page.c.req.param('seal') ?? '';
  const outcome = await endSeal(page.context, { agencyId, sealId, to: text(sent, 'to') as never });
  return settled(page, {}, outcome);
}

/** The images of the agency's seal. */
export function sealRoutes(office: Office): void {
  office.get('/applications/seals', 'seal.list', (page) => show(page, {}, []));
  office.post('/applications/seals', 'seal.keep', add);
  office.post('/applications/seals/:seal/end', 'seal.keep', end);
}
