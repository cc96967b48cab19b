import type { ApplicationForm } from '../../domain/application/application-form.ts';
import type { ApplicationCase } from '../../domain/application/case.ts';
import { readForm } from '../../domain/application/read-form.ts';
import { actsOfRow } from '../../domain/takeover/acts-of-row.ts';
import type { TakenRow } from '../../domain/takeover/check-rows.ts';
import { feeOfRow, formOfRow } from '../../domain/takeover/taken-case.ts';
import type { NewEvent } from '../../store/events.ts';
import { newId } from '../../store/ids.ts';
import type { TakenRows } from '../../store/takeovers.ts';
import { columnsOf, keyAbout } from '../applications/case-record.ts';
import { newReceiptNumber } from '../applications/follow-code.ts';
import { aboutCase, sealJson, summaryOf } from '../applications/sealing.ts';
import { hashesOf } from '../applications/search-hashes.ts';
import { earlierPart, takeOverAct } from '../applications/taken-over.ts';
import { shanghaiDay } from '../calendar-years.ts';
import type { CaseKey, Vault } from '../vault/vault.ts';

/** By whom, when, and where cases are taken over. */
export interface TakingOver {
  readonly vault: Vault;
  readonly agencyId: string;
  readonly accountId: string;
  readonly at: Date;
  readonly demonstration: boolean;
}

interface Made {
  readonly ref: { readonly agencyId: string; readonly id: string };
  readonly key: CaseKey;
  readonly row: TakenRow;
  readonly state: ApplicationCase;
}

function applicationOf(
  { vault, accountId, at, demonstration }: TakingOver,
  { ref, key, state, row }: Made,
  wrapped: Buffer,
): TakenRows['applications'][number] {
  const form: ApplicationForm = readForm(formOfRow(row.values)).form;
  return {
    ...columnsOf(state, key, ref),
    ...hashesOf(vault, form),
    agency_id: ref.agencyId,
    id: ref.id,
    origin: state.origin,
    origin_id: null,
    applicant_kind: state.applicant,
    channel: state.channel,
    receipt_number: newReceiptNumber(state.receivedOn ?? shanghaiDay(at)),
    submission_key: null,
    first_id: accountId,
    holder_id: accountId,
    opened_at: at,
    acted_at: at,
    wrapped_key: wrapped,
    sealed_form: sealJson(key, form, aboutCase(ref, 'form')),
    sealed_summary: sealJson(key, summaryOf(form), aboutCase(ref, 'summary')),
    demonstration,
    group_id: null,
    // Each came with days of its own: it is handled by itself.
    alone: true,
  };
}

/** What the file told of a case, act by act, and the taking over itself behind them. */
function actsOf({ accountId, at }: TakingOver, { ref, state, row }: Made): TakenRows['acts'] {
  const shared = { agency_id: ref.agencyId, application_id: ref.id, at, sealed_facts: null, core: null };
  const earlier = actsOfRow(row.values).map(({ act, on, from, to, basis }, index) => ({
    ...shared,
    number: index + 1,
    act,
    on,
    phase_from: from,
    phase_to: to,
    actor: earlierPart,
    account_id: null,
    basis: basis === null ? null : JSON.stringify(basis),
  }));
  return [
    ...earlier,
    {
      ...shared,
      number: earlier.length + 1,
      act: takeOverAct,
      on: shanghaiDay(at),
      phase_from: state.phase,
      phase_to: state.phase,
      actor: 'clerk',
      account_id: accountId,
      basis: null,
    },
  ];
}

const eventOf = ({ accountId, at }: TakingOver, { ref, state }: Made): NewEvent => ({
  agencyId: ref.agencyId,
  kind: 'application.takenOver',
  subjectId: ref.id,
  actor: accountId,
  at,
  facts: { day: state.receivedOn, to: state.phase },
});

function feeOf({ ref, row }: Made): TakenRows['fees'] {
  const fee = feeOfRow(row.values);
  if (fee === null) return [];
  const { feeOn, feeReceivedOn, paidOn } = row.values;
  return [
    {
      agency_id: ref.agencyId,
      id: newId(),
      application_id: ref.id,
      tariff: fee.tariff,
      quantity: fee.quantity,
      before_quantity: fee.before,
      yuan: fee.yuan,
      noticed_on: feeOn!,
      received_on: feeReceivedOn ?? null,
      paid_on: paidOn ?? null,
      paid_yuan: paidOn === undefined ? null : fee.yuan,
    },
  ];
}

/** Who was asked stands in the old file, not in a line of the sheet. */
const inOldFile = { name: '移入前征求（见原案卷）', address: '', contact: '' };

const opinionsOf = ({ ref, key, state }: Made): TakenRows['opinions'] =>
  state.opinions.map(({ ref: letter, asked, sentOn, receivedOn, answeredOn, view, reasonable }) => ({
    agency_id: ref.agencyId,
    application_id: ref.id,
    ref: letter,
    asked,
    sealed_party: sealJson(key, inOldFile, aboutCase(ref, 'party')),
    sent_on: sentOn,
    received_on: receivedOn,
    answered_on: answeredOn,
    view,
    reasonable,
    sealed_reply: null,
  }));

/** Rows of every table for some cases, each sealed under a key of its own. */
export function takenRows(taking: TakingOver, rows: readonly TakenRow[]): TakenRows {
  const all = rows.map((row) => {
    const ref = { agencyId: taking.agencyId, id: newId() };
    const { key, wrapped } = taking.vault.newKey(keyAbout(ref));
    const made: Made = { ref, key, row, state: row.state };
    return { made, application: applicationOf(taking, made, wrapped) };
  });
  const made = all.map((each) => each.made);
  return {
    applications: all.map(({ application }) => application),
    acts: made.flatMap((each) => actsOf(taking, each)),
    events: made.map((each) => eventOf(taking, each)),
    opinions: made.flatMap(opinionsOf),
    fees: made.flatMap(feeOf),
  };
}
