import type { Refusal } from '../refusal.ts';
import { blank, no } from './refusing.ts';

/**
 * A request that a record about the applicant be corrected (第四十一条): it needs evidence, has no statutory period and
 * does not stand in table 三. `corrected`: true, and ours. `transferred`, `toldWhere`: another agency may correct it.
 * `unproven`: looked into and found right.
 */
export interface RecordRectification {
  readonly record: string;
  readonly evidence: string;
  readonly result: 'corrected' | 'transferred' | 'toldWhere' | 'unproven';
  /** The agency that may correct it. */
  readonly agency: string | null;
  readonly reasons: string | null;
}

export function checkRectification(request: RecordRectification): Refusal | undefined {
  if (blank(request.record) || blank(request.evidence))
    return no('record', '请写明要求更正的信息记录，以及证明记录不准确的证据。', '第四十一条');
  if ((request.result === 'transferred' || request.result === 'toldWhere') && blank(request.agency))
    return no('rectifier', '不属于本机关职能范围的，请写明有权更正的机关。', '第四十一条');
  return request.result === 'unproven' && blank(request.reasons)
    ? no('unproven', '审核后不予更正的，请说明理由。', '第四十一条')
    : undefined;
}
