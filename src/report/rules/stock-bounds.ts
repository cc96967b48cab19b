import { cite } from '../../law/citation.ts';
import type { Reading } from '../reading.ts';
import type { Report, Rule } from './rule.ts';
import { previousStock, stockNames, stockRows } from './stock.ts';
import { figureOf, placeOf, relatedCells } from './support.ts';

/** Nobody repeals more than there was, nor publishes in a year more than is public in all. */
export const stockBounds: Rule = {
  code: 'R208',
  id: 'stock-bounds',
  severity: 'warning',
  name: '存量上限',
  basis: [
    cite('form2021', '表二“本年废止件数”“现行有效件数”栏'),
    cite('form2019', '表二“本年新公开数量”“对外公开总数量”栏'),
  ],
  check: (reading, { previous }) =>
    stockRows.flatMap((row) =>
      reading.report.form === '2019'
        ? publishedBeyondTotal(reading, row)
        : repealedBeyondStock(reading, row, previousStock(reading.report, previous, row)),
    ),
};

function publishedBeyondTotal({ report }: Reading, row: (typeof stockRows)[number]): Report[] {
  const [id, total] = [`disclosure.${row}.published`, `disclosure.${row}.totalPublic`];
  const published = figureOf(report.cells, id);
  const all = figureOf(report.cells, total);
  if (published === null || all === null || published <= all) return [];
  const name = row === 'normative' ? '规范性文件' : '规章';
  return [
    {
      message: `${name}本年新公开 ${published} 件，多于对外公开总数量 ${all} 件。总数量应包含本年新公开的，请核对两格。`,
      cells: [id, total],
      at: placeOf(report.cells, id),
      related: relatedCells(report.cells, [total], () => '对外公开总数量'),
      basis: [cite('form2019', '表二“本年新公开数量”“对外公开总数量”栏')],
    },
  ];
}

function repealedBeyondStock(
  { report }: Reading,
  row: (typeof stockRows)[number],
  before: number | null,
): Report[] {
  if (before === null) return [];
  const [id, made] = [`disclosure.${row}.repealed`, `disclosure.${row}.issued`];
  const repealed = figureOf(report.cells, id);
  const issued = figureOf(report.cells, made);
  if (repealed === null || issued === null || repealed <= before + issued) return [];
  return [
    {
      message:
        `${stockNames[row]}本年废止 ${repealed} 件，多于上年现行有效 ${before} 件与本年制发 ${issued} 件之和 ${before + issued} 件。` +
        '请核对本年废止件数与上年报告。',
      cells: [id, made],
      at: placeOf(report.cells, id),
      related: relatedCells(report.cells, [made], () => '本年制发'),
      basis: [cite('form2021', '表二“本年废止件数”“现行有效件数”栏')],
    },
  ];
}
