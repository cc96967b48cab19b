import * as z from 'zod';
import { newId } from '../../../store/ids.ts';
import { insertTableView, openByItself, tableViews } from '../../../store/table-views.ts';
import { loadAccount } from '../../accounts/subject.ts';
import { command } from '../../command.ts';
import { nameFault, numberFault, viewedLists, viewName, viewQuery } from '../../views/view-input.ts';

/** Keeps a list as it stands now under a name of the person's own. */
export const keepView = command({
  act: 'view.keep',
  input: z.strictObject({
    accountId: z.uuid(),
    list: z.enum(viewedLists),
    name: viewName,
    query: viewQuery,
    opens: z.boolean(),
  }),
  load: loadAccount,
  async run({ transaction, input: { list, name, query, opens }, loaded: { account }, at, record }) {
    const views = await tableViews(transaction, account.id, list);
    const fault = numberFault(views) ?? nameFault(views, name);
    if (fault !== null) return fault;
    if (opens) await openByItself(transaction, account.id, list);
    const id = newId();
    await insertTableView(transaction, {
      account_id: account.id,
      id,
      list,
      name,
      query,
      opens,
      changed_at: at,
    });
    await record({
      agencyId: account.home_agency_id,
      kind: 'view.kept',
      subjectId: account.id,
      facts: { list },
    });
    return { id };
  },
});
