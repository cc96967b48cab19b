import { type Citation, cite } from '../../law/citation.ts';
import type { Advice } from './advice.ts';

/** Whose a subject is: the agency's that keeps the word, another agency's, a public enterprise's (第五十五条). */
export type SubjectHolder = 'own' | 'agency' | 'enterprise';
export const subjectHolders: Readonly<Record<SubjectHolder, string>> = {
  own: '本机关负责公开',
  agency: '其他行政机关负责公开',
  enterprise: '公共企事业单位制作、获取',
};

/** A word of a subject, and who has it. */
export interface SubjectWord {
  readonly word: string;
  readonly holder: SubjectHolder;
  readonly name: string;
  readonly contact: string | null;
  /** Of the agency, where it is one of this installation that takes applications. */
  readonly slug: string | null;
}

const tiaoli = (article: string): Citation => cite('tiaoli2019', article);

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

/** Asking for something to be done is no application for information (第三十九条第一款). Words are ours, not the article's. */
const petitionWords =
  /(?:我要|本人要|要求|请求|请).{0,8}(?:投诉|举报|信访|查处|处罚|赔偿|答复我的投诉)|^(?:投诉|举报|信访)/;

const contactWords = (contact: string | null): string => (contact === null ? '' : `（联系方式：${contact}）`);

const goOn = '仍要向本机关申请的，可以继续提交。';

function adviseOnWord({ word, holder, name, contact, slug }: SubjectWord): Advice {
  if (holder === 'enterprise')
    return {
      kind: 'publicEnterprise',
      message: `“${word}”方面的信息由公共企事业单位${name}制作、获取，依照该领域的专门规定公开，请先向该单位了解${contactWords(contact)}；${goOn}`,
      basis: tiaoli('第五十五条第一款'),
      cases: [],
    };
  return {
    kind: 'otherAgency',
    message: `“${word}”方面的信息由${name}负责公开，可以向该机关申请${contactWords(contact)}；${goOn}`,
    basis: tiaoli('第三十六条第（五）项'),
    cases: [],
    ...(slug === null ? {} : { turnTo: slug }),
  };
}

/** Of each holder the longest word that stands in the text: 农村公路养护 tells more than 公路. */
function matching(text: string, words: readonly SubjectWord[]): readonly SubjectWord[] {
  const found = words.filter(({ word }) => text.includes(word)).sort((a, b) => b.word.length - a.word.length);
  return found.filter((one, n) => found.findIndex(({ name }) => name === one.name) === n);
}

const mostAdvice = 4;

/**
 * Told before an application is sent: that its subject may be another agency's (第三十六条第（五）项), or a public
 * enterprise's (第五十五条: its own rules, no application under 条例), or that it asks for something else than information
 * (第三十九条第一款). What the agency says is its own is not said to be another's. The applicant may send it all the same.
 */
export function adviseOnSubject(text: string, words: readonly SubjectWord[]): readonly Advice[] {
  const found = matching(text, words);
  const own = found.find(({ holder }) => holder === 'own');
  const others = found.filter(
    ({ holder, word }) => holder !== 'own' && (own === undefined || word.length > own.word.length),
  );
  const told = others.slice(0, mostAdvice).map(adviseOnWord);
  const knowsEnterprise = own !== undefined || told.some(({ kind }) => kind === 'publicEnterprise');
  const sectors = knowsEnterprise
    ? []
    : enterpriseWords.filter(([, pattern]) => pattern.test(text)).map(([sector]) => sector);
  return [
    ...told,
    ...(sectors.length === 0
      ? []
      : [
          {
            kind: 'publicEnterprise' as const,
            message: `您要的信息可能由${sectors.join('、')}领域的公共企事业单位制作、获取。这类信息依照该领域的专门规定公开，请先向该单位了解；${goOn}`,
            basis: tiaoli('第五十五条第一款'),
            cases: [],
          },
        ]),
    ...(petitionWords.test(text)
      ? [
          {
            kind: 'petition' as const,
            message:
              '如果您是要投诉、举报、信访或者要求处理一件事，以申请公开的形式提出的，不作为政府信息公开申请处理，请通过相应渠道提出；要的是这方面已有的信息的，可以继续提交。',
            basis: tiaoli('第三十九条第一款'),
            cases: [],
          },
        ]
      : []),
  ];
}
