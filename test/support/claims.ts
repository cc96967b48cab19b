import type { Claim } from '../../src/report/reading.ts';
import { claimsIn } from '../../src/report/recognise/prose/claims.ts';
import { flowOf } from '../../src/report/recognise/prose/text.ts';

/** The agency whose report the sentences stand in. */
export const county = { name: '临溪县人民政府', kind: 'county' } as const;
export const township = { name: '临溪县青石镇人民政府', kind: 'township' } as const;

/** The claims of a paragraph in the overview of a report of 2023. */
export function claimsOf(
  sentence: string,
  reporter: Parameters<typeof claimsIn>[1]['reporter'] = county,
): Claim[] {
  let group = 0;
  const flow = flowOf(sentence, { line: 1, column: 1 });
  return claimsIn(flow, { reporter, year: 2023, section: 'overview' }, () => ++group);
}

/** A claim in short: `received.naturalPerson 12件`, with ≥ or ≈, `none`, another year, `other` scope where they differ. */
function short(claim: Claim): string {
  const mark = { exact: '', about: '≈', atLeast: '≥' }[claim.precision];
  const part = claim.part === null ? '' : `.${claim.part}`;
  const year = claim.year === 2023 ? '' : ` ${claim.year ?? '?'}`;
  const value = claim.none ? 'none' : `${mark}${claim.value}${claim.unit}`;
  return `${claim.subject}${part} ${value}${year}${claim.scope === 'own' ? '' : ' other'}`;
}

/** All claims in short, those about nothing known left out. */
export const told = (sentence: string, reporter?: Parameters<typeof claimsOf>[1]): string[] =>
  claimsOf(sentence, reporter)
    .filter((claim) => claim.subject !== 'unknown')
    .map(short);
