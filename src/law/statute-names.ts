import { type Citation, cite } from './citation.ts';
import type { Certainty } from './instruments.ts';

/**
 * What the name of a text tells of its rank. `local`: it bears the name of a province, a city or a county, as only
 * 地方性法规 and 地方政府规章 do. `below`: no 法律 or 行政法规 is called so. `unclear`: 行政法规 and 规章 both are called
 * 规定 and 办法; only who made it tells.
 */
export type NamedRank = 'local' | 'below' | 'unclear';

interface RankRule {
  readonly rank: NamedRank;
  readonly pattern: RegExp;
  readonly words: string;
  readonly certainty: Certainty;
}

/** A law speaks of 城市 and 县级 too; a place stands at the beginning of the name. */
const place =
  /^(?!中华人民共和国|国务院|全国|国家|城市|县级|省级)[\u4e00-\u9fff]{2,7}?(?:省(?!级|辖)|自治区|特别行政区|经济特区|市(?!场|容|辖|政(?!府))|自治州|自治县|县(?!级|域)|旗).*(?:条例|规定|办法|细则|规则|决定)/;

/** The names of 行政法规 are 条例, 规定, 办法 (《行政法规制定程序条例》第五条); a 规章 may not be called 条例. */
export const rankRules: readonly RankRule[] = [
  {
    rank: 'local',
    pattern: place,
    words: '从名称看是地方性法规或者地方政府规章，不是法律、行政法规',
    certainty: 'fromMemory',
  },
  {
    rank: 'below',
    pattern: /(?:细则|规则|通知|意见|标准|规范|指南|规程)(?:（[^）]*）)?$/,
    words: '从名称看是规章或者规范性文件，不是法律、行政法规',
    certainty: 'fromMemory',
  },
  {
    rank: 'unclear',
    pattern: /(?:规定|办法)(?:（[^）]*）)?$/,
    words: '从名称看可能是规章：只有国务院制定的才是行政法规',
    certainty: 'fromMemory',
  },
];

/** Only 法律、行政法规 forbid disclosure (第十四条), and only they have 特别规定 on who may consult what (第三十六条第（七）项). */
export const statuteBasis: Citation = cite('tiaoli2019', '第十四条');

/** The texts named in 《》, and what their names tell against them; none where nothing does. */
export const doubtfulStatutes = (
  text: string,
): readonly { readonly name: string; readonly words: string }[] =>
  [...text.matchAll(/《([^》]+)》/g)].flatMap(([, name]) => {
    const rule = rankRules.find(({ pattern }) => pattern.test(name!));
    return rule === undefined ? [] : [{ name: name!, words: rule.words }];
  });
