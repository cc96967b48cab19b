import { type Context, Hono } from 'hono';
import type { Calendar } from '../../domain/workday/index.ts';
import { HttpProblem } from '../http/problem.ts';
import { officePolicy } from '../http/security.ts';
import { renderPage } from '../theme/layout.tsx';
import type { OfficeShell } from '../theme/office-shell.ts';
import { tableState } from '../theme/table-state.ts';
import { tableWorkbook, WORKBOOK, workbookName } from '../theme/table-workbook.ts';
import { UploadItem } from '../theme/upload-item.tsx';
import { WorkdayMonth } from '../theme/workday-month.tsx';
import { KitApproval, KitConfirm } from './kit-approve.tsx';
import { childrenOf, searchDivisions } from './kit-divisions.ts';
import { rowsFor } from './kit-list.tsx';
import { KitPage } from './kit-page.tsx';
import { kitMarks, MOST_HITS } from './kit-pickers.tsx';
import { TODAY } from './kit-rows.ts';
import { kitTable } from './kit-table.tsx';

export interface KitDeps {
  /** Address under which these routes are mounted, such as /office/kit. */
  readonly at: string;
  /** The frame for who asks. */
  readonly shell: (c: Context) => OfficeShell | Promise<OfficeShell>;
  readonly calendar: () => Calendar;
}

const queryOf = (c: Context) => new URL(c.req.url).searchParams;

function pages(app: Hono, { at, shell, calendar }: KitDeps): void {
  app.get('/', async (c) =>
    c.html(renderPage(<KitPage shell={await shell(c)} at={at} query={queryOf(c)} calendar={calendar()} />)),
  );
  app.get('/approve', async (c) => c.html(renderPage(<KitApproval shell={await shell(c)} at={at} />)));
  app.get('/confirm', async (c) => c.html(renderPage(<KitConfirm shell={await shell(c)} at={at} />)));
}

/** Most bytes of a file that the page takes to show its progress. */
const MOST_BYTES = 50 * 1_048_576;

/** What the components ask for while somebody works with them. */
function sources(app: Hono, { at, calendar }: KitDeps): void {
  app.get('/table.xlsx', (c) => {
    const definition = kitTable(at);
    const state = tableState(definition, queryOf(c));
    const bytes = tableWorkbook(definition, state.columns, rowsFor(at, state));
    c.header('Content-Disposition', workbookName(definition.title, TODAY));
    return c.body(new Uint8Array(bytes), 200, { 'Content-Type': WORKBOOK });
  });
  app.get('/tree.json', (c) => {
    const words = c.req.query('q')?.trim();
    if (words !== undefined) return c.json(searchDivisions(words.slice(0, 40), MOST_HITS));
    return c.json({ nodes: childrenOf(c.req.query('parent') ?? ''), more: false });
  });
  app.get('/month', (c) => {
    const month = c.req.query('month') ?? '';
    if (!/^(?:19|20)\d{2}-(?:0[1-9]|1[0-2])$/.test(month)) throw new HttpProblem('badRequest');
    return c.html(
      String(<WorkdayMonth month={month} calendar={calendar()} today={TODAY} marks={kitMarks} />),
    );
  });
  app.post('/upload', async (c) => {
    if (Number(c.req.header('Content-Length') ?? MOST_BYTES + 1) > MOST_BYTES)
      throw new HttpProblem('tooLarge');
    const { file } = await c.req.parseBody();
    if (!(file instanceof File)) throw new HttpProblem('badRequest');
    const words = '收到后没有保存，这里只看上传的样子';
    const shown = { id: file.name, name: file.name, size: file.size, verdict: 'waiting', words } as const;
    return c.html(String(<UploadItem file={shown} field="attachment-id" remove="remove-attachment" />));
  });
  app.post('/form', (c) => c.redirect(`${at}?flash=1`, 303));
}

/** The living page of the kit. It keeps nothing: its rows are invented. */
export function kitRoutes(deps: KitDeps): Hono {
  const app = new Hono();
  app.use(async (c, next) => {
    await next();
    c.header('Content-Security-Policy', officePolicy);
    c.header('Cache-Control', 'no-store');
  });
  pages(app, deps);
  sources(app, deps);
  return app;
}
