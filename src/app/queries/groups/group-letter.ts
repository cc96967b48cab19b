import { phasesFor } from '../../../domain/application/group.ts';
import type { Letter } from '../../../domain/application/letters/letter.ts';
import { isRefusal, type Refusal, refuse } from '../../../domain/refusal.ts';
import { answerOf } from '../../../law/answers.ts';
import { membersIn } from '../../../store/application-groups.ts';
import type { CaseRef } from '../../../store/applications.ts';
import { logReading } from '../../access-log.ts';
import { openRow } from '../../applications/case-record.ts';
import { letterAgencyOf } from '../../applications/letter-agency.ts';
import { layCaseLetter } from '../../applications/letters.ts';
import { shanghaiDay } from '../../calendar-years.ts';
import { textOf } from '../../groups/group-facts.ts';
import { readGroup } from '../../groups/group-record.ts';
import { query } from '../../query.ts';
import { groupAccess } from './group-sheet.ts';

export interface GroupLetter {
  /** The letter of one of them, its addressee's name left out. */
  readonly letter: Letter;
  /** Registration number of the application that it shows. */
  readonly number: string;
  /** Fingerprint of the answer that is approved. */
  readonly text: string;
}

const none = refuse(
  'applicationGroup.noDraft',
  '本组还没有拟写答复，或者没有已经登记的申请。请先登记、拟写。',
);

/** What goes out, as the letter of the first of them; the reading is logged. */
export const groupLetter = query({
  act: 'applicationGroup.read',
  subject: (_, { agencyId, id }: CaseRef) => ({ agencyId, id }),
  async run(context, ref): Promise<GroupLetter | Refusal> {
    const { store, vault } = context;
    const group = await store.read((database) => readGroup(database, vault, ref));
    if (isRefusal(group)) return group;
    await logReading(context, groupAccess(ref), '查看同组的答复书样件');
    const phases = [...phasesFor('draft'), ...phasesFor('return')];
    const [row] = await store.read((database) => membersIn(database, ref, phases, 1));
    const record = row === undefined ? none : openRow(vault, row);
    if (isRefusal(record) || group.draft === null) return isRefusal(record) ? record : none;
    const agency = await store.read((database) => letterAgencyOf(database, ref.agencyId));
    if (isRefusal(agency)) return agency;
    const body = layCaseLetter(agency, record, {
      kind: answerOf(group.draft.answer).letter,
      day: shanghaiDay(context.now()),
      draft: group.draft,
      addressee: {
        name: '×××',
        addressed: record.state.applicant === 'naturalPerson' ? 'person' : 'unit',
      },
    });
    if (isRefusal(body)) return body;
    return {
      letter: body.letter,
      number: record.state.number ?? record.row.receipt_number,
      text: textOf(vault, group.draft),
    };
  },
});
