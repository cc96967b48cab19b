import type { Transaction } from 'kysely';
import { isRefusal } from '../../domain/refusal.ts';
import { insertApplicantMails } from '../../store/applicant-mails.ts';
import { appendEvents, appendToMany, updateMany } from '../../store/application-bulk.ts';
import type { NewEvent } from '../../store/events.ts';
import { newId } from '../../store/ids.ts';
import { dropUnsent, insertDeliveries, insertLetters, proveMany, sendMany } from '../../store/letter-bulk.ts';
import { sealInForce } from '../../store/seal-images.ts';
import type { Tables } from '../../store/tables.ts';
import { changeOf, entryOf, eventOf } from '../applications/acting.ts';
import { given } from '../applications/application-act.ts';
import { sendReceipt } from '../applications/courtesy-letters.ts';
import { extensionNotice } from '../applications/extension-notice.ts';
import { sealBody, sendNotice } from '../applications/letters.ts';
import { aboutCase, sealJson } from '../applications/sealing.ts';
import { newsOf } from '../notices/applicant-news.ts';
import type { Breather } from './breather.ts';
import type { Carrying, MemberDone } from './member-acts.ts';
import { saveShared } from './shared-file.ts';

type Tx = Transaction<Tables>;
type Pause = Breather['pause'];

/** What the office notes beside an act, as it does with a single one. */
const noted = ({ given: one }: Carrying): object | undefined =>
  'opinion' in one.facts ? given({ opinion: one.facts.opinion }) : undefined;

/** Writes what an act made of some applications: rows, acts, events, each under its own key. */
export async function saveMembers(
  transaction: Tx,
  carrying: Carrying,
  groupId: string,
  members: readonly MemberDone[],
  pause: Pause,
): Promise<void> {
  const { context, given: one } = carrying;
  if (one.act === 'addEnclosure') return saveShared(transaction, context, one.facts, groupId, members);
  const at = context.now();
  const writing = { context, at };
  const { agencyId } = members[0]!.record;
  const changes: Parameters<typeof updateMany>[2][number][] = [];
  const entries: Parameters<typeof appendToMany>[2][number][] = [];
  const events: NewEvent[] = [];
  for (const { record, done } of members) {
    changes.push({ id: record.id, ...changeOf(writing, record) });
    for (const each of done) {
      const event = eventOf(record, each);
      entries.push({ application_id: record.id, ...entryOf(writing, record, each, noted(carrying)) });
      events.push({
        ...event,
        facts: { ...event.facts, group: groupId },
        actor: context.actor.accountId,
        at,
      });
    }
    await pause();
  }
  await updateMany(transaction, agencyId, changes);
  await appendToMany(transaction, agencyId, entries);
  await appendEvents(transaction, events);
  await insertApplicantMails(
    transaction,
    agencyId,
    members
      .filter(({ record }) => record.row.tells)
      .flatMap(({ record, done }) =>
        newsOf(done.map(({ act }) => act.type)).map((act) => ({ applicationId: record.id, act })),
      ),
    at,
  );
  await saveLetters(transaction, carrying, members, pause);
}

async function saveLetters(
  transaction: Tx,
  carrying: Carrying,
  members: readonly MemberDone[],
  pause: Pause,
): Promise<void> {
  const { act } = carrying.given;
  if (act === 'approve') await insertApproved(transaction, carrying, members, pause);
  if (act === 'register') await sendReceipts(transaction, carrying, members, pause);
  if (act === 'send') await sendOut(transaction, carrying, members, pause);
  if (act === 'extend') await tellOfExtension(transaction, carrying, members, pause);
  const { agencyId } = members[0]!.record;
  if (act === 'return')
    await dropUnsent(
      transaction,
      agencyId,
      members.map(({ record }) => record.id),
    );
  if (carrying.given.act === 'proveDelivery') {
    const { proof } = carrying.given.facts;
    await proveMany(
      transaction,
      agencyId,
      carrying.context.now(),
      members.flatMap(({ record, letter }) =>
        letter === null
          ? []
          : [{ letterId: letter.id, sealed: sealJson(record.key, proof, aboutCase(record, 'proof')) }],
      ),
    );
  }
}

/** 接收回执, one by one, where the agency always sends it. */
async function sendReceipts(
  transaction: Tx,
  { context, agency, on }: Carrying,
  members: readonly MemberDone[],
  pause: Pause,
): Promise<void> {
  if (isRefusal(agency) || !agency.sends.receiptLetter) return;
  for (const { record } of members) {
    const acting = { context, transaction, at: context.now(), record: async () => {}, loaded: record };
    const refused = await sendReceipt(acting, on, false);
    if (refused !== undefined) throw new Error(`${record.id}: ${refused.message}`);
    await pause();
  }
}

/** 延期答复告知书, one by one, each with its own due day. */
async function tellOfExtension(
  transaction: Tx,
  { context, given: one, on }: Carrying,
  members: readonly MemberDone[],
  pause: Pause,
): Promise<void> {
  if (one.act !== 'extend') return;
  for (const { record } of members) {
    const acting = { context, transaction, at: context.now(), record: async () => {}, loaded: record };
    const refused = await sendNotice(acting, extensionNotice(context, record, on, one.facts.reason));
    if (refused !== undefined) throw new Error(`${record.id}: ${refused.message}`);
    await pause();
  }
}

async function insertApproved(
  transaction: Tx,
  { context }: Carrying,
  members: readonly MemberDone[],
  pause: Pause,
): Promise<void> {
  const letters: Parameters<typeof insertLetters>[1][number][] = [];
  for (const { record, body } of members) {
    letters.push({
      agency_id: record.agencyId,
      id: newId(),
      application_id: record.id,
      kind: body!.letter.kind,
      ref: null,
      status: 'approved',
      number: null,
      root: record.state.approval!.root,
      dated_on: null,
      sent_on: null,
      made_by: context.actor.accountId,
      made_at: context.now(),
      sealed_body: sealBody(record, body!),
    });
    await pause();
  }
  await insertLetters(transaction, letters);
}

/** Number and day go into each letter; how it goes out is noted with it. */
async function sendOut(
  transaction: Tx,
  { context, given: one, on, agency }: Carrying,
  members: readonly MemberDone[],
  pause: Pause,
): Promise<void> {
  if (one.act !== 'send' || isRefusal(agency)) return;
  const { method, carrier, proof } = one.facts;
  const at = context.now();
  const letters: Parameters<typeof sendMany>[3][number][] = [];
  const deliveries: Parameters<typeof insertDeliveries>[1][number][] = [];
  const { agencyId } = members[0]!.record;
  const image = await sealInForce(transaction, agencyId, on);
  for (const { record, body, letter } of members) {
    const { number } = record.state.letter!;
    const seal = body!.letter.signedBy === null ? null : image;
    letters.push({ id: letter!.id, number, sealed_body: sealBody(record, { ...body!, seal }) });
    deliveries.push({
      agency_id: record.agencyId,
      id: newId(),
      application_id: record.id,
      letter_id: letter!.id,
      method,
      carrier,
      sent_on: on,
      proven_at: proof === null || proof === '' ? null : at,
      sealed_proof: proof === null ? null : sealJson(record.key, proof, aboutCase(record, 'proof')),
      recorded_by: context.actor.accountId,
      recorded_at: at,
    });
    await pause();
  }
  await sendMany(transaction, agencyId, on, letters);
  await insertDeliveries(transaction, deliveries);
}
