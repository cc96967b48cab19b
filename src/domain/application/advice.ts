import { type Citation, cite } from '../../law/citation.ts';
import { feeTariffs } from '../../law/fees.ts';
import { isRefusal } from '../refusal.ts';
import type { Day } from '../workday/index.ts';
import { feeOf } from './fees.ts';

/** A case that advice speaks of. */
export interface AdvisedCase {
  readonly id: string;
  readonly number: string;
}

/** Something worth a look. Advice never refuses: whether an application is excessive or repeated is for people to judge. */
export interface Advice {
  readonly kind:
    | 'repeated'
    | 'sameContent'
    | 'manyThisMonth'
    | 'feeThisMonth'
    | 'publicEnterprise'
    | 'otherAgency'
    | 'petition';
  readonly message: string;
  readonly basis: Citation;
  /** Cases it speaks of, some of many. */
  readonly cases: readonly AdvisedCase[];
  /** Slug of the agency of this installation to turn to. */
  readonly turnTo?: string;
}

/** Another application of the same applicant, or of the same words, to the same agency. */
export interface AlikeApplication extends AdvisedCase {
  readonly receivedOn: Day | null;
  readonly sameApplicant: boolean;
  readonly sameContent: boolean;
  /** `ended`: withdrawn or given up, so that nobody answered it. */
  readonly standing: 'open' | 'answered' | 'ended';
}

/** What is known of an application beside others; those alike are the newest of perhaps many. */
export interface Repetition {
  readonly id: string;
  readonly receivedOn: Day | null;
  readonly alike: readonly AlikeApplication[];
  /** Applications of the same words by others, counted up to `othersMost`. */
  readonly others: number;
  readonly inGroup: boolean;
  /** Of the applicant in the calendar month of receipt, this one among them. */
  readonly month: number;
}

/** Where others of the same words are not counted further. */
export const othersMost = 1_000;

const tiaoli = (article: string): Citation => cite('tiaoli2019', article);
const monthOf = (day: Day): string => day.slice(0, 7);
const numbered = (cases: readonly AdvisedCase[]): readonly AdvisedCase[] =>
  cases.map(({ id, number }) => ({ id, number }));

/** Applications of one applicant in one month that cost nothing (按件, first tier). */
export const freeItems: number = feeTariffs.find(({ id }) => id === 'byItem')!.tiers[0]!.last!;

/** Ids sort by the time they were made. */
const isEarlier = (one: AlikeApplication, { id, receivedOn }: Repetition): boolean =>
  one.receivedOn !== null && receivedOn !== null && one.receivedOn !== receivedOn
    ? one.receivedOn < receivedOn
    : one.id < id;

function adviseOnRepeated(of: Repetition): readonly Advice[] {
  const again = of.alike.filter(
    (one) => one.sameApplicant && one.sameContent && one.standing !== 'ended' && isEarlier(one, of),
  );
  const basis = tiaoli('第三十六条第（六）项');
  const answered = again.filter(({ standing }) => standing === 'answered');
  if (answered.length > 0)
    return [
      {
        kind: 'repeated',
        message:
          '同一申请人此前申请过相同的政府信息，本机关已经答复。核对无误的，可以告知申请人不予重复处理。',
        basis,
        cases: numbered(answered),
      },
    ];
  return again.length === 0
    ? []
    : [
        {
          kind: 'repeated',
          message: '同一申请人此前申请过相同的政府信息，还在办理。请核对是否重复提交。',
          basis,
          cases: numbered(again),
        },
      ];
}

function adviseOnOthers({ others, inGroup, alike }: Repetition): readonly Advice[] {
  if (others === 0) return [];
  const count = others >= othersMost ? `${othersMost}件以上` : `${others}件`;
  return [
    {
      kind: 'sameContent',
      message: `另有${count}申请的内容相同，由其他申请人提出。${
        inGroup ? '本件已编入同一内容的一组，一并办理、分别答复' : '可以一并办理、分别答复'
      }；属于可以公开的，可以纳入主动公开。`,
      basis: tiaoli('第四十四条第一款'),
      cases: numbered(alike.filter((one) => one.sameContent && !one.sameApplicant)),
    },
  ];
}

/** A calendar month by its name: that of receipt is not the one in which it is read. */
const monthWords = (day: Day): string => `${day.slice(0, 4)}年${Number(day.slice(5, 7))}月`;

/** What the items of a month beyond the free ones would cost, all of them together; null before the tariff was in force. */
function feeWords(count: number, day: Day): string | null {
  const fee = feeOf({ tariff: 'byItem', quantity: count, before: 0 }, day);
  if (isRefusal(fee)) return null;
  const lines = fee.lines.map(({ first, last, yuan }) =>
    first === last ? `第${first}件${yuan}元` : `第${first}件至第${last}件每件${yuan}元`,
  );
  return `按件计收的，${monthWords(day)}超过${freeItems}件的部分共${fee.yuan}元（${lines.join('，')}）。是否收取由本机关决定；收取的，应当在答复期限内发出收费通知。`;
}

function adviseOnMonth(of: Repetition): readonly Advice[] {
  const { month: count, receivedOn } = of;
  if (receivedOn === null || count <= freeItems) return [];
  const cases = numbered(
    of.alike.filter(
      (one) =>
        one.sameApplicant && one.receivedOn !== null && monthOf(one.receivedOn) === monthOf(receivedOn),
    ),
  );
  const fee = feeWords(count, receivedOn);
  return [
    {
      kind: 'manyThisMonth',
      message: `同一申请人在收到本件的${monthWords(receivedOn)}已申请${count}件。数量、频次明显超过合理范围的，可以要求说明理由。`,
      basis: tiaoli('第三十五条'),
      cases,
    },
    ...(fee === null
      ? []
      : [{ kind: 'feeThisMonth' as const, message: fee, basis: tiaoli('第四十二条'), cases: [] }]),
  ];
}

/**
 * What the office should know of an application beside others of the same agency: the same asked again by the same
 * applicant (第三十六条第（六）项 where it was answered), the same asked by others (第四十四条), many in one calendar month
 * (第三十五条) and what they cost (第四十二条). 条例 knows no number; the one told is that of the fee rules.
 */
export const adviseOnRepetition = (of: Repetition): readonly Advice[] => [
  ...adviseOnRepeated(of),
  ...adviseOnOthers(of),
  ...adviseOnMonth(of),
];
