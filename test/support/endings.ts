import type { Act } from '../../src/domain/application/acts.ts';
import { type AnswerDraft, emptyDraft } from '../../src/domain/application/answer-draft.ts';
import type { ApplicationCase } from '../../src/domain/application/case.ts';
import { newCase } from '../../src/domain/application/case.ts';
import { addDays, type Day } from '../../src/domain/workday/index.ts';
import type { AnswerId } from '../../src/law/answers.ts';
import type { ApplicantKind } from '../../src/law/applicants.ts';
import { act, granted, play, toAnswer } from './cases.ts';

const reasons = '经查，所申请的信息载于《关于农村公路养护的会议纪要》，属于该条规定的情形。';
const search = {
  place: '档案室',
  on: '2026-03-05' as Day,
  terms: '农村公路 养护 2025',
  by: '张某',
  found: '没有',
};

/** A draft for each answer that says all it must. */
export const drafts: Readonly<Partial<Record<AnswerId, Partial<AnswerDraft>>>> = {
  'granted.provided': granted,
  'granted.alreadyPublic': {
    where: '登录本机关门户网站“政府信息公开”栏目查阅，网址：https://www.example.gov.cn/lygh',
  },
  partial: {
    disclosed: granted.disclosed,
    withheld: [
      {
        what: '附表中施工人员的身份证件号码',
        ground: 'thirdParty',
        reasons: '属于个人隐私，公开会损害第三方合法权益，第三方不同意公开。',
        statute: null,
      },
      {
        what: '养护资金安排的讨论记录',
        ground: 'deliberative',
        reasons: '属于本机关履行职责过程中形成的讨论记录。',
        statute: null,
      },
    ],
  },
  'denied.forbiddenByLaw': { reasons, statute: '《中华人民共和国统计法》第十一条' },
  'denied.registryQuery': {
    statute: '《不动产登记暂行条例》第二十七条',
    where: '持身份证件到县不动产登记中心（县政务服务中心二楼）申请查询',
  },
  'unavailable.notExisting': { reasons, searches: [search] },
  'unavailable.notOurs': { reasons, otherAgency: { name: '县交通运输局', contact: '0537-1234567' } },
  'declined.repeated': {
    earlier: { number: '2025-017', letter: '九政公开答〔2025〕17号', answeredOn: '2025-11-20' as Day },
  },
  'declined.publication': { where: '《九都年鉴（2025）》可以在县图书馆借阅，或者向出版单位购买' },
};

const draftOf = (answer: AnswerId): AnswerDraft => ({ ...emptyDraft(answer), reasons, ...drafts[answer] });

/** What has to happen before an answer can be given. */
function beforehand(answer: AnswerId, day: Day): readonly Act[] {
  const next = (days: number): Day => addDays(day, days);
  if (answer === 'unavailable.unclear')
    return [
      act('askCorrection', day, { causes: ['contentUnclear'], due: next(20) }),
      act('takeCorrection', day, {}),
    ];
  if (answer === 'declined.excessive')
    return [act('askReasons', day, { due: next(10) }), act('takeReasons', day, { reasonable: false })];
  if (answer === 'denied.thirdParty' || answer === 'partial')
    return [
      act('askThirdParty', day, { ref: '甲' }),
      act('recordOpinionReceipt', day, { ref: '甲' }),
      act('takeOpinion', day, { ref: '甲', view: 'objects', reasonable: true }),
    ];
  return [];
}

export const begun = (kind: ApplicantKind, day: Day): ApplicationCase =>
  play(
    newCase(kind, 'counter'),
    act('submit', day, {}),
    act('receive', day, { handedOn: day }),
    act('register', day, { number: '2026-001' }),
  );

/** A case received on a day and ended by an answer on another (for what lapses, when that day is late enough). */
export function ended(kind: ApplicantKind, answer: AnswerId, receivedOn: Day, on: Day): ApplicationCase {
  const state = begun(kind, receivedOn);
  if (answer === 'other.withdrawn') return play(state, act('withdraw', on, { confirmation: '书面' }));
  if (answer === 'other.correctionOverdue')
    return play(
      state,
      act('askCorrection', receivedOn, { causes: ['contentUnclear'], due: receivedOn }),
      act('giveUp', on, {}),
    );
  if (answer === 'other.feeOverdue')
    return play(
      state,
      act('noticeFee', receivedOn, { notice: { tariff: 'byPage', quantity: 31, before: 0, yuan: 10 } }),
      act('recordFeeNoticeReceipt', receivedOn, {}),
      act('giveUp', on, {}),
    );
  return play(state, ...beforehand(answer, receivedOn), ...toAnswer(draftOf(answer), on));
}
