import type { ClaimPart, ClaimSubject, ClaimUnit } from '../../reading.ts';
import { applicationSubject } from './application-subject.ts';
import { type ClauseContext, plain, type Subject, unknown } from './clause.ts';

const results: readonly (readonly [RegExp, ClaimPart])[] = [
  [/其[他它](?:处理)?结果$/, 'otherResult'],
  [/(?:尚未审结|未审结|尚未办结|正在审理|审理中)(?:的)?(?:案件)?$/, 'pending'],
  [/(?:结果|被|予以|责令)?(?:纠正|撤销)(?:的)?$/, 'corrected'],
  [/(?:结果|予以|决定)?维持(?:的|原.{0,6})?$/, 'upheld'],
];

const reviewWord = /复议/;
const suitWord = /诉讼|应诉|起诉/;
/** About the body that reviews, or about acts in the course of it. */
const otherAppeal = /机关|出庭|败诉|胜诉|答复书|听证|调解|建议书|培训|意见书|规范|责任|决定书/;

const appealTail =
  /(?:复议|诉讼|案件?|应诉|起诉|申请|维持|纠正|撤销|结果|审结|审理)(?:原.{0,6}|的|数量|件数|总数|数|共计?|合计|为|达到?|有|约|近|[(:])*$/;

function appealSubject({ before, after, topic, unit }: ClauseContext): Subject | null {
  if (unit !== '件' && unit !== '次' && unit !== '个' && unit !== '份' && unit !== '条') return null;
  const about = topic === 'review' || topic === 'suit' || topic === 'reviewAndSuit';
  if (!about && !/复议|诉/.test(before) && !/复议|诉/.test(after)) return null;
  const result = results.find(([pattern]) => pattern.test(before))?.[1] ?? null;
  const near = /(?:复议|诉讼|应诉)/.test(before) ? before : before.length <= 6 ? before + after : before;
  const review = reviewWord.test(near);
  const suit = suitWord.test(near);
  if (!review && !suit) {
    if (!about) return null;
    if (result !== null) return { subject: topic, part: result };
    return /^(?:其中|共|案件|相关|有|,)*$/.test(before) ? unknown : null;
  }
  if (!appealTail.test(before) && !/^[^,;]{0,8}(?:复议|诉讼)/.test(after)) return unknown;
  if (otherAppeal.test(near.replace(/行政机关/g, ''))) return unknown;
  const subject = /复议后(?:又|再)?(?:提起)?(?:行政)?(?:起诉|诉讼)|未经复议/.test(near)
    ? 'unknown'
    : review && suit
      ? 'reviewAndSuit'
      : review
        ? 'review'
        : 'suit';
  return { subject, part: subject === 'unknown' ? null : result };
}

const narrowed =
  /名义|办公室|政府办|党政|联合|代拟|起草|审查|审核|备案|解读|清理(?!并)|修订|修改|草案|征求|政策性文件/;

/** The documents themselves are counted, not what is done about them (规范性文件管理办法1件). */
const documentTail = /(?:规范性文件|规章)(?:的|数量|件数|总数|数|共计?|合计|为|达到?|有|约|近|[(:])*$/;
const documentAfter = /^(?:行政|政府)?(?:规范性文件|规章(?!制度))/;

/** 制发行政规范性文件7件，废止3件，现行有效46件: the noun stands once for the whole sentence. */
const stillInForce = /^(?:目前|现|年末|其中|,|、)*(?:现行有效)(?:的|文件)*$/;

function documentSubject({ before, after, topic, unit }: ClauseContext): Subject | null {
  if (unit !== '件' && unit !== '份' && unit !== '个' && unit !== '条') return null;
  if ((topic === 'normativeIssued' || topic === 'normativeRepealed') && stillInForce.test(before))
    return plain('normativeInForce');
  const clause = /规范性文件|规章/.test(before) ? before : before + after;
  if (!documentTail.test(before) && !documentAfter.test(after)) return null;
  const normative = clause.includes('规范性文件');
  const regulation = !normative && /规章(?!制度|办法)/.test(clause);
  if (!normative && !regulation) return null;
  if (/现行有效|继续有效|保留/.test(clause) && !/废止|失效/.test(clause))
    return plain(regulation ? 'regulationsInForce' : 'normativeInForce');
  if (narrowed.test(clause)) return unknown;
  if (/废止|失效/.test(clause)) return plain(normative ? 'normativeRepealed' : 'unknown');
  if (/制发|制定|出台|印发|制作/.test(clause))
    return plain(regulation ? 'regulationsIssued' : 'normativeIssued');
  return unknown;
}

/** Everything that no cell of the three tables counts, by the words in front of its figure, last word first. */
const general: readonly (readonly [RegExp, ClaimSubject, readonly ClaimUnit[]])[] = [
  [/提案|(?:代表)?建议(?!的)/, 'proposals', ['件', '条', '个', '份']],
  [/培训(?:班|会)?|轮训/, 'trainings', ['次', '期', '场', '个']],
  [/(?:培训|参训)(?:人员|人数|对象|干部|工作人员)?|受训/, 'trainees', ['人', '人次']],
  [/粉丝|关注(?:用户|人数|数|量)|订阅/, 'followers', ['人', '个', '其他']],
  [/专职/, 'staffFullTime', ['人']],
  [/兼职/, 'staffPartTime', ['人']],
  [/工作人员|从事.{0,12}人员|人员(?:共|共有|为)?$|组长|党政办(?:公室)?(?:共|共有|有)?$/, 'staff', ['人']],
  [/查阅(?:点|场所|中心|室)/, 'readingPoints', ['个']],
  [/接待/, 'visitors', ['人', '人次', '次']],
  [/新闻发布会/, 'briefings', ['场', '次', '个']],
  [/访谈/, 'interviews', ['场', '次', '期']],
  [/解读(?:材料|稿件?|信息|文件|文章|产品)?/, 'interpretations', ['篇', '件', '条', '份', '个', '期', '次']],
  [/回应|答疑|解答/, 'responses', ['件', '条', '次', '个']],
  [/会议|专题会/, 'meetings', ['次', '场', '个']],
  [/行政许可/, 'licensing', ['件', '个', '条']],
  [/行政处罚/, 'penalties', ['件', '个', '条']],
  [/行政强制/, 'coercion', ['件', '个', '条']],
  [/微博/, 'weibo', ['条', '篇', '期', '次', '件', '份']],
  [/微信|公众号/, 'wechat', ['条', '篇', '期', '次', '件', '份']],
  [/抖音|客户端|头条|公报|报纸|电视|广播|宣传栏|公开栏/, 'otherMedia', ['条', '篇', '期', '次', '件', '份']],
  [
    /(?:网站|门户网?|政府网|官网|信息网|网上|政务网).{0,24}(?:公开|发布|更新|信息)|(?:公开|发布|更新).{0,8}(?:网站|门户网)/,
    'website',
    ['条', '篇', '件', '份'],
  ],
  [
    /公开.{0,14}(?:信息|文件)(?:总?数)?|(?:政府|政务)信息.{0,4}公开|发布(?:政府|政务公开)信息/,
    'publishedTotal',
    ['条', '篇', '件', '份'],
  ],
];

function moneySubject({ before, topic }: ClauseContext): Subject {
  if (/信息处理费|处理费/.test(before) || topic === 'processingFee') return plain('processingFee');
  if (/行政事业性收费/.test(before)) return plain('administrativeFees');
  if (/经费|预算/.test(before)) return plain('budget');
  return /采购/.test(before) ? plain('procurementAmount') : unknown;
}

/** What the figure of a clause counts, `unknown` where the words do not say it for certain. */
export function subjectOf(context: ClauseContext): Subject {
  const { unit, before, topic } = context;
  if (unit === '%')
    return /占(?:比|总数|全部|总量|总体|全年)?[^,;]{0,8}$/.test(before) ? plain('share') : unknown;
  if (unit === '元' || unit === '万元') return moneySubject(context);
  const found = appealSubject(context) ?? documentSubject(context) ?? applicationSubject(context);
  if (found !== null) return found;
  for (const [pattern, subject, units] of general)
    if (units.includes(unit) && pattern.test(before)) return plain(subject);
  const short = /^(?:开展|举办|组织|召开|共|其中|发布|公开|办理|通过|了|已)*$/.test(before);
  if (short)
    for (const [pattern, subject, units] of general)
      if (units.includes(unit) && pattern.test(context.after)) return plain(subject);
  return topic === 'staff' && unit === '人' && /组长|成员/.test(before) ? plain('staff') : unknown;
}
