import { claimRules } from '../../law/claims.ts';
import { claimPage } from '../../store/claims.ts';
import type { AppContext } from '../context.ts';
import type { WorkItem } from './work-item.ts';

const most = 50;

/** Claims to be answered, for whoever answers them; no article sets a day (第四十一条; 个人信息保护法第四十五条: 及时). */
export async function claimWork({ actor, store }: AppContext): Promise<readonly WorkItem[]> {
  if (typeof actor === 'string' || actor.agencyId === null) return [];
  const agencyId = actor.agencyId;
  const answers = actor.holdings.some(
    (held) => held.agencyId === agencyId && (held.role === 'disclosureOffice' || held.role === 'caseHandler'),
  );
  if (!answers) return [];
  const rows = await store.read((database) =>
    claimPage(database, { agencyId, open: true, after: null, limit: most }),
  );
  return rows.map(({ id, kind, receipt_number, received_on }) => ({
    part: 'claim',
    title: claimRules[kind].task,
    about: `${receipt_number} · ${received_on} 收到`,
    path: `/office/claims/${id}`,
    due: null,
    returned: false,
    basis: claimRules[kind].basis,
  }));
}
