import { cite } from '../../law/citation.ts';
import type { Claim, Reading } from '../reading.ts';
import {
  agreesWithFirst,
  figureText,
  isOwnFigure,
  quote,
  speaksOfDisclosure,
  type Way,
  wayName,
  waysOf,
} from './prose.ts';
import { isAgainstNone } from './prose-figure.ts';
import type { Report, Rule } from './rule.ts';
import { cellName, formOf, relatedCells } from './support.ts';

const checked: ReadonlySet<Claim['subject']> = new Set<Claim['subject']>([
  'received',
  'receivedAll',
  'carriedOut',
  'concluded',
  'review',
  'suit',
  'reviewAndSuit',
  'normativeIssued',
]);

function contradiction(claim: Claim, reading: Reading): Report | null {
  const { report } = reading;
  const form = formOf(report);
  if (form === null || !checked.has(claim.subject) || !isOwnFigure(claim, report)) return null;
  const appeal = /^(?:review|suit)/.test(claim.subject);
  if (appeal && !claim.none && !speaksOfDisclosure(claim, reading)) return null;
  if (!claim.none && (claim.value === 0 || claim.part !== null)) return null;
  if (agreesWithFirst(claim, reading, (way) => (way.value === 0) === claim.none)) return null;
  const ways = waysOf(claim, reading);
  if (ways === null) return null;
  const first = ways[0]!;
  if (claim.none ? ways.some((way) => way.value === 0) : !isAgainstNone(claim, ways)) return null;
  return {
    message: claim.none
      ? `正文称${quote(claim)}，而${wayName(form, first)}为 ${first.value}。请核实后更正正文或表格。`
      : `正文${quote(claim)}中有 ${figureText(claim)}，而${zeroName(form, first)}为 0。请核实后更正正文或表格。`,
    cells: first.cells,
    at: claim.at,
    related: relatedCells(report.cells, first.cells, (id) => cellName(form, id)),
  };
}

const zeroName = (form: NonNullable<ReturnType<typeof formOf>>, way: Way): string => wayName(form, way);

/** 未收到申请 against a table that counts some, and the reverse. */
export const proseNone: Rule = {
  code: 'R102',
  id: 'prose-none',
  severity: 'error',
  name: '正文有无与表格不符',
  basis: [cite('tiaoli2019', '第五十条第一款'), cite('form2021', '附件“年度报告格式”')],
  check: (reading) => {
    const found: Report[] = [];
    const told = new Set<string>();
    for (const claim of reading.claims) {
      const report = contradiction(claim, reading);
      if (report === null) continue;
      const key = `${claim.sentence.text}/${report.cells?.join()}`;
      if (told.has(key)) continue;
      told.add(key);
      found.push(report);
    }
    return found;
  },
};
