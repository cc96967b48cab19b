import { dispositionOf } from '../../domain/appeal/appeal.ts';
import { identityNames } from '../../domain/application/identity.ts';
import { weekdayName } from '../../domain/workday/index.ts';
import { appealKindNames } from '../../law/appeals.ts';
import { applicantKindNames } from '../../law/applicants.ts';
import type { Citation } from '../../law/citation.ts';
import { deliveryRules } from '../../law/delivery.ts';
import { instrumentName } from '../../law/instruments.ts';
import { provisionForms, provisionWays, receiptRules } from '../../law/intake.ts';
import { letterKindOf, officePapers } from '../../law/letters.ts';
import type { Paper } from '../../report/render/paper.ts';
import { appealOf } from '../appeals/appeal-record.ts';
import { actTitle, notesOf, partWords, refOfAct } from '../applications/act-words.ts';
import { earlierPart } from '../applications/taken-over.ts';
import type { Matter } from './matter.ts';

export const none = '—';
export const minute = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Asia/Shanghai',
  dateStyle: 'short',
  timeStyle: 'short',
});

const statute = '条例';
/** As people say it beside a day; what 条例 stands for is told under the table. */
export const basisText = (basis: Citation | string | null): string => {
  if (basis === null) return none;
  if (typeof basis === 'string') return basis;
  return `${basis.instrument === 'tiaoli2019' ? statute : instrumentName(basis.instrument)}${basis.article}`;
};
const statuteNote: Paper['blocks'][number] = {
  kind: 'text',
  text: `“${statute}”指${instrumentName('tiaoli2019')}。`,
};

/** 登记编号：2026-0012. */
export const numberLine = ({ record: { state, row } }: Matter): string =>
  state.number === null ? `回执编号：${row.receipt_number}` : `登记编号：${state.number}`;

const paper = (matter: Matter, title: string, blocks: Paper['blocks']): Paper => ({
  title,
  lead: `${matter.agency}　${numberLine(matter)}`,
  cover: false,
  blocks,
});

/** 登记表: the application as it came in, by the fields of 第二十九条. */
export function applicationPaper(matter: Matter): Paper {
  const { form, record } = matter;
  const { applicant, contact, agent, items } = form;
  const { state, row } = record;
  const channel = receiptRules.find((rule) => rule.channel === state.channel)!;
  const given = (value: string | null | undefined): string => value || '未填写';
  return paper(matter, officePapers.register.title, [
    {
      kind: 'facts',
      rows: [
        ['申请人类别', applicantKindNames[applicant.kind]],
        ['姓名或者名称', given(applicant.name)],
        [identityNames[applicant.identity.type], given(applicant.identity.number)],
        ['联系人', given(applicant.contactPerson)],
        ['联系电话', given(contact.phone)],
        ['电子邮箱', given(contact.email)],
        ['通信地址', given(contact.address)],
        [
          '代理人',
          agent === null
            ? '没有'
            : `${agent.name}　${identityNames[agent.identity.type]}${agent.identity.number}　${agent.phone ?? ''}`,
        ],
      ],
    },
    { kind: 'heading', text: '申请公开的政府信息' },
    {
      kind: 'table',
      heads: ['序号', '名称、文号', '其他特征性描述'],
      widths: [1, 6, 6],
      rows: items.map((item, index) => [
        String(index + 1),
        [item.name, item.documentNumber].filter(Boolean).join('　') || none,
        item.description ?? none,
      ]),
    },
    { kind: 'heading', text: '提出和收到' },
    {
      kind: 'facts',
      rows: [
        ['提供形式', provisionForms[form.form] ?? '未写明'],
        ['获取途径', provisionWays[form.way] ?? '未写明'],
        ['提出方式', channel.name],
        ['提出之日', state.submittedOn ?? none],
        ['收到之日', state.receivedOn === null ? none : `${state.receivedOn}（${basisText(channel.basis)}）`],
        ['登记编号', state.number ?? none],
        ['回执编号', row.receipt_number],
      ],
    },
  ]);
}

/** Every letter sent, how it went out and what proves it. */
export const servicePaper = (matter: Matter): Paper =>
  paper(matter, '送达情况', [
    {
      kind: 'table',
      heads: ['文书', '方式', '发出之日', '凭证'],
      widths: [6, 3, 3, 6],
      rows: matter.deliveries.map(({ letter_id, method, carrier, sent_on, proof, proven_at }) => {
        const letter = matter.letters.find(({ id }) => id === letter_id);
        return [
          letter === undefined
            ? none
            : { text: letterKindOf(letter.kind).title, small: [letter.number ?? ''] },
          `${deliveryRules[method].name}${carrier === null ? '' : `（${carrier}）`}`,
          sent_on,
          proof === null
            ? `没有登记（应有${deliveryRules[method].proof}）`
            : { text: proof, small: proven_at === null ? [] : [`登记于${minute.format(proven_at)}`] },
        ];
      }),
    },
  ]);

