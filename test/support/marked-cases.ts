import { addAppealFile } from '../../src/app/commands/appeals/add-appeal-file.ts';
import { concludeAppeal } from '../../src/app/commands/appeals/conclude-appeal.ts';
import { registerAppeal } from '../../src/app/commands/appeals/register-appeal.ts';
import { addFile } from '../../src/app/commands/applications/add-file.ts';
import { approveAnswer } from '../../src/app/commands/applications/approve-answer.ts';
import { archiveApplication } from '../../src/app/commands/applications/archive-application.ts';
import { askCorrection } from '../../src/app/commands/applications/ask-correction.ts';
import { askThirdParty } from '../../src/app/commands/applications/ask-third-party.ts';
import { closeApplication } from '../../src/app/commands/applications/close-application.ts';
import { draftAnswer } from '../../src/app/commands/applications/draft-answer.ts';
import { giveUpApplication } from '../../src/app/commands/applications/give-up-application.ts';
import { recordOpinionReceipt } from '../../src/app/commands/applications/record-opinion-receipt.ts';
import { rerouteApplication } from '../../src/app/commands/applications/reroute-application.ts';
import { returnAnswer } from '../../src/app/commands/applications/return-answer.ts';
import { reviewLegal } from '../../src/app/commands/applications/review-legal.ts';
import { reviewSecrecy } from '../../src/app/commands/applications/review-secrecy.ts';
import { sendAnswer } from '../../src/app/commands/applications/send-answer.ts';
import { submitApplication } from '../../src/app/commands/applications/submit-application.ts';
import { submitForReview } from '../../src/app/commands/applications/submit-for-review.ts';
import { takeCorrection } from '../../src/app/commands/applications/take-correction.ts';
import { takeOpinion } from '../../src/app/commands/applications/take-opinion.ts';
import { withdrawApplication } from '../../src/app/commands/applications/withdraw-application.ts';
import { appContext } from '../../src/app/context.ts';
import { emptyDraft } from '../../src/domain/application/answer-draft.ts';
import { groupFrom } from '../../src/domain/application/group.ts';
import { type CaseOffice, entered, noon, ofCase } from './applications.ts';
import { campaign, carryAll, groupOf, groupSteps } from './groups.ts';
import type { Marks, SecretField } from './marks.ts';
import { done, testVault } from './office.ts';

/** A case whose every word is marked. */
export interface MarkedCase {
  readonly agency: string;
  readonly name: string;
  readonly id: string;
  readonly receiptNumber: string;
  readonly code: string;
}

/** Phases in the order in which a case comes through them; the others stand where they leave the way. */
export const markedPhases = [
  'submitted',
  'received',
  'rerouted',
  'inReview',
  'waiting',
  'abandoned',
  'withdrawn',
  'drafting',
  'reviewing',
  'approving',
  'sent',
  'closed',
  'archived',
] as const;
export type MarkedPhase = (typeof markedPhases)[number];

const days = {
  in: '2026-10-12',
  asked: '2026-10-13',
  corrected: '2026-10-15',
  consulted: '2026-10-16',
  heard: '2026-10-20',
  draft: '2026-10-22',
  out: '2026-10-26',
} as const;

class Play {
  readonly #office: CaseOffice;
  readonly #mark: (field: SecretField) => string;
  #id = '';

  constructor(office: CaseOffice, mark: (field: SecretField) => string) {
    this.#office = office;
    this.#mark = mark;
  }

