import type { PolicyRow } from '../policy.ts';

export const agencyRows = [
  {
    act: 'agency.list',
    label: '查看机关',
    roles: [
      'systemAdministrator',
      'securityAdministrator',
      'auditor',
      'disclosureOffice',
      'officeHead',
      'supervisor',
    ],
    at: ['own', 'subordinate'],
  },
  {
    act: 'agency.create',
    label: '新设机关',
    roles: ['systemAdministrator'],
    at: ['own', 'subordinate'],
    outside: ['terminal', 'system'],
  },
  {
    act: 'agency.change',
    label: '修改机关的名称、隶属和类别',
    roles: ['systemAdministrator'],
    at: ['own', 'subordinate'],
    outside: ['terminal'],
  },
  {
    act: 'agency.changeContacts',
    label: '修改工作机构的联系方式',
    roles: ['systemAdministrator', 'disclosureOffice', 'officeHead'],
    at: ['own', 'subordinate'],
  },
  {
    act: 'agency.changeSubjects',
    label: '修改主题词和公开主体',
    roles: ['systemAdministrator', 'disclosureOffice', 'officeHead'],
    at: ['own', 'subordinate'],
  },
  {
    act: 'agency.close',
    label: '撤销或合并机关',
    roles: ['systemAdministrator'],
    at: ['own', 'subordinate'],
    outside: ['terminal'],
  },
] as const satisfies readonly PolicyRow[];
