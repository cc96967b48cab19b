import { type AnswerNeed, answerOf } from '../../law/answers.ts';
import { grounds } from '../../law/grounds.ts';
import { provisionForms } from '../../law/intake.ts';
import type { Refusal } from '../refusal.ts';
import type { Day, WorkdayTable } from '../workday/index.ts';
import type { AnswerDraft, Disclosed } from './answer-draft.ts';
import { checkAnswerable } from './answerable.ts';
import type { ApplicationForm } from './application-form.ts';
import type { ApplicationCase } from './case.ts';
import { consents, soundObjections } from './opinions.ts';
import { blank, no } from './refusing.ts';

interface Subject {
  readonly state: ApplicationCase;
  readonly draft: AnswerDraft;
  readonly on: Day;
  readonly table: WorkdayTable;
}
type Check = (subject: Subject) => Refusal | undefined;

/** Blanks that the reasons library leaves to be filled. */
const unfilled = /【[^】]*】/;

const withheld: Check = ({ draft }) => {
  if (draft.withheld.length === 0)
    return no('withheld', '部分公开的，请逐项写明不予公开的内容、理由和依据。', '第三十七条');
  for (const { what, reasons, ground, statute } of draft.withheld) {
    if (blank(what) || blank(reasons))
      return no('withheldReasons', '每一项不予公开的内容都要写明是什么、为什么。', '第三十七条');
    if (ground === 'forbiddenByLaw' && blank(statute))
      return no('statute', '法律、行政法规禁止公开的，请写明其名称和条款。', '第十四条');
  }
  return undefined;
};

/** Withheld for a third party: he must have been asked, and must not have agreed (第十五条, 第三十二条). */
const thirdParty: Check = ({ state, on, table }) => {
  const asked = state.opinions.filter((each) => each.asked === 'thirdParty');
  if (asked.length === 0)
    return no(
      'thirdPartyNotAsked',
      '以保护第三方合法权益为由不予公开的，请先书面征求第三方的意见。',
      '第三十二条',
    );
  return asked.every((each) => consents(each, on, table))
    ? no('thirdPartyAgreed', '第三方已同意公开，应当予以公开。', '第十五条')
    : undefined;
};

const answerable: Check = ({ state, draft, on, table }) => checkAnswerable(state, draft, on, table);
/** What the applicant comes for: it is not enclosed. */
const isFetched = ({ form, way }: Disclosed): boolean =>
  way === 'pickUp' || way === 'onSite' || form === 'inspection' || form === 'transcription';

const needs: Readonly<Record<AnswerNeed, Check>> = {
  provision: ({ draft }) => {
    if (draft.disclosed.length === 0 || draft.disclosed.some(({ title }) => blank(title)))
      return no('provision', '请列明提供的政府信息以及提供的形式、途径。', '第三十六条第（二）项');
    return draft.disclosed.some((one) => isFetched(one) && blank(one.when))
      ? no(
          'provisionTime',
          '当面领取、到指定场所或者查阅、抄录的，请写明什么时间：条例要求告知获取的方式、途径和时间。',
          '第三十六条第（二）项',
        )
      : undefined;
  },
  where: ({ draft }) =>
    blank(draft.where) ? no('where', '请写明获取的方式、途径，让申请人能够找到。', '第三十六条') : undefined,
  withheld,
  reasons: ({ draft }) =>
    blank(draft.reasons)
      ? no('reasons', '请说明理由：认定的事实，以及为什么适用该条款。', '第三十六条')
      : undefined,
  statute: ({ draft }) =>
    blank(draft.statute)
      ? no(
          'statute',
          '请写明所依据的法律、行政法规的名称和条款。规章、地方性法规不能作为禁止公开的依据。',
          '第十四条',
        )
      : undefined,
  thirdParty,
  searches: ({ draft }) =>
    draft.searches.length === 0 ||
    draft.searches.some(({ place, terms, by }) => blank(place) || blank(terms) || blank(by))
      ? no(
          'searches',
          '答复政府信息不存在的，请登记检索记录：在哪里、什么时间、用什么词、由谁检索。复议和诉讼中由本机关证明已尽检索义务。',
          '第三十六条第（四）项',
        )
      : undefined,
  otherAgency: ({ draft }) =>
    draft.otherAgency === null ||
    (draft.otherAgency !== 'unknown' && (blank(draft.otherAgency.name) || blank(draft.otherAgency.contact)))
      ? no(
          'otherAgency',
          '能够确定负责公开的机关的，请写明其名称和联系方式；不能确定的，请选择“不能确定”。',
          '第三十六条第（五）项',
        )
      : undefined,
  corrected: answerable,
  asked35: answerable,
  earlier: ({ draft }) =>
    draft.earlier === null
      ? no(
          'earlier',
          '不予重复处理的，请指明此前对同一申请人相同信息的答复：登记编号、发文字号和答复日期。',
          '第三十六条第（六）项',
        )
      : undefined,
  lapsed: answerable,
};

