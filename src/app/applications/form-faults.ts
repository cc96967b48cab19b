import type { FieldRefusal } from '../../domain/application/read-form.ts';
import { type Refusal, refuse } from '../../domain/refusal.ts';

/** Shows every fault of a form beside its field (第二十九条). */
export function formFaults(findings: readonly FieldRefusal[]): Refusal {
  const fields = findings.map(({ field, refusal }) => ({ field, message: refusal.message }));
  return refuse(
    'application.form',
    '申请表还有需要补充的内容，没有提交。请按各栏的提示修改。',
    { fields },
    findings[0]!.refusal.article,
  );
}
