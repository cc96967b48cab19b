import { blankFaults, entryFaults } from '../../../app/applications/entry-faults.ts';
import { shanghaiDay } from '../../../app/calendar-years.ts';
import { enterApplication } from '../../../app/commands/applications/enter-application.ts';
import { standsThere } from '../../../domain/application/on-the-spot.ts';
import { isRefusal, type Refusal } from '../../../domain/refusal.ts';
import { type IntakeChannel, receiptRules } from '../../../law/intake.ts';
import { type Fault, faultsOf } from '../faults.ts';
import { answer, goOn, type OfficePage, type Sent } from '../page.ts';
import type { Office } from '../router.ts';
import { agencyHere } from './case-ref.ts';
import { orNull, text } from './field-defs.ts';
import { receiptOf } from './intake-acts.ts';
import { EnteredPage, NewPage } from './new-page.tsx';

const channelIn = (value: string | undefined): IntakeChannel | null =>
  receiptRules.find(({ channel }) => channel === value && channel !== 'portal')?.channel ?? null;

/** Who acts for the applicant; null where the paper names nobody. */
function agentOf(sent: Sent) {
  const [name, number, phone] = ['agent.name', 'agent.identity', 'agent.phone'].map((one) => text(sent, one));
  if (!name && !number && !phone) return null;
  return {
    name,
    identity: { type: text(sent, 'agent.identityType') || 'residentId', number },
    phone: phone || null,
    authorised: 'agent.authorised' in sent,
  };
}

/** The application as the form has it, in the shape that `readForm` reads. */
const formOf = (sent: Sent) => ({
  applicant: {
    kind: text(sent, 'applicant.kind'),
    name: text(sent, 'applicant.name'),
    identity: { type: text(sent, 'identityType'), number: text(sent, 'applicant.identity') },
    contactPerson: orNull(sent, 'contactPerson'),
  },
  contact: {
    phone: orNull(sent, 'contact.phone'),
    email: orNull(sent, 'contact.email'),
    address: orNull(sent, 'contact.address'),
  },
  agent: agentOf(sent),
  items: [
    {
      name: orNull(sent, 'items.name'),
      documentNumber: orNull(sent, 'items.documentNumber'),
      description: orNull(sent, 'items.description'),
    },
  ],
  form: text(sent, 'form'),
  way: text(sent, 'way'),
  needsHelp: 'needsHelp' in sent,
  tells: 'tells' in sent,
});

const show = (page: OfficePage, sent: Sent, faults: readonly Fault[]) =>
  answer(
    page,
    <NewPage
      page={page}
      channel={channelIn(sent.channel ?? page.c.req.query('channel'))}
      submissionKey={sent.submissionKey ?? crypto.randomUUID()}
      sent={sent}
      faults={faults}
    />,
    faults.length === 0 ? 200 : 422,
  );

async function enter(page: OfficePage, sent: Sent): Promise<Response | Refusal> {
  const agencyId = agencyHere(page);
  if (isRefusal(agencyId)) return agencyId;
  const form = formOf(sent);
  const blank = blankFaults(form);
  const tried =
    sent.register === 'unreached' ? { on: text(sent, 'triedOn'), way: text(sent, 'tried') } : null;
  if (blank.length > 0) {
    const denied = await page.may('application.enter', { agencyId });
    const receipt = receiptOf(sent);
    return (
      denied ??
      show(page, sent, [...entryFaults({ channel: text(sent, 'channel'), receipt, tried, form }), ...blank])
    );
  }
  const outcome = await enterApplication(page.context, {
    agencyId,
    submissionKey: sent.submissionKey ?? '',
    channel: text(sent, 'channel') as 'counter',
    submittedOn: text(sent, 'submittedOn'),
    receipt: receiptOf(sent),
    tried,
    form,
    register: sent.register === '1',
    receiptLetter: 'receiptLetter' in sent,
    on: shanghaiDay(page.context.now()),
  });
  if (!isRefusal(outcome)) {
    const channel = channelIn(sent.channel);
    const present = channel !== null && standsThere({ channel });
    return answer(page, <EnteredPage page={page} entered={outcome} present={present} />);
  }
  if (outcome.code === 'application.enteredAlready')
    return goOn(page, `/office/applications/${String(outcome.facts.applicationId)}`, 'applicationEntered');
  return outcome.code.startsWith('policy.') ? outcome : show(page, sent, faultsOf(outcome));
}

export function newRoutes(office: Office): void {
  office.get('/applications/new', 'application.enter', async (page) => {
    const agencyId = agencyHere(page);
    if (isRefusal(agencyId)) return agencyId;
    return (await page.may('application.enter', { agencyId })) ?? show(page, {}, []);
  });
  office.post('/applications/new', 'application.enter', enter);
}
