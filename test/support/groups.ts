import { submitApplication } from '../../src/app/commands/applications/submit-application.ts';
import { approveGroup } from '../../src/app/commands/groups/approve-group.ts';
import { carryGroupActs } from '../../src/app/commands/groups/carry-group-acts.ts';
import { draftGroup } from '../../src/app/commands/groups/draft-group.ts';
import { registerGroup } from '../../src/app/commands/groups/register-group.ts';
import { reviewGroupLegal } from '../../src/app/commands/groups/review-group-legal.ts';
import { reviewGroupSecrecy } from '../../src/app/commands/groups/review-group-secrecy.ts';
import { submitGroup } from '../../src/app/commands/groups/submit-group.ts';
import { appContext } from '../../src/app/context.ts';
import { groupLetter } from '../../src/app/queries/groups/group-letter.ts';
import { openGroupRows } from '../../src/store/application-groups.ts';
import { type CaseOffice, givingDraft, noon, sampleForm } from './applications.ts';
import { done, testVault } from './office.ts';

/** What many ask for in the same words. */
export const campaignItem = (text = '本镇2025年全部征地补偿安置方案及其批准文件') => ({
  items: [{ name: null, documentNumber: null, description: text }],
});

/** So many applications of one text, sent in on the portal by different people on a day; returns their ids. */
export async function campaign(
  { store, agencyId }: Pick<CaseOffice, 'store' | 'agencyId'>,
  count: number,
  day: string,
  more: object = campaignItem(),
): Promise<string[]> {
  const outside = { ...appContext(store, 'public', testVault), now: noon(day) };
  const ids: string[] = [];
  for (let index = 0; index < count; index += 1) {
    const { applicationId } = await done(
      submitApplication(outside, {
        agencyId,
        submissionKey: crypto.randomUUID(),
        form: sampleForm(`申请人${index}`, more),
      }),
    );
    ids.push(applicationId);
  }
  return ids;
}

/** The one open group of an office. */
export async function groupOf({ store, agencyId }: CaseOffice): Promise<string> {
  const rows = await openGroupRows(store.database, agencyId);
  if (rows.length !== 1) throw new Error(`${rows.length} groups`);
  return rows[0]!.id;
}

/** Does all that has been noted to each application. */
export const carryAll = ({ store }: Pick<CaseOffice, 'store'>, day: string): Promise<void> =>
  carryGroupActs({ ...appContext(store, 'system', testVault), now: noon(day) });

export const groupSteps = (office: CaseOffice, groupId: string) => {
  const of = (on: string) => ({ agencyId: office.agencyId, groupId, on });
  const opinion = '无意见';
  const steps = {
    register: (day: string) => registerGroup(office.as('clerk', day), of(day)),
    draft: (day: string, draft = givingDraft) => draftGroup(office.as('clerk', day), { ...of(day), draft }),
    submit: (day: string) => submitGroup(office.as('clerk', day), of(day)),
    legal: (day: string) => reviewGroupLegal(office.as('legal', day), { ...of(day), opinion }),
    secrecy: (day: string) => reviewGroupSecrecy(office.as('secrecy', day), { ...of(day), opinion }),
    approve: async (day: string) => {
      const as = office.as('approver', day);
      const { text } = await done(groupLetter(as, { agencyId: office.agencyId, id: groupId }));
      return approveGroup(as, { ...of(day), opinion: '同意', text });
    },
  };
  return { of, ...steps };
};

/** From sent in to approved, each step carried to each application. */
export async function upTo(
  office: CaseOffice,
  groupId: string,
  last: 'register' | 'draft' | 'submit' | 'legal' | 'secrecy' | 'approve',
  day: string,
): Promise<void> {
  const steps = groupSteps(office, groupId);
  for (const step of ['register', 'draft', 'submit', 'legal', 'secrecy', 'approve'] as const) {
    await done(steps[step](day));
    await carryAll(office, day);
    if (step === last) return;
  }
}
