import { type Citation, cite } from './citation.ts';
import type { Certainty } from './instruments.ts';

/** How an archived case ended, as far as its keeping goes. */
export type RetentionKind = 'answered' | 'disputed' | 'ended';

/** Years that personal data of a case is kept after archiving, unless the agency's plan says otherwise. */
export interface UsualRetention {
  readonly label: string;
  readonly years: number;
  /** The day the figure was chosen. */
  readonly from: string;
  readonly basis: Citation;
  readonly certainty: Certainty;
  /** What is not known for certain about it. */
  readonly doubt: string;
}

const archives = cite('archives2006', '全文');
const ours = '法律、法规没有写明依申请公开案卷的年限。本数字由本系统选定，请对照本机关的文书档案保管期限表。';

export const usualRetention: Readonly<Record<RetentionKind, UsualRetention>> = {
  answered: {
    label: '已答复归档',
    years: 10,
    from: '2026-11-28',
    basis: archives,
    certainty: 'inference',
    doubt: ours,
  },
  disputed: {
    label: '经过复议或者诉讼',
    years: 30,
    from: '2026-11-28',
    basis: archives,
    certainty: 'inference',
    doubt: ours,
  },
  ended: {
    label: '撤回、视为放弃、指引其他机关',
    years: 10,
    from: '2026-11-28',
    basis: archives,
    certainty: 'inference',
    doubt: ours,
  },
};
export const retentionKinds = Object.keys(usualRetention) as RetentionKind[];

/**
 * Whole years below which no plan goes: as long as somebody may still turn to court over the act. 20 years hold for
 * 不动产, which an answer about information is not.
 */
export const shortestRetention: {
  readonly years: number;
  readonly basis: Citation;
  readonly certainty: Certainty;
} = { years: 5, basis: cite('xingsufa2017', '第四十六条第二款'), certainty: 'fromMemory' };
/** Longest that a plan may name; the largest 定期 of documents of an office is 30 years. */
export const longestRetention = 30;

export const minimumTime = cite('personalData2021', '第十九条');
export const deletionDuty = cite('personalData2021', '第四十七条第一款');

/** Why a case is kept though its years are over. */
export type Held = 'appeal' | 'continued' | 'order' | 'notDue';
export const heldWords: Readonly<Record<Held, string>> = {
  appeal: '行政复议、行政诉讼还没有结束',
  continued: '由本件分出或者重新办理的申请还在办理',
  order: '按要求保留',
  notDue: '按现行保管期限还没有到期',
};

export type HoldReason = 'court' | 'inspection' | 'archives' | 'other';
export const holdReasons: Readonly<Record<HoldReason, string>> = {
  court: '复议机关、法院、检察院要求保留',
  inspection: '监察、审计、巡视要求保留',
  archives: '拟移交国家档案馆',
  other: '其他机关依法要求保留',
};
