import { deliveryRules } from '../../../law/delivery.ts';
import { grounds } from '../../../law/grounds.ts';
import { correctionCauses, type ProvisionWay, provisionForms } from '../../../law/intake.ts';
import { isRefusal, type Refusal, refuse } from '../../refusal.ts';
import { type Day, writtenDay } from '../../workday/index.ts';
import type { AnswerDraft, Disclosed, Withheld } from '../answer-draft.ts';
import type { Opinion } from '../case.ts';
import { type RemedyRequest, remedyParagraphs, thirdPartyRemedy, you } from '../remedy.ts';
import type { LetterData } from './data.ts';

type Make = (data: LetterData) => readonly string[] | Refusal;

const numbered = (list: readonly string[]): readonly string[] =>
  list.length === 1 ? list : list.map((text, index) => `${index + 1}.${text}`);
const stopped = (text: string): string => `${text.trim().replace(/[。；]+$/, '')}。`;
const quoted = (title: string): string => (/^[《“]/.test(title) ? title : `《${title}》`);

const names: Readonly<Record<Opinion['asked'], string>> = {
  thirdParty: '第三方',
  maker: '共同制作机关',
  agency: '有关机关',
};

/** Whether anything is withheld for a third party, whole or in part. */
const forThirdParty = ({ answer, withheld: parts }: AnswerDraft): boolean =>
  answer === 'denied.thirdParty' || parts.some(({ ground }) => ground === 'thirdParty');

/**
 * What a third party said, where that is why something is withheld (第三十二条): the outcome, neither who he is nor his
 * reasons, which may tell the very secret.
 */
function saidByThirdParty({ ref, asked, view }: Opinion, { draft, silent }: LetterData): string {
  if (asked !== 'thirdParty' || draft === null || !forThirdParty(draft)) return '';
  if (view === 'objects') return '，第三方不同意公开';
  if (view === 'agrees') return '，第三方同意公开';
  return silent.includes(ref) ? '，第三方逾期未提出意见' : '';
}

/** What happened on the way (L-5), in order of time. */
function history(data: LetterData): readonly string[] {
  const { state, addressee } = data;
  const whom = you[addressee.addressed];
  const told: [Day, string][] = [];
  const { correction } = state;
  if (correction?.returnedOn)
    told.push([
      correction.askedOn,
      `本机关于${writtenDay(correction.askedOn)}告知${whom}补正，于${writtenDay(correction.returnedOn)}收到补正的申请`,
    ]);
  const { explanation } = state;
  if (explanation !== null)
    told.push([
      explanation.askedOn,
      `本机关于${writtenDay(explanation.askedOn)}要求${whom}说明理由${explanation.givenOn === null ? '' : `，于${writtenDay(explanation.givenOn)}收到说明`}`,
    ]);
  for (const each of state.opinions)
    told.push([
      each.sentOn,
      `本机关于${writtenDay(each.sentOn)}${each.asked === 'thirdParty' ? '书面' : ''}征求了${names[each.asked]}的意见${saidByThirdParty(each, data)}`,
    ]);
  for (const { type, on, days, due } of state.clock) {
    if (type === 'extended')
      told.push([
        on,
        `经政府信息公开工作机构负责人同意，本机关于${writtenDay(on)}告知${whom}延长答复期限${days}个工作日`,
      ]);
    if (type === 'delayed')
      told.push([on, `本机关于${writtenDay(on)}告知${whom}延迟至${writtenDay(due!)}前答复`]);
    if (type === 'feePaid') told.push([on, `${whom}于${writtenDay(on)}缴纳了信息处理费${state.fee?.yuan}元`]);
  }
  told.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  return told.length === 0 ? [] : [`${told.map(([, text]) => text).join('；')}。`];
}

const ways: Readonly<Record<ProvisionWay, string>> = {
  post: '以邮寄方式提供',
  email: '通过电子邮件提供',
  portal: '通过网上下载提供',
  pickUp: '到本机关当面领取',
  onSite: '到本机关指定的场所办理',
};

const item = ({ title, form, way, when, pages }: Disclosed): string =>
  `${quoted(title)}（${provisionForms[form]}${pages === null ? '' : `，${pages}页`}），${ways[way]}${when === null ? '' : `，时间为${when}`}`;

const provision: Make = ({ draft }) => numbered((draft?.disclosed ?? []).map((each) => stopped(item(each))));

