import type { AgencyKind } from '../../law/agency-kind.ts';
import { type AnswerId, answerOf } from '../../law/answers.ts';
import {
  justiceOrgan,
  lineOrgan,
  onlineReviewChannel,
  type ReviewOrgan,
  remedyOn,
  remedyPeriods,
  reviewOrgans,
  silenceRule,
} from '../../law/remedies.ts';
import { isRefusal, type Refusal, refuse } from '../refusal.ts';
import { type Day, writtenDay } from '../workday/index.ts';
import { blank } from './refusing.ts';

/** What an agency must tell of itself so that its letters can name the review organ and the court. */
export interface RemedyAgency {
  readonly kind: AgencyKind;
  readonly name: string;
  /** 海关、金融、外汇管理等实行垂直领导的行政机关、税务和国家安全机关. */
  readonly line: boolean;
  /** 司法行政部门 that serves as 行政复议机构. */
  readonly justice: boolean;
  /** Its own government (a department's, or the one that set it up), the government one level up, the department above. */
  readonly government: string | null;
  readonly above: string | null;
  readonly departmentAbove: string | null;
  /** The court, where the agency names one; else 有管辖权的人民法院. */
  readonly court: string | null;
}

/** The rule by which the organ of an agency is found (RM-5). */
export function organRule({ kind, line, justice }: RemedyAgency): ReviewOrgan {
  if (line) return lineOrgan;
  return justice ? justiceOrgan : reviewOrgans[kind];
}

/** The review organ by name. Refused where the agency did not say which it is. */
export function reviewOrgan(agency: RemedyAgency): string | Refusal {
  const rule = organRule(agency);
  const named: Readonly<Record<ReviewOrgan['which'], string | null>> = {
    own: agency.government,
    above: agency.above,
    self: agency.name,
    line: agency.departmentAbove,
    named: agency.above ?? agency.government,
  };
  const organ = named[rule.which];
  if (blank(organ))
    return refuse(
      'remedy.organ',
      `没有设置行政复议机关（${rule.words}），答复书不能告知救济途径。请公开办、工作机构负责人或者系统管理员在“文书设置”中填写后再拟稿。`,
      { kind: agency.kind },
      rule.basis,
    );
  return agency.justice && !agency.line && !blank(agency.departmentAbove)
    ? `${organ}或者${agency.departmentAbove}`
    : organ!;
}

/** To whom a letter speaks: 您 to a person, 你单位 to an organisation. */
export type Addressed = 'person' | 'unit';
export const you: Readonly<Record<Addressed, string>> = { person: '您', unit: '你单位' };

export interface RemedyRequest {
  readonly agency: RemedyAgency;
  readonly addressed: Addressed;
  /** Name of the letter, as it calls itself: 本告知书. */
  readonly letter: string;
  readonly day: Day;
  /** Served over the internet, and where a request for review can then be handed in (第二十二条第二款). */
  readonly online: boolean;
  readonly onlineChannel: string | null;
}

const { review, suit, suitAfterReview } = remedyPeriods;
const courtOf = ({ court }: RemedyAgency): string => court ?? '有管辖权的人民法院';

/** 复议前置: review first, the court only against the decision on review. */
const first = (subject: string, { addressed, letter }: RemedyRequest, organ: string): string =>
  `${you[addressed]}对${subject}不服的，应当自收到${letter}之日起${review.length}${review.unit}内先向${organ}申请行政复议；对行政复议决定不服的，可以自收到行政复议决定书之日起${suitAfterReview.length}${suitAfterReview.unit}内依法向人民法院提起行政诉讼。`;

const either = (subject: string, { addressed, letter, agency }: RemedyRequest, organ: string): string =>
  `${you[addressed]}对${subject}不服的，可以自收到${letter}之日起${review.length}${review.unit}内向${organ}申请行政复议，也可以自收到${letter}之日起${suit.length}${suit.unit}内直接向${courtOf(agency)}提起行政诉讼。`;

/** The online channel, without which a letter may not be served online since 2024. */
function channel({ online, onlineChannel, day }: RemedyRequest): readonly string[] | Refusal {
  if (!online || day < onlineReviewChannel.from) return [];
  return blank(onlineChannel)
    ? refuse(
        'remedy.online',
        '答复书通过互联网渠道送达的，应当同时提供提交行政复议申请书的互联网渠道。请公开办、工作机构负责人或者系统管理员在“文书设置”中填写，或者在拟写答复中改用其他送达方式。',
        {},
        onlineReviewChannel.basis,
      )
    : [`行政复议申请书也可以通过互联网渠道提交：${onlineChannel}。`];
}

function paragraphs(request: RemedyRequest, make: (organ: string) => readonly string[]) {
  const organ = reviewOrgan(request.agency);
  if (isRefusal(organ)) return organ;
  const online = channel(request);
  return isRefusal(online) ? online : [...make(organ), ...online];
}

/**
 * What an answer tells of remedies, paragraph by paragraph; empty where none is due (a confirmed withdrawal). Partial
 * disclosure tells both roads apart since 2024: review first for what is withheld under 第十四条 to 第十六条, either for
 * the rest. `withheldByGround`: whether anything of a partial answer is. Refused: no organ named, or no online channel
 * where it is served online.
 */
export function remedyParagraphs(
  answer: AnswerId,
  request: RemedyRequest,
  withheldByGround = true,
): readonly string[] | Refusal {
  const remedy = remedyOn(answerOf(answer).outcome, request.day);
  if (remedy === 'none') return [];
  const { letter } = request;
  return paragraphs(request, (organ) => {
    if (remedy === 'either' || (answer === 'partial' && !withheldByGround))
      return [either(letter, request, organ)];
    if (answer !== 'partial') return [first(letter, request, organ)];
    return [
      first(`${letter}中不予公开的内容`, request, organ),
      either(`${letter}的其他内容`, request, organ),
    ];
  });
}

/** The third party over whose objection information is disclosed: either road. */
export const thirdPartyRemedy = (request: RemedyRequest): readonly string[] | Refusal =>
  paragraphs(request, (organ) => [either(`${request.letter}告知的公开决定`, request, organ)]);

/** What an applicant can do who heard nothing by the due day: since 2024 review first (未履行法定职责), before either road. */
export function silenceRemedy(agency: RemedyAgency, due: Day, addressed: Addressed): string | Refusal {
  const organ = reviewOrgan(agency);
  if (isRefusal(organ)) return organ;
  const begin = `${you[addressed]}的申请应当在${writtenDay(due)}前答复。至今没有答复，${you[addressed]}对此不服的，`;
  return due < silenceRule.from
    ? `${begin}可以向${organ}申请行政复议，也可以向${courtOf(agency)}提起行政诉讼。`
    : `${begin}应当先向${organ}申请行政复议；对行政复议决定不服的，可以再依法向人民法院提起行政诉讼。`;
}
