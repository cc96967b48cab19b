import { accountMeant } from '../../app/accounts/named.ts';
import { reachOf } from '../../app/authorise.ts';
import { shanghaiDay } from '../../app/calendar-years.ts';
import type { Command } from '../../app/command.ts';
import { createAccount } from '../../app/commands/create-account.ts';
import { disableAccount } from '../../app/commands/disable-account.ts';
import { enableAccount } from '../../app/commands/enable-account.ts';
import { endRole } from '../../app/commands/end-role.ts';
import { endSession } from '../../app/commands/end-session.ts';
import { grantRole } from '../../app/commands/grant-role.ts';
import { resetPassword } from '../../app/commands/reset-password.ts';
import { resetSecondFactor } from '../../app/commands/reset-second-factor.ts';
import type { ActId } from '../../app/policy/index.ts';
import { isRoleId } from '../../app/policy/roles.ts';
import { agencyChoices } from '../../app/queries/agency-choices.ts';
import { people, peopleExport, personSheet } from '../../app/queries/people.ts';
import { isRefusal, type Refusal } from '../../domain/refusal.ts';
import { tableState } from '../theme/table-state.ts';
import { AccountFormPage } from './account-form-page.tsx';
import { type Fault, faultsOf } from './faults.ts';
import { handoverRoutes } from './handover-routes.tsx';
import { listViews } from './kept-views.tsx';
import { answer, goOn, type OfficePage, type Sent } from './page.ts';
import { PeoplePage } from './people-page.tsx';
import { peopleTable } from './people-table.ts';
import { PersonPage } from './person-page.tsx';
import type { Office } from './router.ts';
import { tableFile } from './table-file.ts';

const perPage = 50;
/** More agencies than these are not offered in one list. */
const mostAgencies = 500;

const mayAnywhere = ({ context }: OfficePage, act: ActId): boolean => {
  const { everywhere, own } = reachOf(context, act);
  return everywhere || own.length > 0;
};

const choices = async (page: OfficePage, forAct: ActId) => {
  const found = await agencyChoices(page.context, { text: '', forAct, limit: mostAgencies });
  return isRefusal(found) ? [] : found;
};

const idOf = ({ c }: OfficePage): string => c.req.param('id') ?? '';
const isId = (text: string): boolean => /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text);

async function personPage(
  page: OfficePage,
  sent: Sent = {},
  faults: readonly Fault[] = [],
): Promise<Response | Refusal> {
  const id = idOf(page);
  const sheet = await personSheet(page.context, {
    id: isId(id) ? id : '00000000-0000-0000-0000-000000000000',
    token: page.visit.session.token,
  });
  if (isRefusal(sheet)) return sheet;
  const rights = {
    grant: mayAnywhere(page, 'membership.grant'),
    end: mayAnywhere(page, 'membership.end'),
    disable: mayAnywhere(page, 'account.disable'),
    reset: mayAnywhere(page, 'account.resetPassword'),
    secondFactor: sheet.secondFactor && mayAnywhere(page, 'account.resetSecondFactor'),
    sessions: mayAnywhere(page, 'session.end'),
    handOver: mayAnywhere(page, 'membership.handOver'),
  };
  const agencies = rights.grant ? await choices(page, 'membership.grant') : [];
  const today = shanghaiDay(page.context.now());
  return answer(
    page,
    <PersonPage
      page={page}
      sheet={sheet}
      rights={rights}
      agencies={agencies}
      sent={sent}
      faults={faults}
      today={today}
    />,
    faults.length === 0 ? 200 : 422,
  );
}

/** A command on the account of the address: done, or the page again with what is wrong. */
async function act<Input, Result>(
  page: OfficePage,
  sent: Sent,
  command: Command<Input, Result>,
  input: Input,
  done: string,
): Promise<Response | Refusal> {
  const outcome = await command(page.context, input);
  if (!isRefusal(outcome)) return goOn(page, `/office/people/${idOf(page)}`, done);
  return outcome.code.startsWith('policy.') ? outcome : personPage(page, sent, faultsOf(outcome));
}

