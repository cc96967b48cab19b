import type { Transaction } from 'kysely';
import * as z from 'zod';
import { isRefusal } from '../../../domain/refusal.ts';
import type { TakenRow } from '../../../domain/takeover/check-rows.ts';
import { highestOf, ownLetters } from '../../../domain/takeover/numbering.ts';
import { agencyById } from '../../../store/agencies.ts';
import type { Tables } from '../../../store/tables.ts';
import { dropTakeoverDraft, insertTaken, lockTakeoverDraft, raiseNumber } from '../../../store/takeovers.ts';
import { shanghaiDay } from '../../calendar-years.ts';
import { command } from '../../command.ts';
import { checkedFile } from '../../takeover/checked-file.ts';
import { draftGone, ownDraft, ownerOf } from '../../takeover/draft.ts';
import { takenRows } from '../../takeover/taken-rows.ts';

/** Cases written by one statement a table; a statement takes 65,535 values. */
const atOnce = 400;

/** Registers and letters go on after the highest number that was taken over. */
async function goOnAfter(
  transaction: Transaction<Tables>,
  agencyId: string,
  documentWord: string,
  rows: readonly TakenRow[],
): Promise<void> {
  const registered = highestOf(rows.map(({ values }) => values.number!));
  for (const [year, count] of registered) await raiseNumber(transaction, agencyId, 'register', year, count);
  if (documentWord === '') return;
  const letters = highestOf(
    ownLetters(
      rows.map(({ values }) => values),
      documentWord,
    ),
  );
  for (const [year, count] of letters) await raiseNumber(transaction, agencyId, 'letter', year, count);
}

/** Takes over every case of the file that its person put by and looked at, or none of them. */
export const takeOverApplications = command({
  act: 'application.takeOver',
  input: z.strictObject({ agencyId: z.uuid(), draftId: z.uuid() }),
  load: (_, { agencyId }) => ({ agencyId }),
  async run({ context, transaction, input: { agencyId, draftId }, at, record }) {
    const own = await ownDraft(context, transaction, agencyId, lockTakeoverDraft);
    const owner = ownerOf(context, agencyId);
    if (isRefusal(own)) return own;
    // Another file was put by since: what would be taken is not what was looked at.
    if (own.draft.id !== draftId || owner === null) return draftGone;
    // Nobody registers meanwhile: a number that is free now is free when it is written.
    await raiseNumber(transaction, agencyId, 'register', Number(shanghaiDay(at).slice(0, 4)), 0);
    const rows = await checkedFile(context, transaction, agencyId, own.bytes);
    if (isRefusal(rows)) return rows;
    const agency = (await agencyById(transaction, agencyId))!;
    const contacts: Partial<Record<string, string>> = agency.contacts;
    await goOnAfter(transaction, agencyId, contacts.documentWord ?? '', rows);
    const { vault } = context;
    const taking = { vault, ...owner, at, demonstration: agency.demonstration };
    for (let from = 0; from < rows.length; from += atOnce)
      await insertTaken(transaction, takenRows(taking, rows.slice(from, from + atOnce)));
    await dropTakeoverDraft(transaction, owner);
    await record({ agencyId, kind: 'takeover.done', subjectId: null, facts: { rows: rows.length } });
    return { cases: rows.length };
  },
});
