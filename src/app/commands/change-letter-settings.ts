import * as z from 'zod';
import { changeAgency } from '../../store/agency-changes.ts';
import { loadAgency } from '../agencies/subject.ts';
import {
  type LetterChoice,
  type LetterSetting,
  letterChoices,
  letterSettings,
} from '../applications/letter-agency.ts';
import { command } from '../command.ts';

const line = z.string().trim().max(200, '不超过 200 个字。');
const choice = z.enum(['', 'yes', 'no']).default('');
const choiceIds = Object.keys(letterChoices) as LetterChoice[];
const ids = [...(Object.keys(letterSettings) as LetterSetting[]), ...choiceIds];
const fields = {
  ...(Object.fromEntries(Object.keys(letterSettings).map((id) => [id, line])) as Record<
    LetterSetting,
    typeof line
  >),
  ...(Object.fromEntries(choiceIds.map((id) => [id, choice])) as Record<LetterChoice, typeof choice>),
};

/** Sets what letters need of the agency beyond its contacts; '' for what there is not. */
export const changeLetterSettings = command({
  act: 'agency.changeContacts',
  input: z.strictObject({ agencyId: z.uuid(), ...fields }),
  load: loadAgency,
  async run({ transaction, input, loaded: { agency }, record }) {
    const kept = Object.entries(agency.contacts).filter(([id]) => !ids.includes(id as (typeof ids)[number]));
    const given = ids.filter((id) => input[id] !== '').map((id) => [id, input[id]] as const);
    const contacts = { ...Object.fromEntries(kept), ...Object.fromEntries(given) };
    await changeAgency(transaction, agency.id, { contacts: JSON.stringify(contacts) });
    await record({
      agencyId: agency.id,
      kind: 'agency.letterSettingsChanged',
      subjectId: agency.id,
      facts: { given: given.map(([id]) => id) },
    });
    return { id: agency.id };
  },
});
