import { claimRules } from '../../../law/claims.ts';
import type { PolicyRow } from '../policy.ts';
import type { RoleId } from '../roles.ts';

const clerk: readonly RoleId[] = ['disclosureOffice', 'caseHandler'];
const involved: readonly RoleId[] = [...clerk, 'legalReviewer', 'approver', 'officeHead'];
const { basis } = claimRules.rectification;

/** What somebody asks over what is held about himself: 更正 (第四十一条), copy, deletion. */
export const claimRows = [
  { act: 'claim.submit', label: '提出更正政府信息记录的请求', roles: [], at: [], outside: ['public'], basis },
  {
    act: 'claim.submitBeside',
    label: '就一件申请提出更正、复制、删除的请求',
    roles: [],
    at: [],
    outside: ['public'],
  },
  { act: 'claim.enter', label: '录入更正请求', roles: clerk, at: ['own'], basis },
  { act: 'claim.list', label: '查看更正和个人信息请求', roles: involved, at: ['own'] },
  { act: 'claim.read', label: '查看一件更正、个人信息请求', roles: involved, at: ['own'] },
  { act: 'claim.readPersonal', label: '查看提出请求的人', roles: clerk, at: ['own'] },
  { act: 'claim.readFile', label: '查看更正请求的证据', roles: involved, at: ['own'] },
  { act: 'claim.readLetter', label: '下载更正告知书', roles: clerk, at: ['own'] },
  { act: 'claim.answer', label: '答复更正和个人信息请求', roles: clerk, at: ['own'], phases: ['open'] },
  { act: 'claim.newCode', label: '重发更正请求的查询码', roles: clerk, at: ['own'] },
  { act: 'claim.follow', label: '凭编号和查询码查询更正请求', roles: [], at: [], outside: ['public'] },
] as const satisfies readonly PolicyRow[];
