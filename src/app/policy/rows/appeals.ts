import { cite } from '../../../law/citation.ts';
import type { PolicyRow } from '../policy.ts';

/** 复议、诉讼 over acts of disclosure (条例第五十一条). */
export const appealRows = [
  {
    act: 'appeal.list',
    label: '查看复议、诉讼',
    roles: ['disclosureOffice', 'caseHandler', 'legalReviewer', 'approver', 'officeHead', 'supervisor'],
    at: ['own'],
  },
  {
    act: 'appeal.readFile',
    label: '查看复议、诉讼文件',
    roles: ['disclosureOffice', 'caseHandler', 'legalReviewer', 'approver', 'officeHead', 'supervisor'],
    at: ['own'],
  },
  {
    act: 'appeal.addFile',
    label: '添加复议、诉讼文件',
    roles: ['disclosureOffice', 'caseHandler', 'legalReviewer'],
    at: ['own'],
  },
  {
    act: 'appeal.register',
    label: '登记复议、诉讼',
    roles: ['disclosureOffice', 'caseHandler', 'legalReviewer'],
    at: ['own'],
    basis: cite('tiaoli2019', '第五十一条'),
  },
  {
    act: 'appeal.change',
    label: '登记答复、听证等经过',
    roles: ['disclosureOffice', 'caseHandler', 'legalReviewer'],
    at: ['own'],
  },
  {
    act: 'appeal.correct',
    label: '更正复议、诉讼登记',
    roles: ['disclosureOffice', 'caseHandler', 'legalReviewer'],
    at: ['own'],
    basis: cite('tiaoli2019', '第五十一条'),
  },
  {
    act: 'appeal.conclude',
    label: '登记复议、诉讼结果',
    roles: ['disclosureOffice', 'caseHandler', 'legalReviewer'],
    at: ['own'],
    basis: cite('tiaoli2019', '第五十一条'),
  },
] as const satisfies readonly PolicyRow[];
