import type { Context } from 'hono';
import { type Visit, visitOf } from '../../app/accounts/person.ts';
import { permitted } from '../../app/authorise.ts';
import type { AppContext } from '../../app/context.ts';
import type { ActId } from '../../app/policy/index.ts';
import type { Subject } from '../../app/policy/policy.ts';
import { ownUnread } from '../../app/queries/notices.ts';
import { isRefusal, type Refusal } from '../../domain/refusal.ts';
import { HttpProblem } from '../http/problem.ts';
import { formToken, isFormToken } from '../http/same-origin.ts';
import { renderPage } from '../theme/layout.tsx';
import type { Flash, OfficeShell } from '../theme/office-shell.ts';
import type { OfficeDeps } from './deps.ts';
import { flashOf } from './flash.ts';
import { placeOf } from './place-cookie.ts';
import { shellFor } from './shell.ts';

/** One request of somebody who is signed in. */
export interface OfficePage {
  readonly c: Context;
  readonly deps: OfficeDeps;
  readonly visit: Visit;
  /** The context in which the person acts. */
  readonly context: AppContext;
  readonly shell: OfficeShell;
  /** What the last act said. */
  readonly flash: Flash | null;
  /** Hidden fields that every form carries. */
  readonly fields: Readonly<Record<string, string>>;
  /** The address of a path of ours, base included. */
  readonly at: (path: string, query?: Readonly<Record<string, string>>) => string;
  /** Null when the person may do it, else the refusal; for pages that no query guards. */
  readonly may: (act: ActId, subject: Subject) => Promise<Refusal | null>;
}

/** A form as sent: text fields, the last of each name, without the token. */
export type Sent = Readonly<Record<string, string>>;

/** Who asks; null when nobody is signed in. */
export async function openPage(c: Context, deps: OfficeDeps): Promise<OfficePage | null> {
  const visit = await visitOf(deps.context, deps.auth, c.req.raw.headers, placeOf(c));
  if (visit === null) return null;
  const context: AppContext = { ...deps.context, actor: visit.person };
  const token = formToken(deps.context.vault.secretFor('forms'), visit.session.token);
  const fields = { _token: token };
  const unread = await ownUnread(context, {});
  return {
    c,
    deps,
    visit,
    context,
    shell: shellFor(deps, context, visit, fields, isRefusal(unread) ? 0 : unread),
    flash: flashOf(c.req.query('done')),
    fields,
    at: (path, query) => deps.urls.at(path, query),
    may: (act, subject) => permitted(context, act, subject),
  };
}

/** The form of a request, after its token was found to be this session's. */
export async function sentForm({ c, deps, visit }: OfficePage): Promise<Sent> {
  const body = await c.req.parseBody();
  if (!isFormToken(deps.context.vault.secretFor('forms'), visit.session.token, body._token))
    throw new HttpProblem('staleForm');
  return Object.fromEntries(
    Object.entries(body).filter(
      (entry): entry is [string, string] => typeof entry[1] === 'string' && entry[0] !== '_token',
    ),
  );
}

/** A page that nobody but its person may keep. */
export function answer(
  { c }: OfficePage,
  page: unknown,
  status: 200 | 422 = 200,
): Response | Promise<Response> {
  c.header('Cache-Control', 'no-store');
  return c.html(renderPage(page), status);
}

/** After an act: the page to see next, and what it says on top. */
export const goOn = ({ c, at }: OfficePage, path: string, done?: string): Response =>
  c.redirect(at(path, done === undefined ? undefined : { done }), 303);
