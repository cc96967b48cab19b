import { type Citation, cite } from './citation.ts';
import type { Certainty } from './instruments.ts';
import type { LetterKindId } from './letters.ts';

/**
 * What an answer must rest on before it may be sent.
 * `provision`: what is given, in which form and way. `where`: the way to get it. `withheld`: each part kept back with its
 * ground. `statute`: the law or regulation by name and article. `thirdParty`: that somebody was consulted. `searches`: the
 * log of the search (the agency bears the burden of proof). `otherAgency`: the agency that answers for it, where it can be
 * told. `corrected`: that 补正 was asked and came back. `earlier`: the earlier answer. `asked35`: that reasons were asked.
 * `lapsed`: that the period ran out.
 */
export type AnswerNeed =
  | 'provision'
  | 'where'
  | 'withheld'
  | 'reasons'
  | 'statute'
  | 'thirdParty'
  | 'searches'
  | 'otherAgency'
  | 'corrected'
  | 'earlier'
  | 'asked35'
  | 'lapsed';

export type AnswerId =
  | 'granted.provided'
  | 'granted.alreadyPublic'
  | 'partial'
  | 'denied.stateSecret'
  | 'denied.forbiddenByLaw'
  | 'denied.publicSafety'
  | 'denied.thirdParty'
  | 'denied.internalAffairs'
  | 'denied.deliberative'
  | 'denied.enforcementFile'
  | 'denied.registryQuery'
  | 'unavailable.notExisting'
  | 'unavailable.notOurs'
  | 'unavailable.notCompiled'
  | 'unavailable.unclear'
  | 'declined.petition'
  | 'declined.repeated'
  | 'declined.publication'
  | 'declined.excessive'
  | 'declined.reconfirmation'
  | 'other.correctionOverdue'
  | 'other.feeOverdue'
  | 'other.withdrawn';

/** A way in which a case ends: what is said, under which article, in which letter, in which cell of table 三 it counts. */
export interface Answer {
  readonly id: AnswerId;
  readonly name: string;
  /** Row of table 三; `granted` and `unavailable.notHeld` are reached by two answers each. */
  readonly outcome: string;
  readonly basis: Citation;
  readonly letter: LetterKindId;
  readonly needs: readonly AnswerNeed[];
  /** Of the row. */
  readonly certainty: Certainty;
}

const answer = (
  id: AnswerId,
  name: string,
  article: string,
  letter: LetterKindId,
  needs: readonly AnswerNeed[],
  more: { readonly outcome?: string; readonly certainty?: Certainty; readonly basis?: Citation } = {},
): Answer => ({
  id,
  name,
  outcome: more.outcome ?? id,
  basis: more.basis ?? cite('tiaoli2019', article),
  letter,
  needs,
  certainty: more.certainty ?? 'verified',
});

/** Every outcome of the form, from article to letter to cell. */
export const answers: readonly Answer[] = [
  answer('granted.provided', '予以公开', '第三十六条第（二）项', 'provided', ['provision'], {
    outcome: 'granted',
  }),
  answer('granted.alreadyPublic', '已主动公开', '第三十六条第（一）项', 'alreadyPublic', ['where'], {
    outcome: 'granted',
    certainty: 'fromMemory',
  }),
  answer('partial', '部分公开', '第三十七条', 'partial', ['provision', 'withheld']),
  answer('denied.stateSecret', '属于国家秘密', '第十四条', 'denied', ['reasons']),
  answer('denied.forbiddenByLaw', '法律、行政法规禁止公开', '第十四条', 'denied', ['reasons', 'statute']),
  answer('denied.publicSafety', '危及“三安全一稳定”', '第十四条', 'denied', ['reasons']),
  answer('denied.thirdParty', '保护第三方合法权益', '第十五条', 'denied', ['reasons', 'thirdParty']),
  answer('denied.internalAffairs', '属于三类内部事务信息', '第十六条第一款', 'denied', ['reasons']),
  answer('denied.deliberative', '属于四类过程性信息', '第十六条第二款', 'denied', ['reasons']),
  answer('denied.enforcementFile', '属于行政执法案卷信息', '第十六条第二款', 'denied', ['reasons']),
  answer(
    'denied.registryQuery',
    '属于行政查询事项',
    '第三十六条第（七）项',
    'registryQuery',
    ['statute', 'where'],
    { certainty: 'fromMemory' },
  ),
  answer(
    'unavailable.notExisting',
    '政府信息不存在',
    '第三十六条第（四）项',
    'notExisting',
    ['searches', 'reasons'],
    { outcome: 'unavailable.notHeld' },
  ),
  answer(
    'unavailable.notOurs',
    '不属于本机关负责公开',
    '第三十六条第（五）项',
    'notOurs',
    ['reasons', 'otherAgency'],
    { outcome: 'unavailable.notHeld' },
  ),
  answer('unavailable.notCompiled', '需要加工、分析', '第三十八条', 'notCompiled', ['reasons']),
  answer('unavailable.unclear', '补正后仍不明确', '第三十条', 'unclear', ['corrected', 'reasons']),
  answer('declined.petition', '信访、投诉、举报', '第三十九条第一款', 'petition', ['reasons']),
  answer('declined.repeated', '重复申请', '第三十六条第（六）项', 'repeated', ['earlier']),
  answer('declined.publication', '公开出版物', '第三十九条第二款', 'publication', ['where']),
  answer('declined.excessive', '无正当理由大量反复申请', '第三十五条', 'excessive', ['asked35', 'reasons']),
  answer('declined.reconfirmation', '要求确认或者重新出具', '第二条', 'reconfirmation', ['reasons'], {
    certainty: 'inference',
  }),
  answer('other.correctionOverdue', '逾期不补正', '第三十条', 'correctionLapsed', ['lapsed']),
  answer('other.feeOverdue', '逾期不缴费', '', 'feeLapsed', ['lapsed'], {
    basis: cite('fee2020', '第六条'),
    certainty: 'fromMemory',
  }),
  answer('other.withdrawn', '申请人撤回', '第四十五条', 'withdrawal', [], {
    outcome: 'other.misc',
    certainty: 'fromMemory',
  }),
];

const byId: ReadonlyMap<string, Answer> = new Map(answers.map((each) => [each.id, each]));
export const answerOf = (id: AnswerId): Answer => byId.get(id)!;
