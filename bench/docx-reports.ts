import {
  Document,
  HeadingLevel,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import { cleanReport } from '../test/support/generate.ts';
import { type Grid, type GridCell, gridOf } from '../test/support/grids.ts';
import { type SampleReport, tableOfSection } from '../test/support/sample-model.ts';

/** Word breaks text into runs where script or formatting changes. */
const runs = (text: string): TextRun[] =>
  text
    .split(/(?<=\D)(?=\d)|(?<=\d)(?=\D)/)
    .filter((part) => part !== '')
    .map(
      (part) =>
        new TextRun({ text: part, font: /^\d/.test(part) ? 'Times New Roman' : '仿宋_GB2312', size: 32 }),
    );

const paragraph = (text: string): Paragraph =>
  new Paragraph({ children: runs(text), indent: { firstLine: 640 }, spacing: { line: 560 } });

const cell = ({ text, rowSpan, colSpan }: GridCell): TableCell =>
  new TableCell({
    rowSpan,
    columnSpan: colSpan,
    children: [new Paragraph({ children: runs(text) })],
  });

const table = (grid: Grid): Table =>
  new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    rows: grid.map((row) => new TableRow({ children: row.map(cell) })),
  });

function bodyOf(report: SampleReport): (Paragraph | Table)[] {
  const body: (Paragraph | Table)[] = [];
  if (report.title !== null)
    body.push(new Paragraph({ children: [new TextRun({ text: report.title, bold: true, size: 44 })] }));
  for (const text of report.preamble) body.push(paragraph(text));
  for (const section of report.sections) {
    body.push(new Paragraph({ children: runs(section.heading), heading: HeadingLevel.HEADING_1 }));
    for (const text of section.paragraphs) body.push(paragraph(text));
    const id = section.id === null ? undefined : tableOfSection[section.id];
    if (id !== undefined && section.table === 'table') body.push(table(gridOf(report, id)));
  }
  for (const text of report.closing) body.push(paragraph(text));
  return body;
}

/** An invented clean report as a Word file: merged cells, runs split as Word splits them, 4,000 characters of prose. */
export async function docxReport(seed: number): Promise<Buffer> {
  const report = cleanReport(seed, { prose: 4_000, figures: true });
  return Packer.toBuffer(new Document({ sections: [{ children: bodyOf(report) }] }));
}
