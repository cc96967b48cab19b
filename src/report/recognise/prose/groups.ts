import type { Claim } from '../../reading.ts';
import { isAboutApplications } from './application-subject.ts';

/** A claim with its offsets in its paragraph, before grouping. */
export interface Draft extends Claim {
  readonly start: number;
  readonly end: number;
}

/** Words that open a breakdown of the figure before them, in the sentence of its parts. */
const opening = /(?:其中|分别|包括|分为|涉及|[(,]含|构成|按[^,;]{2,8}分)[^。!?]*$/;
/** A remark in brackets that is over before the figure. */
const remark = /\([^()]{0,80}\)/g;
/** A clause that begins something new. */
const breaksOff =
  /[;。](?:共|全年|本年|另|此外|同时|全[市县区镇])|(?:同时|另外|此外|并|还|截至|通过|全年|累计)/;
const outcome: ReadonlySet<Claim['subject']> = new Set<Claim['subject']>([
  'granted',
  'partial',
  'grantedOrPartial',
  'denied',
  'unavailable',
  'declined',
  'otherOutcome',
]);
const channel =
  /网上|网络|网站|在线|信函|邮寄|邮件|邮箱|当面|现场|窗口|传真|微信|微博|公众号|新媒体|平台|客户端|公报|公开栏/;

/** 公开属性 of a document, or the kind of an answer: cuts across a division by matter. */
const attribute = /(?:公开|答复|提供|处理)$/;

/** What a part is divided by; parts of different kinds make no common sum. */
function kindOf(claim: Draft): string {
  if (outcome.has(claim.subject)) return 'outcome';
  if (claim.part !== null)
    return ['upheld', 'corrected', 'otherResult', 'pending'].includes(claim.part) ? 'result' : 'applicant';
  if (attribute.test(claim.noun)) return 'attribute';
  return channel.test(claim.noun) ? 'channel' : 'noun';
}

/** Whether the figure can be a part: a further total of its own is none. */
function canBePart(claim: Draft, whole: Draft): boolean {
  if (claim.subject === 'share' || claim.none || claim.unit === '%') return false;
  if (claim.unit !== whole.unit && !(claim.unit === '件' && isAboutApplications(whole.subject))) return false;
  if (outcome.has(claim.subject) || claim.part !== null) return true;
  if (isAboutApplications(claim.subject)) return false;
  return (
    claim.subject === 'unknown' || claim.subject === whole.subject || !isAboutApplications(whole.subject)
  );
}

interface Open {
  readonly whole: number;
  readonly group: number;
  kind: string | null;
  sum: number;
  closed: boolean;
}

/**
 * Puts wholes and their parts together: figures behind 其中, 分别, 包括 and the like, as long as they divide the whole by
 * one and the same thing. A list that has come to the whole ends there.
 */
export function groupClaims(drafts: readonly Draft[], text: string, nextGroup: () => number): Claim[] {
  const groups: (number | null)[] = drafts.map(() => null);
  const roles: Claim['groupRole'][] = drafts.map(() => null);
  let open: Open | null = null;
  let last: number | null = null;
  drafts.forEach((draft, i) => {
    if (draft.none) return;
    const between = last === null ? '' : text.slice(drafts[last]!.end, draft.start).replace(remark, '');
    if (draft.subject === 'share' || draft.unit === '%') {
      if (open !== null && last !== null) groups[i] = groups[last]!;
      return;
    }
    const opens: boolean = last !== null && opening.test(between) && between.length < 60;
    if (opens && (roles[last!] === 'part' || !canBeWhole(drafts[last!]!, between))) open = null;
    else if (opens) open = { whole: last!, group: -1, kind: null, sum: 0, closed: false };
    else if (open !== null && (breaksOff.test(between) || /[。!?]/.test(between))) open = null;
    if (open !== null && !open.closed && belongs(draft, drafts[open.whole]!, open)) {
      if (groups[open.whole] === null || roles[open.whole] !== 'whole') {
        groups[open.whole] = nextGroup();
        roles[open.whole] = 'whole';
      }
      groups[i] = groups[open.whole]!;
      roles[i] = 'part';
      open.sum += draft.value;
      open.closed = Math.abs(open.sum - drafts[open.whole]!.value) < 1e-9 && open.sum > draft.value;
    } else if (open !== null) open = null;
    last = i;
  });
  return drafts.map((draft, i) => claimOf(draft, groups[i]!, roles[i]!));
}

/** The claim of a draft. Written out: copying by rest and spread took most of the time of all claims. */
const claimOf = (draft: Draft, group: Claim['group'], groupRole: Claim['groupRole']): Claim => ({
  subject: draft.subject,
  part: draft.part,
  value: draft.value,
  none: draft.none,
  precision: draft.precision,
  unit: draft.unit,
  year: draft.year,
  scope: draft.scope,
  noun: draft.noun,
  sentence: draft.sentence,
  at: draft.at,
  section: draft.section,
  group,
  groupRole,
});

/** 上年结转2件，其中 …; 法人2件。其中 …: said of all that was received, not of the last figure. */
const canBeWhole = ({ subject, part }: Draft, between: string): boolean =>
  subject !== 'carriedIn' && (part === null || !/[。!?]/.test(between));

/** 通过传真4件。其中，同意公开14件: what came one way is not what was answered. */
const isChannel = ({ noun }: Draft): boolean =>
  channel.test(noun) && !/收到|受理|接收|接到|公开申请/.test(noun);

function belongs(draft: Draft, whole: Draft, open: Open): boolean {
  if (!canBePart(draft, whole) || (outcome.has(draft.subject) && isChannel(whole))) return false;
  const kind = kindOf(draft);
  open.kind ??= kind;
  return open.kind === kind;
}
