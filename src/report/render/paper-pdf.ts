import type { Day } from '../../law/calendar/index.ts';
import type { Paper, PaperBlock, PaperCell } from './paper.ts';
import type { PdfTemplate } from './pdf-compiler.ts';
import { INVISIBLE, pdfParts } from './pdf-data.ts';
import { pdfFonts } from './pdf-fonts.ts';

const DATA = 'paper.json';

/** Page numbers are put on when papers are bound into a file: none stand here. */
const source = `
#let data = json("${DATA}")
#let fonts = data.fonts
#set document(title: data.title, date: datetime(year: data.created.at(0), month: data.created.at(1), day: data.created.at(2)))
#set page(paper: "a4", margin: (top: 30mm, bottom: 25mm, left: 25mm, right: 22mm))
#set text(lang: "zh", region: "CN", font: fonts.fang, size: 12pt, cjk-latin-spacing: none, hyphenate: false)
#set par(justify: false, linebreaks: "simple", leading: 0.7em, spacing: 0.9em)
#let words(parts) = parts.join(h(0.01pt))
#let cell(c) = {
  words(c.text)
  for line in c.small { linebreak(); text(size: 7pt, font: fonts.song, fill: luma(70), words(line)) }
}
#let facts(rows) = table(columns: (9em, 1fr), stroke: 0.5pt, inset: (x: 7pt, y: 7pt), align: (left + horizon, left + horizon),
  ..rows.map(r => (text(font: fonts.hei, r.label), words(r.value))).flatten())
#let grid-of(b) = {
  set text(size: 10pt, font: fonts.song)
  table(columns: b.widths.map(w => w * 1fr), stroke: 0.5pt, inset: (x: 5pt, y: 5pt), align: left + horizon,
    table.header(..b.heads.map(h => text(font: fonts.hei, h))),
    ..b.rows.map(r => r.map(cell)).flatten())
}
#let show-block(b) = {
  if b.kind == "heading" { block(above: 1.4em, below: 0.8em, sticky: true, text(font: fonts.hei, size: 14pt, b.text)) }
  else if b.kind == "text" { par(words(b.text)) }
  else if b.kind == "facts" { facts(b.rows) }
  else { grid-of(b) }
}
#if data.cover {
  v(42mm)
  align(center, text(font: fonts.title, size: 34pt, weight: "bold", data.title))
  v(6mm)
  align(center, text(font: fonts.kai, size: 16pt, data.lead))
  v(30mm)
  set text(size: 14pt)
  for b in data.blocks { show-block(b) }
} else {
  align(center, text(font: fonts.title, size: 22pt, weight: "bold", data.title))
  if data.lead != "" { align(center, text(size: 11pt, font: fonts.kai, data.lead)) }
  v(3mm)
  for b in data.blocks { show-block(b) }
}
`;

export const paperTemplate: PdfTemplate = { name: 'paper', source, dataFile: DATA };

/** Signs of a cell that a page of its own would hardly hold. */
const longestText = 3_000;
const cut = (text: string): string =>
  text.length > longestText ? `${text.slice(0, longestText)}……（下略，全文见系统）` : text;
const parts = (text: string) => pdfParts(cut(text).replace(/\s*\n\s*/g, '　'));

const cellData = (cell: PaperCell) =>
  typeof cell === 'string'
    ? { text: parts(cell), small: [] }
    : { text: parts(cell.text), small: cell.small.filter((line) => line !== '').map(parts) };

function blockData(block: PaperBlock) {
  switch (block.kind) {
    case 'facts':
      return { ...block, rows: block.rows.map(([label, value]) => ({ label, value: parts(value) })) };
    case 'table':
      return { ...block, rows: block.rows.map((row) => row.map(cellData)) };
    case 'text':
      return { ...block, text: parts(block.text) };
    default:
      return block;
  }
}

/** The template's data of a paper, as the JSON it reads. */
export const paperPdfData = (paper: Paper, made: Day): string =>
  JSON.stringify({
    title: paper.title,
    lead: paper.lead,
    cover: paper.cover,
    blocks: paper.blocks.map(blockData),
    created: made.split('-').map(Number),
    fonts: pdfFonts,
  }).replace(INVISIBLE, '');
