import { cite } from '../../law/citation.ts';
import type { Claim } from '../reading.ts';
import { figureText, quote } from './prose.ts';
import type { Report, Rule } from './rule.ts';

/** Channels overlap: one thing may be published on several of them. */
const overlapping = /网站|微信|微博|公众号|新媒体|客户端|平台|公报|公开栏|网上|头条|抖音/;

/** Groups of claims, whole first. */
function groupsOf(claims: readonly Claim[]): Claim[][] {
  const groups = new Map<number, Claim[]>();
  for (const claim of claims) {
    if (claim.group === null || claim.groupRole === null) continue;
    const group = groups.get(claim.group) ?? [];
    if (claim.groupRole === 'whole') group.unshift(claim);
    else group.push(claim);
    groups.set(claim.group, group);
  }
  return [...groups.values()].filter((group) => group[0]!.groupRole === 'whole' && group.length > 1);
}

/** Whether the parts are said to be all of them: 分别, or a set that the form knows to be complete. */
function claimsAll(parts: readonly Claim[], between: string): boolean {
  if (/等[^,;。]{0,6}$/.test(between) || parts.length < 2) return false;
  const kinds = new Set(parts.map((claim) => claim.part));
  const outcomes = new Set(parts.map((claim) => claim.subject));
  return (
    /分别(?:为|是)?/.test(between) ||
    (kinds.has('naturalPerson') && kinds.has('organisation')) ||
    ['upheld', 'corrected', 'otherResult', 'pending'].every((part) => kinds.has(part as Claim['part'])) ||
    ((outcomes.has('grantedOrPartial') || (outcomes.has('granted') && outcomes.has('partial'))) &&
      (['denied', 'unavailable', 'declined', 'otherOutcome'] as const).every((subject) =>
        outcomes.has(subject),
      ))
  );
}

function fault([whole, ...parts]: readonly Claim[]): Report | null {
  if (whole === undefined || [whole, ...parts].some((claim) => claim.precision !== 'exact')) return null;
  if (parts.some((claim) => overlapping.test(claim.noun) || (/涉及/.test(claim.noun) && claim.part === null)))
    return null;
  const sum = parts.reduce((total, claim) => total + claim.value, 0);
  const rounded = Math.round(sum * 1e6) / 1e6;
  const single = parts.length === 1;
  const exceeds = rounded > whole.value;
  if (!exceeds && !(rounded < whole.value && claimsAll(parts, whole.sentence.text))) return null;
  const list = parts.map(figureText).join('、');
  return {
    message:
      `正文${quote(whole)}中，${single ? '所含' : '各分项'} ${list}${single ? '' : `合计 ${rounded}`}，` +
      `${exceeds ? '超过' : '少于'}总数 ${figureText(whole)}。请核对总数和分项。`,
    at: whole.at,
    related: parts.map((claim) => ({ at: claim.at, message: `${claim.noun}：${figureText(claim)}` })),
  };
}

/** Parts that the prose names of a whole: they never exceed it, and make it up where it says that they are all. */
export const proseSum: Rule = {
  code: 'R103',
  id: 'prose-sum',
  severity: 'warning',
  name: '正文分项与总数不符',
  basis: [cite('tiaoli2019', '第五十条第一款')],
  check: (reading) =>
    groupsOf(reading.claims)
      .map(fault)
      .filter((report) => report !== null),
};
