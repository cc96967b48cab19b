import { accountNames } from '../../../store/accounts.ts';
import {
  type ListedProposalRow,
  type ProposalRow,
  proposalCounts,
  proposalPage,
} from '../../../store/disclosure-proposals.ts';
import { keyAbout, summaryIn } from '../../applications/case-record.ts';
import { aboutCase, openJson } from '../../applications/sealing.ts';
import type { AppContext } from '../../context.ts';
import { query } from '../../query.ts';

export type ProposalState = ProposalRow['state'];

export interface ProposalsQuery {
  readonly agencyId: string;
  readonly state: ProposalState | null;
  readonly after: string | null;
  readonly limit: number;
  /** One to be read whole, wherever it stands in the list; null for none. */
  readonly id?: string | null;
}

/** A proposal for disclosure to all (第四十四条) with what came of it. */
export interface Proposal {
  readonly id: string;
  readonly applicationId: string;
  readonly number: string;
  readonly title: string;
  /** How many asked for the same; null where it was not kept. */
  readonly applicants: number | null;
  readonly suggested: boolean | null;
  readonly proposedOn: string;
  readonly proposedBy: string | null;
  readonly state: ProposalState;
  readonly decidedOn: string | null;
  readonly decidedBy: string | null;
  readonly reason: string | null;
}

export interface Proposals {
  readonly rows: readonly Proposal[];
  readonly next: string | null;
  readonly one: Proposal | null;
  readonly counts: Readonly<Partial<Record<ProposalState, number>>>;
}

const readCursor = (text: string | null) => {
  const parts = /^(\d{4}-\d{2}-\d{2})\.([0-9a-f]{8}-[0-9a-f-]{27})$/.exec(text ?? '');
  return parts === null ? null : { on: parts[1]!, id: parts[2]! };
};

function reasonOf({ vault }: AppContext, row: ListedProposalRow): string | null {
  if (row.wrapped_key === null || row.sealed_reason === null) return null;
  const ref = { agencyId: row.agency_id, id: row.application_id };
  return openJson(
    vault.unwrap(row.wrapped_key, keyAbout(ref)),
    row.sealed_reason,
    aboutCase(ref, 'proposal'),
  );
}

const asProposal =
  (context: AppContext, names: ReadonlyMap<string, string>) =>
  (row: ListedProposalRow): Proposal => ({
    id: row.id,
    applicationId: row.application_id,
    number: row.number ?? row.receipt_number,
    title: summaryIn(context.vault, { ...row, id: row.application_id }).title,
    applicants: row.applicants,
    suggested: row.suggested,
    proposedOn: row.proposed_on,
    proposedBy: names.get(row.proposed_by ?? '') ?? null,
    state: row.state,
    decidedOn: row.decided_on,
    decidedBy: names.get(row.decided_by ?? '') ?? null,
    reason: reasonOf(context, row),
  });

const idIn = (text: string | null | undefined): string | null =>
  text && /^[0-9a-f]{8}-[0-9a-f-]{27}$/.test(text) ? text : null;

/** What was proposed for disclosure to all at an agency, the newest first. */
export const proposals = query({
  act: 'application.list',
  subject: (_, { agencyId }: ProposalsQuery) => ({ agencyId }),
  async run(context, { agencyId, state, after, limit, id }): Promise<Proposals> {
    const wanted = idIn(id);
    const [found, one, counts] = await context.store.read((database) =>
      Promise.all([
        proposalPage(database, agencyId, { state }, readCursor(after), limit + 1),
        wanted === null ? [] : proposalPage(database, agencyId, { id: wanted }, null, 1),
        proposalCounts(database, agencyId),
      ]),
    );
    const shown = found.slice(0, limit);
    const accounts = [...shown, ...one].flatMap(({ proposed_by, decided_by }) => [proposed_by, decided_by]);
    const names = await context.store.read((database) => accountNames(database, accounts));
    const rows = shown.map(asProposal(context, names));
    const last = shown.at(-1);
    return {
      rows,
      next: found.length > limit && last !== undefined ? `${last.proposed_on}.${last.id}` : null,
      one: one.map(asProposal(context, names))[0] ?? null,
      counts,
    };
  },
});
