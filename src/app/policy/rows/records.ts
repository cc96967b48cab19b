import type { PolicyRow } from '../policy.ts';

/** The record of acts, the log of readings and refusals, and what the program does of itself. */
export const recordRows = [
  { act: 'access.seal', label: '封存查阅记录', roles: [], at: [], outside: ['system', 'terminal'] },
  { act: 'event.list', label: '查看操作记录', roles: ['auditor'], at: ['own', 'subordinate'] },
  { act: 'access.list', label: '查看个人信息查阅记录', roles: ['auditor'], at: ['own', 'subordinate'] },
  { act: 'event.seal', label: '封存操作记录', roles: [], at: [], outside: ['system', 'terminal'] },
  {
    act: 'calendar.load',
    label: '载入放假安排',
    roles: ['systemAdministrator'],
    at: ['own'],
    outside: ['system', 'terminal'],
  },
  { act: 'file.verify', label: '核对文件', roles: [], at: [], outside: ['system', 'terminal'] },
  { act: 'backup.make', label: '备份', roles: [], at: [], outside: ['system', 'terminal'] },
  { act: 'backup.rehearse', label: '恢复演练', roles: [], at: [], outside: ['system', 'terminal'] },
  { act: 'backup.restore', label: '从备份恢复', roles: [], at: [], outside: ['terminal'] },
  { act: 'archive.export', label: '导出机关档案', roles: [], at: [], outside: ['terminal'] },
  { act: 'archive.import', label: '接收机关档案', roles: [], at: [], outside: ['terminal'] },
  {
    act: 'event.verify',
    label: '核验操作记录',
    roles: ['auditor'],
    at: ['own', 'subordinate'],
    outside: ['system', 'terminal'],
  },
  {
    act: 'office.enter',
    label: '进入办公系统',
    roles: [
      'contributor',
      'firstReviewer',
      'secrecyReviewer',
      'approver',
      'disclosureOffice',
      'caseHandler',
      'officeHead',
      'supervisor',
      'systemAdministrator',
      'securityAdministrator',
      'auditor',
    ],
    at: ['own', 'subordinate', 'other'],
    self: true,
  },
] as const satisfies readonly PolicyRow[];
