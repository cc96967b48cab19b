import { type Citation, cite } from '../../../law/citation.ts';
import { answerHelp } from './answer-help.ts';
import { consultingHelp } from './consulting-help.ts';
import type { FieldDef } from './field-defs.ts';
import { intakeHelp } from './intake-help.ts';

/** What a field is for in plain words, and the article that stands behind it, where one does. */
export interface Help {
  readonly hint?: string;
  readonly basis?: Citation;
}
/** By the form (an act, or a name of its own), then by the field; rows of one kind share their words. */
export type Helps = Readonly<Record<string, Readonly<Record<string, Help>>>>;

const review = (article: string): Citation => cite('fuyifa2023', article);

const appealHelp: Helps = {
  'appeal.register': {
    kind: { hint: '照收到的文书选择；年度报告表四按这一项分栏。' },
    procedure: { basis: review('第五十三条') },
    organ: { hint: '照文书抬头填写全称。' },
    acceptedOn: { hint: '文书上写明的受理或者立案日期，不是收到文书的日期。' },
    copyReceivedOn: { hint: '本机关提交答复的期限从这一天的次日起算；收到后再补也可以。' },
    notice: { hint: '照文书填写，便于以后核对。' },
    grounds: { hint: '照申请书、起诉状摘要；加密保存。' },
  },
  'appeal.change': {
    copyReceivedOn: { hint: '本机关提交答复的期限从这一天的次日起算。' },
    repliedOn: { hint: '书面答复和证据送出的那一天；没有答复的留空。' },
    hearingOn: { hint: '收到通知后填写，便于安排人员。' },
  },
  'appeal.correct': {
    kind: { hint: '已经登记结果的，改为另一条途径须同时撤回结果。' },
    procedure: { basis: review('第五十三条') },
    organ: { hint: '照文书抬头填写全称。' },
    acceptedOn: { hint: '文书上写明的受理或者立案日期，不是收到文书的日期。' },
    notice: { hint: '照文书填写，便于以后核对。' },
    grounds: { hint: '照申请书、起诉状摘要；加密保存。' },
    undoEnd: { hint: '结果登记错的，撤回后重新登记；已按结果重新办理的不能撤回。' },
    reason: { hint: '留在本案的登记里；加密保存。' },
  },
  'appeal.conclude': {
    disposition: { hint: '照决定书、裁判文书的主文选择；括号内是表四计入的栏。' },
    on: { hint: '本机关收到文书的那一天。' },
    decision: { hint: '决定书或者裁判文书的编号；重新答复时要用。' },
    costs: { hint: '没有支出的留空。' },
    learnt: { hint: '以后怎样避免；年底写“存在的主要问题及改进情况”时可用。' },
  },
};

const officeHelp: Helps = {
  'seal.add': {
    from: { hint: '从这一天起发出的文书盖这枚印章。' },
    to: { hint: '到这一天为止，包括当天；不知道的不填。' },
  },
  'claim.enter': {
    channel: { hint: '本人当面提出、寄来或者发来的方式。' },
    receivedOn: { hint: '本机关收到的那一天。' },
    record: { hint: '哪一份材料里的哪一项。', basis: cite('tiaoli2019', '第四十一条') },
    wrong: { hint: '照原文写现在记录的内容。', basis: cite('tiaoli2019', '第四十一条') },
    right: { hint: '有证据证明的内容。', basis: cite('tiaoli2019', '第四十一条') },
  },
  'proposal.decide': {
    takenUp: {
      hint: '申请人建议的，经审核属于主动公开范围的，应当及时主动公开。',
      basis: cite('tiaoli2019', '第四十四条'),
    },
  },
  'letter.settings': {
    reviewOrgan: { basis: cite('tiaoli2019', '第五十一条') },
    court: { basis: cite('tiaoli2019', '第五十一条') },
    onlineReview: { basis: review('第二十二条第二款') },
  },
};

const helps: Helps = { ...intakeHelp, ...consultingHelp, ...answerHelp, ...appealHelp, ...officeHelp };
const sharedHelp: Readonly<Record<string, Help>> = {
  on: { hint: '填实际办理的那一天；补记以前的，填当时的日期。' },
};

const plainName = (name: string): string => name.replace(/\.\d+\./, '.');

const entry = (form: string, field: string): Help | undefined => {
  const own = helps[form];
  return own !== undefined && Object.hasOwn(own, field) ? own[field] : undefined;
};

/** What is said beside a field. An act on a group asks what the act on one application asks. */
export function helpOf(form: string, name: string): Help {
  const field = plainName(name);
  const single = form.replace(/^applicationGroup\./, 'application.');
  return entry(form, field) ?? entry(single, field) ?? sharedHelp[field] ?? {};
}

const same = (a: Citation, b: Citation): boolean => a.instrument === b.instrument && a.article === b.article;

/**
 * The field with its help; what the form itself says in this case goes first. An article that stands `under` the form's
 * heading already is left out where words explain the field.
 */
export const helped = (form: string, field: FieldDef, under?: Citation): FieldDef => {
  const { hint, basis: known } = helpOf(form, field.name);
  const said = under !== undefined && known !== undefined && same(under, known);
  const basis = said && (field.hint ?? hint) !== undefined ? undefined : known;
  return {
    ...field,
    ...(field.hint === undefined && hint !== undefined ? { hint } : {}),
    ...(field.basis === undefined && basis !== undefined ? { basis } : {}),
  };
};
