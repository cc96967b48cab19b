import type { Child } from 'hono/jsx';
import { type KeptView, ownViews } from '../../app/queries/table-views.ts';
import type { ViewedList } from '../../app/views/view-input.ts';
import { isRefusal, type Refusal } from '../../domain/refusal.ts';
import { TableViews } from '../theme/table-views.tsx';
import { keptQuery, listedTables } from './listed-tables.ts';
import type { OfficePage } from './page.ts';

/** Names the view that a list came from, so that the list may depart from it and still be told from all others. */
export const KEPT = 'kept';
/** Where a list was opened without any view, though one opens by itself. */
export const NO_VIEW = 'none';

export interface ListViews {
  /** The page's own parameters, the view among them. */
  readonly own: Readonly<Record<string, string>>;
  /** The menu of views above the table. */
  readonly menu: Child;
}

const queryOf = ({ c }: OfficePage) => new URL(c.req.url).searchParams;

/** The address of a list as a view keeps it; with none of them as the list is by itself. */
export function viewAddress(
  page: OfficePage,
  list: ViewedList,
  view: Pick<KeptView, 'id' | 'query'> | null,
  done?: string | null,
): string {
  const query = view === null ? new URLSearchParams() : keptQuery(page, list, view.query);
  query.set(KEPT, view?.id ?? NO_VIEW);
  if (done != null) query.set('done', done);
  return `${page.at(listedTables[list].path)}?${query}`;
}

/** Where the address asks for a view, or the bare list has one that opens: the address of that view. */
function opened(page: OfficePage, list: ViewedList, views: readonly KeptView[]): Response | null {
  const query = queryOf(page);
  const asked = query.get('view');
  const done = query.get('done');
  if (asked !== null) {
    const view = views.find(({ id }) => id === asked) ?? null;
    return page.c.redirect(viewAddress(page, list, view, view === null ? 'viewGone' : done), 303);
  }
  const bare = [...query.keys()].every((name) => name === 'done');
  const opens = bare ? views.find((view) => view.opens) : undefined;
  return opens === undefined ? null : page.c.redirect(viewAddress(page, list, opens, done), 303);
}

/** The views of a list for its page, or where to go instead. */
export async function listViews(page: OfficePage, list: ViewedList): Promise<ListViews | Response | Refusal> {
  const views = await ownViews(page.context, { list });
  if (isRefusal(views)) return views;
  const elsewhere = opened(page, list, views);
  if (elsewhere !== null) return elsewhere;
  const query = queryOf(page);
  const current = views.find(({ id }) => id === query.get(KEPT)) ?? null;
  const words = keptQuery(page, list, query.toString()).toString();
  const { at, fields } = page;
  const personal = listedTables[list]
    .definition(page)
    .filters.some((filter) => filter.kind === 'text' && filter.personal === true);
  const menu = (
    <TableViews
      views={views.map((view) => ({ id: view.id, name: view.name, href: viewAddress(page, list, view) }))}
      current={current?.id ?? null}
      changed={current !== null && keptQuery(page, list, current.query).toString() !== words}
      plain={viewAddress(page, list, null)}
      keep={{ action: at('/office/views'), fields: { ...fields, list, query: words } }}
      update={(id) => ({
        action: at(`/office/views/${id}/query`),
        fields: { ...fields, list, query: words },
      })}
      manage={at('/office/views', { list })}
      personal={personal}
    />
  );
  const opens = views.some((view) => view.opens);
  return { own: current !== null ? { [KEPT]: current.id } : opens ? { [KEPT]: NO_VIEW } : {}, menu };
}
