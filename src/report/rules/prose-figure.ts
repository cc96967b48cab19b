import { cite } from '../../law/citation.ts';
import type { AnnualForm } from '../../law/forms/index.ts';
import type { Claim, Reading } from '../reading.ts';
import {
  agreesWithFirst,
  cellLists,
  figureText,
  isOwnFigure,
  quote,
  speaksOfDisclosure,
  type Way,
  wayName,
  waysOf,
} from './prose.ts';
import type { Report, Rule } from './rule.ts';
import { cellName, formOf, relatedCells } from './support.ts';

/** 约 leaves a quarter either way; 余, 以上 leave everything above. */
const ABOUT = 1 / 4;

function agrees(claim: Claim, { value }: Way): boolean {
  if (claim.precision === 'atLeast') return value >= claim.value;
  if (claim.precision === 'about') return Math.abs(value - claim.value) <= Math.abs(claim.value) * ABOUT;
  const decimals = String(claim.value).split('.')[1]?.length ?? 0;
  return Math.abs(value - claim.value) <= (claim.unit === '万元' ? 0.5 * 10 ** -decimals + 1e-9 : 1e-9);
}

/** Some against a table of none is the matter of `prose-none`. */
export const isAgainstNone = (claim: Claim, ways: readonly Way[]): boolean =>
  claim.value > 0 &&
  claim.part === null &&
  ways.every((way) => way.value === 0) &&
  !['carriedIn', 'carriedOut'].includes(claim.subject);

function contradiction(claim: Claim, reading: Reading): Report | null {
  if (claim.none || !isOwnFigure(claim, reading.report)) return null;
  if (/^(?:review|suit)/.test(claim.subject) && !speaksOfDisclosure(claim, reading)) return null;
  const form = formOf(reading.report);
  if (form === null) return null;
  if (agreesWithFirst(claim, reading, (way) => agrees(claim, way))) return null;
  const ways = waysOf(claim, reading);
  if (ways === null) return gluedFault(claim, form, reading);
  if (ways.some((way) => agrees(claim, way)) || isAgainstNone(claim, ways)) return null;
  const distinct = ways.filter((way, i) => ways.findIndex((other) => other.value === way.value) === i);
  const said = distinct.map((way) => `${wayName(form, way)}为 ${way.value}`).join('，');
  const first = ways[0]!;
  return {
    message: `正文${quote(claim)}中的 ${figureText(claim)} 与表格不符：${said}。请按登记台账核对，更正正文或表格。`,
    cells: first.cells,
    at: claim.at,
    related: relatedCells(reading.report.cells, first.cells, (id) => cellName(form, id)),
  };
}

/** Whether digits can be split into `count` figures of which the one at `index` is `value`. */
function canHold(digits: string, count: number, index: number, value: number): boolean {
  const wanted = String(value);
  for (let at = digits.indexOf(wanted); at >= 0; at = digits.indexOf(wanted, at + 1)) {
    const rest = digits.length - at - wanted.length;
    const before = index === 0 ? at === 0 : at >= index;
    if (before && (index === count - 1 ? rest === 0 : rest >= count - 1 - index)) return true;
  }
  return false;
}

/** Glued digits that no way of splitting makes agree with the figure of the prose: certain without being read. */
function gluedFault(claim: Claim, form: AnnualForm, reading: Reading): Report | null {
  const { cells } = reading.report;
  const lists = cellLists(claim, form, cells).filter(
    (ids) => (cells[ids[0]!]?.status ?? 'absent') !== 'absent',
  );
  const id = lists[0]?.[0];
  if (claim.precision !== 'exact' || claim.part !== null || lists.length !== 1 || lists[0]!.length !== 1)
    return null;
  const run = reading.glued.find((glued) => glued.cells.includes(id!))?.cells ?? [];
  const text = cells[id!]?.text ?? '';
  if (!/^[0-9]{2,30}$/.test(text) || run.length < 2 || run.some((other) => cells[other]?.text !== text))
    return null;
  if (canHold(text, run.length, run.indexOf(id!), claim.value)) return null;
  return {
    message:
      `正文${quote(claim)}中的 ${figureText(claim)} 与表格不符：该行数字连写为“${text}”，` +
      `无论怎样断开，${cellName(form, id!)}都不是 ${claim.value}。请核对原表，更正正文或表格。`,
    cells: [id!],
    at: claim.at,
    related: relatedCells(cells, [id!], (cell) => cellName(form, cell)),
  };
}

/** A figure that the prose states against the cells that count the same. */
export const proseFigure: Rule = {
  code: 'R101',
  id: 'prose-figure',
  severity: 'error',
  name: '正文数字与表格不符',
  basis: [cite('tiaoli2019', '第五十条第一款'), cite('form2021', '附件“年度报告格式”')],
  check: (reading) =>
    reading.claims.map((claim) => contradiction(claim, reading)).filter((report) => report !== null),
};