const views = { agrees: '同意公开', objects: '不同意公开', none: '不再回复' } as const;
const sound = (reasonable: boolean | null): string =>
  reasonable === null ? '' : reasonable ? '（理由合理）' : '（理由不合理）';

/** Whom the agency asked, and what was said (第三十二条, 第三十三条第三款, 第三十四条). */
export const opinionsPaper = (matter: Matter): Paper =>
  paper(matter, '征求意见情况', [
    {
      kind: 'table',
      heads: ['对方', '发出', '对方收到', '收到意见', '意见'],
      widths: [5, 2.6, 2.6, 2.6, 6],
      rows: matter.opinions.map(({ row, party, reply }) => [
        { text: party.name, small: [row.ref, party.address, party.contact] },
        row.sent_on,
        row.received_on ?? none,
        row.answered_on ?? none,
        row.view === null
          ? '没有收到意见'
          : {
              text: `${views[row.view as keyof typeof views]}${sound(row.reasonable)}`,
              small: [reply ?? ''],
            },
      ]),
    },
  ]);

/** Where, when, with what and by whom was searched: the agency bears the proof that it searched (第三十六条第（四）项). */
export const searchesPaper = (matter: Matter): Paper =>
  paper(matter, '检索记录', [
    {
      kind: 'table',
      heads: ['检索之日', '检索的地方', '检索词', '检索人', '结果'],
      widths: [2.8, 5, 5, 2.8, 5],
      rows: searchesOf(matter).map(({ on, place, terms, by, found }) => [
        on,
        place,
        terms,
        by,
        found || '没有',
      ]),
    },
  ]);

export const searchesOf = ({ record: { state } }: Matter) => state.draft?.searches ?? [];

/** 审查、审批 and every other act: who, when, what, by which article. */
export const actsPaper = (matter: Matter): Paper =>
  paper(matter, '办理过程记录', [
    {
      kind: 'table',
      heads: ['序号', '办理时间', '事项', '办理人', '依据', '意见、说明'],
      widths: [1.7, 3.4, 4, 3.6, 5, 6],
      rows: matter.acts.map((act, index) => {
        const part = partWords(act.part);
        const day = act.part === earlierPart ? act.on : minute.format(act.at);
        return [
          String(index + 1),
          {
            text: day,
            small: day.startsWith(act.on) ? [] : [`日期 ${act.on}`],
          },
          [actTitle(act.act), refOfAct(act)].filter(Boolean).join('：'),
          act.by === null ? part : { text: act.by, small: [part] },
          basisText(act.basis),
          notesOf(act).join('；') || none,
        ];
      }),
    },
    statuteNote,
  ]);

/** The clock day by day: which counts, which not, by which article or notice. */
export function clockPaper(matter: Matter): Paper {
  const { account } = matter;
  const counted = account.filter(({ counted: counts }) => counts).length;
  return paper(matter, '答复期限逐日计算', [
    {
      kind: 'text',
      text:
        account.length === 0
          ? '没有确认收到申请之日，期限没有起算。'
          : `自${account[0]!.day}至${account.at(-1)!.day}共${account.length}日：计入${counted}个工作日，不计入${account.length - counted}日。`,
    },
    {
      kind: 'table',
      heads: ['日期', '星期', '第几日', '说明', '依据'],
      widths: [3, 1.6, 1.8, 6, 7],
      rows: account.map(({ day, number, counted: counts, why, basis }) => [
        day,
        weekdayName(day).slice(2),
        counts && number !== null ? String(number) : '不计',
        why,
        basisText(basis),
      ]),
    },
    statuteNote,
  ]);
}

/** Reviews and suits over the case. */
export const appealsPaper = (matter: Matter): Paper =>
  paper(
    matter,
    '行政复议、行政诉讼情况',
    matter.appeals.flatMap(({ row, facts }, index): Paper['blocks'] => [
      { kind: 'heading', text: `${index + 1}. ${appealKindNames[row.kind]}` },
      {
        kind: 'facts',
        rows: [
          ['办理机关', facts?.organ || none],
          ['受理通知书', facts?.notice || none],
          ['受理之日', row.accepted_on],
          ['收到副本之日', row.copy_received_on ?? none],
          ['答复、答辩之日', row.replied_on ?? none],
          ['听证、开庭之日', row.hearing_on ?? none],
          ['理由', facts?.grounds || none],
          ['结果', dispositionOf(appealOf(row))?.words ?? '尚未审结'],
          ['结案之日', row.ended_on ?? none],
          ['决定书、裁判文书', facts?.decision || none],
        ],
      },
    ]),
  );
