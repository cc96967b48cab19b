import * as z from 'zod';
import { deleteTableView } from '../../../store/table-views.ts';
import { command } from '../../command.ts';
import { loadView } from '../../views/view-input.ts';

/** Takes a view away; the list itself loses nothing. */
export const dropView = command({
  act: 'view.drop',
  input: z.strictObject({ accountId: z.uuid(), viewId: z.uuid() }),
  load: loadView,
  async run({ transaction, loaded: { account, view }, record }) {
    await deleteTableView(transaction, view);
    await record({
      agencyId: account.home_agency_id,
      kind: 'view.dropped',
      subjectId: account.id,
      facts: { list: view.list },
    });
    return { id: view.id };
  },
});
