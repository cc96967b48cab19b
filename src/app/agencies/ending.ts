import * as z from 'zod';
import { type Refusal, refuse } from '../../domain/refusal.ts';
import type { Day } from '../../domain/workday/index.ts';
import type { Agency } from '../../store/agencies.ts';

export const lastDayInput = z.iso.date('请填写日期，例如 2026-11-28。');

/** Why an agency cannot end on a day, or with that successor; null when it can. */
export function endingFault(
  agency: Agency,
  successor: Agency | null,
  lastDay: string,
  today: Day,
): Refusal | null {
  const fault = (code: string, field: string, message: string): Refusal =>
    refuse(code, message, { fields: [{ field, message }] });
  if (lastDay > today)
    return fault('agency.endsLater', 'lastDay', '撤并在生效之后办理，最后一日不能晚于今天。');
  if (agency.valid_from !== null && lastDay < agency.valid_from)
    return fault('agency.endsBefore', 'lastDay', `最后一日不能早于设立之日（${agency.valid_from}）。`);
  if (successor === null) return null;
  if (successor.id === agency.id)
    return fault('agency.ownSuccessor', 'successor', '机关不能由自己承接。请填写另一个机关。');
  if (successor.valid_to !== null)
    return fault(
      'agency.successorClosed',
      'successor',
      `${successor.name}已撤销，不能承接。请填写现有的机关。`,
    );
  if (successor.valid_from !== null && successor.valid_from > today)
    return fault(
      'agency.successorNotYet',
      'successor',
      `${successor.name}自${successor.valid_from}起设立，还不能承接。`,
    );
  return null;
}
