import { cite } from '../../law/citation.ts';
import { figureText, quote } from './prose.ts';
import type { Rule } from './rule.ts';
import { figureOf, placeOf } from './support.ts';

const cell = 'disclosure.fees.amountWan';

/** 信息处理费 taken in is 行政事业性收费 and belongs in the fee cell of table 二 as well (form of 2021). */
export const feeConsistency: Rule = {
  code: 'R601',
  id: 'fee-consistency',
  severity: 'warning',
  name: '信息处理费与收费金额不符',
  basis: [
    cite('form2021', '表二“行政事业性收费”栏、“六、其他需要报告的事项”'),
    cite('fee2020', '政府信息公开信息处理费管理办法'),
  ],
  check: (reading) => {
    const { report } = reading;
    if (report.form !== '2021' || figureOf(report.cells, cell) !== 0) return [];
    return reading.claims
      .filter(
        (claim) =>
          claim.subject === 'processingFee' &&
          claim.section === 'other' &&
          claim.value > 0 &&
          claim.scope === 'own' &&
          claim.year === report.year &&
          !(/通知|应收|应缴/.test(claim.noun) && !/收取|实收|实缴/.test(claim.noun)),
      )
      .slice(0, 1)
      .map((claim) => ({
        message:
          `第六部分${quote(claim)}报告收取信息处理费 ${figureText(claim)}，而表二“行政事业性收费”行“本年收费金额”列为 0。` +
          '信息处理费属于行政事业性收费，请核实后填入表二。',
        cells: [cell],
        at: claim.at,
        related: [{ at: placeOf(report.cells, cell), message: '表二“行政事业性收费”：0' }],
      }));
  },
};
