import { type Refusal, refuse } from '../../domain/refusal.ts';
import { policyRow } from './index.ts';
import type { Denial, PolicyRow, Relation } from './policy.ts';
import { roles } from './roles.ts';

const relationWords: Readonly<Record<Relation, string>> = {
  own: '本机关',
  subordinate: '下级机关',
  other: '其他机关',
};

export const rolesInWords = (row: PolicyRow): string => row.roles.map((role) => roles[role].label).join('、');

export const placesInWords = (row: PolicyRow): string => row.at.map((at) => relationWords[at]).join('、');

/** Who may do it, as a sentence part: 系统管理员（本机关、下级机关）；本人. */
export function whoInWords(row: PolicyRow): string {
  const held = row.roles.length === 0 ? [] : [`${rolesInWords(row)}（${placesInWords(row)}）`];
  return [...held, ...(row.self ? ['本人'] : [])].join('；');
}

const ask = (row: PolicyRow): string =>
  row.roles.length === 0 ? '只能由本人办理。' : `请由${rolesInWords(row)}办理，或向安全管理员申请角色。`;

function sentence(denied: Denial, act: string): string {
  if (denied.reason === 'noRow') return `权限表中没有“${act}”，不能办理。请联系系统管理员。`;
  const { row } = denied;
  switch (denied.reason) {
    case 'role':
      return `“${row.label}”没有授权给当前账号的角色。${ask(row)}`;
    case 'agency':
      return `“${row.label}”只能对${placesInWords(row)}办理，此处不在该范围。${ask(row)}`;
    case 'phase':
      return `目前的环节不能“${row.label}”。请先查看办理进度。`;
    case 'self':
      return `“${row.label}”不能对自己办理（职责分离）。请由另一位${rolesInWords(row)}办理。`;
    case 'apart':
      return `已经由同一人办理过“${policyRow(denied.act)?.label ?? denied.act}”，不能再“${row.label}”（职责分离）。请由另一位${rolesInWords(row)}办理。`;
  }
}

/** The refusal of an act that the policy does not allow; its facts name the line and the reason. */
export const refuseAct = (act: string, denied: Denial): Refusal =>
  refuse(
    `policy.${denied.reason}`,
    sentence(denied, act),
    { act },
    'row' in denied ? (denied.row.basis ?? null) : null,
  );
