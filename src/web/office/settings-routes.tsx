import { toDataURL } from 'qrcode';
import { mailOf } from '../../app/accounts/mail.ts';
import {
  confirmSecondFactor,
  startSecondFactor,
  stopSecondFactor,
} from '../../app/accounts/second-factor.ts';
import { changeOwnCalendar } from '../../app/commands/change-own-calendar.ts';
import { changeOwnContact } from '../../app/commands/change-own-contact.ts';
import { changeOwnPassword } from '../../app/commands/change-own-password.ts';
import { endSession } from '../../app/commands/end-session.ts';
import { ownCalendarKey } from '../../app/queries/due-calendar.ts';
import { personSheet } from '../../app/queries/people.ts';
import { isRefusal, type Refusal } from '../../domain/refusal.ts';
import type { OfficeDeps } from './deps.ts';
import { calendarAddress } from './due-calendar-routes.ts';
import { type Fault, faultsOf } from './faults.ts';
import { answer, goOn, type OfficePage } from './page.ts';
import type { Office } from './router.ts';
import { type Enrolment, FirstPasswordPage, SettingsPage } from './settings-page.tsx';

async function settings(
  page: OfficePage,
  faults: readonly Fault[] = [],
  enrolment: Enrolment | null = null,
): Promise<Response | Refusal> {
  const { context, visit } = page;
  const id = visit.account.id;
  const sheet = await personSheet(context, { id, token: visit.session.token });
  if (isRefusal(sheet)) return sheet;
  const mail = mailOf(context.vault, visit.account) ?? '';
  const key = await ownCalendarKey(context, {});
  if (isRefusal(key)) return key;
  const calendar = key === null ? null : calendarAddress(page.deps, key);
  return answer(
    page,
    <SettingsPage
      page={page}
      sheet={sheet}
      mail={mail}
      calendar={calendar}
      faults={faults}
      enrolment={enrolment}
    />,
    faults.length === 0 ? 200 : 422,
  );
}

const again = (page: OfficePage, refusal: Refusal) =>
  refusal.code.startsWith('policy.') ? refusal : settings(page, faultsOf(refusal));

/** What a person sets for themselves: password, second factor, sessions, where notices go. */
export function settingsRoutes(office: Office, deps: OfficeDeps): void {
  office.get('/me', 'account.read', (page) => settings(page));
  office.get('/me/password', 'account.changePassword', (page) =>
    page.visit.mustChangePassword
      ? answer(page, <FirstPasswordPage page={page} faults={[]} />)
      : page.c.redirect(page.at('/office/me'), 303),
  );
  office.post('/me/password', 'account.changePassword', async (page, { current = '', password = '' }) => {
    const input = {
      accountId: page.visit.account.id,
      current,
      password,
      keepSession: page.visit.session.token,
    };
    const done = await changeOwnPassword(page.context, input);
    if (!isRefusal(done))
      return goOn(page, page.visit.mustChangePassword ? '/office' : '/office/me', 'passwordChanged');
    return page.visit.mustChangePassword
      ? answer(page, <FirstPasswordPage page={page} faults={faultsOf(done)} />, 422)
      : again(page, done);
  });
  office.post('/me/contact', 'account.changeContact', async (page, { mail = '' }) => {
    const done = await changeOwnContact(page.context, { accountId: page.visit.account.id, mail });
    return isRefusal(done) ? again(page, done) : goOn(page, '/office/me', 'contactChanged');
  });
  office.post('/me/calendar', 'account.changeCalendar', async (page, { active = '' }) => {
    const on = active === '1';
    const done = await changeOwnCalendar(page.context, { accountId: page.visit.account.id, active: on });
    return isRefusal(done) ? again(page, done) : goOn(page, '/office/me', on ? 'calendarOn' : 'calendarOff');
  });
  office.post('/me/sessions/end', 'session.end', async (page, { sessionId = '' }) => {
    const done = await endSession(page.context, { accountId: page.visit.account.id, sessionId });
    return isRefusal(done) ? again(page, done) : goOn(page, '/office/me', 'sessionEnded');
  });
  office.post('/me/sessions/others', 'session.end', async (page) => {
    const { account, session } = page.visit;
    const done = await endSession(page.context, {
      accountId: account.id,
      sessionId: null,
      but: session.token,
    });
    return isRefusal(done) ? again(page, done) : goOn(page, '/office/me', 'sessionEnded');
  });
  secondFactorRoutes(office, deps);
}

function secondFactorRoutes(office: Office, { auth }: OfficeDeps): void {
  const headersOf = ({ c }: OfficePage) => c.req.raw.headers;
  office.post('/me/second-factor', 'account.changeSecondFactor', async (page, { confirm = '' }) => {
    const begun = await startSecondFactor(
      page.context,
      auth,
      headersOf(page),
      page.visit.account.id,
      confirm,
    );
    if (isRefusal(begun)) return again(page, begun);
    const image = await toDataURL(begun.uri, { margin: 1, width: 180 });
    return settings(page, [], { image, secret: begun.secret, backupCodes: begun.backupCodes });
  });
  office.post('/me/second-factor/confirm', 'account.changeSecondFactor', async (page, { code = '' }) => {
    const done = await confirmSecondFactor(
      page.context,
      auth,
      headersOf(page),
      page.visit.account.id,
      code.replace(/\s/g, ''),
    );
    return isRefusal(done) ? again(page, done) : goOn(page, '/office/me', 'secondFactorOn');
  });
  office.post('/me/second-factor/off', 'account.changeSecondFactor', async (page, { confirm = '' }) => {
    const done = await stopSecondFactor(page.context, auth, headersOf(page), page.visit.account.id, confirm);
    return isRefusal(done) ? again(page, done) : goOn(page, '/office/me', 'secondFactorOff');
  });
}
