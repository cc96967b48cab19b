import type { ActType } from '../../domain/application/acts.ts';

/**
 * What an applicant who chose it is told of, in words that tell others nothing: neither what was asked for nor what was
 * answered. What is not here moves nothing on the applicant's side.
 */
export const applicantNews: Readonly<Partial<Record<ActType | 'answerClaim', string>>> = {
  register: '已经登记，正在办理。',
  reroute: '受理机关已告知应当向哪个机关提出。',
  askCorrection: '需要补正，请在通知写明的期限内补正。',
  askThirdParty: '正在征求第三方意见，所需时间不计算在期限内。',
  askReasons: '请说明理由，期限见查询页。',
  delay: '答复期限有变动，已告知。',
  extend: '答复期限已经延长，已告知。',
  noticeFee: '有收费通知，请在通知写明的期限内缴费。',
  giveUp: '不再处理，理由见查询页。',
  send: '已经作出答复，请查看答复书。',
  answerClaim: '更正或者个人信息的请求已经答复，请查看。',
};

/** The acts of which an applicant hears. */
export const newsOf = (acts: readonly ActType[]): readonly ActType[] =>
  acts.filter((act) => applicantNews[act] !== undefined);
