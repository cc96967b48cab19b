import { type AgencyKind, agencyKindNames } from '../../src/law/agency-kind.ts';
import { answers } from '../../src/law/answers.ts';
import {
  appealKindNames,
  appealResultNames,
  dispositions,
  hearingRules,
  reviewPeriods,
  suitReply,
} from '../../src/law/appeals.ts';
import type { Citation } from '../../src/law/citation.ts';
import { clockBases, consultationCaps } from '../../src/law/deadlines.ts';
import { deliveryRules } from '../../src/law/delivery.ts';
import { feeTariffs } from '../../src/law/fees.ts';
import type { Certainty } from '../../src/law/instruments.ts';
import {
  correctionCauses,
  correctionPeriodDefault,
  onlineReceiptDefault,
  reasonsPeriodDefault,
  receiptRules,
} from '../../src/law/intake.ts';
import { letterKindOf, letterKinds, letterParts } from '../../src/law/letters.ts';
import { remedyPeriods, reviewOrgans } from '../../src/law/remedies.ts';
import { reminderSteps } from '../../src/law/reminders.ts';

/** How the page prints things. */
export interface PageWords {
  readonly table: (
    head: readonly string[],
    rows: readonly (readonly (string | number | null)[])[],
  ) => readonly string[];
  readonly cited: (citation: Citation) => string;
  readonly certain: Readonly<Record<Certainty, string>>;
  readonly code: (id: string) => string;
}

const decisive = {
  submitted: '提交之日',
  signed: '签收之日',
  contacted: '当日联系，确认之日',
  confirmed: '双方确认之日',
} as const;
const served = { signed: '签收之日', posted: '交邮之日', sent: '发出之日' } as const;
const recipients = {
  applicant: '申请人',
  thirdParty: '第三方',
  maker: '共同制作机关',
  agency: '其他机关',
  file: '归档',
} as const;

const intakePart = ({ table, cited, certain }: PageWords): readonly string[] => [
  '## 收到申请之日',
  '',
  ...table(
    ['渠道', '以何日为收到之日', '起', '依据', '把握'],
    receiptRules.map((r) => [r.name, decisive[r.by], r.from, cited(r.basis), certain[r.certainty]]),
  ),
  '',
  '## 补正情形',
  '',
  ...table(
    ['情形', '告知事项', '依据', '把握'],
    correctionCauses.map((c) => [c.name, c.ask, cited(c.basis), certain[c.certainty]]),
  ),
];

const answerPart = ({ table, cited, certain, code }: PageWords): readonly string[] => [
  '## 从办理结果到文书到单元格',
  '',
  ...table(
    ['办理结果', '标识', '依据', '文书', '计入', '把握'],
    answers.map((a) => [
      a.name,
      code(a.id),
      cited(a.basis),
      letterKindOf(a.letter).title,
      code(`applications.${a.outcome}`),
      certain[a.certainty],
    ]),
  ),
  '',
  '## 文书',
  '',
  ...table(
    ['文书', '标识', '送', '依据', '地方样式', '把握'],
    letterKinds.map((k) => [
      k.title,
      code(k.id),
      recipients[k.to],
      cited(k.basis),
      k.listed && cited(k.listed),
      certain[k.certainty],
    ]),
  ),
  '',
  ...table(
    ['编号', '答复书必备内容', '把握'],
    Object.values(letterParts).map((p) => [p.number, p.name, certain[p.certainty]]),
  ),
  '',
  '## 送达',
  '',
  ...table(
    ['方式', '以何日认定按期', '凭证', '依据', '把握'],
    Object.values(deliveryRules).map((d) => [
      d.name,
      served[d.decisive],
      d.proof,
      cited(d.basis),
      certain[d.certainty],
    ]),
  ),
];

