import type { Reading } from '../reading.ts';
import type { Report } from '../rules/rule.ts';
import { mostRelated, placeOf, sectionPassages } from './passages.ts';

/** What an agency calls itself: 我镇, 本局. Only ranks that the named agency can neither be nor belong to. */
const self =
  /(?:^|[,，。;；:：、!！?？"“(（)）\s]|是|在|对|由|与|为|使|让|确保|结合|根据|针对)((?:我|本)(镇|乡|街道|局|县))(?![部限面势村亲音愁土情长域城内])/g;

/** By the ending of the agency's name: which of these it cannot say of itself or of its superior. */
const impossible: readonly (readonly [RegExp, string])[] = [
  [/镇(?:人民)?政府$/, '乡,街道,局'],
  [/乡(?:人民)?政府$/, '镇,街道,局'],
  [/街道(?:办事处|办)?$/, '镇,乡,局'],
  [/[县市区旗](?:人民)?政府$/, '镇,乡,街道,局'],
  [/局$/, '镇,乡,街道'],
];

/** 我局 in a town's report, 我镇 in a county's: another agency speaks there. */
export function foreignSelves(reading: Reading): Report[] {
  const { agency } = reading.report;
  const ranks = impossible.find(([ending]) => ending.test(agency?.name ?? ''))?.[1].split(',');
  if (agency === null || ranks === undefined) return [];
  const hits = sectionPassages(reading).flatMap(({ passage }) => {
    if (!/[我本][镇乡街局]/.test(passage.text)) return [];
    return Array.from(passage.text.matchAll(self))
      .filter((match) => ranks.includes(match[2]!))
      .map((match) => ({ passage, words: match[1]!, index: match.index + match[0].indexOf(match[1]!) }));
  });
  const [first, ...others] = hits;
  if (first === undefined) return [];
  return [
    {
      message: `文中自称“${first.words}”，而报告的机关是${agency.name}，多半是照抄其他机关的文字${others.length > 0 ? `，共${hits.length}处` : ''}。请核对并改写为本机关的情况。`,
      at: placeOf(first.passage, first.words, first.index),
      related: others.slice(0, mostRelated).map((hit) => ({
        at: placeOf(hit.passage, hit.words, hit.index),
        message: `“${hit.words}”`,
      })),
    },
  ];
}
