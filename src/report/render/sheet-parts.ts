import { escapeMarkup } from './markup.ts';
import { officeFile, officeRelations, type Part, relations } from './ooxml.ts';
import {
  addressOf,
  fixedRange,
  rangeName,
  type SheetCell,
  type SheetModel,
  type Validation,
} from './sheet-model.ts';
import { formatIndex, stylesXml } from './sheet-styles.ts';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const type = (name: string): string =>
  `application/vnd.openxmlformats-officedocument.spreadsheetml.${name}+xml`;

function cellXml(cell: SheetCell): string {
  const { value, formula } = cell;
  const start = `<c r="${addressOf(cell)}" s="${formatIndex(cell.look, value)}"`;
  if (value === null) return `${start}/>`;
  if (typeof value === 'number')
    return `${start}>${formula === undefined ? '' : `<f>${escapeMarkup(formula)}</f>`}<v>${value}</v></c>`;
  return `${start} t="inlineStr"><is><t xml:space="preserve">${escapeMarkup(value)}</t></is></c>`;
}

function rowsXml({ cells, heights }: SheetModel): string {
  const rows = new Map<number, SheetCell[]>();
  for (const cell of cells) {
    const row = rows.get(cell.row);
    if (row === undefined) rows.set(cell.row, [cell]);
    else row.push(cell);
  }
  return [...rows]
    .sort(([a], [b]) => a - b)
    .map(([index, row]) => {
      const height = heights.get(index);
      const inner = row.sort((a, b) => a.column - b.column).map(cellXml);
      return `<row r="${index + 1}"${height === undefined ? '' : ` ht="${height}" customHeight="1"`}>${inner.join('')}</row>`;
    })
    .join('');
}

function viewXml({ frozen }: SheetModel): string {
  if (frozen === undefined)
    return '<sheetViews><sheetView showGridLines="0" workbookViewId="0"/></sheetViews>';
  const { rows, columns } = frozen;
  const split = `${columns > 0 ? ` xSplit="${columns}"` : ''}${rows > 0 ? ` ySplit="${rows}"` : ''}`;
  const pane = columns > 0 ? (rows > 0 ? 'bottomRight' : 'topRight') : 'bottomLeft';
  return `<sheetViews><sheetView showGridLines="0" workbookViewId="0"><pane${split} topLeftCell="${addressOf({ row: rows, column: columns })}" activePane="${pane}" state="frozen"/></sheetView></sheetViews>`;
}

/** Words shown beside a cell: 32 and 255 characters are what programs take. */
function validationXml({ cells, takes, title, told }: Validation): string {
  const words = `promptTitle="${escapeMarkup(title.slice(0, 32))}" prompt="${escapeMarkup(told.slice(0, 255))}"`;
  const shared = `allowBlank="1" showInputMessage="1" showErrorMessage="1" ${words} sqref="${rangeName(cells)}"`;
  return takes.kind === 'list'
    ? `<dataValidation type="list" ${shared}><formula1>${escapeMarkup(fixedRange(takes.sheet, takes.from))}</formula1></dataValidation>`
    : `<dataValidation type="date" operator="greaterThan" ${shared}><formula1>36526</formula1></dataValidation>`;
}

const validationsXml = ({ validations = [] }: SheetModel): string =>
  validations.length === 0
    ? ''
    : `<dataValidations count="${validations.length}">${validations.map(validationXml).join('')}</dataValidations>`;

function sheetXml(sheet: SheetModel): string {
  const columns = sheet.widths.map((width, i) => {
    const look = sheet.columnLooks?.[i];
    const style = look === undefined ? '' : ` style="${formatIndex(look, null)}"`;
    return `<col min="${i + 1}" max="${i + 1}" width="${width}"${style} customWidth="1"/>`;
  });
  const merges = sheet.merges.map((range) => `<mergeCell ref="${rangeName(range)}"/>`);
  const warnings = sheet.warnings.map(
    ({ cell, formula }, i) =>
      `<conditionalFormatting sqref="${addressOf(cell)}"><cfRule type="expression" dxfId="0" priority="${i + 1}"><formula>${escapeMarkup(formula)}</formula></cfRule></conditionalFormatting>`,
  );
  return [
    `<worksheet xmlns="${MAIN}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>`,
    `${viewXml(sheet)}<sheetFormatPr defaultRowHeight="18"/>`,
    `<cols>${columns.join('')}</cols><sheetData>${rowsXml(sheet)}</sheetData>`,
    sheet.filtered === undefined ? '' : `<autoFilter ref="${rangeName(sheet.filtered)}"/>`,
    merges.length === 0 ? '' : `<mergeCells count="${merges.length}">${merges.join('')}</mergeCells>`,
    ...warnings,
    validationsXml(sheet),
    '<printOptions horizontalCentered="1"/><pageMargins left="0.7" right="0.7" top="0.9" bottom="0.9" header="0.4" footer="0.4"/>',
    `<pageSetup paperSize="9" orientation="${sheet.landscape ? 'landscape' : 'portrait'}" fitToWidth="1" fitToHeight="0"/>`,
    '<headerFooter><oddFooter>&amp;C— &amp;P —</oddFooter></headerFooter></worksheet>',
  ].join('');
}

function workbookXml(sheets: readonly SheetModel[]): string {
  const list = sheets.map(
    ({ name }, i) => `<sheet name="${escapeMarkup(name)}" sheetId="${i + 1}" r:id="rId${i + 1}"/>`,
  );
  const titles = sheets.flatMap(({ name, repeated }, i) =>
    repeated === null
      ? []
      : [
          `<definedName name="_xlnm.Print_Titles" localSheetId="${i}">'${escapeMarkup(name)}'!$${repeated[0] + 1}:$${repeated[1] + 1}</definedName>`,
        ],
  );
  const names = titles.length === 0 ? '' : `<definedNames>${titles.join('')}</definedNames>`;
  return `<workbook xmlns="${MAIN}" xmlns:r="${officeRelations}"><bookViews><workbookView/></bookViews><sheets>${list.join('')}</sheets>${names}<calcPr calcId="191029"/></workbook>`;
}

/** A workbook of the given sheets. Texts are texts: none is ever taken for a formula. */
export function workbookFile(title: string, sheets: readonly SheetModel[]): Uint8Array {
  const parts: Record<string, Part> = {
    'xl/workbook.xml': { type: type('sheet.main'), xml: workbookXml(sheets) },
    'xl/styles.xml': { type: type('styles'), xml: stylesXml },
  };
  sheets.forEach((sheet, i) => {
    parts[`xl/worksheets/sheet${i + 1}.xml`] = { type: type('worksheet'), xml: sheetXml(sheet) };
  });
  const list = sheets.map((_, i) => [`rId${i + 1}`, 'worksheet', `worksheets/sheet${i + 1}.xml`] as const);
  return officeFile(title, 'xl/workbook.xml', parts, {
    'xl/workbook.xml': relations([...list, [`rId${sheets.length + 1}`, 'styles', 'styles.xml']]),
  });
}
