import { changeView } from '../../app/commands/views/change-view.ts';
import { dropView } from '../../app/commands/views/drop-view.ts';
import { keepView } from '../../app/commands/views/keep-view.ts';
import { ownViews } from '../../app/queries/table-views.ts';
import { type ViewedList, viewedLists } from '../../app/views/view-input.ts';
import { isRefusal, type Refusal, refuse } from '../../domain/refusal.ts';
import { faultsOf } from './faults.ts';
import { viewAddress } from './kept-views.tsx';
import { keptQuery } from './listed-tables.ts';
import { answer, type OfficePage, type Sent } from './page.ts';
import type { Office } from './router.ts';
import { ViewsPage, type ViewsPageProps } from './views-page.tsx';

const unknownList = refuse('viewList.unknown', '没有这张列表。请从列表上方的“视图”进入。');
const listIn = (text: string | undefined): ViewedList | null =>
  viewedLists.find((each) => each === text) ?? null;

async function show(
  page: OfficePage,
  list: ViewedList | null,
  refused: ViewsPageProps['refused'] = null,
): Promise<Response | Refusal> {
  if (list === null) return unknownList;
  const views = await ownViews(page.context, { list });
  return isRefusal(views)
    ? views
    : answer(
        page,
        <ViewsPage page={page} list={list} views={views} refused={refused} />,
        refused === null ? 200 : 422,
      );
}

const again = (
  page: OfficePage,
  sent: Sent,
  refusal: Refusal,
  viewId: string | null,
): Promise<Response | Refusal> | Refusal =>
  refusal.code.startsWith('policy.') || refusal.code === 'view.unknown'
    ? refusal
    : show(page, listIn(sent.list), { sent, viewId, faults: faultsOf(refusal) });

async function keep(page: OfficePage, sent: Sent): Promise<Response | Refusal> {
  const list = listIn(sent.list);
  if (list === null) return unknownList;
  const query = keptQuery(page, list, sent.query ?? '').toString();
  const { name = '', opens } = sent;
  const made = await keepView(page.context, {
    accountId: page.visit.account.id,
    list,
    name,
    query,
    opens: opens === '1',
  });
  return isRefusal(made)
    ? again(page, sent, made, null)
    : page.c.redirect(viewAddress(page, list, { id: made.id, query }, 'viewKept'), 303);
}

/** A change to a view of the address. */
async function change(
  page: OfficePage,
  given: { name?: string; query?: string; opens?: boolean },
): Promise<{ readonly id: string } | Refusal> {
  const { name = null, query = null, opens = null } = given;
  const viewId = page.c.req.param('id') ?? '';
  return changeView(page.context, { accountId: page.visit.account.id, viewId, name, query, opens });
}

async function update(page: OfficePage, sent: Sent): Promise<Response | Refusal> {
  const list = listIn(sent.list);
  if (list === null) return unknownList;
  const query = keptQuery(page, list, sent.query ?? '').toString();
  const done = await change(page, { query });
  return isRefusal(done)
    ? done
    : page.c.redirect(viewAddress(page, list, { id: done.id, query }, 'viewChanged'), 303);
}

/** Views of lists, which belong to nobody but their person. */
export function viewsRoutes(office: Office): void {
  office.get('/views', 'view.list', (page) => show(page, listIn(page.c.req.query('list'))));
  office.post('/views', 'view.keep', keep);
  office.post('/views/:id', 'view.change', async (page, sent) => {
    const done = await change(page, { name: sent.name ?? '', opens: sent.opens === '1' });
    if (isRefusal(done)) return again(page, sent, done, page.c.req.param('id') ?? '');
    return page.c.redirect(page.at('/office/views', { list: sent.list ?? '', done: 'viewChanged' }), 303);
  });
  office.post('/views/:id/query', 'view.change', update);
  office.post('/views/:id/drop', 'view.drop', async (page, sent) => {
    const viewId = page.c.req.param('id') ?? '';
    const done = await dropView(page.context, { accountId: page.visit.account.id, viewId });
    if (isRefusal(done)) return done;
    return page.c.redirect(page.at('/office/views', { list: sent.list ?? '', done: 'viewDropped' }), 303);
  });
}
