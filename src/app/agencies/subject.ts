import type { Kysely, Transaction } from 'kysely';
import { type Refusal, refuse } from '../../domain/refusal.ts';
import { type Agency, agencyBySlug, lockedAgency, openAgenciesNamed } from '../../store/agencies.ts';
import type { Tables } from '../../store/tables.ts';
import type { Subject } from '../policy/policy.ts';

export interface AgencySubject extends Subject {
  readonly agency: Agency;
}

export const agencyUnknown = refuse('agency.unknown', '没有这个机关。请从机关列表中选择。');

export const agencySubject = (agency: Agency): AgencySubject => ({
  agencyId: agency.id,
  id: agency.id,
  agency,
});

/** The agency as the subject of a command, locked; a closed one is changed no more. */
export async function loadAgency(
  transaction: Transaction<Tables>,
  { agencyId }: { readonly agencyId: string },
): Promise<AgencySubject | Refusal> {
  const agency = await lockedAgency(transaction, agencyId);
  if (agency === null) return agencyUnknown;
  if (agency.valid_to !== null)
    return refuse(
      'agency.closed',
      `${agency.name}已于${agency.valid_to}撤销，不能再修改。请到承接的机关办理。`,
    );
  return agencySubject(agency);
}

const wrong = (field: string, message: string): Refusal =>
  refuse('agency.notChosen', message, { fields: [{ field, message }] });

/** The one agency in being that a person means by its code or its full name, as typed into a field. */
export async function agencyMeant(
  database: Kysely<Tables>,
  typed: string,
  field: string,
): Promise<Agency | Refusal> {
  const text = typed.trim();
  if (text === '') return wrong(field, '请选择机关。');
  const bySlug = await agencyBySlug(database, text);
  if (bySlug !== null)
    return bySlug.valid_to === null
      ? bySlug
      : wrong(field, `${bySlug.name}已于${bySlug.valid_to}撤销，不能选择。`);
  const named = await openAgenciesNamed(database, text);
  if (named.length === 1) return named[0]!;
  if (named.length === 0) return wrong(field, `没有名为“${text}”的机关。请填写机关列表中的代码或全称。`);
  const codes = named
    .slice(0, 5)
    .map(({ slug }) => slug)
    .join('、');
  return wrong(field, `有多个机关叫“${text}”（代码 ${codes}${named.length > 5 ? '等' : ''}）。请填写代码。`);
}

/** The same where a field may stay empty: null. */
export async function agencyMeantOrNone(
  database: Kysely<Tables>,
  typed: string,
  field: string,
): Promise<Agency | null | Refusal> {
  return typed.trim() === '' ? null : agencyMeant(database, typed, field);
}
