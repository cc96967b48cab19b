import type { AnswerId } from '../../law/answers.ts';

/** A wording that an office may start from. Blanks stand in 【】 and must be filled before review. */
export interface ReasonText {
  readonly id: string;
  readonly answer: AnswerId;
  readonly title: string;
  readonly text: string;
}

const reason = (answer: AnswerId, key: string, title: string, text: string): ReasonText => ({
  id: `${answer}.${key}`,
  answer,
  title,
  text,
});

/** The library: facts first, then why the article fits. An agency adds its own beside these. */
export const reasonTexts: readonly ReasonText[] = [
  reason(
    'denied.stateSecret',
    'classified',
    '已定密的文件',
    '经查，所申请的信息载于【文件名称】，该文件已依法确定为国家秘密，目前尚未解密。',
  ),
  reason(
    'denied.forbiddenByLaw',
    'statute',
    '法律、行政法规有禁止规定',
    '经查，所申请的信息属于【信息类别】。【法律、行政法规名称及条款】规定该类信息不得公开。',
  ),
  reason(
    'denied.publicSafety',
    'safety',
    '公开可能危及安全稳定',
    '经审查，所申请的信息涉及【具体事项】，公开后可能危及【国家安全、公共安全、经济安全、社会稳定中的一项】，具体表现为【具体影响】。',
  ),
  reason(
    'denied.thirdParty',
    'tradeSecret',
    '商业秘密',
    '所申请的信息含有第三方的【技术信息、经营信息】，第三方已采取保密措施，公开会损害其合法权益。本机关已书面征求第三方意见，第三方不同意公开，理由为【理由】。经审查，该理由合理，且不公开不会对公共利益造成重大影响。',
  ),
  reason(
    'denied.thirdParty',
    'privacy',
    '个人隐私',
    '所申请的信息含有他人的【个人信息类别】，公开会损害其合法权益。本机关已书面征求第三方意见，第三方不同意公开。经审查，其理由合理，且不公开不会对公共利益造成重大影响。',
  ),
  reason(
    'denied.internalAffairs',
    'internal',
    '内部事务',
    '所申请的信息是本机关【人事管理、后勤管理、内部工作流程】方面的内部事务信息，对外部不产生直接的权利义务影响。',
  ),
  reason(
    'denied.deliberative',
    'process',
    '过程性信息',
    '所申请的信息是本机关在【行政管理事项】中形成的【讨论记录、过程稿、磋商信函、请示报告】。该事项的最终结论为【结论文件】，法律、法规、规章没有规定该信息应当公开。',
  ),
  reason(
    'denied.enforcementFile',
    'file',
    '行政执法案卷',
    '所申请的信息载于【案件名称】的行政执法案卷，法律、法规、规章没有规定该信息应当公开。当事人、利害关系人可以依法查阅案卷。',
  ),
  reason(
    'unavailable.notExisting',
    'searched',
    '检索未查到',
    '本机关以【检索词】为检索词，在【档案室、办公系统、业务系统】进行了检索，并询问了【承办机构】，没有查到所申请的信息。',
  ),
  reason(
    'unavailable.notExisting',
    'neverMade',
    '未制作、未获取',
    '经查，本机关在履行【职责】过程中没有制作、也没有从他处获取所申请的信息。',
  ),
  reason(
    'unavailable.notOurs',
    'maker',
    '由其他机关制作',
    '所申请的信息由【机关名称】制作，依照《中华人民共和国政府信息公开条例》第十条第一款的规定，由制作该政府信息的行政机关负责公开。',
  ),
  reason(
    'unavailable.notCompiled',
    'compile',
    '需要汇总加工',
    '本机关没有现成的【所申请的信息】。提供该信息需要对【现有信息】进行汇总、加工、分析。',
  ),
  reason(
    'unavailable.unclear',
    'still',
    '补正后仍不明确',
    '本机关于【日期】告知补正。补正后的申请仍没有写明【名称、文号或者其他特征】，本机关据此无法确定所指向的政府信息。',
  ),
  reason(
    'declined.petition',
    'petition',
    '信访、投诉、举报',
    '所提交的内容是对【事项】提出的【信访、投诉、举报】，不是申请获取政府信息。相关诉求可以向【受理机关及渠道】提出。',
  ),
  reason(
    'declined.excessive',
    'excessive',
    '数量、频次明显超过合理范围',
    '【期间】内，本机关收到的申请共【件数】件，数量、频次明显超过合理范围。本机关已于【日期】要求说明理由；所说明的理由为【理由】，经审查不合理。',
  ),
  reason(
    'declined.excessive',
    'unexplained',
    '逾期没有说明理由',
    '【期间】内，本机关收到的申请共【件数】件，数量、频次明显超过合理范围。本机关已于【日期】要求说明理由，至期限届满没有收到说明。',
  ),
  reason(
    'declined.reconfirmation',
    'reconfirm',
    '要求确认或者重新出具',
    '所提交的内容是要求本机关对【已获取的信息】予以确认或者重新出具，不是申请获取本机关以一定形式记录、保存的政府信息。',
  ),
];

/** The wordings for an answer. */
export const reasonsFor = (answer: AnswerId): readonly ReasonText[] =>
  reasonTexts.filter((each) => each.answer === answer);
