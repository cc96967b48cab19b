import * as z from 'zod';
import { changeTableView, openByItself } from '../../../store/table-views.ts';
import { command } from '../../command.ts';
import { loadView, nameFault, viewName, viewQuery, viewsBeside } from '../../views/view-input.ts';

/** Gives a view another name, other filters, or the place of the list's opening one; what is null stays. */
export const changeView = command({
  act: 'view.change',
  input: z.strictObject({
    accountId: z.uuid(),
    viewId: z.uuid(),
    name: viewName.nullable(),
    query: viewQuery.nullable(),
    opens: z.boolean().nullable(),
  }),
  load: loadView,
  async run({ transaction, input, loaded: { account, view }, at, record }) {
    const { name, query, opens } = input;
    const fault = name === null ? null : nameFault(await viewsBeside(transaction, view), name, view.id);
    if (fault !== null) return fault;
    if (opens === true) await openByItself(transaction, account.id, view.list);
    await changeTableView(transaction, view, {
      name: name ?? view.name,
      query: query ?? view.query,
      opens: opens ?? view.opens,
      changed_at: at,
    });
    await record({
      agencyId: account.home_agency_id,
      kind: 'view.changed',
      subjectId: account.id,
      facts: { list: view.list },
    });
    return { id: view.id };
  },
});
