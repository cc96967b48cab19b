import { type Citation, cite } from '../../law/citation.ts';
import { feeTariffs } from '../../law/fees.ts';
import type { Day } from '../workday/index.ts';

/** Something worth a look. Advice never refuses: whether an application is excessive or repeated is for people to judge. */
export interface Advice {
  readonly kind: 'repeated' | 'sameContent' | 'manyThisMonth' | 'publicEnterprise' | 'otherAgency';
  readonly message: string;
  readonly basis: Citation;
  /** Cases it speaks of. */
  readonly cases: readonly string[];
}

/** An earlier application as far as likeness goes; applicant and content are keyed hashes, nothing personal. */
export interface EarlierApplication {
  readonly number: string;
  readonly applicant: string;
  readonly content: string;
  readonly receivedOn: Day;
  readonly answered: boolean;
}

const tiaoli = (article: string): Citation => cite('tiaoli2019', article);
const monthOf = (day: Day): string => day.slice(0, 7);
const numbersOf = (cases: readonly EarlierApplication[]): readonly string[] =>
  cases.map(({ number }) => number);

/** Applications of one applicant in one month that cost nothing (按件, first tier). */
export const freeItems: number = feeTariffs.find(({ id }) => id === 'byItem')!.tiers[0]!.last!;

/**
 * What the office should know of a new application beside earlier ones of the same agency: the same content asked again
 * by the same applicant (第三十六条第（六）项 when it was answered), by others (第四十四条), many in one calendar month (第三十五条,
 * 第四十二条). 条例 knows no number; the one told is that of the fee rules.
 */
export function adviseOnRepetition(
  asked: { readonly applicant: string; readonly content: string; readonly receivedOn: Day },
  earlier: readonly EarlierApplication[],
): readonly Advice[] {
  const own = earlier.filter(({ applicant }) => applicant === asked.applicant);
  const again = own.filter(({ content }) => content === asked.content);
  const others = earlier.filter((one) => one.content === asked.content && one.applicant !== asked.applicant);
  const month = own.filter(({ receivedOn }) => monthOf(receivedOn) === monthOf(asked.receivedOn));
  const advice: Advice[] = [];
  if (again.length > 0)
    advice.push({
      kind: 'repeated',
      message: again.some(({ answered }) => answered)
        ? '同一申请人此前申请过相同的政府信息，已经答复。核对无误的，可以不予重复处理。'
        : '同一申请人此前申请过相同的政府信息，还在办理。请核对是否重复提交。',
      basis: tiaoli('第三十六条第（六）项'),
      cases: numbersOf(again),
    });
  if (others.length > 0)
    advice.push({
      kind: 'sameContent',
      message: `另有${others.length}件申请的内容相同。可以一并办理、分别答复；属于可以公开的，可以纳入主动公开。`,
      basis: tiaoli('第四十四条第一款'),
      cases: numbersOf(others),
    });
  const many = adviseOnMonth(month.length + 1);
  if (many !== null) advice.push({ ...many, cases: numbersOf(month) });
  return advice;
}

/** So many of one applicant in one calendar month; null while they cost nothing. */
export const adviseOnMonth = (count: number): Advice | null =>
  count <= freeItems
    ? null
    : {
        kind: 'manyThisMonth',
        message: `同一申请人本月已申请${count}件。数量、频次明显超过合理范围的，可以要求说明理由，也可以收取信息处理费。`,
        basis: tiaoli('第三十五条'),
        cases: [],
      };

/** Words by which the eight sectors of 第五十五条 are known in a description (ours, not the article's). */
const enterpriseWords: readonly (readonly [sector: string, words: RegExp])[] = [
  ['教育', /(?:小学|中学|学校|幼儿园|大学|学院)(?!.{0,4}(?:规划|审批|征收))/],
  ['卫生健康', /(?:医院|卫生院|诊所|社区卫生服务中心)/],
  ['供水', /(?:自来水|供水|水务)(?:公司|集团|厂)/],
  ['供电', /(?:供电|电力)(?:公司|局|所)/],
  ['供气', /(?:燃气|天然气|煤气)公司/],
  ['供热', /(?:热力|供热|供暖)公司/],
  ['环境保护', /(?:污水处理|垃圾处理|环保)(?:公司|厂)/],
  ['公共交通', /(?:公交|公共交通|地铁|轨道交通)(?:公司|集团)/],
];

/** Other agencies of the place and the subjects they answer for, as the area's office keeps them. */
export interface AgencySubjects {
  readonly name: string;
  readonly contact: string;
  readonly words: readonly string[];
}

/**
 * Told before an application is sent: that its subject may belong to a public enterprise (第五十五条: its own rules, no
 * application under 条例) or to another agency (第十条). The applicant may send it all the same.
 */
export function adviseOnSubject(text: string, others: readonly AgencySubjects[]): readonly Advice[] {
  const sectors = enterpriseWords.filter(([, words]) => words.test(text)).map(([sector]) => sector);
  const agencies = others.filter(({ words }) => words.some((word) => text.includes(word)));
  return [
    ...(sectors.length === 0
      ? []
      : [
          {
            kind: 'publicEnterprise' as const,
            message: `您要的信息可能由${sectors.join('、')}领域的公共企事业单位制作、获取。这类信息依照该领域的专门规定公开，请先向该单位了解；仍要向本机关申请的，可以继续提交。`,
            basis: tiaoli('第五十五条第一款'),
            cases: [],
          },
        ]),
    ...agencies.map(({ name, contact }) => ({
      kind: 'otherAgency' as const,
      message: `您要的信息可能由${name}负责公开（联系方式：${contact}）。向该机关申请会更快；仍要向本机关申请的，可以继续提交。`,
      basis: tiaoli('第十条第一款'),
      cases: [],
    })),
  ];
}
