import { groundTitle } from '../../domain/application/answer-check.ts';
import type { AnswerDraft } from '../../domain/application/answer-draft.ts';
import { itemTitle } from '../../domain/application/application-form.ts';
import { clockOf } from '../../domain/application/case-clock.ts';
import { blank } from '../../domain/application/refusing.ts';
import { type Calendar, workdayTable } from '../../domain/workday/index.ts';
import { answerOf } from '../../law/answers.ts';
import { applicantKindNames } from '../../law/applicants.ts';
import { provisionForms, provisionWays, receiptRules } from '../../law/intake.ts';
import { officePapers } from '../../law/letters.ts';
import type { Paper } from '../../report/render/paper.ts';
import type { CaseAct } from '../applications/case-acts.ts';
import type { Matter } from './matter.ts';
import { basisText, minute, none, numberLine } from './papers.ts';

type Rows = readonly (readonly [label: string, value: string])[];

/** Who looked at the answer, in the order of the sheet. */
const looking = [
  ['submitForReview', '承办人拟稿、送审'],
  ['reviewLegal', '合法性审查'],
  ['reviewSecrecy', '保密审查'],
  ['approve', '审批'],
] as const;

const opinionOf = ({ facts, act }: CaseAct): string => {
  const { opinion } = facts;
  if (typeof opinion === 'string' && opinion !== '') return opinion;
  return act === 'submitForReview' ? '送审' : '同意';
};

/** The last of each: what was sent back was looked at anew. What is still to come has room to write by hand. */
function looked({ acts }: Matter): Paper['blocks'][number] {
  return {
    kind: 'table',
    heads: ['环节', '意见', '办理人', '时间', '签名'],
    widths: [4, 7, 3, 4, 3],
    rows: looking.map(([act, label]) => {
      const last = acts.findLast((each) => each.act === act);
      return last === undefined
        ? [label, { text: '', small: ['　', '　'] }, '', '', '']
        : [label, opinionOf(last), last.by ?? none, minute.format(last.at), ''];
    }),
  };
}

const parts = (label: string, list: readonly string[]): Rows =>
  list.map((text, index) => [list.length === 1 ? label : `${label}${index + 1}`, text] as const);

const told = (text: string | null | undefined): readonly string[] => (blank(text) ? [] : [text!]);

/** What is proposed: the answer with its grounds, as it was looked at. */
function proposed(draft: AnswerDraft): Rows {
  const answer = answerOf(draft.answer);
  return [
    ['拟作答复', answer.name],
    ['依据', basisText(answer.basis)],
    ...parts(
      '公开的内容',
      draft.disclosed.map(
        ({ title, form, way }) => `${title}（${provisionForms[form]}，${provisionWays[way]}）`,
      ),
    ),
    ...parts(
      '不予公开的内容',
      draft.withheld.map(({ what, ground, reasons }) => `${what}：${groundTitle(ground)}。${reasons}`),
    ),
    ...parts('事实和理由', told(draft.reasons)),
    ...parts('公共利益的理由', told(draft.publicInterest)),
    ...parts('没有按申请人要求的形式提供的原因', told(draft.otherForm)),
    ...parts('法律、行政法规', told(draft.statute)),
    ...parts('获取的方式、途径', told(draft.where)),
  ];
}

/** 审查呈批单: what was asked, what is proposed and why, who looked at it and approved it (第十七条, 第四十五条). */
export function approvalPaper(matter: Matter, calendar: Calendar): Paper {
  const { record, form, agency } = matter;
  const { state } = record;
  const { draft, endedOn } = state;
  const last = endedOn ?? state.clock.at(-1)?.on ?? null;
  const due = last === null ? null : (clockOf(state, last, workdayTable(calendar))?.due ?? null);
  const channel = receiptRules.find((rule) => rule.channel === state.channel)!;
  return {
    title: officePapers.approvalSheet.title,
    lead: `${agency}　${numberLine(matter)}`,
    cover: false,
    blocks: [
      {
        kind: 'facts',
        rows: [
          ['申请人', `${form.applicant.name || '未填写'}（${applicantKindNames[form.applicant.kind]}）`],
          ['申请公开', form.items.map(itemTitle).join('；') || '没有写明'],
          ['提出方式', channel.name],
          ['收到之日', state.receivedOn ?? none],
          ['答复期限', due ?? none],
          ['承办', state.handler?.unit ?? none],
        ],
      },
      { kind: 'heading', text: '拟办意见' },
      draft === null ? { kind: 'text', text: '还没有拟写答复。' } : { kind: 'facts', rows: proposed(draft) },
      { kind: 'heading', text: '审查、审批' },
      looked(matter),
    ],
  };
}
