import { isRefusal, type Refusal } from '../../domain/refusal.ts';
import { answerUnderWay } from '../../store/application-letters.ts';
import { updateApplication } from '../../store/applications.ts';
import type { Writing } from '../applications/acting.ts';
import { layAnswer } from '../applications/answer-letter.ts';
import type { CaseRecord } from '../applications/case-record.ts';
import { shanghaiDay } from '../calendar-years.ts';

/** Takes a case out of its group: it goes on by itself from where it stands, and does not come back. */
export async function takeOutCase(writing: Writing, record: CaseRecord): Promise<Refusal | undefined> {
  const { transaction, at } = writing;
  const { phase } = record.state;
  await updateApplication(transaction, record, { group_id: null, alone: true });
  // In the group its letter is laid out on approval; from here on it goes round by itself.
  if (
    (phase === 'reviewing' || phase === 'approving') &&
    (await answerUnderWay(transaction, record)) === null
  ) {
    const refused = await layAnswer({ ...writing, loaded: record }, shanghaiDay(at), 'must');
    if (isRefusal(refused)) return refused;
  }
  await writing.record({
    agencyId: record.agencyId,
    kind: 'applicationGroup.takenOut',
    subjectId: record.id,
    facts: { group: record.row.group_id },
  });
  return undefined;
}
