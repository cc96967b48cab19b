/**
 * Words that reports of this kind get wrong, as data: what is printed, what it should be, why. Only what is wrong
 * wherever it stands; where a right phrase contains it, `not` tells the surroundings in which it is no fault.
 */
export interface WrongWord {
  /** As in normalised text; with `asPrinted` as in the raw text (glyphs that normalising mends). */
  readonly wrong: string;
  /** What it should be; empty where only the author knows. */
  readonly right: string;
  readonly why: string;
  /** Surroundings in which the words are right: tested on the text from 6 characters before to 14 after. */
  readonly not?: RegExp;
  /** Must follow the words at once. */
  readonly next?: RegExp;
  readonly asPrinted?: boolean;
  /** Formulas: the report year from which they are out of date. */
  readonly since?: number;
}

const typo = (wrong: string, right: string, rest: Partial<WrongWord> = {}): WrongWord => ({
  wrong,
  right,
  why: '错别字',
  ...rest,
});
const formula = (wrong: string, right: string, why: string, rest: Partial<WrongWord> = {}): WrongWord => ({
  wrong,
  right,
  why,
  ...rest,
});

/** Wording that the law has left behind or never had; checked 2026-11-21. */
const formulas: readonly WrongWord[] = [
  formula('公开为原则', '公开为常态', '条例第五条：以公开为常态、不公开为例外', {
    since: 2019,
    not: /公开为原则.{0,4}要求的?旧/,
  }),
  formula('公开是原则', '公开是常态', '条例第五条：以公开为常态、不公开为例外', { since: 2019 }),
  formula('生产、生活、科研等特殊需要', '', '2019年修订的条例不再要求申请人说明特殊需要', { since: 2019 }),
  formula('检索费、复制费、邮寄费', '信息处理费', '检索、复制、邮寄收费已取消，现行的是信息处理费', {
    since: 2021,
  }),
  formula('检索、复制、邮寄等成本费', '信息处理费', '检索、复制、邮寄收费已取消，现行的是信息处理费', {
    since: 2021,
  }),
  formula('不予受理', '不予处理', '条例没有“不予受理”这一类答复', {
    not: /复议|诉讼|起诉|法院|许可|信访|仲裁/,
  }),
  formula('中华人民共和国信息公开条例', '中华人民共和国政府信息公开条例', '法规名称少了“政府”'),
  formula('政府信息公开条列', '政府信息公开条例', '错别字'),
  formula('国务院办公厅政府信息公开与政务公开办公室', '国务院办公厅政府信息与政务公开办公室', '机构名称有误'),
  formula('国办公开办涵', '国办公开办函', '文号用字有误'),
  formula('法人或其它组织', '法人或者其他组织', '条例第十三条、第二十七条的用语'),
  formula('法人和其它组织', '法人和其他组织', '条例第一条的用语'),
  formula('结转下半年', '结转下年度', '年度报告按年度结转'),
  formula('政府公开', '政府信息公开', '名称不完整，应为“政府信息公开”或“政务公开”', {
    next: /[”"]|栏目|专栏|平台|网站|指南|目录|年报/,
    not: /[省市县区州旗镇乡人各级级]政府公开|民政府公开/,
  }),
];

/** Grammar and set phrases. */
const phrases: readonly WrongWord[] = [
  formula('截止', '截至', '后面是时间时用“截至”', {
    next: /(?:到|至)?(?:目前|今年|当前|本年|年底|(?:19|20)\d\d年|\d{1,2}月)/,
    not: /期限|时限|报名|止日/,
  }),
  formula('年来', '年以来', '具体年份之后用“以来”', {
    next: /[,，、]/,
    not: /近[^。,;]{0,5}年来|(?:^|[^\d])\d{1,3}年来|[一二三四五六七八九十几多数些]年来|[当历逐每]年来|去年来|今年来/,
  }),
  formula('微信工作号', '微信公众号', '没有“微信工作号”'),
  formula('考评评价', '考核评价', '词语重复'),
  formula('再公开工作', '公开工作', '多字或错字', { not: /不再公开/ }),
  formula('面对社会', '面向社会', '用词不当', { next: /(?:公开|公布|宣传|征集|发布)/ }),
  formula('对及因', '对因', '多字'),
  formula('决策抓引', '', '“抓引”不成词'),
  formula('主动公涉及', '主动公开涉及', '漏字'),
  formula('年度度', '年度', '多字'),
  formula('的的', '的', '多字', { not: /的的确/ }),
  formula('公开公开', '公开', '多字', { next: /(?:工作|情况|信息|栏|指南|目录)/, not: /依申请公开公开/ }),
  formula('通过通过', '通过', '多字'),
  formula('进一步进一步', '进一步', '多字'),
];

/** Wrong characters. */
const typos: readonly WrongWord[] = [
  typo('査', '查', { asPrinted: true, why: '字形错误（日文汉字）' }),
  typo('歩', '步', { asPrinted: true, why: '字形错误（日文汉字）' }),
  typo('公幵', '公开', { asPrinted: true, why: '字形错误' }),
  typo('测重', '侧重', { not: /[检监预称量]测重|测重[量力心点大]/ }),
  typo('布署', '部署', { not: /[公宣发颁]布署/ }),
  typo('部暑', '部署'),
  typo('己公开', '已公开', { not: /[自知克利]己公开/ }),
  typo('己办结', '已办结'),
  typo('己答复', '已答复'),
  typo('己全部', '已全部', { not: /自己全部/ }),
  typo('均己', '均已', { not: /均己方/ }),
  typo('末收到', '未收到', { not: /[年周期月岁季始旬]末收到/ }),
  typo('末发生', '未发生', { not: /[年周期月岁季始旬]末发生/ }),
  typo('末产生', '未产生', { not: /[年周期月岁季始旬]末产生/ }),
  typo('尚末', '尚未'),
  typo('做为', '作为', { not: /[叫当看称唤化]做为|做为[民人]/ }),
  typo('签定', '签订'),
  typo('帐号', '账号', { why: '规范写法是“账号”' }),
  typo('登陆', '登录', { next: /(?:网站|平台|系统|门户|账号|网页|政府网|网址)/ }),
  typo('微薄', '微博', {
    next: /[、,，和及等公平账]/,
    not: /(?:收入|利润|力量|薪|贡献|力)微薄|微薄[、,](?:收入|利润|力量)/,
  }),
  typo('公开为列外', '公开为例外'),
  typo('不公开为另外', '不公开为例外'),
  typo('行政复仪', '行政复议'),
  typo('行政复义', '行政复议'),
  typo('行政诉论', '行政诉讼'),
  typo('保密审察', '保密审查'),
  typo('公开指难', '公开指南'),
  typo('知情全', '知情权', { next: /[、,]/ }),
  typo('公开目绿', '公开目录'),
  typo('年渡报告', '年度报告'),
  typo('依法依归', '依法依规'),
  typo('平台建没', '平台建设'),
  typo('队伍建没', '队伍建设'),
  typo('惯彻', '贯彻'),
  typo('重点领城', '重点领域'),
  typo('有待题高', '有待提高'),
  typo('进一步题高', '进一步提高'),
  typo('通迅', '通讯'),
  typo('联糸', '联系', { asPrinted: true }),
  typo('不在处理其', '不再处理其'),
  typo('愈期', '逾期'),
  typo('勾嵇', '勾稽'),
  typo('再所难免', '在所难免'),
  typo('一如继往', '一如既往'),
  typo('再接再励', '再接再厉'),
  typo('全力已赴', '全力以赴'),
  typo('凑效', '奏效'),
  typo('松驰', '松弛'),
  typo('披漏', '披露'),
  typo('泄秘', '泄密'),
  typo('张帖', '张贴'),
  typo('公示拦', '公示栏'),
  typo('公开拦', '公开栏'),
  typo('宣传拦', '宣传栏'),
  typo('办工室', '办公室'),
  typo('付组长', '副组长', { not: /[支交托]付组长/ }),
  typo('付镇长', '副镇长', { not: /[支交托]付镇长/ }),
  typo('信自公开', '信息公开', { not: /自信自公开/ }),
  typo('贯彻落实实', '贯彻落实', { not: /落实实[施际事效行]/ }),
  typo('因该', '应该', { not: /因该[项案市县区镇乡局申信单行类部村企公同条文]/ }),
];

export const wrongWords: readonly WrongWord[] = [...formulas, ...phrases, ...typos];
