import { agencyBySlug } from '../../store/agencies.ts';
import { agenciesNamedLike } from '../../store/agency-tree.ts';
import { mustBeAllowed } from '../authorise.ts';
import type { AppContext } from '../context.ts';

/** An agency as an applicant sees it. */
export interface ApplyAgency {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  /** 第十二条: office, address, hours, phone, fax, online, as far as they are given. */
  readonly contacts: Readonly<Record<string, string>>;
}

/** Agencies that an application can be sent to, by part of a name; the higher first. */
export async function applyAgencies(
  context: AppContext,
  text: string,
  limit: number,
): Promise<readonly ApplyAgency[]> {
  mustBeAllowed(context, 'portal.read');
  return context.store.read((database) => agenciesNamedLike(database, text, limit));
}

/** The agency of a slug, null where there is none or it is closed. */
export async function applyAgency(context: AppContext, slug: string): Promise<ApplyAgency | null> {
  mustBeAllowed(context, 'portal.read');
  const agency = await context.store.read((database) => agencyBySlug(database, slug));
  if (agency === null || agency.valid_to !== null) return null;
  return { id: agency.id, slug: agency.slug, name: agency.name, contacts: agency.contacts };
}
