import { listPeople } from '../../store/accounts.ts';
import { reachOf } from '../authorise.ts';
import { shanghaiDay } from '../calendar-years.ts';
import type { FindPart } from './found.ts';

/** People within reach by part of their name or user name. */
export const findPeople: FindPart = {
  label: '人员',
  async find(context, text, limit) {
    const { own, below } = reachOf(context, 'account.list');
    if (own.length + below.length === 0) return [];
    const day = shanghaiDay(context.now());
    const rows = await context.store.read((database) =>
      listPeople(database, { own, below, text, role: null, after: null, limit, day }),
    );
    return rows.map(({ id, name, username, agency_name }) => ({
      title: name,
      about: `${username} · ${agency_name}`,
      path: `/office/people/${id}`,
    }));
  },
};
