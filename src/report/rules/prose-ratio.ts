import { cite } from '../../law/citation.ts';
import type { Claim } from '../reading.ts';
import { figureText, quote } from './prose.ts';
import type { Report, Rule } from './rule.ts';

/** Whether the share is what the figures give, rounded or cut off at the digits printed; 约 leaves a point. */
function recomputes(share: Claim, part: number, whole: number): boolean {
  const exact = (part / whole) * 100;
  const decimals = String(share.value).split('.')[1]?.length ?? 0;
  const unit = 10 ** -decimals;
  if (share.precision !== 'exact') return Math.abs(exact - share.value) <= Math.max(1, unit);
  return Math.abs(exact - share.value) < unit - 1e-9 || Math.abs(exact - share.value) <= 0.5 * unit + 1e-9;
}

function fault(share: Claim, part: Claim, whole: Claim, bases: readonly Claim[]): Report | null {
  if (part.group !== share.group || part.groupRole !== 'part' || part.precision !== 'exact') return null;
  if (whole.precision !== 'exact' || whole.value <= 0) return null;
  if ([whole, ...bases].some((base) => recomputes(share, part.value, base.value))) return null;
  const exact = (part.value / whole.value) * 100;
  return {
    message:
      `正文${quote(share)}中，${figureText(part)}占 ${figureText(whole)} 的比例应为 ${exact.toFixed(2)}%，` +
      `不是 ${share.value}%。请重新计算。`,
    at: share.at,
    related: [
      { at: part.at, message: `部分：${figureText(part)}` },
      { at: whole.at, message: `总数：${figureText(whole)}` },
    ],
  };
}

const MOST_BASES = 12;

/** Every share with the figure before it, the whole of their group and the other totals of its sentence. */
function faults(claims: readonly Claim[]): Report[] {
  const found: Report[] = [];
  let bases: Claim[] = [];
  let whole: Claim | null = null;
  claims.forEach((claim, i) => {
    const previous = claims[i - 1];
    if (previous?.sentence !== claim.sentence) bases = [];
    if (claim.groupRole === 'whole') whole = claim;
    if (
      claim.subject === 'share' &&
      previous !== undefined &&
      whole !== null &&
      whole.group === claim.group
    ) {
      const report = fault(claim, previous, whole, bases);
      if (report !== null) found.push(report);
    } else if (claim.groupRole !== 'part' && claim.value > 0 && bases.length < MOST_BASES) bases.push(claim);
  });
  return found;
}

/** A percentage recomputes from the part and the whole that the prose gives. */
export const proseRatio: Rule = {
  code: 'R104',
  id: 'prose-ratio',
  severity: 'warning',
  name: '正文比例算错',
  basis: [cite('tiaoli2019', '第五十条第一款')],
  check: ({ claims }) => faults(claims),
};
