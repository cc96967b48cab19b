import type { PolicyRow } from '../policy.ts';

/** The head of the 工作机构 keeps the seal; those who send under it see which one is in use. */
export const sealRows = [
  { act: 'seal.keep', label: '启用和停用印章图样', roles: ['officeHead'], at: ['own'] },
  {
    act: 'seal.list',
    label: '查看印章图样',
    roles: ['officeHead', 'approver', 'disclosureOffice', 'auditor'],
    at: ['own'],
  },
] as const satisfies readonly PolicyRow[];
