import { archiveApplication } from '../../../app/commands/applications/archive-application.ts';
import { askCorrection } from '../../../app/commands/applications/ask-correction.ts';
import { assignApplication } from '../../../app/commands/applications/assign-application.ts';
import { correctApplicantKind } from '../../../app/commands/applications/correct-applicant-kind.ts';
import { giveUpApplication } from '../../../app/commands/applications/give-up-application.ts';
import { receiveApplication } from '../../../app/commands/applications/receive-application.ts';
import { registerApplication } from '../../../app/commands/applications/register-application.ts';
import { rerouteApplication } from '../../../app/commands/applications/reroute-application.ts';
import { splitApplication } from '../../../app/commands/applications/split-application.ts';
import { takeCorrection } from '../../../app/commands/applications/take-correction.ts';
import { tryContact } from '../../../app/commands/applications/try-contact.ts';
import { withdrawApplication } from '../../../app/commands/applications/withdraw-application.ts';
import { itemTitle } from '../../../domain/application/application-form.ts';
import { type ApplicantKind, applicantKindNames, applicantKinds } from '../../../law/applicants.ts';
import { correctionCauses, correctionPeriodDefault, type IntakeChannel } from '../../../law/intake.ts';
import { asksForWords, correctionFields, filledInOf } from '../../correction.ts';
import type { Sent } from '../page.ts';
import type { ActDef } from './act-defs.ts';
import { type FieldDef, number, orNull, text, ticked, workdaysFrom } from './field-defs.ts';

const date = (name: string, label: string, value: string, need = true): FieldDef => ({
  kind: 'date',
  name,
  label,
  value,
  need,
});

/** The days that fix receipt, by the channel (第三十一条). */
export function receiptFields(
  channel: IntakeChannel,
  today: string,
  submittedOn: string,
  /** Already entered, of ordinary mail whose sender was not reached then. */
  arrivedOn: string | null = null,
): readonly FieldDef[] {
  switch (channel) {
    case 'counter':
    case 'oral':
      return [date('handedOn', '当面提交之日', submittedOn)];
    case 'signedPost':
      return [date('signedOn', '签收之日（收发室签收也算）', submittedOn)];
    case 'ordinaryMail':
      return [
        date('arrivedOn', '信函到达之日', arrivedOn ?? submittedOn),
        date('contactedOn', '与申请人确认之日', today),
        { kind: 'text', name: 'contact', label: '确认的方式', need: true, hint: '例如：电话联系本人确认。' },
      ];
    default:
      return [
        date('acknowledgedOn', '系统或者机器收到之日', submittedOn, false),
        {
          ...date('confirmedOn', '双方确认之日', '', false),
          hint: '两个日期都填的，按较早的一日起算，以免逾期。',
        },
      ];
  }
}

const receiptNames = [
  'handedOn',
  'signedOn',
  'arrivedOn',
  'contactedOn',
  'contact',
  'acknowledgedOn',
  'confirmedOn',
] as const;
/** The days of receipt that were filled in. */
export const receiptOf = (sent: Sent): Record<string, string> =>
  Object.fromEntries(
    receiptNames.flatMap((name) => (text(sent, name) === '' ? [] : [[name, text(sent, name)]])),
  );

const kindField = (label: string, value: ApplicantKind): FieldDef => ({
  kind: 'select',
  name: 'applicant',
  label,
  need: true,
  value,
  options: applicantKinds.map((kind) => ({ value: kind, label: applicantKindNames[kind] })),
});

