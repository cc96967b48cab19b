import { type Context, Hono } from 'hono';
import { officePolicy } from '../http/security.ts';
import { renderPage } from '../theme/layout.tsx';
import type { OfficeShell } from '../theme/office-shell.ts';
import { KitPage } from './kit-page.tsx';

export interface KitDeps {
  /** Address under which these routes are mounted, such as /office/kit. */
  readonly at: string;
  /** The frame for who asks. */
  readonly shell: (c: Context) => OfficeShell | Promise<OfficeShell>;
}

/** The living page of the kit. It reads and writes nothing: its rows are invented. */
export function kitRoutes({ at, shell }: KitDeps): Hono {
  const app = new Hono();
  app.use(async (c, next) => {
    await next();
    c.header('Content-Security-Policy', officePolicy);
    c.header('Cache-Control', 'no-store');
  });
  app.get('/', async (c) => {
    const query = new URL(c.req.url).searchParams;
    return c.html(renderPage(<KitPage shell={await shell(c)} at={at} query={query} />));
  });
  return app;
}
