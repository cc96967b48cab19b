import type { GroupLine } from '../../../app/groups/group-summary.ts';
import type { GroupDeed } from '../../../app/queries/groups/group-sheet.ts';
import type { LeftOut } from '../../../domain/application/group.ts';
import { type Phase, phaseNames, phases } from '../../../domain/application/phases.ts';

export const count = (cases: number): string => cases.toLocaleString('zh-CN');

export const groupPath = ({ id }: Pick<GroupLine, 'id'>): string => `/office/applications/groups/${id}`;

/** 2026-03-02 至 2026-03-04 收到. */
export const daysWords = ({ firstOn, lastOn }: Pick<GroupLine, 'firstOn' | 'lastOn'>): string =>
  firstOn === lastOn ? firstOn : `${firstOn} 至 ${lastOn}`;

/** How many stand in each phase, in the order of the course. */
export const phaseCounts = ({
  byPhase,
}: Pick<GroupLine, 'byPhase'>): readonly (readonly [Phase, string, number])[] =>
  phases.flatMap((phase) => {
    const cases = byPhase[phase] ?? 0;
    return cases === 0 ? [] : [[phase, phaseNames[phase], cases] as const];
  });

export const leftOutNames: Readonly<Record<LeftOut, string>> = {
  ended: '已经撤回、放弃或者指引',
  correctionOpen: '等待补正',
  paymentOpen: '等待缴费',
  extended: '已经延期',
  consulting: '正在征求意见',
  otherChannel: '不是网上提交的',
  otherWay: '获取途径不同',
  otherText: '另有拟稿',
  notThere: '还没有到这一步',
  apart: '职责分离',
  refused: '不符合办理条件',
};

/** 已办 40 件，留下 2 件 of an act, in words. */
export function progressWords({ carried, already, leftOut }: GroupDeed): string {
  const parts = [`已办到 ${count(carried)} 件`];
  if (already > 0) parts.push(`此前已办 ${count(already)} 件`);
  if (leftOut > 0) parts.push(`没有办 ${count(leftOut)} 件`);
  return parts.join('，');
}
