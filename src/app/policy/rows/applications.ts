import { type ActType, actNames } from '../../../domain/application/acts.ts';
import { transitions } from '../../../domain/application/phases.ts';
import { type Citation, cite } from '../../../law/citation.ts';
import type { Outside, PolicyRow } from '../policy.ts';
import type { RoleId } from '../roles.ts';

/** 工作机构经办人: whoever receives, registers, sends. */
const clerk: readonly RoleId[] = ['disclosureOffice', 'caseHandler'];
/** 承办人 beside them: whoever holds the information. */
const office: readonly RoleId[] = ['disclosureOffice', 'caseHandler', 'contributor'];
const reviewers: readonly RoleId[] = ['legalReviewer', 'secrecyReviewer'];
/** Whoever takes part in a case sees it. */
const involved: readonly RoleId[] = [...office, ...reviewers, 'approver', 'officeHead'];

/** Who sees figures; of agencies below too (第四十六条). */
const counting: readonly RoleId[] = [...clerk, 'officeHead', 'approver', 'supervisor', 'auditor'];

interface More {
  readonly type?: ActType;
  readonly label?: string;
  readonly apartFrom?: readonly string[];
  readonly outside?: readonly Outside[];
}

/** An act of the domain: its phases and article come from the table of transitions. */
const act = <A extends string>(id: A, roles: readonly RoleId[], { type, label, ...more }: More = {}) => {
  const of = type ?? (id as unknown as ActType);
  const rows = transitions.filter((each) => each.act === of);
  const basis: Citation | null = rows[0]!.basis;
  return {
    act: `application.${id}`,
    label: label ?? actNames[of],
    roles,
    at: ['own'],
    phases: [...new Set(rows.flatMap(({ from }) => from))],
    ...(basis === null ? {} : { basis }),
    ...more,
  } as const satisfies PolicyRow;
};

const row = <A extends string>(
  id: A,
  label: string,
  roles: readonly RoleId[],
  more: Partial<PolicyRow> = {},
) => ({ act: `application.${id}`, label, roles, at: ['own'] as PolicyRow['at'], ...more }) as const;

const applicant = { outside: ['public'] } as const;
const reviewed: readonly string[] = ['application.draft'];

/** Who draws up an answer does not review it, and neither of them approves it (职责分离). */
export const applicationRows = [
  row('enter', '录入申请', clerk),
  row('takeOver', '移入在办和本年案件', ['disclosureOffice', 'officeHead']),
  act('submit', [], applicant),
  act('tryContact', clerk),
  act('receive', clerk),
  act('reroute', clerk),
  act('split', clerk),
  act('register', clerk),
  act('correctApplicantKind', clerk),
  act('askCorrection', clerk),
  act('takeCorrection', clerk, applicant),
  act('assign', clerk),
  act('askThirdParty', office),
  act('askMaker', office),
  act('askAgency', office),
  act('recordOpinionReceipt', office),
  act('takeOpinion', office),
  act('askReasons', clerk),
  act('takeReasons', clerk, applicant),
  act('weighReasons', clerk),
  act('delay', clerk),
  act('consentExtension', ['officeHead']),
  act('extend', clerk),
  act('noticeFee', clerk),
  act('recordFeeNoticeReceipt', clerk),
  act('takePayment', clerk),
  act('giveUp', clerk),
  act('draft', office),
  act('answerOnSpot', clerk),
  act('submitForReview', office),
  act('reviewLegal', ['legalReviewer'], { type: 'review', label: '合法性审查通过', apartFrom: reviewed }),
  act('reviewSecrecy', ['secrecyReviewer'], { type: 'review', label: '保密审查通过', apartFrom: reviewed }),
  act('return', [...reviewers, 'approver']),
  act('approve', ['approver'], {
    apartFrom: ['application.draft', 'application.reviewLegal', 'application.reviewSecrecy'],
  }),
  act('send', clerk),
  act('proveDelivery', clerk),
  act('close', clerk),
  act('withdraw', clerk, applicant),
  act('archive', clerk),
  act('reopen', clerk),
  act('correctRecord', clerk),
  act('proposeDisclosure', clerk, applicant),
  row('decideDisclosure', '决定是否转为主动公开', ['officeHead', 'approver'], {
    basis: cite('tiaoli2019', '第四十四条'),
  }),
  row('editLetter', '修改答复书文字', office, { phases: ['drafting'] }),
  row('handOver', '移交办理', [...clerk, 'officeHead']),
  row('addFile', '添加附件', involved, { outside: ['public'] }),
  row('list', '查看申请', involved),
  row('read', '查看一件申请', involved),
  row('readPersonal', '查看申请人信息', [...office, ...reviewers, 'approver', 'officeHead']),
  row('readFile', '查看附件', involved),
  row('readLetter', '下载文书', involved),
  row('proveNotice', '登记通知的送达凭证', clerk),
  row('exportFile', '导出案卷', [...clerk, 'legalReviewer', 'officeHead']),
  row('newCode', '重发查询码', clerk),
  row('changeNews', '开关进展邮件', [], { at: [], outside: ['public'] }),
  row('follow', '凭编号和查询码查询', [], { at: [], outside: ['public'] }),
  row('count', '查看申请统计', counting, {
    at: ['own', 'subordinate'],
  }),
  row('listCounted', '查看统计数字对应的申请（下级机关的不显示申请人和内容）', counting, {
    at: ['own', 'subordinate'],
    basis: cite('tiaoli2019', '第四十六条'),
  }),
] as const satisfies readonly PolicyRow[];
