import type { AgencyKind } from '../../../domain/annual/report.ts';
import type { Claim } from '../../reading.ts';

/** Whose report it is: what a sentence must be told apart from. */
export interface Reporter {
  readonly name: string;
  readonly kind: AgencyKind;
}

const wholeAreas = /全[省市州盟县区旗镇乡]|全街道|全街(?!头)/g;
const ownAreas: Readonly<Partial<Record<AgencyKind, RegExp>>> = {
  state: /全国/,
  province: /全[省区市]/,
  city: /全[市州盟]/,
  county: /全[县区市旗]/,
  township: /全[镇乡]/,
  subdistrict: /全街道?/,
  zone: /全区|全县/,
};
const others =
  /(?:各|所辖|下属|直属|市直|区直|县直|省直|县级|市级|省级|镇级|区级|乡级)(?:县区|县市区|县|区县|乡镇|镇街|街道|部门|单位|委办局|村|社区)|(?:部门|单位|乡镇|镇街|街道|区县|县区|本级|园区)(?:共|也|则|分别|等)*(?:收到|接收|受理|办理|答复|公开|发布|制发|新收|$)|[市县区省镇乡]级$|(?:^|[,、:]|其中|以及|由)[\u4e00-\u9fa5]{1,10}(?:局|委员会|中心|分局|大队|支队|公司|办事处|[镇乡县](?!级|政府信息)|街道)$/;
const governmentWide = /(?:各级|全[省市州县区旗镇乡](?:各级)?)(?:行政)?(?:机关|部门|单位)/;
const namedUnit =
  /(?:^|[,、:]|其中|以及|由)([\u4e00-\u9fa5]{2,12}?(?:局|委员会|委|厅|中心|分局|大队|公司|镇|乡|街道|办事处|办公室|政府办|县|区))(?:本级)?(?:共|全年|本年|新|累计|年内|主动|已|依法)*(?:收到|接收|接到|受理|办理|办结|答复|公开|发布|制发|制定|出台|印发|开展|举办|收取|征收|[0-9]|$)/;
const ownShort = /[我本全该][省市州县区镇乡局委厅办](?:街道)?|[我本该]街道/g;
const self = /^(?:我|本|全|该)/;

/**
 * Whether a clause speaks of the reporting agency or of a wider or narrower circle: 全市 is a county's superior, but a
 * city's own area; 市教育局 or 各乡镇 is somebody's part of the whole.
 */
export function scopeOf(before: string, sentenceHead: string, reporter: Reporter | null): Claim['scope'] {
  if (reporter === null) return namedUnit.test(before) ? 'other' : 'own';
  const own = ownAreas[reporter.kind];
  const nearest = lastArea(before) ?? lastArea(sentenceHead);
  if (nearest !== undefined && !(own?.test(nearest) ?? false) && !isOwnArea(nearest, reporter))
    return 'other';
  const unit = namedUnit.exec(before)?.[1];
  if (unit !== undefined && !self.test(unit) && !isOwnName(unit, reporter.name)) return 'other';
  const rest = before.replace(governmentWide, '').replace(ownShort, '').replaceAll(shortNameOf(reporter), '');
  return others.test(rest) ? 'other' : 'own';
}

/** The last 全市, 全县 … of a text. */
const lastArea = (text: string): string | undefined =>
  text.includes('全') ? text.match(wholeAreas)?.at(-1) : undefined;

/** 全市 in the report of a 县级市 or of a 直辖市. */
const isOwnArea = (area: string, { name, kind }: Reporter): boolean =>
  (kind === 'county' || kind === 'province' || kind === 'zone') &&
  name.replace(/人民政府$|管理委员会$|管委会$/, '').endsWith(area.slice(1));

/** The agency's name, in full or short (小孟镇, 县发展和改革局 for 沭阳县发展和改革局). */
function isOwnName(unit: string, name: string): boolean {
  return name.includes(unit) || unit.endsWith(shortName(name));
}

/** The name a report calls its agency by after the first mention: 小孟镇 for 济宁市兖州区小孟镇人民政府. */
const shortName = (name: string): string =>
  /([^省市州盟县区旗]{1,8}(?:镇|乡|街道))/.exec(name)?.[1] ??
  name.replace(/(?:人民政府|办事处|管理委员会|管委会)$/, '');

/** Worked out once a report: every figure asks for it. */
const shortNames = new WeakMap<Reporter, string>();

function shortNameOf(reporter: Reporter): string {
  const known = shortNames.get(reporter) ?? shortName(reporter.name);
  shortNames.set(reporter, known);
  return known;
}

const anyYear = /((?:19|20)[0-9]{2})年/g;
const partOfYear =
  /[上下]半年|[一二三四前首]季度|每季度?|每[月年周日]|平均|月均|日均|[0-9]{1,2}月[份底]?(?!1日)|[0-9]{1,2}月至[0-9]{1,2}月/;
const wholeYear = /1月1日起?至(?:[0-9]{4}年)?12月31日|(?:截至|截止)?(?:[0-9]{4}年)?12月(?:31日|底)/g;
const past = /(?:去年|上一?年度?)(?!度?(?:结转|转入|转|遗留|未办结|顺延))/;
const future = /下一步|明年|拟|计划(?:于|在)|将(?:继续|进一步|于)|力争|目标/;
const cumulative = /累计|历年|自[^,。]{2,12}以来|开通以来|成立以来|建成以来|多年来|近[几两三四五0-9]年/;
const thisYear = /今年|本年|全年|年内|当年|年度|[0-9]{4}年/;
const difference =
  /(?:增加|减少|增长|下降|上升|提高|降低|多|少|净增)(?:了|约|到)?$|(?:较|比)(?:上年|去年|上一年度?|同期)[^,]{0,10}$/;

/**
 * The year a figure speaks of: `clause` is its own clause, `before` all of the sentence in front of it. Null where it
 * cannot be told, or where the figure is a difference, a plan, a part of a year or a running total.
 */
export function yearOf(
  clause: string,
  before: string,
  inherited: number | null,
  reportYear: number | null,
): number | null {
  if (difference.test(clause) || future.test(before) || partOfYear.test(clause.replace(wholeYear, '')))
    return null;
  const stated = lastYear(clause) ?? lastYear(before);
  const year = stated ?? inherited ?? reportYear;
  if (past.test(clause)) return year === null ? null : year - 1;
  if (cumulative.test(clause) && !thisYear.test(before)) return null;
  return year;
}

/** The last year named in a text that is no year of a document or of a plan (2019年工作要点). */
export function lastYear(text: string): number | null {
  let found: number | null = null;
  if (!text.includes('年')) return found;
  for (const match of text.matchAll(anyYear)) {
    const after = text.slice(match.index + 5, match.index + 12);
    if (/^(?:[0-9]{1,2}月|版|政务公开工作要点|工作要点)/.test(after) && !/^1?月/.test(after)) continue;
    const before = text.slice(Math.max(0, match.index - 1), match.index);
    if (before === '《' || before === '〔') continue;
    found = Number(match[1]);
  }
  return found;
}
