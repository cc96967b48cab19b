import { strToU8, zipSync } from 'fflate';
import { type Grid, gridOf, positions, statisticsGrid } from './grids.ts';
import { type SampleReport, tableOfSection } from './sample-model.ts';

const main = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packages = 'http://schemas.openxmlformats.org/package/2006';
const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';

const escapeXml = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

/** Word splits runs wherever the caret once stood, inside figures too. */
const runs = (text: string): string =>
  [text.slice(0, 1), text.slice(1, 4), text.slice(4)]
    .filter((part) => part !== '')
    .map((part) => `<w:r><w:t xml:space="preserve">${escapeXml(part)}</w:t></w:r>`)
    .join('');

const paragraph = (text: string): string => `<w:p>${runs(text)}</w:p>`;

const picture =
  '<w:p><w:r><w:drawing><wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing">' +
  '<wp:docPr id="1" name="图片 1"/><a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">' +
  '<a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture">' +
  '<pic:pic xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:blipFill>' +
  `<a:blip xmlns:r="${office}" r:embed="r2"/></pic:blipFill></pic:pic>` +
  '</a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>';

/** Merged cells as Word keeps them: a span to the right, a chain of cells downwards. */
function table(grid: Grid): string {
  const rows = positions(grid).map((row) => {
    const cells = row.map((at) => {
      if (at === null) return '<w:tc><w:p/></w:tc>';
      if (at.dx > 0) return '';
      const { colSpan, rowSpan, text } = at.cell;
      const span = colSpan > 1 ? `<w:gridSpan w:val="${colSpan}"/>` : '';
      const merge = rowSpan === 1 ? '' : at.dy === 0 ? '<w:vMerge w:val="restart"/>' : '<w:vMerge/>';
      return `<w:tc><w:tcPr>${span}${merge}</w:tcPr>${at.dy === 0 ? paragraph(text) : '<w:p/>'}</w:tc>`;
    });
    return `<w:tr>${cells.join('')}</w:tr>`;
  });
  return `<w:tbl><w:tblPr/>${rows.join('')}</w:tbl>`;
}

/** The report as a Word file. */
export function docxOf(report: SampleReport): Uint8Array {
  const body = [...(report.title === null ? [] : [report.title]), ...report.preamble].map(paragraph);
  for (const section of report.sections) {
    body.push(...[section.heading, ...section.paragraphs].map(paragraph));
    const id = section.id === null ? undefined : tableOfSection[section.id];
    if (section.table === 'picture') body.push(picture);
    if (id !== undefined && section.table === 'table') body.push(table(gridOf(report, id)), '<w:p/>');
  }
  body.push(...report.closing.map(paragraph));
  if (report.statistics !== null)
    body.push(
      paragraph(`${report.agency}${report.year}年政府信息公开情况统计表`),
      table(statisticsGrid(report.statistics)),
    );
  return zipSync({
    '[Content_Types].xml': strToU8(
      `${declaration}<Types xmlns="${packages}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`,
    ),
    '_rels/.rels': strToU8(
      `${declaration}<Relationships xmlns="${packages}/relationships"><Relationship Id="r1" Type="${office}/officeDocument" Target="word/document.xml"/></Relationships>`,
    ),
    'word/document.xml': strToU8(
      `${declaration}<w:document xmlns:w="${main}"><w:body>${body.join('')}<w:sectPr/></w:body></w:document>`,
    ),
  });
}
