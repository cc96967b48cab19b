import { decideDisclosure } from '../../../app/commands/applications/decide-disclosure.ts';
import { type ProposalState, proposals } from '../../../app/queries/applications/proposals.ts';
import { isRefusal, type Refusal } from '../../../domain/refusal.ts';
import { type Fault, faultsOf } from '../faults.ts';
import { answer, goOn, type OfficePage, type Sent } from '../page.ts';
import type { Office } from '../router.ts';
import { agencyHere, mayHere } from './case-ref.ts';
import { text, yesNo } from './field-defs.ts';
import { ProposalsPage, proposalsPath } from './proposals-page.tsx';

const pageSize = 50;
const states: readonly ProposalState[] = ['open', 'takenUp', 'refused'];

async function show(page: OfficePage, sent: Sent, faults: readonly Fault[]): Promise<Response | Refusal> {
  const agencyId = agencyHere(page);
  if (isRefusal(agencyId)) return agencyId;
  const { state: asked, after = null, decide } = page.c.req.query();
  const state = states.find((each) => each === asked) ?? null;
  const found = await proposals(page.context, {
    agencyId,
    state,
    after,
    limit: pageSize,
    id: decide ?? null,
  });
  if (isRefusal(found)) return found;
  const mayDecide = mayHere(page, 'application.decideDisclosure');
  const deciding = mayDecide && found.one?.state === 'open' ? found.one : null;
  return answer(
    page,
    <ProposalsPage
      page={page}
      found={found}
      state={state}
      mayDecide={mayDecide}
      deciding={deciding}
      sent={sent}
      faults={faults}
    />,
    faults.length === 0 ? 200 : 422,
  );
}

async function decide(page: OfficePage, sent: Sent): Promise<Response | Refusal> {
  const agencyId = agencyHere(page);
  if (isRefusal(agencyId)) return agencyId;
  const outcome = await decideDisclosure(page.context, {
    agencyId,
    proposalId: page.c.req.query('decide') ?? '',
    takenUp: yesNo(sent, 'takenUp') as boolean,
    reason: text(sent, 'reason'),
  });
  if (!isRefusal(outcome)) return goOn(page, proposalsPath, 'disclosureDecided');
  return outcome.code.startsWith('policy.') ? outcome : show(page, sent, faultsOf(outcome));
}

/** Proposals for disclosure to all. */
export function proposalsRoutes(office: Office): void {
  office.get('/applications/proposals', 'application.list', (page) => show(page, {}, []));
  office.post('/applications/proposals', 'application.decideDisclosure', decide);
}
