import type { LetterKindId, LetterPart } from '../../../law/letters.ts';
import type { Day } from '../../workday/index.ts';
import { type Block, made, type Template, words } from './template.ts';

const statute = '《中华人民共和国政府信息公开条例》';
const since = '2019-05-15' as Day;
const feesSince = '2021-01-01' as Day;

const decided: readonly LetterPart[] = ['decision', 'article'];
const contact = made('contact', ['contact'], 'contact');

const notice = (kind: LetterKindId, from: Day, ...body: readonly Block[]): Template => ({
  kind,
  from,
  to: null,
  blocks: [...body, contact],
});

const about =
  '本机关于{receivedOn}收到{you}{submittedBy}的政府信息公开申请（登记编号：{number}），申请公开：{request}。';
const request = words('request', ['receipt', 'request'], about);

/** What the office says about this case in its own words; left out where it says nothing more. */
const explained = (text: string): Block => words('explanation', ['reasons'], text, true);

/** To the applicant, on the way. */
const toApplicant: readonly Template[] = [
  notice(
    'receipt',
    since,
    request,
    words(
      'decision',
      decided,
      `根据〖${statute}第三十三条第二款〗的规定，本机关将〖自收到申请之日起{answerDays}个工作日内予以答复〗，即在{answerDue}前（含当日）答复；需要补正、征求意见或者延长答复期限的，另行告知。`,
    ),
    words(
      'follow',
      [],
      '{you}可以凭回执编号（{receiptNumber}）和提交申请时取得的查询码，在网上查询办理进展。',
      true,
    ),
  ),
  notice(
    'correctionNotice',
    since,
    request,
    words(
      'decision',
      decided,
      `经审查，该申请尚需补正。根据〖${statute}第三十条〗的规定，请{you}在{correctionDue}前（含当日）就下列事项〖一次性〗作出补正：`,
    ),
    made('causes', ['reasons'], 'causes'),
    // 指导和释明 (第三十条) of this application, not of applications in general.
    explained('关于补正内容的说明：{reason}。'),
    words(
      'consequence',
      [],
      '〖答复期限自〗本机关〖收到补正的申请之日起计算〗。{you}〖无正当理由逾期不补正的，视为放弃申请〗，本机关〖不再处理该政府信息公开申请〗。补正中有疑问的，可以与本机关联系，本机关将给予指导和释明。',
    ),
  ),
  notice(
    'reasonsNotice',
    since,
    request,
    words(
      'decision',
      decided,
      `鉴于{you}〖申请公开政府信息的数量、频次明显超过合理范围〗，根据〖${statute}第三十五条〗的规定，请{you}在{due}前（含当日）书面〖说明理由〗。`,
    ),
    explained('本机关认为超过合理范围的情况：{reason}。'),
    words(
      'consequence',
      [],
      '本机关认为〖申请理由不合理的〗，将〖告知{you}不予处理〗；认为〖申请理由合理，但是无法在〗规定的期限内答复的，将〖确定延迟答复的合理期限并告知{you}〗。',
    ),
  ),
  notice(
    'extensionNotice',
    since,
    request,
    words(
      'decision',
      decided,
      `因{reason}，本机关不能在规定期限内答复。根据〖${statute}第三十三条第二款〗的规定，经政府信息公开工作机构负责人同意，〖答复期限〗延长{extensionDays}个工作日，本机关将在{answerDue}前（含当日）答复{you}。`,
    ),
  ),
  notice(
    'delayNotice',
    since,
    request,
    words(
      'decision',
      decided,
      `{you}说明的申请理由合理，但是本机关无法在规定期限内答复。根据〖${statute}第三十五条〗的规定，本机关〖确定延迟答复的〗期限至{due}（含当日）。`,
    ),
    explained('无法在规定期限内答复的原因：{reason}。'),
  ),
  notice(
    'consultationNotice',
    since,
    request,
    words(
      'decision',
      decided,
      `因{reason}，本机关需要征求意见。根据〖${statute}第三十三条第三款〗的规定，〖征求第三方和其他机关意见所需时间不计算在〗答复〖期限内〗。`,
    ),
  ),
  notice(
    'feeNotice',
    feesSince,
    request,
    words(
      'decision',
      decided,
      `{you}〖申请公开政府信息的数量、频次明显超过合理范围〗。根据〖${statute}第四十二条〗和〖《政府信息公开信息处理费管理办法》（国办函〔2020〕109号）〗的规定，本机关决定收取信息处理费{yuan}元。`,
    ),
    words('tariff', ['reasons'], '收费标准和计算：{tariff}。'),
    words('payment', [], '缴纳方式：{payment}。'),
    words(
      'consequence',
      [],
      '请{you}自收到本通知书的次日起{feeDays}个工作日内缴纳。逾期不缴纳的，视为放弃申请，本机关不再处理该政府信息公开申请。缴纳后，答复期限自次日起重新计算。',
    ),
  ),
  notice(
    'misdirected',
    since,
    words('request', ['request'], '{you}{submittedBy}的政府信息公开申请收悉，申请公开：{request}。'),
    words(
      'decision',
      decided,
      `该申请是向其他行政机关提出的。根据〖${statute}第二十八条〗的规定，为便于{you}依法申请获取政府信息，请{you}向{otherAgencyName}提出，联系方式：{contact}。`,
    ),
  ),
  notice(
    'withdrawal',
    since,
    words('request', ['request'], '{you}{submittedBy}的{application}收悉，申请公开：{request}。'),
    words(
      'decision',
      decided,
      `{you}于{withdrawnOn}书面撤回上述申请。本机关予以确认，不再办理，并依照〖${statute}第四十五条〗的规定归档。撤回后，{you}仍可以依法重新提出申请。`,
    ),
  ),
  notice(
    'rectification',
    since,
    words(
      'request',
      ['request'],
      '{you}认为本机关提供的与自身相关的政府信息记录不准确，要求更正“{record}”，并提供了证据。',
    ),
    made('decision', decided, 'rectified'),
    words('article', ['article'], `以上依据〖${statute}第四十一条〗的规定告知。`),
  ),
];

