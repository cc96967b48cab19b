import type { ChromeHints } from './chrome.ts';
import { agencyInTitle } from './title.ts';

const ends =
  /(?:人民政府|办公[室厅]|委员会|管委会|委|局|厅|部|总署|办|院|处|站|所|中心|街道|办事处|镇|乡|苏木|县|市|省|区|州|盟|旗|公司|大队|支队|总队|银行|大学|学院|医院|协会)$/;
const bareGovernment = /(?:省|自治区|自治州|州|盟|市|县|旗|镇|乡|苏木)$/;

/** Whether a text has the form of an agency's name. */
export const isAgencyName = (text: string): boolean =>
  text.length >= 2 &&
  text.length <= 40 &&
  ends.test(text) &&
  !/[。,;:!?0-9、]|^(?:我|本|全|各|该)|情况$/.test(text);

/** A government named by its place alone is its 人民政府 (九都镇 → 九都镇人民政府); zones and 街道 stay as named. */
export const fullName = (name: string): string => (bareGovernment.test(name) ? `${name}人民政府` : name);

const saidBy = [
  /本报告由([^,。;(]{2,30}?)(?:根据|按照|依据|依照|编制|负责|汇总|综合)/,
  /请与([^,。;(]{2,30}?)(?:\([^)]{0,120}\))?联系/,
  /(?:发布|公布|编制|将)([^,。;(《]{2,30}?)(?:19|20)[0-9]{2}年(?:度)?政府信息公开/,
];

/** The agency as the preamble names it: who compiled the report, whom to ask. */
export function agencyInPreamble(text: string): string | null {
  for (const pattern of saidBy) {
    const name = pattern
      .exec(text)?.[1]
      ?.replace(/(?:党政综合|党政|综合)?办(?:公室)?$|(?<=[局委厅])[^局委厅]{0,6}(?:中心|[股科]室?)$/, '');
    if (name !== undefined && isAgencyName(name)) return name;
  }
  return null;
}

/** 临江市政府信息公开专栏 >> 花山镇 names 临江市花山镇. */
function agencyInPath(path: readonly string[]): string | null {
  const township = path.findLast((name) => /^[^政信公]{2,12}(?:镇|乡|街道)(?:人民政府|办事处)?$/.test(name));
  if (township === undefined) return null;
  const county = path
    .map((name) => /^(.{2,10}?(?:市|县|区|旗))(?:人民)?政府/.exec(name)?.[1])
    .find((c) => c !== undefined);
  return (county ?? '') + township;
}

/** 平潭综合实验区管委会 for a zone named by its place alone. */
const isOfficeOf = (other: string, name: string): boolean =>
  other.startsWith(name) && /^(?:管委会|管理委员会|人民政府|办事处)$/.test(other.slice(name.length));

/**
 * The agency's name: as the title prints it, else the signature, the preamble, the page. A fuller form of the same name
 * in the signature or preamble (临江市花山镇人民政府 for 花山镇) is taken.
 */
export function agencyName(sources: {
  readonly title: string | null;
  readonly signature: string | null;
  readonly preamble: string;
  readonly hints: ChromeHints;
}): string | null {
  const { title, signature, preamble, hints } = sources;
  const titled = title === null ? null : agencyInTitle(title);
  const said = agencyInPreamble(preamble);
  const first = titled ?? signature ?? said ?? agencyInPath(hints.path);
  if (first === null) return hints.publisher;
  const name = fullName(first);
  const shown = hints.title === null ? null : agencyInTitle(hints.title.text);
  const fuller = [signature, said, shown].find(
    (other) =>
      other !== null && other.length > name.length && (other.endsWith(name) || isOfficeOf(other, name)),
  );
  return fuller ?? name;
}
