import type { ClaimPart, ClaimSubject, ClaimUnit } from '../../reading.ts';

/** What a figure is about, before its group is known. */
export interface Subject {
  readonly subject: ClaimSubject;
  readonly part: ClaimPart;
}

/** What the clause of a figure says: in front of it, behind it, and what the sentence is about so far. */
export interface ClauseContext {
  readonly before: string;
  readonly after: string;
  /** Subject of the figures before it in the sentence, null at its beginning. */
  readonly topic: ClaimSubject | null;
  /** Whether the sentence, its heading or its section speaks of applications. */
  readonly aboutApplications: boolean;
  readonly unit: ClaimUnit;
}

const unknown: Subject = { subject: 'unknown', part: null };
const plain = (subject: ClaimSubject): Subject => ({ subject, part: null });

const application =
  /依申请公开|(?:政府)?信息公开(?:的)?申请|公开申请|申请(?!人|书|表|材料|行政复议|复议|公开的内容|方式|渠道)/;
const countable: ReadonlySet<ClaimUnit> = new Set(['件', '条', '份', '次', '个', '人次']);

/** Clauses that count only some of the applications, or something else about them. */
const partial =
  /按期|按时|及时|延期|撤[回销]|补正|告知|咨询|转办|退回|不属于|征求|电话|当场|现场|上门|来访|热线|重复|不存在|不掌握|国家秘密|第三方|涉及|有效|符合|网上|网络|在线|信函|邮寄|邮件|邮箱|当面|传真|窗口|平台申请|渠道/;
/** What is received and answered as well, but is no application. */
const otherMatter =
  /诉求|留言|来信|信访|投诉|举报|建议|提案|咨询|信件|工单|意见|问题|许可|审批|处罚|文件|稿件|线索|热线|公文|信息(?!公开)/;
const allChannels = /共计?|总计|合计|各类/;

const parts: readonly (readonly [RegExp, ClaimPart])[] = [
  [/法人(?:和|或|及|、|与)(?:者)?其[他它]组织/, 'organisation'],
  [/商业企业/, 'business'],
  [/科研机构/, 'research'],
  [/社会公益组织/, 'nonprofit'],
  [/法律服务机构/, 'legalService'],
  [/自然人/, 'naturalPerson'],
  [/其[他它]组织/, 'otherOrg'],
];
const everybody = /公民(?:、|和|,)?法人(?:和|或|及|、|以及)其[他它]组织|自然人(?:、|和|及|或)法人/;

const results: readonly (readonly [RegExp, ClaimPart])[] = [
  [/其[他它](?:处理)?结果$/, 'otherResult'],
  [/(?:尚未审结|未审结|尚未办结|正在审理|审理中)(?:的)?(?:案件)?$/, 'pending'],
  [/(?:结果|被|予以|责令)?(?:纠正|撤销)(?:的)?$/, 'corrected'],
  [/(?:结果|予以|决定)?维持(?:的|原.{0,6})?$/, 'upheld'],
];

const outcomes: readonly (readonly [RegExp, ClaimSubject])[] = [
  [/予以公开(?:及|和|、|与|或|以及)部分公开(?:的)?$/, 'grantedOrPartial'],
  [/部分公开(?:的)?$/, 'partial'],
  [/不予公开(?:的)?$/, 'denied'],
  [/(?:予以|同意|全部)公开(?:的)?$/, 'granted'],
  [/无法提供(?:的)?$/, 'unavailable'],
  [/不予处理(?:的)?$/, 'declined'],
  [/其[他它]处理(?:的)?$/, 'otherOutcome'],
];
const subReason = /属于|因|由于|[:：]/;

const applicationSubjects: ReadonlySet<ClaimSubject> = new Set<ClaimSubject>([
  'received',
  'receivedAll',
  'carriedIn',
  'carriedOut',
  'concluded',
  'granted',
  'partial',
  'grantedOrPartial',
  'denied',
  'unavailable',
  'declined',
  'otherOutcome',
  'overdueAnswers',
]);
export const isAboutApplications = (subject: ClaimSubject | null): boolean =>
  subject !== null && applicationSubjects.has(subject);

