import { confirmDestruction } from '../../../app/commands/retention/confirm-destruction.ts';
import { drawDestruction } from '../../../app/commands/retention/draw-destruction.ts';
import { holdCases, releaseCases } from '../../../app/commands/retention/hold-cases.ts';
import { proposeDestruction } from '../../../app/commands/retention/propose-destruction.ts';
import { setRetentionPlan } from '../../../app/commands/retention/set-plan.ts';
import { destructionSheet, retentionSheet } from '../../../app/queries/retention.ts';
import { destructionUnknown } from '../../../app/retention/destruction-record.ts';
import { isRefusal, type Refusal } from '../../../domain/refusal.ts';
import { type Fault, faultsOf } from '../faults.ts';
import { answer, goOn, type OfficePage, type Sent } from '../page.ts';
import type { Office } from '../router.ts';
import { agencyHere, mayHere, refOf } from './case-ref.ts';
import { DestructionPage } from './destruction-page.tsx';
import { number, text, ticked } from './field-defs.ts';
import { RetentionPage } from './retention-page.tsx';

const own = '/office/applications/retention';
const status = (faults: readonly Fault[]): 200 | 422 => (faults.length === 0 ? 200 : 422);

async function showPlan(page: OfficePage, sent: Sent, faults: readonly Fault[]): Promise<Response | Refusal> {
  const agencyId = agencyHere(page);
  if (isRefusal(agencyId)) return agencyId;
  const sheet = await retentionSheet(page.context, { agencyId });
  if (isRefusal(sheet)) return sheet;
  const may = { setPlan: mayHere(page, 'retention.setPlan'), draw: mayHere(page, 'retention.draw') };
  return answer(
    page,
    <RetentionPage page={page} sheet={sheet} may={may} sent={sent} faults={faults} />,
    status(faults),
  );
}

async function setPlan(page: OfficePage, sent: Sent): Promise<Response | Refusal> {
  const agencyId = agencyHere(page);
  if (isRefusal(agencyId)) return agencyId;
  const outcome = await setRetentionPlan(page.context, {
    agencyId,
    answered: number(sent, 'answered'),
    disputed: number(sent, 'disputed'),
    ended: number(sent, 'ended'),
  });
  if (!isRefusal(outcome)) return goOn(page, own, 'retentionPlanSet');
  return outcome.code.startsWith('policy.') ? outcome : showPlan(page, sent, faultsOf(outcome));
}

async function draw(page: OfficePage): Promise<Response | Refusal> {
  const agencyId = agencyHere(page);
  if (isRefusal(agencyId)) return agencyId;
  const outcome = await drawDestruction(page.context, { agencyId });
  return isRefusal(outcome) ? outcome : goOn(page, `${own}/${outcome.id}`, 'destructionDrawn');
}

/** The list of the address. */
function listOf(page: OfficePage): { readonly agencyId: string; readonly destructionId: string } | Refusal {
  const ref = refOf(page);
  if (!isRefusal(ref)) return { agencyId: ref.agencyId, destructionId: ref.id };
  return ref.code === 'application.unknown' ? destructionUnknown : ref;
}

async function showList(page: OfficePage, sent: Sent, faults: readonly Fault[]): Promise<Response | Refusal> {
  const list = listOf(page);
  if (isRefusal(list)) return list;
  const { agencyId, destructionId: id } = list;
  const sheet = await destructionSheet(page.context, { agencyId, id });
  if (isRefusal(sheet)) return sheet;
  const may = {
    hold: sheet.status !== 'done' && mayHere(page, 'retention.hold'),
    propose: sheet.status === 'drawn' && mayHere(page, 'retention.propose'),
    confirm: sheet.status === 'proposed' && mayHere(page, 'retention.confirm'),
  };
  return answer(
    page,
    <DestructionPage page={page} sheet={sheet} may={may} sent={sent} faults={faults} />,
    status(faults),
  );
}

type List = Exclude<ReturnType<typeof listOf>, Refusal>;

/** An act on the list of the address: done and back to it, or the list with what is wrong. */
const deed =
  (done: string, perform: (page: OfficePage, list: List, sent: Sent) => Promise<unknown>) =>
  async (page: OfficePage, sent: Sent): Promise<Response | Refusal> => {
    const list = listOf(page);
    if (isRefusal(list)) return list;
    const outcome = await perform(page, list, sent);
    if (!isRefusal(outcome)) return goOn(page, `${own}/${list.destructionId}`, done);
    return outcome.code.startsWith('policy.') || outcome.code.endsWith('.unknown')
      ? outcome
      : showList(page, sent, faultsOf(outcome));
  };

/** The 销毁清册, the very bytes its hash was made of. */
async function register(page: OfficePage): Promise<Response | Refusal> {
  const list = listOf(page);
  if (isRefusal(list)) return list;
  const sheet = await destructionSheet(page.context, { agencyId: list.agencyId, id: list.destructionId });
  if (isRefusal(sheet)) return sheet;
  if (sheet.register === null) return destructionUnknown;
  return page.c.body(sheet.register, 200, {
    'Content-Type': 'text/csv; charset=utf-8',
    'Content-Disposition': `attachment; filename="register.csv"; filename*=UTF-8''${encodeURIComponent('销毁清册.csv')}`,
    'Cache-Control': 'no-store',
  });
}

/** How long personal data is kept, and the lists by which it is deleted. */
export function retentionRoutes(office: Office): void {
  const one = '/applications/retention/:id';
  office.get('/applications/retention', 'retention.read', (page) => showPlan(page, {}, []));
  office.post('/applications/retention', 'retention.setPlan', setPlan);
  office.post('/applications/retention/draw', 'retention.draw', draw);
  office.get(one, 'retention.read', (page) => showList(page, {}, []));
  office.get(`${one}/register.csv`, 'retention.read', register);
  office.post(
    `${one}/hold`,
    'retention.hold',
    deed('destructionChanged', ({ context }, list, sent) =>
      holdCases(context, {
        ...list,
        applicationIds: ticked(sent, 'case'),
        reason: text(sent, 'reason') as never,
        reference: text(sent, 'reference'),
      }),
    ),
  );
  office.post(
    `${one}/release`,
    'retention.hold',
    deed('destructionChanged', ({ context }, list, sent) =>
      releaseCases(context, { ...list, applicationIds: ticked(sent, 'case') }),
    ),
  );
  office.post(
    `${one}/propose`,
    'retention.propose',
    deed('destructionProposed', ({ context }, list) => proposeDestruction(context, list)),
  );
  office.post(
    `${one}/confirm`,
    'retention.confirm',
    deed('destructionDone', ({ context }, list, sent) =>
      confirmDestruction(context, {
        ...list,
        seen: number(sent, 'seen'),
        understood: (sent.understood === '1') as true,
      }),
    ),
  );
}
