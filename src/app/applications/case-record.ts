import type { Transaction } from 'kysely';
import type { ApplicationForm } from '../../domain/application/application-form.ts';
import type { ApplicationCase } from '../../domain/application/case.ts';
import { countedCase } from '../../domain/application/counting.ts';
import type { Phase } from '../../domain/application/phases.ts';
import { type Refusal, refuse } from '../../domain/refusal.ts';
import { answerOf } from '../../law/answers.ts';
import { doersOf } from '../../store/application-events.ts';
import {
  type ApplicationRow,
  applicationById,
  type CaseRef,
  lockApplication,
} from '../../store/applications.ts';
import type { Database } from '../../store/database.ts';
import type { Tables } from '../../store/tables.ts';
import type { Subject } from '../policy/policy.ts';
import type { CaseKey, Vault } from '../vault/vault.ts';
import {
  aboutCase,
  type CaseSummary,
  joinState,
  openJson,
  type SecretState,
  sealJson,
  splitState,
} from './sealing.ts';

/** A case as an act has it at hand: its state whole, its key unwrapped. */
export interface CaseRecord extends Subject {
  readonly agencyId: string;
  readonly id: string;
  readonly phase: Phase;
  readonly row: ApplicationRow;
  readonly state: ApplicationCase;
  readonly key: CaseKey;
}

export const applicationUnknown = refuse(
  'application.unknown',
  '没有这件申请，或者不属于本机关。请从申请列表中选择。',
);

export const applicationErased = refuse(
  'application.erased',
  '本件的个人信息已按保管期限删除，只留统计所需的数据，不能查看和办理。',
);

export const keyAbout = ({ agencyId, id }: CaseRef): string => aboutCase({ agencyId, id }, 'key');

/** Opens a row. Refused: its key was destroyed. */
export function openRow(vault: Vault, row: ApplicationRow): CaseRecord | Refusal {
  if (row.wrapped_key === null) return applicationErased;
  const ref = { agencyId: row.agency_id, id: row.id };
  const key = vault.unwrap(row.wrapped_key, keyAbout(ref));
  const secret = openJson<SecretState>(key, row.sealed_state, aboutCase(ref, 'state'));
  return { ...ref, phase: row.phase, row, state: joinState(row.state, secret, row.clock), key };
}

/** The case locked, with who did what on it, for an act. */
export async function lockCase(
  transaction: Transaction<Tables>,
  vault: Vault,
  ref: CaseRef,
): Promise<CaseRecord | Refusal> {
  const row = await lockApplication(transaction, ref);
  if (row === null) return applicationUnknown;
  const record = openRow(vault, row);
  return 'refused' in record ? record : { ...record, doneBy: await doersOf(transaction, ref) };
}

export async function readCase(
  database: Database,
  vault: Vault,
  ref: CaseRef,
): Promise<CaseRecord | Refusal> {
  const row = await applicationById(database, ref);
  return row === null ? applicationUnknown : openRow(vault, row);
}

/** The application itself; whoever calls this logs the reading first, or acts on it for the applicant. */
export const formOf = ({ row, key }: Pick<CaseRecord, 'row' | 'key'>): ApplicationForm =>
  openJson(key, row.sealed_form, aboutCase({ agencyId: row.agency_id, id: row.id }, 'form'));

/** Opens what a list shows; a case whose data was deleted shows that. */
export function summaryIn(
  vault: Vault,
  row: Pick<ApplicationRow, 'agency_id' | 'id' | 'wrapped_key' | 'sealed_summary'>,
): CaseSummary {
  if (row.wrapped_key === null) return { title: '个人信息已按保管期限删除', applicant: '—' };
  const ref = { agencyId: row.agency_id, id: row.id };
  return openJson(
    vault.unwrap(row.wrapped_key, keyAbout(ref)),
    row.sealed_summary,
    aboutCase(ref, 'summary'),
  );
}

/** Somebody still has something to do. */
export const openPhases: ReadonlySet<Phase> = new Set([
  'submitted',
  'received',
  'inReview',
  'waiting',
  'drafting',
  'reviewing',
  'approving',
  'sent',
]);

/** The columns that follow from a state: what lists, boards and table 三 ask for. */
export function columnsOf(state: ApplicationCase, key: CaseKey, ref: CaseRef) {
  const { open, secret } = splitState(state);
  return {
    applicant_kind: state.applicant,
    phase: state.phase,
    open: openPhases.has(state.phase),
    submitted_on: state.submittedOn,
    received_on: state.receivedOn,
    number: state.number,
    waiting_for: state.waitingFor,
    unit: state.handler?.unit ?? null,
    unit_until: state.handler?.until ?? null,
    answer: state.answer,
    outcome: state.answer === null ? null : answerOf(state.answer).outcome,
    ended_on: state.endedOn,
    counted: countedCase(state) !== null,
    clock: JSON.stringify(state.clock),
    state: JSON.stringify(open),
    sealed_state: sealJson(key, secret, aboutCase(ref, 'state')),
  };
}
