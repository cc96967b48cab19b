import type { PolicyRow } from '../policy.ts';

/** Published annual reports: they come from the terminal or by the disclosure office; everybody may read them. */
export const reportRows = [
  {
    act: 'annualReport.import',
    label: '导入已公布的年度报告',
    roles: [],
    at: [],
    outside: ['terminal', 'system'],
  },
  {
    act: 'portal.read',
    label: '查看已公开的内容',
    roles: [],
    at: [],
    outside: ['public', 'terminal', 'system'],
  },
] as const satisfies readonly PolicyRow[];
