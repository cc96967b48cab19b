import type { Person } from '../../src/app/context.ts';
import { type RoleId, roleIds } from '../../src/app/policy/roles.ts';
import type { Store } from '../../src/store/store.ts';
import { type CaseOffice, contacts, noon } from './applications.ts';
import { type MarkedCase, markedAppeal, markedCase, markedGroup, markedPhases } from './marked-cases.ts';
import { type MarkedClaim, markedClaims } from './marked-claims.ts';
import { Marks } from './marks.ts';
import { actingAs, makeAgency, makePerson } from './office.ts';

export const superior = '990801';
export const towns = ['990801101', '990801102'] as const;

/** Two offices beside each other under one superior, a person for every role in each, their cases marked. */
export interface MarkedCounty {
  readonly marks: Marks;
  readonly cases: readonly MarkedCase[];
  /** By agency. */
  readonly appeals: Readonly<Record<string, string>>;
  readonly groups: Readonly<Record<string, string>>;
  readonly claims: Readonly<Record<string, readonly MarkedClaim[]>>;
  readonly people: readonly { readonly agency: string; readonly role: RoleId; readonly person: Person }[];
}

export const usernameOf = (role: RoleId, agency: string): string => `${role}.${agency.slice(-3)}`;

async function staff(store: Store, agencyId: string, agency: string) {
  const made: { agency: string; role: RoleId; person: Person }[] = [];
  for (const role of roleIds)
    made.push({
      agency,
      role,
      person: await makePerson(store, agencyId, usernameOf(role, agency), [role], `${role}甲`),
    });
  return made;
}

export async function markedCounty(store: Store): Promise<MarkedCounty> {
  const marks = new Marks();
  const county = await makeAgency(store, { slug: superior, name: '云岫县人民政府', level: 4 });
  const people = await staff(store, county, superior);
  const cases: MarkedCase[] = [];
  const appeals: Record<string, string> = {};
  const groups: Record<string, string> = {};
  const claims: Record<string, readonly MarkedClaim[]> = {};
  for (const [index, agency] of towns.entries()) {
    const name = `${['云麓', '青石'][index]}镇人民政府`;
    const agencyId = await makeAgency(store, { slug: agency, name, superior: county });
    await store.database
      .updateTable('agency')
      .set({ contacts: JSON.stringify(contacts) })
      .where('id', '=', agencyId)
      .execute();
    const own = await staff(store, agencyId, agency);
    people.push(...own);
    const of = (role: RoleId) => own.find((each) => each.role === role)!.person;
    const taking: CaseOffice['people'] = {
      clerk: of('caseHandler'),
      legal: of('legalReviewer'),
      secrecy: of('secrecyReviewer'),
      approver: of('approver'),
      head: of('officeHead'),
    };
    const as: CaseOffice['as'] = (who, day) => actingAs(store, taking[who], noon(day));
    const office: CaseOffice = { store, agencyId, people: taking, as };
    for (const phase of markedPhases) cases.push(await markedCase(office, marks, agency, phase));
    groups[agency] = await markedGroup(office, marks, agency);
    const closed = cases.find(({ name: of }) => of === `${agency} closed`)!;
    appeals[agency] = await markedAppeal(office, marks, closed);
    claims[agency] = await markedClaims(office, marks, closed);
  }
  return { marks, cases, appeals, groups, claims, people };
}