/** To those who are asked, and to the third party over whose objection information is disclosed. */
const toOthers: readonly Template[] = [
  notice(
    'thirdPartyOpinion',
    since,
    words(
      'request',
      ['request'],
      '本机关收到政府信息公开申请（登记编号：{number}），申请公开的信息涉及{you}：{information}。',
    ),
    words(
      'decision',
      decided,
      `根据〖${statute}第三十二条〗的规定，现书面征求{you}的意见。请{you}〖自收到征求意见书之日起{opinionDays}个工作日内提出意见〗：是否同意公开；不同意公开的，说明理由。`,
    ),
    explained('征求意见的原因：{reason}。'),
    words(
      'consequence',
      [],
      '〖逾期未提出意见的，由〗本机关依照该条例的规定〖决定是否公开〗。〖不同意公开且有合理理由的〗，本机关〖不予公开〗；本机关〖认为不公开可能对公共利益造成重大影响的，可以决定予以公开〗，并将〖决定公开的政府信息内容和理由书面告知〗{you}。',
    ),
    words(
      'reply',
      [],
      '请填写所附《政府信息公开征求意见确认函》，签名或者盖章后寄回、送回或者以其他书面方式回复本机关。',
    ),
  ),
  notice(
    'opinionForm',
    since,
    words(
      'decision',
      decided,
      `就{agency}依据〖${statute}第三十二条〗征求意见的政府信息（登记编号：{number}；信息内容：{information}），提出意见如下：`,
    ),
  ),
  notice(
    'makerOpinion',
    since,
    words(
      'request',
      ['request'],
      '本机关收到政府信息公开申请（登记编号：{number}），申请公开的信息由本机关牵头、与{you}共同制作：{information}。',
    ),
    words(
      'decision',
      decided,
      `根据〖${statute}第三十四条〗的规定，现征求{you}的意见。请{you}〖自收到征求意见书之日起{opinionDays}个工作日内提出意见，逾期未提出意见的视为同意公开〗。`,
    ),
    explained('征求意见的原因：{reason}。'),
  ),
  notice(
    'assistance',
    since,
    words(
      'request',
      ['request'],
      '本机关正在办理一件政府信息公开申请（登记编号：{number}），其中涉及{you}职责范围的信息：{information}。',
    ),
    words(
      'decision',
      decided,
      `因{reason}，根据〖${statute}第十一条第一款、第三十三条第三款〗的规定，请{you}协助查找或者提出意见，并在{due}前书面回复本机关。`,
    ),
  ),
  notice(
    'disclosureToThirdParty',
    since,
    words(
      'request',
      ['request'],
      '本机关就政府信息公开申请（登记编号：{number}）征求过{you}的意见，{you}不同意公开。',
    ),
    made('decision', decided, 'overruled'),
    words('reasons', ['reasons'], '决定公开的理由：{reason}。'),
    made('remedy', ['remedy'], 'thirdPartyRemedy'),
  ),
  notice(
    'deliveryReceipt',
    since,
    words(
      'decision',
      decided,
      `依照〖${statute}第四十五条〗的规定，就政府信息公开申请（登记编号：{number}）送达下列文书：`,
    ),
  ),
];

export const noticeTemplates: readonly Template[] = [...toApplicant, ...toOthers];
