import { type Citation, cite } from './citation.ts';
import type { Certainty } from './instruments.ts';

/**
 * What somebody may ask of an agency over what it holds about himself, beside an application: that a wrong record be put
 * right (条例第四十一条), a copy of the personal data the system keeps of him, its deletion (个人信息保护法). None of them
 * stands in table 三.
 */
export type ClaimKind = 'rectification' | 'copy' | 'deletion';

export type ClaimResult =
  | 'corrected'
  | 'transferred'
  | 'toldWhere'
  | 'unproven'
  | 'given'
  | 'withheld'
  | 'accepted'
  | 'stillNeeded'
  | 'notDue'
  | 'held';

export interface ClaimRule {
  readonly name: string;
  /** The request as the work list has it. */
  readonly task: string;
  readonly basis: Citation;
  /** Of the article's words as told here. */
  readonly certainty: Certainty;
}

const data = (article: string): Citation => cite('personalData2021', article);
const rectifying = cite('tiaoli2019', '第四十一条');

export const claimRules: Readonly<Record<ClaimKind, ClaimRule>> = {
  rectification: {
    name: '更正政府信息记录',
    task: '审核更正请求',
    basis: rectifying,
    certainty: 'verified',
  },
  copy: {
    name: '查阅、复制个人信息',
    task: '办理查阅、复制个人信息的请求',
    basis: data('第四十五条第一款'),
    certainty: 'fromMemory',
  },
  deletion: {
    name: '删除个人信息',
    task: '办理删除个人信息的请求',
    basis: data('第四十七条第一款'),
    certainty: 'fromMemory',
  },
};

export interface ClaimResultRule {
  readonly kind: ClaimKind;
  readonly label: string;
  /** What whoever asked is told; the agency that may correct it and the reasons are added. */
  readonly told: string;
  readonly basis: Citation;
  readonly certainty: Certainty;
  /** What must be told beside it. */
  readonly needs: readonly ('agency' | 'reasons')[];
}

/** 第五十条第一款: who refuses says why. */
export const claimResults: Readonly<Record<ClaimResult, ClaimResultRule>> = {
  corrected: {
    kind: 'rectification',
    label: '属实，已更正',
    told: '经审核，您反映的情况属实，本机关已经更正。',
    basis: rectifying,
    certainty: 'verified',
    needs: [],
  },
  transferred: {
    kind: 'rectification',
    label: '不属于本机关，已转送有权更正的机关',
    told: '不属于本机关职能范围，已经转送有权更正的行政机关处理。',
    basis: rectifying,
    certainty: 'verified',
    needs: ['agency'],
  },
  toldWhere: {
    kind: 'rectification',
    label: '不属于本机关，告知向哪个机关提出',
    told: '不属于本机关职能范围，请向有权更正的行政机关提出。',
    basis: rectifying,
    certainty: 'verified',
    needs: ['agency'],
  },
  unproven: {
    kind: 'rectification',
    label: '没有发现不准确，不予更正',
    told: '经审核，没有发现记录不准确，不予更正。',
    basis: rectifying,
    certainty: 'verified',
    needs: ['reasons'],
  },
  given: {
    kind: 'copy',
    label: '身份核对无误，提供副本',
    told: '身份核对无误。系统保存的您的个人信息的副本，可以在本页下载。',
    basis: data('第四十五条第二款'),
    certainty: 'fromMemory',
    needs: [],
  },
  withheld: {
    kind: 'copy',
    label: '依法应当保密或者不需要告知，不提供',
    told: '有法律、行政法规规定应当保密或者不需要告知的情形，不提供查阅、复制。',
    basis: data('第四十五条第一款'),
    certainty: 'fromMemory',
    needs: ['reasons'],
  },
  accepted: {
    kind: 'deletion',
    label: '保管期限已满，列入销毁清单',
    told: '保管期限已满，已经列入销毁清单，经另一人批准后销毁。销毁后，本页不能再查看。',
    basis: data('第四十七条第一款第（二）项'),
    certainty: 'fromMemory',
    needs: [],
  },
  stillNeeded: {
    kind: 'deletion',
    label: '还没有办结归档，暂不删除',
    told: '本件还没有办结归档，处理目的还没有实现，暂不能删除。办结归档后，按保管期限删除。',
    basis: data('第四十七条第一款第（一）项'),
    certainty: 'fromMemory',
    needs: [],
  },
  notDue: {
    kind: 'deletion',
    label: '保管期限未满，只存储、不作其他处理',
    told: '案卷的保管期限未满，暂不能删除。期满前只依法保存并采取必要的安全保护措施，不再用于其他目的；期满后按程序删除。',
    basis: data('第四十七条第二款'),
    certainty: 'fromMemory',
    needs: ['reasons'],
  },
  held: {
    kind: 'deletion',
    label: '依法保留，暂不删除',
    told: '案卷因行政复议、行政诉讼或者其他机关的要求依法保留，暂不能删除。原因消除后按程序删除。',
    basis: data('第四十七条第二款'),
    certainty: 'fromMemory',
    needs: ['reasons'],
  },
};

export const resultsOf = (kind: ClaimKind): readonly ClaimResult[] =>
  (Object.keys(claimResults) as ClaimResult[]).filter((result) => claimResults[result].kind === kind);