/** On the way in, and out again without an answer. */
export const intakeActs: readonly ActDef[] = [
  {
    act: 'application.tryContact',
    path: 'contact-tried',
    lead: '平常信函应当在到达当日与申请人确认。没有联系上的，每次都登记；联系上后办理“确认收到”，答复期限从确认之日的次日起算。',
    dayLabel: '联系之日',
    fields: () => [{ kind: 'text', name: 'way', label: '怎样联系的，为什么没有联系上', need: true }],
    perform: (context, base, sent) => tryContact(context, { ...base, way: text(sent, 'way') }),
  },
  {
    act: 'application.receive',
    path: 'receive',
    lead: '确定收到申请之日。答复期限从次日起算。',
    dayLabel: '登记之日',
    fields: ({ state }, today) =>
      receiptFields(state.channel, today, state.submittedOn ?? today, state.arrival?.on),
    perform: (context, base, sent) => receiveApplication(context, { ...base, receipt: receiptOf(sent) }),
  },
  {
    act: 'application.register',
    path: 'register',
    lead: '编号登记，进入审核。编号按年连续，不跳号。',
    fields: ({ state }) => [
      kindField('申请人类别', state.applicant),
      { kind: 'check', name: 'receipt', label: '申请人要求接收回执，登记后发给' },
    ],
    perform: (context, base, sent) =>
      registerApplication(context, {
        ...base,
        receipt: 'receipt' in sent,
        applicant: orNull(sent, 'applicant') as never,
      }),
  },
  {
    act: 'application.correctApplicantKind',
    path: 'applicant-kind',
    lead: '登记后发现申请人类别不对的，在这里更正并写明原因。年度报告表三的栏目随之改变。',
    fields: ({ state }) => [
      kindField('更正为', state.applicant),
      { kind: 'area', name: 'reason', label: '更正的原因', need: true },
    ],
    perform: (context, base, sent) =>
      correctApplicantKind(context, {
        ...base,
        applicant: text(sent, 'applicant') as never,
        reason: text(sent, 'reason'),
      }),
  },
  {
    act: 'application.split',
    path: 'split',
    lead: '一份申请包含几件事的，按一事一申请分开登记。每行写一件；第一行留在本件。',
    fields: ({ items }) => [
      {
        kind: 'area',
        name: 'parts',
        label: '拆分后的各件，每行一件',
        need: true,
        value: items.map(itemTitle).join('\n'),
      },
    ],
    perform: (context, base, sent) =>
      splitApplication(context, {
        ...base,
        parts: text(sent, 'parts')
          .split(/\r?\n/)
          .map((line) => line.trim())
          .filter((line) => line !== ''),
      }),
  },
  {
    act: 'application.reroute',
    path: 'reroute',
    lead: '申请是写给其他机关的，告知申请人向哪个机关提出。系统生成告知书。本件不计入年度报告表三。',
    fields: () => [
      { kind: 'text', name: 'to', label: '应当向哪个机关提出', need: true },
      { kind: 'text', name: 'contact', label: '该机关的联系方式', need: true },
    ],
    perform: (context, base, sent) =>
      rerouteApplication(context, { ...base, to: text(sent, 'to'), contact: text(sent, 'contact') }),
  },
  {
    act: 'application.askCorrection',
    path: 'correction',
    lead: '一次性告知需要补正的全部事项。收到补正后，答复期限重新起算。',
    dayLabel: '补正告知书发出之日',
    fields: (_, today, calendar) => [
      {
        kind: 'several',
        name: 'causes',
        label: '补正的事项',
        options: correctionCauses.map(({ id, name }) => ({ value: id, label: name })),
      },
      { kind: 'area', name: 'explanation', label: '具体哪里不清楚', need: false },
      date('due', '补正期限', workdaysFrom(today, correctionPeriodDefault.workdays, calendar)),
      {
        kind: 'area',
        name: 'lateBecause',
        label: '逾期告知的原因',
        need: false,
        hint: '超过收到之日起7个工作日才告知的，须写明。',
      },
    ],
    perform: (context, base, sent) =>
      askCorrection(context, {
        ...base,
        causes: ticked(sent, 'causes') as never,
        due: text(sent, 'due'),
        lateBecause: orNull(sent, 'lateBecause'),
        explanation: orNull(sent, 'explanation'),
      }),
  },
  {
    act: 'application.takeCorrection',
    path: 'corrected',
    lead: '登记收到的补正。答复期限自次日起重新计算。',
    dayLabel: '收到补正之日',
    fields: ({ state }) => {
      const causes = state.correction?.causes ?? [];
      const words = asksForWords(causes);
      return [
        ...correctionFields(causes).map(
          ({ name, label, options }): FieldDef =>
            options === null
              ? { kind: 'text', name, label, need: false }
              : { kind: 'select', name, label, need: false, options },
        ),
        { kind: 'area', name: 'text', label: words ? '补正的内容' : '补正的说明', need: words },
        { kind: 'area', name: 'excuse', label: '逾期补正的正当理由', need: false },
      ];
    },
    perform: (context, base, sent) =>
      takeCorrection(context, {
        ...base,
        form: null,
        filledIn: filledInOf(sent),
        text: orNull(sent, 'text'),
        excuse: orNull(sent, 'excuse'),
      }),
  },
  {
    act: 'application.assign',
    path: 'assign',
    lead: '转给承办的科室、站所，并约定内部期限。法定期限不因转办延长。',
    fields: ({ staff }) => [
      { kind: 'text', name: 'unit', label: '承办单位', need: true },
      {
        kind: 'select',
        name: 'holderId',
        label: '承办人',
        need: false,
        options: staff.map(({ id, name }) => ({ value: id, label: name })),
      },
      date('until', '内部期限', '', false),
    ],
    perform: (context, base, sent) =>
      assignApplication(context, {
        ...base,
        unit: text(sent, 'unit'),
        until: orNull(sent, 'until'),
        holderId: orNull(sent, 'holderId'),
      }),
  },
  {
    act: 'application.giveUp',
    path: 'give-up',
    lead: '申请人逾期没有补正或者缴费，视为放弃申请，不再处理。系统生成告知书。',
    fields: () => [],
    perform: (context, base) => giveUpApplication(context, base),
  },
  {
    act: 'application.withdraw',
    path: 'withdraw',
    lead: '申请人书面撤回，或者口头撤回后书面确认。计入“其他处理”。',
    fields: () => [
      {
        kind: 'text',
        name: 'confirmation',
        label: '确认的方式',
        need: true,
        hint: '例如：本人签字的撤回申请。',
      },
    ],
    perform: (context, base, sent) =>
      withdrawApplication(context, { ...base, confirmation: text(sent, 'confirmation') }),
  },
  {
    act: 'application.archive',
    path: 'archive',
    lead: '案卷齐全后归档。归档后不再改动，只能更正信息记录或者依复议、判决重新办理。',
    fields: () => [{ kind: 'number', name: 'pages', label: '案卷页数', need: true, unit: '页' }],
    perform: (context, base, sent) => archiveApplication(context, { ...base, pages: number(sent, 'pages') }),
  },
];
