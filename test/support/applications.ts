import { enterApplication } from '../../src/app/commands/applications/enter-application.ts';
import { grantRole } from '../../src/app/commands/grant-role.ts';
import type { AppContext, Person } from '../../src/app/context.ts';
import type { AnswerDraft } from '../../src/domain/application/answer-draft.ts';
import type { Store } from '../../src/store/store.ts';
import { actingAs, done, makeAgency, makePerson, terminal } from './office.ts';

let forms = 0;

/** An application form as the portal or a clerk sends it, of words of its own; `mark` makes its words findable. */
export const sampleForm = (mark = '王小明', more: object = {}) => ({
  applicant: {
    kind: 'naturalPerson',
    name: mark,
    identity: { type: 'residentId', number: '11010519491231002X' },
    contactPerson: null,
  },
  contact: { phone: '13800001234', email: 'w@example.cn', address: null },
  agent: null,
  items: [{ name: '2025年度农村公路养护计划', documentNumber: null, description: `第${++forms}段` }],
  form: 'electronic',
  way: 'email',
  needsHelp: false,
  ...more,
});

/** What an agency has told of itself, so that letters can be laid out. */
export const contacts = {
  office: '云麓镇党政综合办公室',
  address: '云岫县云麓镇中心路1号',
  phone: '0990-1234567',
  hours: '工作日8:30至12:00、14:00至17:30',
  documentWord: '云政公开',
  onlineReview: 'https://xzfy.yunxiu.example',
};

/** An office of a township with everybody who takes part in a case. */
export interface CaseOffice {
  readonly store: Store;
  readonly agencyId: string;
  readonly people: Readonly<Record<'clerk' | 'legal' | 'secrecy' | 'approver' | 'head', Person>>;
  /** A context in which one of them acts on a day. */
  readonly as: (who: keyof CaseOffice['people'], day: string) => AppContext;
}

export const noon = (day: string) => () => new Date(`${day}T12:00:00+08:00`);

async function officeAgency(store: Store, slug: string): Promise<string> {
  const county = await makeAgency(store, { slug: slug.slice(0, 6), name: '云岫县人民政府', level: 4 });
  const agencyId = await makeAgency(store, { slug, name: '云麓镇人民政府', superior: county });
  await store.database
    .updateTable('agency')
    .set({ contacts: JSON.stringify(contacts) })
    .where('id', '=', agencyId)
    .execute();
  return agencyId;
}

/** Another office of the same people, which costs no hashing of passwords. */
export async function nextOffice({ store, people }: CaseOffice, slug: string): Promise<CaseOffice> {
  const agencyId = await officeAgency(store, slug);
  const here = async ({ accountId, name, holdings }: Person): Promise<Person> => {
    for (const { role } of holdings)
      await done(
        grantRole(terminal(store), {
          accountId,
          agencyId,
          role,
          from: '2020-01-01',
          to: null,
          deputyOf: null,
        }),
      );
    return {
      accountId,
      name,
      agencyId,
      holdings: holdings.map(({ role }) => ({ agencyId, role, deputy: false })),
    };
  };
  const moved = {} as Record<keyof CaseOffice['people'], Person>;
  for (const who of Object.keys(people) as (keyof CaseOffice['people'])[])
    moved[who] = await here(people[who]);
  return { store, agencyId, people: moved, as: (who, day) => actingAs(store, moved[who], noon(day)) };
}

export async function caseOffice(store: Store, slug = '990801101'): Promise<CaseOffice> {
  const agencyId = await officeAgency(store, slug);
  const at = slug.replace(/\D/g, '');
  const person = (name: string, ...roles: Parameters<typeof makePerson>[3]) =>
    makePerson(store, agencyId, `${name}.${at}`, roles, `${name}甲`);
  const people = {
    clerk: await person('clerk', 'disclosureOffice', 'caseHandler', 'contributor'),
    legal: await person('legal', 'legalReviewer'),
    secrecy: await person('secrecy', 'secrecyReviewer'),
    approver: await person('approver', 'approver'),
    head: await person('head', 'officeHead'),
  };
  return { store, agencyId, people, as: (who, day) => actingAs(store, people[who], noon(day)) };
}

/** A case entered at the counter and registered on a day. */
export async function entered(
  office: CaseOffice,
  day: string,
  form: unknown = sampleForm(),
  more: object = {},
): Promise<{
  readonly applicationId: string;
  readonly number: string | null;
  receiptNumber: string;
  code: string;
}> {
  return done(
    enterApplication(office.as('clerk', day), {
      agencyId: office.agencyId,
      submissionKey: crypto.randomUUID(),
      channel: 'counter',
      submittedOn: day,
      receipt: { handedOn: day },
      form,
      register: true,
      on: day,
      ...more,
    } as Parameters<typeof enterApplication>[1]),
  );
}

export const ofCase = (office: CaseOffice, applicationId: string, on: string) => ({
  agencyId: office.agencyId,
  applicationId,
  on,
});

/** A draft that gives what was asked for. */
export const givingDraft: AnswerDraft = {
  answer: 'granted.provided',
  disclosed: [{ title: '2025年度农村公路养护计划', form: 'electronic', way: 'email', when: null, pages: 3 }],
  withheld: [],
  reasons: null,
  statute: null,
  where: null,
  searches: [],
  otherAgency: null,
  earlier: null,
  publicInterest: null,
};
