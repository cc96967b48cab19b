import type { ClaimPart, ClaimSubject, ClaimUnit } from '../../reading.ts';
import { type ClauseContext, plain, type Subject, unknown } from './clause.ts';

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
  [/企业/, 'business'],
  [/科研机构/, 'research'],
  [/社会公益组织/, 'nonprofit'],
  [/法律服务机构/, 'legalService'],
  [/自然人/, 'naturalPerson'],
  [/其[他它]组织/, 'otherOrg'],
];
const everybody = /公民(?:、|和|,)?法人(?:和|或|及|、|以及)其[他它]组织|自然人(?:、|和|及|或)法人/;

const outcomes: readonly (readonly [RegExp, ClaimSubject])[] = [
  [/予以公开(?:及|和|、|与|或|以及)部分公开(?:的|答复|决定)*$/, 'grantedOrPartial'],
  [/部分公开(?:的|答复|决定)*$/, 'partial'],
  [/不予公开(?:的|答复|决定)*$/, 'denied'],
  [/(?:予以|同意|全部)公开(?:的|答复|决定)*$/, 'granted'],
  [/无法提供(?:的|答复|决定)*$/, 'unavailable'],
  [/不予处理(?:的|答复|决定)*$/, 'declined'],
  [/其[他它]处理(?:的|答复|决定)*$/, 'otherOutcome'],
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

/** What a figure counts among the applications; null where its clause speaks of none. */
export function applicationSubject({
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
  const head = before.replace(fillers, '');
  const counts = tail.test(head) || (head.length <= SHORT && counted.test(after));
  if (carriedIn.test(clause)) return counts ? plain('carriedIn') : unknown;
  if (carriedOut.test(clause))
    return counts || /年度?$/.test(head) || carriedOut.test(after) ? plain('carriedOut') : unknown;
  const outcome = /公开|提供|处理/.test(head) ? outcomes.find(([pattern]) => pattern.test(head)) : undefined;
  if (outcome !== undefined) return subReason.test(head.replace(/其中:?/, '')) ? unknown : plain(outcome[1]);
  if (!counts) return null;
  if (overdue.test(clause)) return plain('overdueAnswers');
  return received(clause, before, after, topic, own);
}

/** What was received, answered or asked for by some of the applicants. */
function received(
  clause: string,
  before: string,
  after: string,
  topic: ClaimSubject | null,
  own: boolean,
): Subject | null {
  const subject = verbSubject(before, after, topic, own || isAboutApplications(topic));
  const part = everybody.test(clause) ? null : (parts.find(([pattern]) => pattern.test(clause))?.[1] ?? null);
  if (part !== null) {
    if (isAboutApplications(topic)) return { subject: subject ?? topic!, part };
    return own ? { subject: subject ?? 'receivedAll', part } : unknown;
  }
  if (subject === null)
    return own && bareNoun.test(before) && !partial.test(before) ? plain('receivedAll') : null;
  const whole = allChannels.test(before) && !/按期|按时|及时|延期|其中/.test(clause);
  if (partial.test(clause) && !whole) return unknown;
  const listed = /其中/.test(before) && isAboutApplications(topic) && subject === 'receivedAll';
  return listed || /公开答复$/.test(before) ? unknown : plain(subject);
}

/** Words between what is counted and its figure. */
const fillers =
  /(?:的|数量|件数|总数|总量|数|量|共计?|总计|合计|为|达到?|有|了|计|各类|累计|分别|约|近|将近|超过|逾|[(:、])+$/;
/** How a clause ends that counts applications: on them, on what was done with them, on who asked. */
const tail =
  /(?:申请|依申请公开|申请公开|公开(?:事项|信息|案件)|新收|新增|收到|接收|接到|受理|登记|收件|收取|接受|办理|办结|答复|办复|回复|处理|转入|结转|顺延|遗留|完毕|自然人|组织|企业|机构|事项|请求|案件|件|公民|情况)$/;
const SHORT = 8;
/** Applications named behind their figure: 收到12件政府信息公开申请. */
const counted = /^[^,;]{0,8}(?:信息公开|依申请公开|申请)|^(?:为)?(?:自然人|法人|公民|[^,;]{0,4}企业)/;

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
