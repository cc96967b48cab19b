import type { Kysely } from 'kysely';
import { type Refusal, refuse } from '../../domain/refusal.ts';
import type { AgencyKind } from '../../law/agency-kind.ts';
import { type CountyList, countiesLike, type Division } from '../../report/places/divisions.ts';
import { loadDivisions } from '../../report/places/load-divisions.ts';
import { type Agency, agenciesWithSlugs, codesAbove } from '../../store/agencies.ts';
import type { Tables } from '../../store/tables.ts';

/** A government that the list of divisions names, as an agency. */
export interface ListedAgency {
  readonly code: string;
  readonly name: string;
  readonly kind: AgencyKind;
  /** What stands under this code already; it stays as it is. */
  readonly present: Agency | null;
}

/** What an import of one county's townships would make. */
export interface TownshipPlan {
  readonly county: ListedAgency;
  /** 山东省济宁市. */
  readonly above: string;
  readonly townships: readonly ListedAgency[];
  /** Development zones, farms and the like: they are no townships, and are set up by hand where they are agencies. */
  readonly leftOut: readonly Division[];
  /** The nearest government above the county that there is. */
  readonly superior: Agency | null;
}

/** 镇、乡、民族乡、苏木 have a government of their own; a 街道 has its 办事处 (地方组织法). */
function agencyOf({ code, name }: Division): Omit<ListedAgency, 'present'> | null {
  if (/街道$/.test(name)) return { code, name: `${name}办事处`, kind: 'subdistrict' };
  if (/(?:镇|乡|苏木)$/.test(name)) return { code, name: `${name}人民政府`, kind: 'township' };
  return null;
}

/** The one county of a code of six digits, null where the list has none. */
export async function countyOf(code: string): Promise<CountyList | null> {
  return /^\d{6}$/.test(code) ? (countiesLike(await loadDivisions(), code, 1)[0] ?? null) : null;
}

export async function planTownships(database: Kysely<Tables>, county: CountyList): Promise<TownshipPlan> {
  const listed = county.townships.map((division) => ({ division, agency: agencyOf(division) }));
  const above = codesAbove(county.code);
  const slugs = [county.code, ...above, ...county.townships.map(({ code }) => code)];
  const present = new Map((await agenciesWithSlugs(database, slugs)).map((agency) => [agency.slug, agency]));
  const looked = (agency: Omit<ListedAgency, 'present'>): ListedAgency => ({
    ...agency,
    present: present.get(agency.code) ?? null,
  });
  return {
    county: looked({ code: county.code, name: `${county.name}人民政府`, kind: 'county' }),
    above: county.above,
    townships: listed.flatMap(({ agency }) => (agency === null ? [] : [looked(agency)])),
    leftOut: listed.flatMap(({ division, agency }) => (agency === null ? [division] : [])),
    superior: above.map((code) => present.get(code)).find((agency) => agency !== undefined) ?? null,
  };
}

export const countyUnknown = refuse('division.unknown', '区划名录中没有这个县级区划。请核对六位代码。');

/**
 * The agency that answers for an import: the county's, else the nearest above it. Where there is none, only the
 * terminal may begin a tree.
 */
export function importedAt(
  plan: TownshipPlan,
  outside: boolean,
): { readonly agencyId: string | null } | Refusal {
  const agencyId = plan.county.present?.id ?? plan.superior?.id ?? null;
  return agencyId !== null || outside
    ? { agencyId }
    : refuse(
        'agency.noSuperior',
        `${plan.county.name}及其上级都不在系统中，不能由办公系统导入。请在服务器上运行 gongkai agencies import ${plan.county.code}。`,
      );
}
