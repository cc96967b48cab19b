import * as z from 'zod';
import { refuse } from '../../domain/refusal.ts';
import { changeAgency } from '../../store/agency-changes.ts';
import { agencyName } from '../agencies/input.ts';
import { loadAgency } from '../agencies/subject.ts';
import { command } from '../command.ts';

/** Gives an agency its new name. Its address stays, and what was published under the old name keeps that name. */
export const renameAgency = command({
  act: 'agency.change',
  input: z.strictObject({ agencyId: z.uuid(), name: agencyName }),
  load: loadAgency,
  async run({ transaction, input: { name }, loaded: { agency }, record }) {
    if (name === agency.name) {
      const message = '名称没有改动。';
      return refuse('agency.sameName', message, { fields: [{ field: 'name', message }] });
    }
    await changeAgency(transaction, agency.id, { name });
    const facts = { from: agency.name, to: name };
    await record({ agencyId: agency.id, kind: 'agency.renamed', subjectId: agency.id, facts });
    return { slug: agency.slug };
  },
});
