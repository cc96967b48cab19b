import type { MiddlewareHandler } from 'hono';
import { routePath } from 'hono/route';

/** One request as logged: no address of the visitor, no browser, no query, so nothing personal. */
export interface RequestLine {
  readonly method: string;
  /** The route's pattern, e.g. `/a/:agency/reports/:year`. */
  readonly route: string;
  readonly status: number;
  readonly milliseconds: number;
}

export const requestLog =
  (write: (line: RequestLine) => void): MiddlewareHandler =>
  async (c, next) => {
    const start = performance.now();
    await next();
    write({
      method: c.req.method,
      route: routePath(c, -1),
      status: c.res.status,
      milliseconds: Math.round(performance.now() - start),
    });
  };