const carriedIn =
  /(?:上一?年度?|去年|往年)(?:度)?(?:转入|结转|顺延|遗留|未办结)|结转(?:自)?(?:上|去)一?年|(?:由|自)(?:上|去)一?年度?(?:结转|转入)/;
const carriedOut =
  /(?:结转|顺延|转入|延续|转)(?:到|至|入)?(?:下一?|次|明)年|结转(?:到|至)?20[0-9]{2}年|下一?年度?(?:继续)?(?:办理|答复)/;
const overdue = /超期|超时|逾期/;
const newlyReceived = /新收|新增|新受理|新接收/;
const concluded = /办结|答复|办复|回复|办理完毕|处理完毕|审结/;
const receivedAll = /收到|接收|接到|受理|登记|收件|收取|接受|共收|收悉/;
const handled = /办理|处理/;

function applicationSubject({
  before,
  after,
  topic,
  aboutApplications,
  unit,
}: ClauseContext): Subject | null {
  if (!countable.has(unit)) return null;
  const clause = before + after;
  const own = application.test(clause);
  if (!own && otherMatter.test(clause)) return null;
  if (!own && !isAboutApplications(topic) && !aboutApplications) return null;
  if (carriedIn.test(clause)) return plain('carriedIn');
  if (carriedOut.test(clause)) return plain('carriedOut');
  const outcome = /公开|提供|处理/.test(before)
    ? outcomes.find(([pattern]) => pattern.test(before))
    : undefined;
  if (outcome !== undefined && (own || isAboutApplications(topic) || aboutApplications))
    return subReason.test(before.replace(/其中:?/, '')) ? unknown : plain(outcome[1]);
  if (overdue.test(clause)) return plain('overdueAnswers');
  const subject = verbSubject(before, after, topic, own || isAboutApplications(topic));
  const part = everybody.test(clause) ? null : (parts.find(([pattern]) => pattern.test(clause))?.[1] ?? null);
  if (part !== null) {
    if (isAboutApplications(topic)) return { subject: subject ?? topic!, part };
    return own ? { subject: subject ?? 'receivedAll', part } : unknown;
  }
  if (subject === null)
    return own && bareNoun.test(before) && !partial.test(before) ? plain('receivedAll') : null;
  if (partial.test(clause) && !(allChannels.test(before) && !/按期|按时|及时|延期|其中/.test(clause)))
    return unknown;
  return plain(
    subject === 'receivedAll' && /其中/.test(before) && isAboutApplications(topic) ? 'unknown' : subject,
  );
}

/** A noun and its figure without a verb: 政府信息公开申请21件. */
const bareNoun =
  /(?:信息公开(?:的)?申请|依申请公开(?:申请|事项|案件))(?:事项|信息|件|案件|数量)?(?:共计?|总计|合计|为)?(?:有)?$/;

function verbSubject(
  before: string,
  after: string,
  topic: ClaimSubject | null,
  certain: boolean,
): ClaimSubject | null {
  if (!certain) return null;
  if (newlyReceived.test(before)) return 'received';
  if (receivedAll.test(before)) return 'receivedAll';
  if (concluded.test(before)) return 'concluded';
  if (handled.test(before))
    return topic === 'received' || topic === 'receivedAll' ? 'concluded' : 'receivedAll';
  return concluded.test(after) && isAboutApplications(topic) ? 'concluded' : null;
}

const reviewWord = /复议/;
const suitWord = /诉讼|应诉|起诉/;
/** About the body that reviews, or about acts in the course of it. */
const otherAppeal = /机关|出庭|败诉|胜诉|答复书|听证|调解|建议书|培训|意见书|规范|责任|决定书/;

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

function documentSubject({ before, after, unit }: ClauseContext): Subject | null {
  if (unit !== '件' && unit !== '份' && unit !== '个' && unit !== '条') return null;
  const clause = /规范性文件|规章/.test(before) ? before : before + after;
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