function keptBack({ what, ground, reasons, statute }: Withheld): string {
  const known = grounds.find(({ id }) => id === ground);
  const because =
    known === undefined
      ? '该内容不属于政府信息'
      : `该内容属于${known.title}，依据《中华人民共和国政府信息公开条例》${known.basis.article}${statute === null ? '' : `和${statute}`}的规定不予公开`;
  return stopped(`${what}：${stopped(reasons)}${because}`);
}

const withheld: Make = ({ draft }) => numbered((draft?.withheld ?? []).map(keptBack));

/** Where, when and with what was searched; by whom stays in the file. */
const searches: Make = ({ draft }) =>
  (draft?.searches ?? []).length === 0
    ? []
    : [
        `${draft!.searches
          .map(({ place, on, terms }) => `本机关于${writtenDay(on)}在${place}以“${terms}”为检索词进行了检索`)
          .join('；')}，没有查到所申请的信息。`,
      ];

const causes: Make = ({ state }) =>
  numbered(
    (state.correction?.causes ?? []).map((id) =>
      stopped(correctionCauses.find((cause) => cause.id === id)!.ask),
    ),
  );

const request = ({ agency, addressee, day, method }: LetterData, letter: string): RemedyRequest => ({
  agency,
  addressed: addressee.addressed,
  letter,
  day,
  online: deliveryRules[method].online,
  onlineChannel: agency.onlineReviewChannel,
});

const byGround = ({ withheld: parts }: AnswerDraft): boolean =>
  parts.some(({ ground }) => ground !== 'notGovernmentInformation');

const remedy: Make = (data) => {
  const answer = data.draft?.answer ?? data.state.answer;
  if (answer === null) return refuse('letter.draft', '还没有拟写答复，不能生成文书。');
  return remedyParagraphs(answer, request(data, '本告知书'), data.draft === null || byGround(data.draft));
};

const contact: Make = ({ agency: { office, address, phone, hours } }) => [
  `联系机构：${office}；地址：${address}；联系电话：${phone}${hours === null ? '' : `；办公时间：${hours}`}。`,
];

const rectified: Make = ({ facts, addressee }) => {
  const { rectification } = facts;
  if (rectification === undefined) return refuse('letter.record', '还没有登记更正的结果，不能生成文书。');
  const whom = you[addressee.addressed];
  const { result, agency, reasons, record } = rectification;
  const told = {
    corrected: `经审核，${whom}反映的情况属实，本机关已对“${record}”予以更正。`,
    transferred: `“${record}”不属于本机关职能范围，本机关已转送${agency}处理。`,
    toldWhere: `“${record}”不属于本机关职能范围，请${whom}向有权更正的${agency}提出。`,
    unproven: `经审核，没有发现“${record}”不准确，本机关不予更正。${stopped(reasons ?? '')}`,
  } as const;
  return [told[result]];
};

/** 第三十二条 lets the public interest outweigh a sound objection; one that is not sound does not bind (its plain reverse). */
const overruled: Make = ({ facts, addressee }) => {
  const { information, overruled: because } = facts;
  if (information === undefined || because === undefined)
    return refuse('letter.information', '还没有写明决定公开的政府信息内容，不能生成文书。');
  const found = {
    publicInterest: '本机关认为不公开可能对公共利益造成重大影响',
    unsound: `${you[addressee.addressed]}不同意公开的理由不属于合理理由`,
  } as const;
  return [
    `经审查，${found[because]}。根据《中华人民共和国政府信息公开条例》第十五条、第三十二条的规定，决定予以公开，公开的政府信息内容为：${stopped(information)}`,
  ];
};

/** Paragraphs made from the case; none of them can be reworded. */
const makers = {
  history,
  provision,
  withheld,
  searches,
  causes,
  remedy,
  thirdPartyRemedy: (data) => thirdPartyRemedy(request(data, '本告知书')),
  contact,
  rectified,
  overruled,
} satisfies Readonly<Record<string, Make>>;

export type Maker = keyof typeof makers;

export function make(maker: Maker, data: LetterData): readonly string[] | Refusal {
  const paragraphs = makers[maker](data);
  return isRefusal(paragraphs) ? paragraphs : paragraphs.map((text) => text.replace(/\s*\n\s*/g, ''));
}
