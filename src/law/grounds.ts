import { type Citation, cite } from './citation.ts';

/** A ground on which information is withheld (第十四条 to 第十六条); 第十三条 knows no others. */
export interface Ground {
  readonly id:
    | 'stateSecret'
    | 'forbiddenByLaw'
    | 'publicSafety'
    | 'thirdParty'
    | 'internalAffairs'
    | 'deliberative'
    | 'enforcementFile';
  readonly title: string;
  /** 不予公开 (must not) or 可以不予公开 (may refuse). */
  readonly force: 'mustNot' | 'mayRefuse';
  readonly basis: Citation;
  /** Row of table 三 in which such an answer counts. */
  readonly outcome: `denied.${string}`;
  /** What lifts the ground, in the words of the article; null where nothing does. */
  readonly unless: string | null;
}

const ground = (
  id: Ground['id'],
  title: string,
  force: Ground['force'],
  article: string,
  unless: string | null = null,
): Ground => ({ id, title, force, basis: cite('tiaoli2019', article), outcome: `denied.${id}`, unless });

const unlessRequired = '法律、法规、规章规定上述信息应当公开的，从其规定';

/** 中华人民共和国政府信息公开条例（2019年）第十四条、第十五条、第十六条, read word by word. */
export const grounds: readonly Ground[] = [
  ground('stateSecret', '依法确定为国家秘密的政府信息', 'mustNot', '第十四条'),
  ground('forbiddenByLaw', '法律、行政法规禁止公开的政府信息', 'mustNot', '第十四条'),
  ground(
    'publicSafety',
    '公开后可能危及国家安全、公共安全、经济安全、社会稳定的政府信息',
    'mustNot',
    '第十四条',
  ),
  ground(
    'thirdParty',
    '涉及商业秘密、个人隐私等公开会对第三方合法权益造成损害的政府信息',
    'mustNot',
    '第十五条',
    '第三方同意公开或者行政机关认为不公开会对公共利益造成重大影响的，予以公开',
  ),
  ground(
    'internalAffairs',
    '人事管理、后勤管理、内部工作流程等方面的内部事务信息',
    'mayRefuse',
    '第十六条第一款',
  ),
  ground(
    'deliberative',
    '讨论记录、过程稿、磋商信函、请示报告等过程性信息',
    'mayRefuse',
    '第十六条第二款',
    unlessRequired,
  ),
  ground('enforcementFile', '行政执法案卷信息', 'mayRefuse', '第十六条第二款', unlessRequired),
];
