import type { InstrumentId } from './citation.ts';
import type { Certainty } from './instruments.ts';

/** An article as promulgated, one string a paragraph (款 or 项). */
export interface ArticleText {
  readonly instrument: InstrumentId;
  readonly number: number;
  readonly label: string;
  readonly paragraphs: readonly string[];
  /** Of the wording. */
  readonly certainty: Certainty;
  readonly checkedOn: string;
}

export const articleText = (
  instrument: InstrumentId,
  number: number,
  label: string,
  paragraphs: readonly string[],
): ArticleText => ({
  instrument,
  number,
  label,
  paragraphs,
  certainty: 'verified',
  checkedOn: '2026-11-22',
});

/**
 * The articles that findings on annual reports cite, word by word: 中华人民共和国政府信息公开条例（2019年修订） and
 * 中华人民共和国立法法（2023年修正）. Apart from those on applications, which the checker's page need not load.
 */
export const reportArticles: readonly ArticleText[] = [
  articleText('tiaoli2019', 5, '第五条', [
    '行政机关公开政府信息，应当坚持以公开为常态、不公开为例外，遵循公正、公平、合法、便民的原则。',
  ]),
  articleText('tiaoli2019', 6, '第六条', [
    '行政机关应当及时、准确地公开政府信息。',
    '行政机关发现影响或者可能影响社会稳定、扰乱社会和经济管理秩序的虚假或者不完整信息的，应当发布准确的政府信息予以澄清。',
  ]),
  articleText('tiaoli2019', 42, '第四十二条', [
    '行政机关依申请提供政府信息，不收取费用。但是，申请人申请公开政府信息的数量、频次明显超过合理范围的，行政机关可以收取信息处理费。',
    '行政机关收取信息处理费的具体办法由国务院价格主管部门会同国务院财政部门、全国政府信息公开工作主管部门制定。',
  ]),
  articleText('tiaoli2019', 46, '第四十六条', [
    '各级人民政府应当建立健全政府信息公开工作考核制度、社会评议制度和责任追究制度，定期对政府信息公开工作进行考核、评议。',
  ]),
  articleText('tiaoli2019', 47, '第四十七条', [
    '政府信息公开工作主管部门应当加强对政府信息公开工作的日常指导和监督检查，对行政机关未按照要求开展政府信息公开工作的，予以督促整改或者通报批评；需要对负有责任的领导人员和直接责任人员追究责任的，依法向有权机关提出处理建议。',
    '公民、法人或者其他组织认为行政机关未按照要求主动公开政府信息或者对政府信息公开申请不依法答复处理的，可以向政府信息公开工作主管部门提出。政府信息公开工作主管部门查证属实的，应当予以督促整改或者通报批评。',
  ]),
  articleText('tiaoli2019', 49, '第四十九条', [
    '县级以上人民政府部门应当在每年1月31日前向本级政府信息公开工作主管部门提交本行政机关上一年度政府信息公开工作年度报告并向社会公布。',
    '县级以上地方人民政府的政府信息公开工作主管部门应当在每年3月31日前向社会公布本级政府上一年度政府信息公开工作年度报告。',
  ]),
  articleText('tiaoli2019', 50, '第五十条', [
    '政府信息公开工作年度报告应当包括下列内容：',
    '（一）行政机关主动公开政府信息的情况；',
    '（二）行政机关收到和处理政府信息公开申请的情况；',
    '（三）因政府信息公开工作被申请行政复议、提起行政诉讼的情况；',
    '（四）政府信息公开工作存在的主要问题及改进情况，各级人民政府的政府信息公开工作年度报告还应当包括工作考核、社会评议和责任追究结果情况；',
    '（五）其他需要报告的事项。',
    '全国政府信息公开工作主管部门应当公布政府信息公开工作年度报告统一格式，并适时更新。',
  ]),
  articleText('lifafa2023', 91, '第九十一条', [
    '国务院各部、委员会、中国人民银行、审计署和具有行政管理职能的直属机构以及法律规定的机构，可以根据法律和国务院的行政法规、决定、命令，在本部门的权限范围内，制定规章。',
    '部门规章规定的事项应当属于执行法律或者国务院的行政法规、决定、命令的事项。没有法律或者国务院的行政法规、决定、命令的依据，部门规章不得设定减损公民、法人和其他组织权利或者增加其义务的规范，不得增加本部门的权力或者减少本部门的法定职责。',
  ]),
  articleText('lifafa2023', 93, '第九十三条', [
    '省、自治区、直辖市和设区的市、自治州的人民政府，可以根据法律、行政法规和本省、自治区、直辖市的地方性法规，制定规章。',
    '地方政府规章可以就下列事项作出规定：',
    '（一）为执行法律、行政法规、地方性法规的规定需要制定规章的事项；',
    '（二）属于本行政区域的具体行政管理事项。',
    '设区的市、自治州的人民政府根据本条第一款、第二款制定地方政府规章，限于城乡建设与管理、生态文明建设、历史文化保护、基层治理等方面的事项。已经制定的地方政府规章，涉及上述事项范围以外的，继续有效。',
    '除省、自治区的人民政府所在地的市，经济特区所在地的市和国务院已经批准的较大的市以外，其他设区的市、自治州的人民政府开始制定规章的时间，与本省、自治区人民代表大会常务委员会确定的本市、自治州开始制定地方性法规的时间同步。',
    '应当制定地方性法规但条件尚不成熟的，因行政管理迫切需要，可以先制定地方政府规章。规章实施满两年需要继续实施规章所规定的行政措施的，应当提请本级人民代表大会或者其常务委员会制定地方性法规。',
    '没有法律、行政法规、地方性法规的依据，地方政府规章不得设定减损公民、法人和其他组织权利或者增加其义务的规范。',
  ]),
];

/** Those of `articles` that a citation names, e.g. of “第四十九条、第五十条第一款”. */
export const namedAmong = (
  articles: readonly ArticleText[],
  instrument: InstrumentId,
  citation: string,
): readonly ArticleText[] =>
  articles.filter(({ instrument: of, label }) => of === instrument && citation.includes(label));
