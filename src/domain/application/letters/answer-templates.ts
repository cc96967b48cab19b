import type { LetterKindId, LetterPart } from '../../../law/letters.ts';
import type { Day } from '../../workday/index.ts';
import { type Block, made, type Template, words } from './template.ts';

const statute = '《中华人民共和国政府信息公开条例》';
const since = '2019-05-15' as Day;

const request = words(
  'request',
  ['receipt', 'request'],
  '本机关于{receivedOn}收到{you}{submittedBy}的政府信息公开申请（登记编号：{number}），申请公开：{request}。',
);
const history = made('history', ['history'], 'history');
const reasons = words('reasons', ['reasons'], '{reasons}');
const otherForm = words(
  'otherForm',
  ['provision'],
  `没有按照{you}要求的形式提供的原因：{otherForm}。依照〖${statute}第四十条〗的规定，本机关根据申请人的要求及〖行政机关保存政府信息的实际情况，确定提供政府信息的具体形式〗。`,
  true,
);
const remedy = made('remedy', ['remedy'], 'remedy');
const contact = made('contact', ['contact'], 'contact');

/** Every answer: what was asked, what happened, why, what is decided, what can be done against it, whom to ask. */
const answer = (kind: LetterKindId, ...body: readonly Block[]): Template => ({
  kind,
  from: since,
  to: null,
  blocks: [request, history, ...body, remedy, contact],
});

const decided: readonly LetterPart[] = ['decision', 'article'];
const decision = (text: string, more: readonly LetterPart[] = []): Block =>
  words('decision', [...decided, ...more], text);

/** The words of 第三十六条 and its neighbours stand between 〖 and 〗. */
export const answerTemplates: readonly Template[] = [
  answer(
    'provided',
    decision(
      `经审查，{you}申请公开的政府信息可以公开。根据〖${statute}第三十六条第（二）项〗的规定，现〖向{you}提供该政府信息〗：`,
    ),
    made('provision', ['provision'], 'provision'),
    otherForm,
  ),
  answer(
    'alreadyPublic',
    decision(
      `经审查，{you}申请公开的信息〖已经主动公开〗。根据〖${statute}第三十六条第（一）项〗的规定，现〖告知〗{you}〖获取该政府信息的方式、途径〗：{where}。`,
      ['provision'],
    ),
  ),
  answer(
    'partial',
    decision(
      `经审查，{you}申请公开的信息中含有不应当公开或者不属于政府信息的内容，但是能够作区分处理。根据〖${statute}第三十七条〗的规定，现向{you}〖提供可以公开的政府信息内容〗：`,
    ),
    made('provision', ['provision'], 'provision'),
    otherForm,
    words('withheldLead', [], '下列内容不予公开，理由如下：'),
    made('withheld', ['reasons'], 'withheld'),
  ),
  answer(
    'denied',
    reasons,
    decision(
      `本机关认为，{you}申请公开的信息属于〖{ground}〗。根据〖${statute}{groundArticle}、第三十六条第（三）项〗的规定，决定〖不予公开〗。`,
    ),
    words('statute', ['article'], '禁止公开的法律、行政法规依据为：{statute}。', true),
  ),
  answer(
    'registryQuery',
    decision(
      `{you}申请公开的信息〖属于工商、不动产登记资料等信息〗，{statute}〖对信息的获取有特别规定〗。根据〖${statute}第三十六条第（七）项〗的规定，请{you}〖依照有关法律、行政法规的规定办理〗：{where}。`,
      ['reasons', 'provision'],
    ),
  ),
  answer(
    'notExisting',
    made('searches', ['reasons'], 'searches'),
    reasons,
    decision(
      `经检索，没有{you}所申请公开的信息。根据〖${statute}第三十六条第（四）项〗的规定，现告知{you}〖该政府信息不存在〗。`,
    ),
  ),
  answer(
    'notOurs',
    reasons,
    decision(
      `{you}所申请公开的信息〖不属于本行政机关负责公开〗。根据〖${statute}第三十六条第（五）项〗的规定，现予告知。{otherAgency}`,
    ),
  ),
  answer(
    'notCompiled',
    reasons,
    decision(
      `提供{you}申请公开的信息，〖需要行政机关对现有政府信息进行加工、分析〗。根据〖${statute}第三十八条〗的规定，本机关〖不予提供〗。`,
    ),
  ),
  answer(
    'unclear',
    reasons,
    decision(
      `经补正，{you}的〖政府信息公开申请内容〗仍〖不明确〗。根据〖${statute}第三十条〗的规定，本机关已一次性告知补正，现无法按照该申请提供政府信息。{you}可以在明确政府信息的名称、文号或者便于查询的其他特征性描述后，重新提出申请。`,
    ),
  ),
  answer(
    'petition',
    reasons,
    decision(`根据〖${statute}第三十九条第一款〗的规定，对上述内容，本机关〖不作为政府信息公开申请处理〗。`),
    words('channel', [], '相关事项{you}可以通过以下渠道提出：{where}。', true),
  ),
  answer(
    'repeated',
    words(
      'earlier',
      ['reasons'],
      '对{you}此前提出的相同政府信息的公开申请（登记编号：{earlierNumber}），本机关已于{earlierOn}作出答复（{earlierLetter}）。',
    ),
    decision(
      `根据〖${statute}第三十六条第（六）项〗的规定，对{you}〖重复申请公开相同政府信息〗的本次申请，本机关〖不予重复处理〗。`,
    ),
  ),
  answer(
    'publication',
    decision(
      `{you}申请的内容为要求提供〖公开出版物〗。根据〖${statute}第三十九条第二款〗的规定，现告知{you}〖获取的途径〗：{where}。`,
      ['provision'],
    ),
  ),
  answer(
    'excessive',
    reasons,
    decision(
      `本机关认为，{you}〖申请公开政府信息的数量、频次明显超过合理范围〗，{unheard}。根据〖${statute}第三十五条〗的规定，对该申请〖不予处理〗。`,
    ),
  ),
  answer(
    'reconfirmation',
    reasons,
    decision(`上述内容不是申请获取〖${statute}第二条〗规定的政府信息，本机关对该申请不予处理。`),
  ),
  answer(
    'correctionLapsed',
    words(
      'lapse',
      ['reasons'],
      '因申请内容不明确，本机关于{correctionAsked}告知{you}补正，补正期限至{correctionDue}。{you}逾期没有补正，也没有说明正当理由。',
    ),
    decision(`根据〖${statute}第三十条〗的规定，〖视为放弃申请〗，本机关〖不再处理该政府信息公开申请〗。`),
  ),
  answer(
    'feeLapsed',
    words(
      'lapse',
      ['reasons'],
      '本机关于{feeNoticeOn}向{you}发出信息处理费收费通知书，应缴{yuan}元。{you}没有自收到通知的次日起{feeDays}个工作日内缴纳。',
    ),
    decision(
      `根据〖${statute}第四十二条〗和〖《政府信息公开信息处理费管理办法》（国办函〔2020〕109号）第六条〗的规定，视为放弃申请，本机关〖不再处理该政府信息公开申请〗。`,
    ),
  ),
];
