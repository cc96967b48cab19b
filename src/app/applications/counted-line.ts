import type { Phase } from '../../domain/application/phases.ts';
import type { Day } from '../../domain/workday/index.ts';
import type { AnswerId } from '../../law/answers.ts';
import type { ApplicantKind } from '../../law/applicants.ts';
import type { IntakeChannel } from '../../law/intake.ts';
import type { ListedRow } from '../../store/application-lists.ts';
import { reachOf } from '../authorise.ts';
import type { AppContext } from '../context.ts';
import { listedCases } from './listed-case.ts';

/** A case as figures count it. Who applied and for what is shown only to those who may list the cases of its agency. */
export interface CountedLine {
  readonly agencyId: string;
  readonly agency: string;
  /** Null where the case itself may not be opened. */
  readonly id: string | null;
  /** 登记编号; null before registration. */
  readonly number: string | null;
  readonly title: string | null;
  readonly applicant: string | null;
  readonly holder: string | null;
  readonly kind: ApplicantKind;
  readonly channel: IntakeChannel;
  readonly phase: Phase;
  readonly waitingFor: 'correction' | 'payment' | null;
  readonly receivedOn: Day | null;
  readonly endedOn: Day | null;
  readonly answer: AnswerId | null;
}

/** Rows of several agencies, masked where the actor may not list the cases of theirs. */
export async function countedLines(
  context: AppContext,
  rows: readonly ListedRow[],
  nameOf: (agencyId: string) => string,
): Promise<readonly CountedLine[]> {
  const { own } = reachOf(context, 'application.list');
  const shown = await listedCases(
    context,
    rows.filter(({ agency_id }) => own.includes(agency_id)),
  );
  const listed = new Map(shown.map((one) => [one.id, one]));
  return rows.map((row) => ({
    agencyId: row.agency_id,
    agency: nameOf(row.agency_id),
    id: listed.get(row.id)?.id ?? null,
    number: row.number,
    title: listed.get(row.id)?.title ?? null,
    applicant: listed.get(row.id)?.applicant ?? null,
    holder: listed.get(row.id)?.holder ?? null,
    kind: row.applicant_kind,
    channel: row.channel,
    phase: row.phase,
    waitingFor: row.waiting_for,
    receivedOn: row.received_on as Day | null,
    endedOn: row.ended_on as Day | null,
    answer: row.answer,
  }));
}
