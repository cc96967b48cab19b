import type { AgencyKind } from '../../law/agency-kind.ts';
import { mayMakeRegulations, type RegulationAuthority } from '../../law/regulation-authority.ts';
import { countiesLike } from '../../report/places/divisions.ts';
import { loadDivisions } from '../../report/places/load-divisions.ts';
import { agencyBySlug } from '../../store/agencies.ts';
import {
  type AgencyRow,
  agencyLevel,
  type LevelPlace,
  lineRefs,
  searchAgencies,
} from '../../store/agency-levels.ts';
import { agencyRefs } from '../../store/agency-tree.ts';
import { holdersOf } from '../../store/memberships.ts';
import { agencySubject, agencyUnknown } from '../agencies/subject.ts';
import { countyOf, countyUnknown, importedAt, planTownships } from '../agencies/townships.ts';
import { reachOf } from '../authorise.ts';
import { shanghaiDay } from '../calendar-years.ts';
import { query } from '../query.ts';

export type { AgencyRow };

export interface AgencyLevelQuery {
  /** Slug of the agency whose level is shown; null for the agencies the person serves. */
  readonly under: string | null;
  /** Part of a name or a slug: then all levels within reach are searched. */
  readonly text: string;
  readonly closed: boolean;
  /** Cursor of the page before; one that was tampered with begins at the first page. */
  readonly after: string | null;
  readonly limit: number;
}

export interface AgencyLevel {
  /** From the highest within reach down to the one whose level is shown. */
  readonly line: readonly { readonly slug: string; readonly name: string }[];
  readonly rows: readonly AgencyRow[];
  readonly next: string | null;
}

const readCursor = (cursor: string | null): LevelPlace | null => {
  const parts = /^([1-5])\.(.{1,120})$/u.exec(cursor ?? '');
  return parts === null ? null : { level: Number(parts[1]), slug: parts[2]! };
};

/** One level of the tree, or what a search finds within reach. */
export const agencyLevels = query({
  act: 'agency.list',
  async subject({ store, actor }, { under }: AgencyLevelQuery) {
    if (under === null) return { agencyId: typeof actor === 'string' ? null : actor.agencyId };
    const agency = await store.read((database) => agencyBySlug(database, under));
    return agency === null ? agencyUnknown : agencySubject(agency);
  },
  async run(context, asked: AgencyLevelQuery): Promise<AgencyLevel> {
    const { own, below } = reachOf(context, 'agency.list');
    const { text, closed } = asked;
    const page = { closed, after: readCursor(asked.after), limit: asked.limit + 1 };
    return context.store.read(async (database) => {
      const at = asked.under === null ? null : await agencyBySlug(database, asked.under);
      const rows =
        text !== ''
          ? await searchAgencies(database, { own, below, text, ...page })
          : await agencyLevel(database, { under: at?.id ?? own, ...page });
      const line = at === null ? [] : await lineRefs(database, at.id);
      const top = line.findIndex(({ id }) => own.includes(id) || below.includes(id));
      const shown = rows.slice(0, asked.limit);
      const last = shown.at(-1);
      return {
        line: line.slice(Math.max(0, top)),
        rows: shown,
        next: rows.length > asked.limit && last !== undefined ? `${last.level}.${last.slug}` : null,
      };
    });
  },
});

export interface AgencySheet {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  readonly kind: AgencyKind;
  readonly code: string | null;
  /** From the top of the tree down to it. */
  readonly line: readonly { readonly id: string; readonly slug: string; readonly name: string }[];
  readonly superior: { readonly slug: string; readonly name: string } | null;
  readonly successor: { readonly slug: string; readonly name: string } | null;
  readonly validFrom: string | null;
  readonly validTo: string | null;
  readonly makesRegulations: boolean;
  /** What the law says of the kind. */
  readonly power: RegulationAuthority;
  readonly contacts: Readonly<Record<string, string>>;
  /** Who holds 工作机构负责人 today. */
  readonly heads: readonly { readonly id: string; readonly name: string; readonly deputy: boolean }[];
}

/** One agency with its contacts and the head of its 工作机构. */
export const agencySheet = query({
  act: 'agency.list',
  async subject({ store }, { slug }: { readonly slug: string }) {
    const agency = await store.read((database) => agencyBySlug(database, slug));
    return agency === null ? agencyUnknown : agencySubject(agency);
  },
  run({ store, now }, { slug }) {
    return store.read(async (database): Promise<AgencySheet | typeof agencyUnknown> => {
      const agency = await agencyBySlug(database, slug);
      if (agency === null) return agencyUnknown;
      const { id, name, kind, division_code: code, superior_id, successor_id } = agency;
      const [line, refs, heads] = await Promise.all([
        lineRefs(database, id),
        agencyRefs(
          database,
          [superior_id, successor_id].filter((other) => other !== null),
        ),
        holdersOf(database, id, 'officeHead', shanghaiDay(now())),
      ]);
      const ref = (other: string | null) => refs.find((each) => each.id === other) ?? null;
      return {
        id,
        slug,
        name,
        kind,
        code,
        line,
        superior: ref(superior_id),
        successor: ref(successor_id),
        validFrom: agency.valid_from,
        validTo: agency.valid_to,
        makesRegulations: agency.makes_regulations,
        power: mayMakeRegulations({ kind, name, code }),
        contacts: agency.contacts,
        heads: heads.map((held) => ({ id: held.id, name: held.name, deputy: held.deputy_of !== null })),
      };
    });
  },
});

const mostCounties = 20;

/** Counties of the list of divisions by the beginning of a name or code, to choose one. */
export const countyChoices = query({
  act: 'agency.list',
  subject: ({ actor }) => ({ agencyId: typeof actor === 'string' ? null : actor.agencyId }),
  run: async (_, { text }: { readonly text: string }) =>
    countiesLike(await loadDivisions(), text, mostCounties).map(({ code, name, above, townships }) => ({
      code,
      name,
      above,
      townships: townships.length,
    })),
});

/** What an import of a county's townships would make: shown before it is done. */
export const townshipPreview = query({
  act: 'agency.create',
  async subject({ store, actor }, { county }: { readonly county: string }) {
    const found = await countyOf(county);
    if (found === null) return countyUnknown;
    return importedAt(
      await store.read((database) => planTownships(database, found)),
      typeof actor === 'string',
    );
  },
  async run({ store }, { county }) {
    const found = (await countyOf(county))!;
    return store.read((database) => planTownships(database, found));
  },
});
