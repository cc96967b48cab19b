import * as z from 'zod';
import { refuse } from '../../domain/refusal.ts';
import { deleteSubject } from '../../store/agency-subjects.ts';
import { loadAgency } from '../agencies/subject.ts';
import { command } from '../command.ts';

const gone = refuse('subject.unknown', '没有这个主题词，或者已经删除。请刷新页面。');

/** Takes a word of a subject away. */
export const removeAgencySubject = command({
  act: 'agency.changeSubjects',
  input: z.strictObject({ agencyId: z.uuid(), subjectId: z.uuid() }),
  load: loadAgency,
  async run({ transaction, input, loaded: { agency }, record }) {
    const word = await deleteSubject(transaction, agency.id, input.subjectId);
    if (word === null) return gone;
    await record({
      agencyId: agency.id,
      kind: 'agency.subjectRemoved',
      subjectId: agency.id,
      facts: { word },
    });
    return { slug: agency.slug };
  },
});
