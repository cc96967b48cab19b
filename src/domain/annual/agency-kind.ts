import { cityTier } from './cities.ts';
import type { AgencyKind } from './report.ts';

const zone =
  /(?:实验区|试验区|示范区|开发区|高新区|经开区|园区|产业园|工业园|保税区|保税港区|风景区|景区|度假区|旅游区|合作区|集聚区|自贸区|管理区|工业区|新区|新城)(?:党工委)?(?:管理委员会|管委会)?$|(?:区|港|园|城)(?:管理委员会|管委会)$/;
const municipality = /^(?:北京|上海|天津|重庆)市$/;
/** 新区 that are divisions with a 人民政府 of their own. */
const districtsNamedZone = /(?:浦东|滨海)新区$/;
const division =
  /(?:特别行政区|自治区|自治州|自治县|自治旗|地区|省|市|州(?![市县区])|盟(?![市县区])|县|旗|区)/g;
const townshipEnd = /(?:镇|乡|苏木)(?:人民政府)?$/;
const subdistrictEnd = /街道(?:办事处|办)?$/;
const ministry =
  /^(?:中华人民共和国|国家|中国|国务院|全国)|^(?:外交|国防|教育|科学技术|科技|工业和信息化|公安|民政|司法|财政|人力资源和?社会保障|自然资源|生态环境|住房和?城乡建设|交通运输|水利|农业农村|商务|文化和旅游|退役军人事务|应急管理|审计)部$|^(?:海关总署|审计署|中国人民银行)/;

/** The last division named in front of a body, with the name it bears from there: 济宁市兖州区教育局 → 兖州区. */
function lastDivision(name: string): string | null {
  let from = 0;
  let last: string | null = null;
  for (const match of name.matchAll(division)) {
    const end = match.index + match[0].length;
    const own = name.slice(from, end);
    if (own.length < 2 || own === '城市') continue;
    last = own;
    from = end;
  }
  return last;
}

function tierOf(place: string): 'province' | 'city' | 'county' {
  if (municipality.test(place) || /(?:省|自治区|特别行政区)$/.test(place)) return 'province';
  if (/(?:自治州|州|盟|地区)$/.test(place)) return 'city';
  if (place.endsWith('市')) return cityTier(place);
  return 'county';
}

/** Kind of an agency by its name alone; `other` where the name names no place and no known body. */
export function agencyKind(name: string): AgencyKind {
  const plain = name.replace(/[()（）\s]/g, '');
  if (/^(?:中华人民共和国)?(?:中央人民政府|国务院)$/.test(plain)) return 'state';
  if (ministry.test(plain)) return 'ministry';
  if (townshipEnd.test(plain)) return 'township';
  if (subdistrictEnd.test(plain)) return 'subdistrict';
  if (zone.test(plain) && !districtsNamedZone.test(plain)) return 'zone';
  const government = plain.replace(/人民政府$/, '');
  const place = lastDivision(plain);
  if (place === null) return /^[县旗区](?=..).*[局委办]$/.test(plain) ? 'countyDepartment' : 'other';
  const tier = tierOf(place);
  return government.endsWith(place)
    ? tier
    : /街道|[镇乡]/.test(government.split(place)[1] ?? '')
      ? 'other'
      : `${tier}Department`;
}
