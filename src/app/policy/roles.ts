/**
 * Who does what in an agency. The work follows 条例第四条 (工作机构) and 第十七条 (先审查后公开); the three administrators are
 * kept apart from each other and from the work (GB/T 22239—2019, 三权分立).
 */
export const roles = {
  contributor: { label: '信息员', about: '提交本单位的材料' },
  firstReviewer: { label: '初审', about: '核对材料是否齐全、准确' },
  legalReviewer: { label: '合法性审查员', about: '审查拟作出的答复是否合法（司法所、法制机构）' },
  secrecyReviewer: { label: '保密审查员', about: '依照保密法律审查拟公开的信息（条例第十七条）' },
  approver: { label: '审批人', about: '签发拟公开的信息和答复' },
  disclosureOffice: { label: '公开办', about: '政府信息公开工作机构的日常工作（条例第四条）' },
  caseHandler: { label: '申请办理人', about: '办理依申请公开' },
  officeHead: { label: '工作机构负责人', about: '同意延期（条例第三十三条），交接工作' },
  supervisor: { label: '监督', about: '上级对下级公开工作的指导和监督（条例第四十六条、第四十七条）' },
  systemAdministrator: { label: '系统管理员', about: '建立账号，维护机关和系统' },
  securityAdministrator: { label: '安全管理员', about: '授予和收回角色' },
  auditor: { label: '审计管理员', about: '查看操作记录和个人信息查阅记录' },
} as const;

export type RoleId = keyof typeof roles;
export const roleIds = Object.keys(roles) as RoleId[];
export const isRoleId = (text: string): text is RoleId => Object.hasOwn(roles, text);

/** The separated administrators: one person holds at most one of them, and no other role beside it. */
export const administrators: readonly RoleId[] = ['systemAdministrator', 'securityAdministrator', 'auditor'];

/** Whether a person may hold these roles together, at whatever agencies. */
export function mayHoldTogether(held: readonly RoleId[]): boolean {
  const distinct = new Set(held);
  return distinct.size < 2 || ![...distinct].some((role) => administrators.includes(role));
}
