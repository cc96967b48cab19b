import { type Context, Hono, type MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import type { ActId } from '../../app/policy/index.ts';
import { isRefusal, type Refusal } from '../../domain/refusal.ts';
import { HttpProblem } from '../http/problem.ts';
import { sameOrigin } from '../http/same-origin.ts';
import type { OfficeDeps } from './deps.ts';
import { type OfficePage, openPage, type Sent, sentForm } from './page.ts';
import { refusalPage } from './refusal-page.tsx';

type Answer = Response | Promise<Response>;
/** Reads for a page. A refusal is shown as one. */
export type Reader = (page: OfficePage) => Promise<Response | Refusal> | Response | Refusal;
/** Does what a form asks for. */
export type Doer = (page: OfficePage, sent: Sent) => Promise<Response | Refusal> | Response | Refusal;

/** Who answers for a route: the act of the policy that is done or read there. */
export interface RouteOwner {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  /** `signIn`: for those who are not signed in yet. */
  readonly act: ActId | 'signIn';
}

export interface Office {
  readonly app: Hono;
  readonly owners: readonly RouteOwner[];
  readonly get: (path: string, act: ActId, read: Reader) => void;
  /** `largest`: bytes of the form as sent, files and all. */
  readonly post: (path: string, act: ActId, perform: Doer, largest?: number) => void;
  /** A route before signing in; it has no person. */
  readonly open: (method: 'GET' | 'POST', path: string, answer: (c: Context) => Answer) => void;
}

const largestForm = 2 * 1024 * 1024;
/** Refuses a body of more bytes, however it comes: by its length as told, or while it is read. */
const atMost = (bytes: number): MiddlewareHandler =>
  bodyLimit({
    maxSize: bytes,
    onError: () => {
      throw new HttpProblem('tooLarge');
    },
  });
/** Paths that somebody must be able to reach before their first password is changed. */
const beforeOwnPassword = new Set(['/me/password', '/sign-out']);

/**
 * The routes under /office: each with the act that owns it, each for a person who is signed in, each form with the
 * token of its session. What the person may do is decided by the command or query, not here.
 */
export function makeOffice(deps: OfficeDeps): Office {
  const app = new Hono({ strict: false });
  const owners: RouteOwner[] = [];
  app.use(sameOrigin(deps.urls.origin));
  const visit = async (c: Context, path: string): Promise<OfficePage | Response> => {
    const page = await openPage(c, deps);
    if (page === null) {
      if (c.req.method !== 'GET') throw new HttpProblem('signedOut');
      const { pathname, search } = new URL(c.req.url);
      return c.redirect(deps.urls.at('/office/sign-in', { next: `${pathname}${search}` }), 303);
    }
    if (page.visit.mustChangePassword && !beforeOwnPassword.has(path))
      return c.redirect(deps.urls.at('/office/me/password'), 303);
    return page;
  };
  const finish = (page: OfficePage, value: Response | Refusal): Answer =>
    isRefusal(value) ? refusalPage(page, value) : value;

  return {
    app,
    owners,
    get(path, act, read) {
      owners.push({ method: 'GET', path, act });
      app.get(path, async (c) => {
        const page = await visit(c, path);
        return page instanceof Response ? page : finish(page, await read(page));
      });
    },
    post(path, act, perform, largest = largestForm) {
      owners.push({ method: 'POST', path, act });
      const limit = atMost(largest);
      // Who it is comes first: nothing is read of a form whose sender is not signed in.
      app.post(path, async (c, next) => {
        const page = await visit(c, path);
        if (page instanceof Response) return page;
        let answer: Response | undefined;
        await limit(c, async () => {
          answer = await finish(page, await perform(page, await sentForm(page)));
        });
        return answer ?? next();
      });
    },
    open(method, path, answer) {
      owners.push({ method, path, act: 'signIn' });
      app.on(method, path, atMost(largestForm), (c) => answer(c));
    },
  };
}
