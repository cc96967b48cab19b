import type { AnnualReport, Cells, Place, ReportCell, ReportFront } from '../../domain/annual/report.ts';
import { type ByteSink, type Constant, constant } from './byte-sink.ts';

const comma = constant(',');
const openBrace = constant('{');
const closeBrace = constant('}');
const openBracket = constant('[');
const closeBracket = constant(']');
const nothing = constant('null');
const textKey = constant(',"text":');
const statusRead = constant(',"status":"read","at":');
const statusKey = constant(',"status":');
const atKey = constant(',"at":');
const unitKey = constant(',"unit":');
const tableKey = constant('{"table":');
const rowKey = constant(',"row":');
const lineKey = constant('{"line":');
const columnKey = constant(',"column":');
const lengthKey = constant(',"length":');
const idKey = constant('{"id":');
const headingKey = constant(',"heading":');
const frontKey = constant(',"front":');
const titleKey = constant('{"title":');
const preambleKey = constant(',"preamble":');
const signedByKey = constant(',"signedBy":');
const signedOnKey = constant(',"signedOn":');
const closingKey = constant(',"closing":');
const sectionsKey = constant(',"sections":');
const cellsKey = constant(',"cells":');
const statisticsKey = constant(',"statistics":');

/** The ids of the forms' cells, over and over: each with its colon and what every cell begins with. */
const cellKeys = new Map<string, Constant>();
const MOST_KEYS = 4_000;

function cellKey(id: string): Constant {
  let known = cellKeys.get(id);
  if (known === undefined) {
    known = constant(`${JSON.stringify(id)}:{"value":`);
    if (cellKeys.size < MOST_KEYS) cellKeys.set(id, known);
  }
  return known;
}

function addText(sink: ByteSink, text: string | null): void {
  if (text === null) sink.addConstant(nothing);
  else sink.addQuoted(text);
}

function addPlace(sink: ByteSink, at: Place | null): void {
  if (at === null || !('table' in at || 'line' in at)) {
    sink.add(JSON.stringify(at));
    return;
  }
  if ('table' in at) {
    sink.addConstant(tableKey);
    sink.addNumber(at.table);
    sink.addConstant(rowKey);
    sink.addNumber(at.row);
  } else {
    sink.addConstant(lineKey);
    sink.addNumber(at.line);
  }
  sink.addConstant(columnKey);
  sink.addNumber(at.column);
  if (at.length !== undefined) {
    sink.addConstant(lengthKey);
    sink.addNumber(at.length);
  }
  sink.addConstant(closeBrace);
}

function addCell(sink: ByteSink, id: string, { value, text, status, at, unit }: ReportCell): void {
  sink.addConstant(cellKey(id));
  if (value === null) sink.addConstant(nothing);
  else sink.addNumber(value);
  sink.addConstant(textKey);
  sink.addQuoted(text);
  if (status === 'read') sink.addConstant(statusRead);
  else {
    sink.addConstant(statusKey);
    sink.addQuoted(status);
    sink.addConstant(atKey);
  }
  addPlace(sink, at);
  if (unit !== undefined) {
    sink.addConstant(unitKey);
    addText(sink, unit);
  }
  sink.addConstant(closeBrace);
}

function addCells(sink: ByteSink, cells: Cells): void {
  sink.addConstant(openBrace);
  let first = true;
  for (const id in cells) {
    if (!first) sink.addConstant(comma);
    first = false;
    addCell(sink, id, cells[id]!);
  }
  sink.addConstant(closeBrace);
}

function addSections(sink: ByteSink, sections: AnnualReport['sections']): void {
  sink.addConstant(openBracket);
  sections.forEach(({ id, heading, text }, i) => {
    if (i > 0) sink.addConstant(comma);
    sink.addConstant(idKey);
    addText(sink, id);
    sink.addConstant(headingKey);
    sink.addQuoted(heading);
    sink.addConstant(textKey);
    sink.addQuoted(text);
    sink.addConstant(closeBrace);
  });
  sink.addConstant(closeBracket);
}

function addTexts(sink: ByteSink, texts: readonly string[]): void {
  sink.addConstant(openBracket);
  texts.forEach((text, i) => {
    if (i > 0) sink.addConstant(comma);
    sink.addQuoted(text);
  });
  sink.addConstant(closeBracket);
}

function addFront(sink: ByteSink, front: ReportFront): void {
  sink.addConstant(titleKey);
  addText(sink, front.title);
  sink.addConstant(preambleKey);
  addTexts(sink, front.preamble);
  sink.addConstant(signedByKey);
  addText(sink, front.signedBy);
  sink.addConstant(signedOnKey);
  addText(sink, front.signedOn);
  sink.addConstant(closingKey);
  addTexts(sink, front.closing);
  sink.addConstant(closeBrace);
}

/**
 * Writes a report as JSON.stringify would, its findings last and the two brackets behind them left out. Cells and
 * prose, nearly all of it, go to the sink without a string between.
 */
export function addOpenReport(sink: ByteSink, report: AnnualReport): void {
  const { schema, source, agency, year, form, front } = report;
  sink.add(JSON.stringify({ schema, source, agency, year, form }).slice(0, -1));
  if (front !== undefined) {
    sink.addConstant(frontKey);
    addFront(sink, front);
  }
  sink.addConstant(sectionsKey);
  addSections(sink, report.sections);
  sink.addConstant(cellsKey);
  addCells(sink, report.cells);
  sink.addConstant(statisticsKey);
  addCells(sink, report.statistics);
  const { indicators, findings } = report;
  sink.add(`,"indicators":${JSON.stringify(indicators)},"findings":${JSON.stringify(findings).slice(0, -1)}`);
}
