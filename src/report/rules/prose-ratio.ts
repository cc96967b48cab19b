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

function fault(share: Claim, index: number, claims: readonly Claim[]): Report | null {
  const part = claims[index - 1];
  if (share.subject !== 'share' || share.group === null || part === undefined) return null;
  if (part.group !== share.group || part.groupRole !== 'part' || part.precision !== 'exact') return null;
  const whole = claims.find((claim) => claim.group === share.group && claim.groupRole === 'whole');
  if (whole === undefined || whole.precision !== 'exact' || whole.value <= 0) return null;
  const bases = claims.filter(
    (claim) =>
      claim === whole ||
      (claim.sentence === share.sentence &&
        claim.groupRole !== 'part' &&
        claim.subject !== 'share' &&
        claim.value > 0),
  );
  if (bases.some((base) => recomputes(share, part.value, base.value))) return null;
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

/** A percentage recomputes from the part and the whole that the prose gives. */
export const proseRatio: Rule = {
  code: 'R104',
  id: 'prose-ratio',
  severity: 'warning',
  name: '正文比例算错',
  basis: [cite('tiaoli2019', '第五十条第一款')],
  check: ({ claims }) =>
    claims.map((claim, i) => fault(claim, i, claims)).filter((report) => report !== null),
};
