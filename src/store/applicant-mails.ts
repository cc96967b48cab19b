import { type Kysely, type Selectable, sql } from 'kysely';
import type { ApplicantMailTable } from './application-tables.ts';
import { newId } from './ids.ts';
import type { Tables } from './tables.ts';

type Connection = Kysely<Tables>;
export type ApplicantMail = Selectable<ApplicantMailTable>;

/** Puts mails about acts on applications before the mail job. */
export async function insertApplicantMails(
  transaction: Connection,
  agencyId: string,
  acts: readonly { readonly applicationId: string; readonly act: string }[],
  at: Date,
): Promise<void> {
  if (acts.length === 0) return;
  await sql`
    insert into applicant_mail (agency_id, id, application_id, act, made_at, state, after)
    select ${agencyId}, told.id, told.application_id, told.act, ${at}, 'waiting', ${at}
    from unnest(${acts.map(() => newId())}::uuid[], ${acts.map(({ applicationId }) => applicationId)}::uuid[],
      ${acts.map(({ act }) => act)}::text[]) as told (id, application_id, act)`.execute(transaction);
}

/** Takes the mails that are due for `untilTried`: another process does not send them meanwhile. */
export async function takeApplicantMails(
  connection: Connection,
  now: Date,
  untilTried: Date,
  limit: number,
): Promise<ApplicantMail[]> {
  const { rows } = await sql<ApplicantMail>`
    update applicant_mail set after = ${untilTried}, tries = tries + 1
    from (select agency_id, id from applicant_mail where state = 'waiting' and after <= ${now}
      order by after limit ${limit} for update skip locked) due
    where applicant_mail.agency_id = due.agency_id and applicant_mail.id = due.id
    returning applicant_mail.*`.execute(connection);
  return rows;
}

export const settleApplicantMail = (
  connection: Connection,
  { agency_id, id }: Pick<ApplicantMail, 'agency_id' | 'id'>,
  change: { readonly state: ApplicantMail['state']; readonly after?: Date },
) =>
  connection
    .updateTable('applicant_mail')
    .set(change)
    .where('agency_id', '=', agency_id)
    .where('id', '=', id)
    .execute();