const discloses = ({ answer }: AnswerDraft): boolean => answer === 'granted.provided' || answer === 'partial';

/** A sound objection stands in the way of giving everything; the public interest may override it (第三十二条). */
const objectionHonoured: Check = ({ state, draft }) => {
  const keptBack = draft.withheld.some(({ ground }) => ground === 'thirdParty');
  if (!discloses(draft) || keptBack || !blank(draft.publicInterest)) return undefined;
  return soundObjections(state).length === 0
    ? undefined
    : no(
        'objection',
        '第三方不同意公开且有合理理由的，不予公开。认为不公开可能对公共利益造成重大影响、决定公开的，请写明理由，并书面告知第三方。',
        '第三十二条',
      );
};

/** A part withheld for a third party needs that he was asked, like a whole. */
const withheldThirdParty: Check = (subject) =>
  subject.draft.withheld.some(({ ground }) => ground === 'thirdParty') ? thirdParty(subject) : undefined;

const filled: Check = ({ draft }) => {
  const texts = [
    draft.reasons,
    draft.where,
    draft.statute,
    draft.otherForm ?? null,
    ...draft.withheld.map(({ reasons }) => reasons),
  ];
  const left = texts.find((text) => text !== null && unfilled.test(text));
  return left === undefined || left === null
    ? undefined
    : no('blanks', `还有没有填写的内容：${unfilled.exec(left)![0]}。请填好后再提交。`);
};

/** Whether a draft says all that its answer must say and rests on what its article asks for; the first that is missing. */
export function checkAnswer(
  state: ApplicationCase,
  draft: AnswerDraft,
  on: Day,
  table: WorkdayTable,
): Refusal | undefined {
  const subject: Subject = { state, draft, on, table };
  const checks = [
    ...answerOf(draft.answer).needs.map((need) => needs[need]),
    withheldThirdParty,
    objectionHonoured,
    filled,
  ];
  for (const check of checks) {
    const refusal = check(subject);
    if (refusal !== undefined) return refusal;
  }
  return undefined;
}

/**
 * Whether a draft gives what it gives in the form that was asked for, or says why not (第四十条). Asked apart from the rest:
 * the application itself is no part of the case's state.
 */
export function checkForm(draft: AnswerDraft, asked: Pick<ApplicationForm, 'form'>): Refusal | undefined {
  if (!discloses(draft) || !Object.hasOwn(provisionForms, asked.form) || !blank(draft.otherForm))
    return undefined;
  const other = draft.disclosed.find(({ form }) => form !== asked.form);
  return other === undefined
    ? undefined
    : no(
        'otherForm',
        `申请人要求以${provisionForms[asked.form]}的形式提供，拟稿为${provisionForms[other.form]}。请改为所要求的形式，或者写明为什么：可能危及载体安全、公开成本过高，或者本机关没有保存这种形式。`,
        '第四十条',
      );
}

/** Title of a ground, in the words of its article. */
export const groundTitle = (id: AnswerDraft['withheld'][number]['ground']): string =>
  grounds.find((ground) => ground.id === id)?.title ?? '不属于政府信息的内容';
