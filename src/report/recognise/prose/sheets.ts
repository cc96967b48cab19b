import type { SourceDocument } from '../../document.ts';
import type { Reading } from '../../reading.ts';
import { lettersOf } from '../tables/fold.ts';
import { yearInTitle } from './title.ts';

type Refusal = Reading['refused'];

const RECEIVED = '本年新收政府信息公开申请数量';
/** Rows of a sheet among which its title is looked for. */
const HEAD = 10;

/** Whether the blocks of a sheet hold a report of their own: table 三, or the title of a year's report at the head. */
function holdsReport({ blocks }: SourceDocument, from: number, to: number): boolean {
  return blocks.slice(from, to).some((block, index) => {
    if (block.kind === 'table')
      return block.cells.some((cell) => cell.text.length < 60 && lettersOf(cell.text).endsWith(RECEIVED));
    if (block.kind !== 'paragraph' || index >= HEAD || block.text.length > 60) return false;
    return /年度报告\s*$/.test(block.text) && yearInTitle(block.text) !== null;
  });
}

/** A refusal because of several reports, with the names of the sheets that hold them where the file is a workbook. */
export function namingSheets(refusal: Refusal, document: SourceDocument): Refusal {
  const { sheets, blocks } = document;
  if (refusal?.reason !== 'several' || sheets === undefined || sheets.length < 2) return refusal;
  const names = sheets
    .filter(({ from }, i) => holdsReport(document, from, sheets[i + 1]?.from ?? blocks.length))
    .map(({ name }) => `“${name}”`);
  if (names.length < 2) return refusal;
  const listed = names.length > 8 ? `${names.slice(0, 8).join('、')}等${names.length}张` : names.join('、');
  return {
    ...refusal,
    message: `工作簿的工作表${listed}各有一份年度报告，无法确定检查哪一份。请把每份报告单独存成一个文件，逐份提交。`,
  };
}
