import { Hono } from 'hono';
import type { Asset } from '../theme/assets.ts';
import type { Deps } from './deps.ts';
import { HttpProblem } from './problem.ts';
import { scriptPolicy } from './security.ts';

/** The smallest form of a file that the browser takes; a form it names with q=0 it does not take. */
function formFor({ plain, br, gzip }: Asset, accepted: string): [Uint8Array<ArrayBuffer>, string | null] {
  const takes = (coding: string) =>
    new RegExp(`(?:^|[\\s,])${coding}(?!\\s*;\\s*q=0(?:\\.0*)?(?:[\\s,]|$))(?=[\\s,;]|$)`, 'i').test(
      accepted,
    );
  if (br !== null && takes('br')) return [br, 'br'];
  if (gzip !== null && takes('gzip')) return [gzip, 'gzip'];
  return [plain, null];
}

/** Style sheets and scripts as built; their names change with their content, so browsers keep them for ever. */
export function assetRoutes({ assets }: Deps): Hono {
  const app = new Hono();
  app.get('/:name', (c) => {
    const name = c.req.param('name');
    const file = assets.files.get(name);
    if (file === undefined) throw new HttpProblem('notFound');
    const [bytes, coding] = formFor(file, c.req.header('Accept-Encoding') ?? '');
    c.header('Vary', 'Accept-Encoding');
    c.header('Cache-Control', 'public, max-age=31536000, immutable');
    if (coding !== null) c.header('Content-Encoding', coding);
    if (!name.endsWith('.js')) return c.body(bytes, 200, { 'Content-Type': 'text/css; charset=utf-8' });
    // A worker lives under the policy of its own script.
    c.header('Content-Security-Policy', scriptPolicy);
    return c.body(bytes, 200, { 'Content-Type': 'text/javascript; charset=utf-8' });
  });
  return app;
}