const rests: readonly (readonly [string, { readonly basis: Citation; readonly certainty: Certainty }])[] = [
  ['期间开始之日不计入', clockBases.firstDayNotCounted],
  ['征求意见所需时间不计入，至收到意见或者满15个工作日', clockBases.consultationNotCounted],
  ['收到补正后重新计算', clockBases.restartAfterCorrection],
  ['缴费后重新计算', clockBases.restartAfterPayment],
  ['网上提交的，确认之前按系统回执之日暂计', onlineReceiptDefault],
  [`补正期限默认${correctionPeriodDefault.workdays}个工作日`, correctionPeriodDefault],
  [`说明理由期限默认${reasonsPeriodDefault.workdays}个工作日`, reasonsPeriodDefault],
  ...consultationCaps.map((cap) => [`协查至多${cap.workdays}个工作日不计入（${cap.from}起）`, cap] as const),
  ...reminderSteps.map(
    (one) => [`到期前${one.workdays.join('、')}个工作日提醒（${one.from}起）`, one] as const,
  ),
  ...Object.values(hearingRules).map((rule) => [rule.words, rule] as const),
];

const clockPart = ({ table, cited, certain }: PageWords): readonly string[] => [
  '## 期限之外的依据和默认值',
  '',
  ...table(
    ['事项', '依据', '把握'],
    rests.map(([what, { basis, certainty }]) => [what, cited(basis), certain[certainty]]),
  ),
  '',
];

const feePart = ({ table, cited, certain }: PageWords): readonly string[] => [
  '## 信息处理费',
  '',
  ...feeTariffs.flatMap((t) => [
    `${t.name}（${t.from}起，${cited(t.basis)}，${certain[t.certainty]}）：${t.scope}。`,
    '',
    ...t.doubts.map(({ words, certainty }) => `- ${words}：${certain[certainty]}`),
    '',
    ...table(
      [t.unit, `元/${t.unit}`],
      [
        ...t.tiers.map(({ first, last, yuan }) => [
          last === null ? `${first}以上` : `${first}—${last}`,
          yuan,
        ]),
        ...(t.rising === null
          ? []
          : [
              [
                `${t.rising.first}以上`,
                `${t.rising.yuan}起，每增加${t.rising.every}${t.unit}再加${t.rising.step}`,
              ],
            ]),
      ],
    ),
    '',
  ]),
];

const remedyPart = ({ table, cited, certain }: PageWords): readonly string[] => [
  '## 救济',
  '',
  ...table(
    ['期限', '起算', '依据', '把握'],
    Object.values(remedyPeriods).map((p) => [
      `${p.length}${p.unit}`,
      p.from,
      cited(p.basis),
      certain[p.certainty],
    ]),
  ),
  '',
  ...table(
    ['机关', '行政复议机关', '依据', '把握'],
    (Object.keys(agencyKindNames) as AgencyKind[]).map((kind) => {
      const { words, basis, certainty } = reviewOrgans[kind];
      return [agencyKindNames[kind], words, cited(basis), certain[certainty]];
    }),
  ),
  '',
  ...table(
    ['程序', '事项', '期限', '依据'],
    [
      ...(['simplified', 'ordinary'] as const).flatMap((procedure) =>
        (['copy', 'reply', 'decision', 'extension'] as const).flatMap((what) => {
          const period = reviewPeriods[procedure][what];
          const names = { copy: '发送副本', reply: '提出书面答复', decision: '作出决定', extension: '延长' };
          return period === null
            ? []
            : [
                [
                  procedure === 'simplified' ? '简易程序' : '普通程序',
                  names[what],
                  `${period.from}起${period.length}${period.unit === 'workday' ? '个工作日' : '日'}`,
                  cited(period.basis),
                ],
              ];
        }),
      ),
      ['诉讼', '提出答辩状', `${suitReply.from}起${suitReply.length}日`, cited(suitReply.basis)],
    ],
  ),
  '',
  ...table(
    ['结案方式', '所属', '计入', '重新办理', '依据', '把握'],
    dispositions.map((d) => [
      d.words,
      d.of === 'review' ? appealKindNames.review : '行政诉讼',
      appealResultNames[d.result],
      d.reopens ? '是' : '否',
      cited(d.basis),
      certain[d.certainty],
    ]),
  ),
];

/** What the code holds of the law on applications. */
export const applicationPart = (words: PageWords): readonly string[] => [
  ...intakePart(words),
  '',
  ...answerPart(words),
  '',
  ...clockPart(words),
  ...feePart(words),
  ...remedyPart(words),
];
