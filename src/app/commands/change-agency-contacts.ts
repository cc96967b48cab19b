import * as z from 'zod';
import { changeAgency } from '../../store/agency-changes.ts';
import { type ContactId, contactFields, contactIds } from '../agencies/contacts.ts';
import { loadAgency } from '../agencies/subject.ts';
import { command } from '../command.ts';

/** Sets what the guide must say of the agency's 工作机构 (条例第十二条); '' for what there is not. */
export const changeAgencyContacts = command({
  act: 'agency.changeContacts',
  input: z.strictObject({ agencyId: z.uuid(), ...contactFields }),
  load: loadAgency,
  async run({ transaction, input, loaded: { agency }, record }) {
    const contacts = Object.fromEntries(
      contactIds.filter((id) => input[id] !== '').map((id) => [id, input[id]]),
    );
    const others = Object.entries(agency.contacts).filter(([id]) => !contactIds.includes(id as ContactId));
    const kept = { ...Object.fromEntries(others), ...contacts };
    await changeAgency(transaction, agency.id, { contacts: JSON.stringify(kept) });
    await record({
      agencyId: agency.id,
      kind: 'agency.contactsChanged',
      subjectId: agency.id,
      facts: { given: Object.keys(contacts) },
    });
    return { slug: agency.slug };
  },
});
