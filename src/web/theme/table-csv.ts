import type { CellValue, TableDefinition } from './table-model.ts';

/**
 * A field of a CSV that a spreadsheet opens: text that it would take for a formula is led by an apostrophe. Numbers
 * stay numbers.
 */
function field(value: CellValue): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  const text = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

const rowsAtOnce = 500;

/** The columns of a table as CSV (UTF-8 with BOM), written as the rows come, so that any number needs no memory. */
export function tableCsv<Row>(
  { columns }: TableDefinition<Row>,
  rows: AsyncIterable<Row>,
): ReadableStream<Uint8Array> {
  const shown = columns.filter(({ screenOnly }) => screenOnly !== true);
  const encoder = new TextEncoder();
  const iterator = rows[Symbol.asyncIterator]();
  const line = (fields: readonly CellValue[]): string => `${fields.map(field).join(',')}\r\n`;
  return new ReadableStream({
    start: (controller) =>
      controller.enqueue(encoder.encode(`\uFEFF${line(shown.map(({ label }) => label))}`)),
    async pull(controller) {
      let text = '';
      for (let count = 0; count < rowsAtOnce; count += 1) {
        const { done, value } = await iterator.next();
        if (done) {
          if (text !== '') controller.enqueue(encoder.encode(text));
          controller.close();
          return;
        }
        text += line(shown.map((column) => column.value(value)));
      }
      controller.enqueue(encoder.encode(text));
    },
    cancel: async () => void (await iterator.return?.(undefined)),
  });
}
