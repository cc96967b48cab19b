import type { Context } from 'hono';
import { personOfKey } from '../../app/accounts/calendar-key.ts';
import { type DueEntry, dueCalendar } from '../../app/queries/due-calendar.ts';
import { admit } from '../../app/throttle.ts';
import { isRefusal } from '../../domain/refusal.ts';
import { clientAddress } from '../http/client-address.ts';
import { CALENDAR, type CalendarDay, calendarFile } from '../http/icalendar.ts';
import { HttpProblem } from '../http/problem.ts';
import { chipWords } from '../theme/article-chip.tsx';
import { unconfirmedWords } from './applications/words.ts';
import type { OfficeDeps } from './deps.ts';
import type { Office } from './router.ts';

const path = '/office/applications/due.ics';
/** What one address may fetch in an hour: an office behind it, each program every few hours. */
const fetchesAnHour = 240;

export const calendarAddress = ({ urls }: Pick<OfficeDeps, 'urls'>, key: string): string =>
  urls.absolute(urls.at(path, { key }));

const provisionalWords = '该年放假安排尚未公布，暂按周末推算。';

/** A last day as a calendar shows it: number, kind of act, link. */
function dayOf({ urls }: OfficeDeps, entry: DueEntry): CalendarDay {
  const { kind, ref, id, name, about, path: at, on, basis, provisional, unconfirmed = false } = entry;
  return {
    id: [kind, ref, id]
      .filter((part) => part !== null)
      .map((part) => encodeURIComponent(part!))
      .join('-'),
    on,
    summary: `${name}：${about}${provisional || unconfirmed ? '（暂算）' : ''}`,
    description: `依据${chipWords(basis)}推算。${provisional ? provisionalWords : ''}${unconfirmed ? `尚未确认收到，${unconfirmedWords}。` : ''}请以系统中的办理情况为准。`,
    url: urls.absolute(urls.at(at)),
    remindBefore: kind === 'answer' || kind === 'appealReply' ? [3, 1] : [1],
  };
}

async function feed(c: Context, deps: OfficeDeps): Promise<Response> {
  const from = clientAddress(c, deps.trustedProxy);
  if (!(await admit(deps.context, { purpose: 'due calendar', from, most: fetchesAnHour })))
    throw new HttpProblem('tooMany');
  const person = await personOfKey(deps.context, c.req.query('key') ?? '');
  if (person === null) throw new HttpProblem('notFound');
  const entries = await dueCalendar({ ...deps.context, actor: person }, {});
  if (isRefusal(entries)) throw new HttpProblem('notFound');
  const text = calendarFile(
    entries.map((entry) => dayOf(deps, entry)),
    {
      name: '依申请公开期限',
      stamp: deps.context.now(),
      host: new URL(deps.urls.origin).hostname,
      subscribed: true,
    },
  );
  return c.body(text, 200, {
    'Content-Type': CALENDAR,
    'Content-Disposition': 'inline; filename="due.ics"',
    'Cache-Control': 'private, no-store',
    'Referrer-Policy': 'no-referrer',
  });
}

/** Due days for calendar programs, which cannot sign in: the address holds a secret of the person's own. */
export const dueCalendarRoutes = (office: Office, deps: OfficeDeps): void =>
  office.open('GET', '/applications/due.ics', (c) => feed(c, deps));
