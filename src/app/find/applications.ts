import { phaseNames } from '../../domain/application/phases.ts';
import { isRefusal } from '../../domain/refusal.ts';
import { reachOf } from '../authorise.ts';
import { caseList } from '../queries/applications/case-list.ts';
import type { FindPart } from './found.ts';

/**
 * Applications of the agency worked for: by number, or exactly by name, identity number or telephone. Four digits are
 * more often a year than the end of somebody's number: those are asked of the list alone. Where a search reads personal
 * data, the list logs it.
 */
export const findApplications: FindPart = {
  label: '申请',
  async find(context, text, limit) {
    const { actor } = context;
    const agencyId = typeof actor === 'string' ? null : actor.agencyId;
    if (agencyId === null || !reachOf(context, 'application.list').own.includes(agencyId)) return [];
    const list = await caseList(context, {
      agencyId,
      text,
      by: 'whole',
      phase: null,
      outcome: null,
      kind: null,
      channel: null,
      receivedFrom: null,
      receivedTo: null,
      after: null,
      before: null,
      limit,
    });
    if (isRefusal(list)) return [];
    return list.rows.map(({ id, number, title, applicant, phase }) => ({
      title: `${number} ${title}`,
      about: `${applicant} · ${phaseNames[phase]}`,
      path: `/office/applications/${id}`,
    }));
  },
};