  #form(organisation: boolean) {
    const mark = this.#mark;
    return {
      applicant: {
        kind: organisation ? 'business' : 'naturalPerson',
        name: mark(organisation ? 'organisation' : 'name'),
        identity: { type: 'otherDocument', number: mark('identity') },
        contactPerson: mark('contactPerson'),
      },
      contact: { phone: mark('phone'), email: mark('email'), address: mark('address') },
      agent: {
        name: mark('agent'),
        identity: { type: 'otherDocument', number: mark('identity') },
        phone: mark('phone'),
        authorised: true,
      },
      items: [{ name: mark('content'), documentNumber: null, description: mark('content') }],
      form: 'electronic',
      way: 'email',
      needsHelp: false,
    };
  }

  async enter(phase: MarkedPhase): Promise<Omit<MarkedCase, 'agency' | 'name'>> {
    const { store, agencyId } = this.#office;
    // An organisation's name stands whole where a person's is masked.
    const form = this.#form(phase === 'received' || phase === 'approving');
    const outside = { ...appContext(store, 'public' as const, testVault), now: noon(days.in) };
    const made =
      phase === 'submitted'
        ? await done(submitApplication(outside, { agencyId, submissionKey: crypto.randomUUID(), form }))
        : await entered(this.#office, days.in, form, {
            register: phase !== 'received' && phase !== 'rerouted',
          });
    this.#id = made.applicationId;
    for (const kind of ['identity', 'authorisation'] as const) await this.#file(kind, days.in);
    return { id: made.applicationId, receiptNumber: made.receiptNumber, code: made.code };
  }

  #file(kind: 'identity' | 'authorisation' | 'enclosure', on: string) {
    const name = `${this.#mark('fileName')}.pdf`;
    const bytes = new TextEncoder().encode(`%PDF-1.4 ${this.#mark('fileContent')}`);
    const base = { agencyId: this.#office.agencyId, applicationId: this.#id, kind, name, bytes };
    return done(addFile(this.#office.as('clerk', on), base));
  }

  #as(who: keyof CaseOffice['people'], on: string) {
    return [this.#office.as(who, on), ofCase(this.#office, this.#id, on)] as const;
  }

  async correction(): Promise<void> {
    const [clerk, base] = this.#as('clerk', days.asked);
    const explanation = this.#mark('explanation');
    const causes = ['contentUnclear' as const];
    await done(askCorrection(clerk, { ...base, causes, due: '2026-10-30', lateBecause: null, explanation }));
  }

  async corrected(): Promise<void> {
    const [clerk, base] = this.#as('clerk', days.corrected);
    await done(takeCorrection(clerk, { ...base, form: null, text: this.#mark('correction'), excuse: null }));
  }

  async consulted(): Promise<void> {
    const mark = this.#mark;
    const [clerk, base] = this.#as('clerk', days.consulted);
    await done(
      askThirdParty(clerk, {
        ...base,
        party: mark('party'),
        address: mark('partyContact'),
        contact: mark('partyContact'),
        addressed: 'person',
        method: 'post',
        information: mark('consulted'),
        reason: mark('consulted'),
      }),
    );
    await done(recordOpinionReceipt(clerk, { ...base, ref: '第三方1' }));
    const [hearer, heard] = this.#as('clerk', days.heard);
    const view = { view: 'objects' as const, reasonable: true };
    await done(takeOpinion(hearer, { ...heard, ref: '第三方1', ...view, reply: mark('reply') }));
  }

  async drafted(): Promise<void> {
    const mark = this.#mark;
    const [clerk, base] = this.#as('clerk', days.draft);
    const disclosed = [
      { title: mark('answer'), form: 'electronic' as const, way: 'email' as const, when: null, pages: 3 },
    ];
    const withheld = [
      {
        what: mark('answer'),
        ground: 'thirdParty' as const,
        reasons: `经审查，${mark('answer')}`,
        statute: null,
      },
    ];
    await done(draftAnswer(clerk, { ...base, draft: { ...emptyDraft('partial'), disclosed, withheld } }));
    await this.#file('enclosure', days.draft);
  }

  async reviewed(): Promise<void> {
    const legal = this.#as('legal', days.draft);
    await done(reviewLegal(legal[0], { ...legal[1], opinion: this.#mark('opinion') }));
    const secrecy = this.#as('secrecy', days.draft);
    await done(reviewSecrecy(secrecy[0], { ...secrecy[1], opinion: this.#mark('opinion') }));
  }

  async submitted(): Promise<void> {
    await done(submitForReview(...this.#as('clerk', days.draft)));
  }

  async returned(): Promise<void> {
    const [leader, base] = this.#as('approver', days.draft);
    await done(returnAnswer(leader, { ...base, reason: this.#mark('opinion') }));
  }

  async sent(): Promise<void> {
    const [leader, base] = this.#as('approver', days.draft);
    await done(approveAnswer(leader, { ...base, opinion: this.#mark('opinion') }));
    const [clerk, out] = this.#as('clerk', days.out);
    const proof = this.#mark('proof');
    await done(sendAnswer(clerk, { ...out, method: 'email', carrier: null, proof }));
  }

  async ended(phase: 'closed' | 'archived' | 'withdrawn' | 'abandoned' | 'rerouted'): Promise<void> {
    const [clerk, base] = this.#as('clerk', '2026-11-02');
    const [early, soon] = this.#as('clerk', days.asked);
    if (phase === 'withdrawn')
      await done(withdrawApplication(early, { ...soon, confirmation: this.#mark('confirmation') }));
    else if (phase === 'abandoned') await done(giveUpApplication(clerk, base));
    else if (phase === 'rerouted')
      await done(rerouteApplication(early, { ...soon, to: '云岫县水利局', contact: '0990-7654321' }));
    else await done(closeApplication(clerk, base));
    if (phase === 'archived') await done(archiveApplication(clerk, { ...base, pages: 20 }));
  }
}

const from = (phase: MarkedPhase, first: MarkedPhase): boolean =>
  markedPhases.indexOf(phase) >= markedPhases.indexOf(first);

/** Brings a case to a phase, every word in it marked. */
export async function markedCase(
  office: CaseOffice,
  marks: Marks,
  agency: string,
  phase: MarkedPhase,
): Promise<MarkedCase> {
  const owner = { agency, case: `${agency} ${phase}` };
  const play = new Play(office, (field) => marks.make(owner, field));
  const made = await play.enter(phase);
  marks.add(owner, 'id', made.id);
  marks.add(owner, 'receipt', made.receiptNumber);
  marks.add(owner, 'code', made.code);
  if (phase === 'waiting' || phase === 'abandoned') await play.correction();
  if (phase === 'withdrawn' || phase === 'abandoned' || phase === 'rerouted') await play.ended(phase);
  if (from(phase, 'drafting')) {
    await play.correction();
    await play.corrected();
    await play.consulted();
    await play.drafted();
  }
  if (from(phase, 'reviewing')) await play.submitted();
  if (from(phase, 'approving')) {
    await play.reviewed();
    await play.returned();
    await play.submitted();
    await play.reviewed();
  }
  if (from(phase, 'sent')) await play.sent();
  if (phase === 'closed' || phase === 'archived') await play.ended(phase);
  return { ...owner, name: owner.case, ...made };
}

/** A review over a case, decided; its words are marked. Returns its id. */
export async function markedAppeal(office: CaseOffice, marks: Marks, over: MarkedCase): Promise<string> {
  const mark = () => marks.make({ agency: over.agency, case: over.name }, 'appeal');
  const clerk = office.as('clerk', '2026-11-20');
  const { id } = await done(
    registerAppeal(clerk, {
      agencyId: office.agencyId,
      applicationId: over.id,
      kind: 'review',
      procedure: 'simplified',
      acceptedOn: '2026-11-10',
      copyReceivedOn: '2026-11-10',
      organ: mark(),
      notice: mark(),
      grounds: mark(),
      demonstration: false,
    } as Parameters<typeof registerAppeal>[1]),
  );
  await done(
    addAppealFile(clerk, {
      agencyId: office.agencyId,
      appealId: id,
      kind: 'pleading',
      name: `${mark()}.pdf`,
      bytes: new TextEncoder().encode(`%PDF-1.4 ${mark()}`),
    }),
  );
  await done(
    concludeAppeal(clerk, {
      agencyId: office.agencyId,
      appealId: id,
      disposition: 'review.annulledAnew',
      on: '2026-11-20',
      decision: mark(),
      costs: null,
      learnt: mark(),
    } as Parameters<typeof concludeAppeal>[1]),
  );
  return id;
}

/** A group of applications of one text, drafted; its text and answer are marked. Returns its id. */
export async function markedGroup(office: CaseOffice, marks: Marks, agency: string): Promise<string> {
  const mark = (field: SecretField) => marks.make({ agency, case: `${agency} group` }, field);
  const applicant = {
    kind: 'naturalPerson',
    name: mark('name'),
    identity: { type: 'otherDocument', number: mark('identity') },
    contactPerson: null,
  };
  const items = [{ name: null, documentNumber: null, description: mark('content') }];
  await campaign(office, groupFrom, days.in, { applicant, items });
  const groupId = await groupOf(office);
  await done(groupSteps(office, groupId).register(days.asked));
  await carryAll(office, days.asked);
  const title = mark('answer');
  const disclosed = [{ title, form: 'electronic' as const, way: 'email' as const, when: null, pages: 3 }];
  const draft = { ...emptyDraft('granted.provided'), disclosed };
  await done(groupSteps(office, groupId).draft(days.draft, draft));
  await carryAll(office, days.draft);
  return groupId;
}
