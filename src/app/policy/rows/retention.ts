import { deletionDuty, minimumTime } from '../../../law/retention.ts';
import type { PolicyRow } from '../policy.ts';

/**
 * Personal data is deleted by three: the head sets the plan, the office proposes what is due, and whoever approves
 * confirms, who did neither of the two (职责分离).
 */
export const retentionRows = [
  {
    act: 'retention.read',
    label: '查看保管期限和销毁清册',
    roles: ['disclosureOffice', 'officeHead', 'approver', 'auditor'],
    at: ['own'],
  },
  { act: 'retention.setPlan', label: '设定保管期限', roles: ['officeHead'], at: ['own'], basis: minimumTime },
  {
    act: 'retention.draw',
    label: '列出到期的案卷',
    roles: ['disclosureOffice'],
    at: ['own'],
    outside: ['system'],
  },
  {
    act: 'retention.hold',
    label: '从销毁清单中保留',
    roles: ['disclosureOffice', 'officeHead', 'approver'],
    at: ['own'],
    phases: ['drawn', 'proposed'],
  },
  {
    act: 'retention.propose',
    label: '提请销毁',
    roles: ['disclosureOffice'],
    at: ['own'],
    phases: ['drawn'],
  },
  {
    act: 'retention.confirm',
    label: '批准销毁个人信息',
    roles: ['approver'],
    at: ['own'],
    phases: ['proposed'],
    apartFrom: ['retention.propose', 'retention.setPlan'],
    basis: deletionDuty,
  },
] as const satisfies readonly PolicyRow[];
