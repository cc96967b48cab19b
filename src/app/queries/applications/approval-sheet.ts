import { isRefusal, type Refusal, refuse } from '../../../domain/refusal.ts';
import type { Paper } from '../../../report/render/paper.ts';
import type { CaseRef } from '../../../store/applications.ts';
import { logReading } from '../../access-log.ts';
import { accessOf, subjectOf } from '../../applications/opened-case.ts';
import { approvalPaper } from '../../dossier/approval-paper.ts';
import { matterOf } from '../../dossier/matter.ts';
import { query } from '../../query.ts';

/** 审查呈批单 of a case, to circulate and sign; the applicant stands in it, so the reading is logged. */
export const approvalSheet = query({
  act: 'application.readLetter',
  subject: (_, { agencyId, id }: CaseRef) => subjectOf({ agencyId, id }),
  async run(context, ref): Promise<Paper | Refusal> {
    const matter = await matterOf(context, ref);
    if (isRefusal(matter)) return matter;
    if (matter.record.state.draft === null)
      return refuse('letter.unknown', '还没有拟写答复，没有可以呈批的内容。请先拟写答复。');
    await logReading(context, accessOf(ref, 'application.readLetter'), '下载审查呈批单');
    return approvalPaper(matter, context.calendar());
  },
});
