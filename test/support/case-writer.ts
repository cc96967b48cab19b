import { writeSync } from 'node:fs';
import { approveAnswer } from '../../src/app/commands/applications/approve-answer.ts';
import { draftAnswer } from '../../src/app/commands/applications/draft-answer.ts';
import { receiveApplication } from '../../src/app/commands/applications/receive-application.ts';
import { registerApplication } from '../../src/app/commands/applications/register-application.ts';
import { reviewLegal } from '../../src/app/commands/applications/review-legal.ts';
import { reviewSecrecy } from '../../src/app/commands/applications/review-secrecy.ts';
import { sendAnswer } from '../../src/app/commands/applications/send-answer.ts';
import { submitApplication } from '../../src/app/commands/applications/submit-application.ts';
import { submitForReview } from '../../src/app/commands/applications/submit-for-review.ts';
import { appContext } from '../../src/app/context.ts';
import type { Phase } from '../../src/domain/application/phases.ts';
import { isRefusal, type Refusal } from '../../src/domain/refusal.ts';
import { openStore, type Store } from '../../src/store/store.ts';
import { type CaseOffice, caseOffice, givingDraft, noon, ofCase, sampleForm } from './applications.ts';
import { actingAs, testVault } from './office.ts';

/*
 * An office at work in a process of its own, so that it can be killed: several at once submit applications and carry
 * each to its letter. What is acknowledged is written to standard output, a line of JSON each, before the next act.
 */
const day = '2026-03-09';
const slug = '990809101';
const atOnce = 6;

/** The people of the office by the names `caseOffice` gives them. */
async function officeOf(store: Store): Promise<CaseOffice> {
  const agency = await store.database
    .selectFrom('agency')
    .select('id')
    .where('slug', '=', slug)
    .executeTakeFirst();
  if (agency === undefined) return caseOffice(store, slug);
  const rows = await store.database
    .selectFrom('membership')
    .innerJoin('account', 'account.id', 'membership.account_id')
    .select(['account.id', 'account.username', 'account.name', 'membership.role'])
    .where('membership.agency_id', '=', agency.id)
    .execute();
  const person = (name: string) => {
    const held = rows.filter(({ username }) => username === `${name}.${slug}`);
    return {
      accountId: held[0]!.id,
      name: held[0]!.name,
      agencyId: agency.id,
      holdings: held.map(({ role }) => ({ agencyId: agency.id, role: role as never, deputy: false })),
    };
  };
  const [clerk, legal, secrecy, approver, head] = ['clerk', 'legal', 'secrecy', 'approver', 'head'].map(
    person,
  );
  const people = { clerk: clerk!, legal: legal!, secrecy: secrecy!, approver: approver!, head: head! };
  return { store, agencyId: agency.id, people, as: (who, on) => actingAs(store, people[who], noon(on)) };
}

const say = (fact: object): void => void writeSync(1, `${JSON.stringify(fact)}\n`);

type Step = (office: CaseOffice, id: string) => Promise<unknown | Refusal>;

const draft = { ...givingDraft, disclosed: [{ ...givingDraft.disclosed[0]!, way: 'portal' as const }] };

/** What is done next to a case, by its phase; both reviews are one step. */
const steps: Partial<Record<Phase, Step>> = {
  submitted: (office, id) =>
    receiveApplication(office.as('clerk', day), {
      ...ofCase(office, id, day),
      receipt: { confirmedOn: day },
    } as never),
  received: (office, id) =>
    registerApplication(office.as('clerk', day), { ...ofCase(office, id, day), receipt: false }),
  inReview: (office, id) => draftAnswer(office.as('clerk', day), { ...ofCase(office, id, day), draft }),
  drafting: (office, id) => submitForReview(office.as('clerk', day), ofCase(office, id, day)),
  reviewing: async (office, id) => {
    const opinion = { ...ofCase(office, id, day), opinion: '无意见' };
    const legal = await reviewLegal(office.as('legal', day), opinion);
    const secrecy = await reviewSecrecy(office.as('secrecy', day), opinion);
    return isRefusal(legal) ? secrecy : legal;
  },
  approving: async (office, id) => {
    const approved = await approveAnswer(office.as('approver', day), {
      ...ofCase(office, id, day),
      opinion: '同意',
    });
    const sent = await sendAnswer(office.as('clerk', day), {
      ...ofCase(office, id, day),
      method: 'portal',
      carrier: null,
      proof: null,
    });
    return isRefusal(sent) && isRefusal(approved) ? approved : sent;
  },
};

const standing = (office: CaseOffice, id: string) =>
  office.store.read((database) =>
    database
      .selectFrom('application')
      .select(['phase', 'number', 'state'])
      .where('agency_id', '=', office.agencyId)
      .where('id', '=', id)
      .executeTakeFirstOrThrow(),
  );

/** An act refused although nobody else acts: it was done when the server went, and its answer lost. */
async function carry(office: CaseOffice, id: string): Promise<void> {
  for (let refused: Phase | null = null; ; ) {
    const { phase, number, state } = await standing(office, id);
    const step = steps[phase];
    say({ id, phase, number, letter: state.letter?.number ?? null });
    if (step === undefined) return;
    const outcome = await step(office, id);
    if (isRefusal(outcome) && refused === phase)
      throw new Error(`${phase}: ${outcome.code} ${outcome.message}`);
    refused = isRefusal(outcome) ? phase : null;
  }
}

async function submit(office: CaseOffice, submissionKey: string): Promise<string> {
  const context = appContext(office.store, 'public', testVault);
  const sent = await submitApplication(
    { ...context, now: noon(day) },
    {
      agencyId: office.agencyId,
      submissionKey,
      form: sampleForm('林远舟', {
        way: 'portal',
        // Of one content they would become a group.
        items: [{ name: `第${submissionKey}号合同`, documentNumber: null, description: null }],
      }),
    },
  );
  if (isRefusal(sent)) throw new Error(sent.message);
  say({ id: sent.applicationId, submissionKey, receiptNumber: sent.receiptNumber });
  return sent.applicationId;
}

async function main([dataFolder, ...keys]: readonly string[]): Promise<void> {
  const store = await openStore({ dataFolder: dataFolder! });
  const office = await officeOf(store);
  const open = await store.read((database) =>
    database
      .selectFrom('application')
      .select('id')
      .where('agency_id', '=', office.agencyId)
      .where('phase', '<>', 'sent')
      .orderBy('id')
      .execute(),
  );
  say({ ready: true });
  const waiting: (() => Promise<void>)[] = [
    ...open.map(
      ({ id }) =>
        () =>
          carry(office, id),
    ),
    ...keys.map((key) => async () => carry(office, await submit(office, key))),
  ];
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) await next();
    }),
  );
  await store.close();
}

await main(process.argv.slice(2));
