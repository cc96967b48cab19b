import { addGroupEnclosure } from '../../../app/commands/groups/add-group-enclosure.ts';
import { archiveGroup } from '../../../app/commands/groups/archive-group.ts';
import { closeGroup } from '../../../app/commands/groups/close-group.ts';
import { consentGroupExtension } from '../../../app/commands/groups/consent-group-extension.ts';
import { extendGroup } from '../../../app/commands/groups/extend-group.ts';
import { proveGroup } from '../../../app/commands/groups/prove-group.ts';
import { registerGroup } from '../../../app/commands/groups/register-group.ts';
import { returnGroup } from '../../../app/commands/groups/return-group.ts';
import { reviewGroupLegal } from '../../../app/commands/groups/review-group-legal.ts';
import { reviewGroupSecrecy } from '../../../app/commands/groups/review-group-secrecy.ts';
import { sendGroup } from '../../../app/commands/groups/send-group.ts';
import { submitGroup } from '../../../app/commands/groups/submit-group.ts';
import type { AppContext } from '../../../app/context.ts';
import type { GroupActDone } from '../../../app/groups/group-act.ts';
import { type GroupAct, groupMethods } from '../../../domain/application/group.ts';
import type { Refusal } from '../../../domain/refusal.ts';
import type { Sent } from '../page.ts';
import { opinion, sendingFields } from './answer-acts.ts';
import { type FieldDef, number, orNull, text } from './field-defs.ts';

/** A file as the form brought it. */
export interface SentFile {
  readonly name: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** Group and day of an act. */
export interface GroupBase {
  readonly agencyId: string;
  readonly groupId: string;
  readonly on: string;
}

/** The form of an act on a group, as that of an act on one application. */
export interface GroupActDef {
  readonly act: GroupAct;
  readonly path: string;
  readonly lead: string;
  readonly dayLabel?: string;
  readonly fields: readonly FieldDef[];
  /** It takes a file. */
  readonly takesFile?: boolean;
  readonly perform: (
    context: AppContext,
    base: GroupBase,
    sent: Sent,
    file: SentFile | null,
  ) => Promise<GroupActDone | Refusal>;
}

/** Drafting and approving have pages of their own. */
export const groupActDefs: readonly GroupActDef[] = [
  {
    act: 'register',
    path: 'register',
    lead: '网上提交的，各以系统回执之日为收到之日；每件各编登记编号，各算期限。',
    fields: [],
    perform: (context, base) => registerGroup(context, base),
  },
  {
    act: 'consentExtension',
    path: 'consent',
    lead: '由工作机构负责人一次同意，记入每一件。延长的期限最长不得超过20个工作日，须在原期限届满前告知每一位申请人。',
    fields: [
      { kind: 'number', name: 'days', label: '延长', unit: '个工作日', need: true },
      { kind: 'area', name: 'reason', label: '需要延长的原因', need: true },
    ],
    perform: (context, base, sent) =>
      consentGroupExtension(context, { ...base, days: number(sent, 'days'), reason: text(sent, 'reason') }),
  },
  {
    act: 'extend',
    path: 'extend',
    lead: '每件一份延期答复告知书，各写各的期限。负责人同意后才加入本组的，请单独办理延期。',
    dayLabel: '告知之日',
    fields: [{ kind: 'area', name: 'reason', label: '告知申请人的原因', need: true }],
    perform: (context, base, sent) => extendGroup(context, { ...base, reason: text(sent, 'reason') }),
  },
  {
    act: 'addEnclosure',
    path: 'enclosure',
    lead: '随每一份答复书送达的附件，加密保存一份，各件共用；审批时一并核对。提交审查以后不能再添加，须先退回。',
    fields: [],
    takesFile: true,
    perform: (context, base, _, file) =>
      addGroupEnclosure(context, {
        ...base,
        name: file?.name ?? '',
        bytes: file?.bytes ?? new Uint8Array(),
      }),
  },
  {
    act: 'submitForReview',
    path: 'submit',
    lead: '一份答复送合法性审查、保密审查。先审查后公开。',
    fields: [],
    perform: (context, base) => submitGroup(context, base),
  },
  {
    act: 'reviewLegal',
    path: 'legal',
    lead: '核对依据、理由和救济告知，一次审查，记入每一件。由没有拟稿的人审查。',
    fields: [opinion],
    perform: (context, base, sent) => reviewGroupLegal(context, { ...base, opinion: text(sent, 'opinion') }),
  },
  {
    act: 'reviewSecrecy',
    path: 'secrecy',
    lead: '依照保密法律审查拟公开的信息，一次审查，记入每一件。由没有拟稿的人审查。',
    fields: [opinion],
    perform: (context, base, sent) =>
      reviewGroupSecrecy(context, { ...base, opinion: text(sent, 'opinion') }),
  },
  {
    act: 'return',
    path: 'return',
    lead: '退回拟稿人修改。每一件的审查、审批都重新开始。',
    fields: [{ kind: 'area', name: 'reason', label: '退回的原因', need: true }],
    perform: (context, base, sent) => returnGroup(context, { ...base, reason: text(sent, 'reason') }),
  },
  {
    act: 'send',
    path: 'send',
    lead: '每件一份答复书，各有文号、姓名和救济告知。只发给要求以这种途径获取的申请人，其他途径的另行发出。',
    dayLabel: '交邮或者发送之日',
    fields: sendingFields(groupMethods),
    perform: (context, base, sent) =>
      sendGroup(context, {
        ...base,
        method: text(sent, 'method') as never,
        carrier: orNull(sent, 'carrier') as never,
        proof: orNull(sent, 'proof'),
      }),
  },
  {
    act: 'proveDelivery',
    path: 'proof',
    lead: '登记证明已经送达的凭证，记入每一件还没有凭证的。各件凭证不同的，请逐件登记。',
    fields: [{ kind: 'text', name: 'proof', label: '送达凭证', need: true }],
    perform: (context, base, sent) => proveGroup(context, { ...base, proof: text(sent, 'proof') }),
  },
  {
    act: 'close',
    path: 'close',
    lead: '答复已经送达并有凭证的，可以办结。',
    fields: [],
    perform: (context, base) => closeGroup(context, base),
  },
  {
    act: 'archive',
    path: 'archive',
    lead: '办结的、撤回的、视为放弃的和已经指引的，一次归档。归档后不再改动。',
    fields: [{ kind: 'number', name: 'pages', label: '每件案卷的页数', unit: '页', need: true }],
    perform: (context, base, sent) => archiveGroup(context, { ...base, pages: number(sent, 'pages') }),
  },
];

export const groupPathOf = (act: GroupAct): string =>
  groupActDefs.find((def) => def.act === act)?.path ?? act;
