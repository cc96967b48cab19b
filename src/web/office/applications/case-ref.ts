import { applicationErased, applicationUnknown } from '../../../app/applications/case-record.ts';
import { reachOf } from '../../../app/authorise.ts';
import { claimUnknown } from '../../../app/claims/claim-record.ts';
import type { ActId } from '../../../app/policy/index.ts';
import { erasedCaseSheet } from '../../../app/queries/retention.ts';
import { isRefusal, type Refusal, refuse } from '../../../domain/refusal.ts';
import type { OfficePage } from '../page.ts';

/** The agency the person works for, to which every page of applications belongs. */
export const agencyHere = ({ visit }: OfficePage): string | Refusal =>
  visit.place?.id ?? refuse('policy.role', '当前账号还没有角色。请联系安全管理员授予角色。');

/** Whether the person may do an act at the agency worked for. */
export const mayHere = (page: OfficePage, act: ActId): boolean => {
  const { own } = reachOf(page.context, act);
  return page.visit.place !== null && own.includes(page.visit.place.id);
};

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

export const isId = (text: string): boolean => uuid.test(text);

/** The case of the address, within the agency the person works for. */
export function refOf(page: OfficePage): { readonly agencyId: string; readonly id: string } | Refusal {
  const agencyId = agencyHere(page);
  const id = page.c.req.param('id') ?? '';
  if (isRefusal(agencyId)) return agencyId;
  return isId(id) ? { agencyId, id } : applicationUnknown;
}

/** The claim of the address, within the agency the person works for. */
export function claimOf(page: OfficePage): { readonly agencyId: string; readonly id: string } | Refusal {
  const ref = refOf(page);
  return isRefusal(ref) && ref.code === applicationUnknown.code ? claimUnknown : ref;
}

/** For pages that open nothing of a case themselves: the refusal where its data was deleted, else null. */
export async function erasedHere(
  page: OfficePage,
  ref: { readonly agencyId: string; readonly id: string },
): Promise<Refusal | null> {
  return isRefusal(await erasedCaseSheet(page.context, ref)) ? null : applicationErased;
}
