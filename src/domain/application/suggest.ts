/** A figure of the annual report that somebody may be asking for. */
export interface FigureTopic {
  readonly cell: string;
  readonly label: string;
  readonly unit: string;
  readonly words: RegExp;
}

const figureTopics: readonly FigureTopic[] = [
  { cell: 'applications.received.total', label: '新收政府信息公开申请', unit: '件', words: /申请/ },
  { cell: 'applications.granted.total', label: '予以公开的申请', unit: '件', words: /予以公开/ },
  { cell: 'disclosure.regulations.inForce', label: '现行有效的规章', unit: '件', words: /规章/ },
  {
    cell: 'disclosure.normative.inForce',
    label: '现行有效的行政规范性文件',
    unit: '件',
    words: /规范性文件/,
  },
  { cell: 'disclosure.licensing.decisions', label: '行政许可处理决定', unit: '件', words: /行政许可/ },
  { cell: 'disclosure.penalties.decisions', label: '行政处罚处理决定', unit: '件', words: /行政处罚/ },
  { cell: 'disclosure.coercion.decisions', label: '行政强制处理决定', unit: '件', words: /行政强制/ },
  { cell: 'disclosure.fees.amountWan', label: '行政事业性收费', unit: '万元', words: /行政事业性收费/ },
  { cell: 'appeals.review.total', label: '因政府信息公开申请行政复议', unit: '件', words: /复议/ },
];

/** What the portal has besides reports. */
export type StandingPage = 'contacts' | 'deadline' | 'law' | 'statistics';

const pageWords: Readonly<Record<StandingPage, RegExp>> = {
  contacts: /(?:政府信息公开|政务公开)?(?:指南|工作机构|联系方式|联系电话|办公(?:地址|时间|地点)|传真号码)/,
  deadline: /(?:答复|办理|延期|期限).{0,6}(?:期限|多少天|几天|工作日|怎么算|计算)|工作日.{0,4}计算/,
  law: /政府信息公开条例|信息处理费管理办法/,
  statistics: /(?:各(?:乡镇|部门|单位|机关|县|街道)|历年|全[县市区省]).{0,12}(?:政府信息公开|年度报告|申请)/,
};

/** What of all that is public may be what an application asks for. */
export interface Suggested {
  /** Years named in the text, newest first. */
  readonly years: readonly number[];
  /** The annual report itself is asked for. */
  readonly report: boolean;
  readonly figures: readonly FigureTopic[];
  readonly pages: readonly StandingPage[];
  /** Words to look for in reports, the longest first. */
  readonly terms: readonly string[];
}

const asksCount = /(?:数量|件数|多少|统计|总数|总量|数据|情况|金额)/;
const asksReport = /年度?报告|年报|政府信息公开工作/;
/** Words that every application has, and years: they find everything. */
const common =
  /(?:申请|公开|关于|有关|相关|政府信息|信息|文件|材料|情况|全部|所有|具体|提供|复印件|以及|及其|本人|贵机关|贵单位|请求|要求|数量|件数|统计|年度|\d{4}年?|第\d+期?)|[的和与及、，。；：（）《》“”\s\d/|-]+/g;

const mostTerms = 3;
/** Words of two signs stand in nearly every report. */
const shortestTerm = 3;

const termsOf = (text: string): readonly string[] =>
  [...new Set(text.replace(common, ' ').split(' '))]
    .filter((term) => term.length >= shortestTerm)
    .map((term) => term.slice(0, 12))
    .sort((a, b) => b.length - a.length)
    .slice(0, mostTerms);

/** Reads out of what is asked for where it may be public already; words are ours and only ever suggest. */
export function suggestFor(text: string): Suggested {
  const years = [...new Set([...text.matchAll(/(?:19|20)\d{2}/g)].map(([year]) => Number(year)))];
  const counts = asksCount.test(text);
  const ofDisclosure = /政府信息公开|依申请公开|政务公开/.test(text);
  return {
    years: years.sort((a, b) => b - a),
    report: asksReport.test(text),
    figures: counts
      ? figureTopics.filter(
          ({ cell, words }) =>
            words.test(text) && (ofDisclosure || !/^(?:applications|appeals)\./.test(cell)),
        )
      : [],
    pages: (Object.keys(pageWords) as StandingPage[]).filter((page) => pageWords[page].test(text)),
    terms: termsOf(text),
  };
}
