import { agencyKindNames } from '../../law/agency-kind.ts';
import { searchAgencies } from '../../store/agency-levels.ts';
import { reachOf } from '../authorise.ts';
import type { FindPart } from './found.ts';

/** Agencies within reach by part of their name or code, closed ones too. */
export const findAgencies: FindPart = {
  label: '机关',
  async find(context, text, limit) {
    const { own, below } = reachOf(context, 'agency.list');
    if (own.length + below.length === 0) return [];
    const rows = await context.store.read((database) =>
      searchAgencies(database, { own, below, text, closed: true, after: null, limit }),
    );
    return rows.map(({ slug, name, kind, valid_to }) => ({
      title: name,
      about: `${slug} · ${agencyKindNames[kind]}${valid_to === null ? '' : ' · 已撤销'}`,
      path: `/office/agencies/${encodeURIComponent(slug)}`,
    }));
  },
};
