import { Hono } from 'hono';
import type { Deps } from '../http/deps.ts';
import { HttpProblem } from '../http/problem.ts';
import { renderPage } from '../theme/layout.tsx';
import { ruleOfCode, ruleOfId } from './rule-groups.ts';
import { RulePage } from './rule-page.tsx';
import { RulesPage } from './rules-page.tsx';

/** The rules for people: `/` lists them, `/<id>` is the page of one, `/R301` leads to its page. */
export function ruleRoutes({ services, urls }: Deps): Hono {
  const frame = { site: services.site, urls };
  const app = new Hono();
  app.get('/', (c) => c.html(renderPage(<RulesPage frame={frame} />)));
  app.get('/:name', (c) => {
    const name = c.req.param('name');
    const rule = ruleOfId(name);
    if (rule !== null) return c.html(renderPage(<RulePage frame={frame} rule={rule} />));
    const byCode = ruleOfCode(name) ?? ruleOfId(name.toLowerCase());
    if (byCode === null) throw new HttpProblem('ruleNotFound');
    return c.redirect(urls.rule(byCode.id), 301);
  });
  return app;
}
