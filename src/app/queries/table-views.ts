import { tableViews } from '../../store/table-views.ts';
import type { AppContext } from '../context.ts';
import { query } from '../query.ts';
import type { ViewedList } from '../views/view-input.ts';

export interface KeptView {
  readonly id: string;
  readonly name: string;
  /** Words of the list's address: filters, order, columns. */
  readonly query: string;
  readonly opens: boolean;
}

const ownSubject = ({ actor }: AppContext) =>
  typeof actor === 'string' ? { agencyId: null } : { agencyId: actor.agencyId, accountId: actor.accountId };

/** The views the person keeps of a list, by name; nobody else's. */
export const ownViews = query({
  act: 'view.list',
  subject: ownSubject,
  async run({ store, actor }, { list }: { readonly list: ViewedList }): Promise<readonly KeptView[]> {
    if (typeof actor === 'string') return [];
    const views = await store.read((database) => tableViews(database, actor.accountId, list));
    return views.map(({ id, name, query: words, opens }) => ({ id, name, query: words, opens }));
  },
});
