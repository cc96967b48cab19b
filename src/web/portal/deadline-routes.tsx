import { Hono } from 'hono';
import { isRefusal } from '../../domain/refusal.ts';
import { dayOfNumber } from '../../domain/workday/index.ts';
import type { Deps } from '../http/deps.ts';
import { HttpProblem } from '../http/problem.ts';
import { renderPage } from '../theme/layout.tsx';
import { dueDayCalendar } from './deadline-ics.ts';
import { answerOf, deadlineForm } from './deadline-input.ts';
import { DeadlinePage } from './deadline-page.tsx';

/** The calculator and its due day for calendar programs; open to everybody, keeps nothing. */
export function deadlineRoutes({ services, urls }: Deps): Hono {
  const frame = { site: services.site, urls };
  const app = new Hono();
  app.get('/', (c) => {
    const form = deadlineForm(c.req.queries());
    const answer = answerOf(form, services.calendar(), services.today());
    const refused = answer !== null && isRefusal(answer);
    const due = answer !== null && !isRefusal(answer) && answer.reckoning.clock.due !== null;
    const ics = due ? urls.deadlineIcs(new URL(c.req.url).search) : null;
    return c.html(
      renderPage(<DeadlinePage frame={frame} form={form} answer={answer} ics={ics} />),
      refused ? 400 : 200,
    );
  });
  app.get('/due.ics', (c) => {
    const answer = answerOf(deadlineForm(c.req.queries()), services.calendar(), services.today());
    if (answer === null || isRefusal(answer)) throw new HttpProblem('badRequest');
    const { clock, history } = answer.reckoning;
    const received = dayOfNumber(history.received);
    const text = dueDayCalendar(clock, received, new Date(), new URL(urls.origin).hostname);
    if (text === null) throw new HttpProblem('notFound');
    return c.body(text, 200, {
      'Content-Type': 'text/calendar; charset=utf-8',
      'Content-Disposition': 'attachment; filename="due.ics"',
    });
  });
  return app;
}
