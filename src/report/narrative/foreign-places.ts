import type { Place } from '../../domain/annual/report.ts';
import { type OwnPlaces, ownPlaces } from '../places/own.ts';
import { inOneLine, levelOf, type Mention, type Places } from '../places/places.ts';
import type { Passage, Reading } from '../reading.ts';
import type { Report } from '../rules/rule.ts';
import { mostRelated, placeOf, sectionPassages } from './passages.ts';

/** A clause begins: a mark, a year, an ordinal, or a word that brings in a new subject. */
const before =
  /(?:^|[,，。;；:：、!！?？)）"”\n\s]|年(?:度)?|[一二三四五六七八九]是|组织|结合|成立|调整|明确|充实|建立|健全|完善|落实|按照|根据|及时|查阅|了解|发布|以来|期间|制定|制发|印发|出台|公开|推动|推进|提高|提升|加强|确保|做好|形成|打造|促进|成为|由|为)$/;
/** Contexts in which another place is named lawfully. */
const lawful =
  /学习|借鉴|赴|考察|交流|参观|观摩|对口|帮扶|协作|联合|共建|来自|毗邻|相邻|位于|迁|原|合并|划归|撤|调研|外出|先进|经验|做法/;
/** What only an acting agency has or does. */
const acting =
  /^(?:(?:人民)?政府|党委|党工委|办事处|党政办)?(?:认真|高度|严格|始终|积极|主动|坚持|不断|进一步|切实|着力|深入|继续|充分|紧紧|全面|共|全年|未|没有|将|围绕|按照|根据|结合|成立|制定|建立|通过|以|高质量|扎实|有序|持续|及时|依法|的?(?:政务公开|政府信息公开|信息公开)(?:工作)?(?:领导小组|办公室|专栏|工作|要点|方案|指南|目录|情况|水平|制度)|(?:的)?微信公众号|官方)/;

/** What stands before a place named as another's: with it, at it, from it. */
const beside = /(?:和|与|同|跟|及|、|赴|到|至|在|从|往|向|距|邻|原|如|例如)$/;
/** What only the reporting agency does in its own report. */
const disclosing =
  /^(?:人民政府|政府|党政办公?室?)?(?:主动公开|政府信息公开|政务公开|依申请公开|信息公开)(?!经验|做法|案例|培训|现场|示范|试点)/;

/**
 * Names of places that are neither the agency's own, nor above it, nor below it, where they act or own something
 * in its narrative. Judged only where the agency's own place is certain, or no candidate for it fits.
 */
export function foreignPlaces(reading: Reading, places: Places): Report[] {
  const own = ownPlaces(reading, places);
  if (own.level === null || own.level === 0 || (own.codes.length === 0 && own.level !== 4)) return [];
  const byName = new Map<string, Place[]>();
  for (const { passage } of sectionPassages(reading)) {
    for (const mention of places.mentions(passage.text))
      if (isForeign(mention, own) && acts(mention, passage.text) && !lawful.test(passage.text)) {
        const found = byName.get(mention.name);
        if (found === undefined) byName.set(mention.name, [placeOfMention(passage, mention)]);
        else found.push(placeOfMention(passage, mention));
      }
  }
  return [...byName].map(([name, [at, ...others]]) => ({
    message: `文中写的是“${name}”，而报告的机关是${reading.report.agency!.name}，多半是照抄其他地方的报告${others.length > 0 ? `，共${others.length + 1}处` : ''}。请核对并改为本机关的情况。`,
    at: at!,
    related: others.slice(0, mostRelated).map((place) => ({ at: place, message: `“${name}”` })),
  }));
}

const placeOfMention = (passage: Passage, mention: Mention): Place =>
  placeOf(passage, mention.name, mention.start);

/** Whether no division of that name is the agency's, nor above, nor below any place it may be. */
function isForeign({ name, codes }: Mention, { codes: own, ownName, level }: OwnPlaces): boolean {
  if (sharesStem(name, ownName)) return false;
  const rank = Math.max(...codes.map(levelOf));
  if (rank < level!) return false;
  if (own.length === 0) return rank === 4 && level === 4;
  return !codes.some((code) => own.some((mine) => inOneLine(code, mine)));
}

/** 小孟乡 and 小孟镇, 兖州市 and 兖州区: one place before and after a reform. */
const sharesStem = (name: string, ownName: string): boolean =>
  ownName.includes(name.replace(/(?:街道|[省市县区州盟旗镇乡])$/, ''));

function acts({ name, start, end }: Mention, text: string): boolean {
  if (name.length < 3) return false;
  const lead = text.slice(Math.max(0, start - 8), start);
  const rest = text.slice(end, end + 24);
  return (before.test(lead) && acting.test(rest)) || (!beside.test(lead) && disclosing.test(rest));
}