function peopleAsked(page: OfficePage) {
  const definition = peopleTable(page.at);
  const state = tableState(definition, new URL(page.c.req.url).searchParams);
  const { q = '', role = '' } = state.filters;
  return { definition, state, asked: { text: q, role: isRoleId(role) ? role : null } };
}

/** People: their accounts, roles and sessions. */
export function peopleRoutes(office: Office): void {
  office.get('/people', 'account.list', async (page) => {
    const views = await listViews(page, 'people');
    if (views instanceof Response || isRefusal(views)) return views;
    const { state, asked } = peopleAsked(page);
    const list = await people(page.context, { ...asked, after: state.after, limit: perPage });
    if (isRefusal(list)) return list;
    const mayCreate = mayAnywhere(page, 'account.create');
    return answer(
      page,
      <PeoplePage page={page} views={views} list={list} state={state} mayCreate={mayCreate} />,
    );
  });
  office.get('/people/export.xlsx', 'account.list', async (page) => {
    const { definition, state, asked } = peopleAsked(page);
    const rows = await peopleExport(page.context, asked);
    return isRefusal(rows) ? rows : tableFile(page, definition, state, rows);
  });
  office.get('/people/new', 'account.create', async (page) =>
    answer(
      page,
      <AccountFormPage page={page} sent={{}} faults={[]} agencies={await choices(page, 'account.create')} />,
    ),
  );
  office.post('/people/new', 'account.create', async (page, sent) => {
    const { agencyId = '', username = '', name = '', password = '' } = sent;
    const made = await createAccount(page.context, {
      agencyId,
      username,
      name,
      password,
      demonstration: false,
    });
    if (!isRefusal(made)) return goOn(page, `/office/people/${made.id}`, 'accountCreated');
    if (made.code.startsWith('policy.')) return made;
    const agencies = await choices(page, 'account.create');
    return answer(
      page,
      <AccountFormPage page={page} sent={sent} faults={faultsOf(made)} agencies={agencies} />,
      422,
    );
  });
  handoverRoutes(office);
  office.get('/people/:id', 'account.read', (page) => personPage(page));
  personActs(office);
}

function personActs(office: Office): void {
  office.post('/people/:id/roles', 'membership.grant', async (page, sent) => {
    const { role = '', agencyId = '', from = '', to = '', deputyOf = '' } = sent;
    const principal =
      deputyOf.trim() === ''
        ? null
        : await accountMeant(page.context, deputyOf, { agencyId, field: 'deputyOf' });
    if (isRefusal(principal)) return personPage(page, sent, faultsOf(principal));
    const input = {
      accountId: idOf(page),
      agencyId,
      role: role as never,
      from,
      to: to === '' ? null : to,
      deputyOf: principal?.id ?? null,
    };
    return act(page, sent, grantRole, input, 'roleGranted');
  });
  office.post('/people/:id/roles/end', 'membership.end', (page, sent) =>
    act(page, sent, endRole, { membershipId: sent.membershipId ?? '' }, 'roleEnded'),
  );
  office.post('/people/:id/password', 'account.resetPassword', (page, sent) =>
    act(page, sent, resetPassword, { accountId: idOf(page), password: sent.password ?? '' }, 'passwordReset'),
  );
  office.post('/people/:id/second-factor', 'account.resetSecondFactor', (page, sent) =>
    act(page, sent, resetSecondFactor, { accountId: idOf(page) }, 'secondFactorReset'),
  );
  office.post('/people/:id/disable', 'account.disable', (page, sent) =>
    act(page, sent, disableAccount, { accountId: idOf(page) }, 'accountDisabled'),
  );
  office.post('/people/:id/enable', 'account.enable', (page, sent) =>
    act(page, sent, enableAccount, { accountId: idOf(page) }, 'accountEnabled'),
  );
  office.post('/people/:id/sessions/end', 'session.end', (page, sent) =>
    act(page, sent, endSession, { accountId: idOf(page), sessionId: sent.sessionId ?? '' }, 'sessionEnded'),
  );
}
