import { shanghaiDay } from '../../app/calendar-years.ts';
import { MOST_ROWS, type TableDefinition, type TableState } from '../theme/table-model.ts';
import { tableWorkbook, WORKBOOK, workbookName } from '../theme/table-workbook.ts';
import type { OfficePage } from './page.ts';

const leftOut = `只导出了前 ${MOST_ROWS} 行，后面的没有导出。请用筛选缩小范围，分几次导出。`;

/**
 * A workbook of a list: the columns shown, the rows in the order they come, as many as one takes; where there are
 * more, the file says so itself.
 */
export async function tableFile<Row>(
  { c, context }: OfficePage,
  definition: TableDefinition<Row>,
  { columns }: Pick<TableState, 'columns'>,
  rows: AsyncIterable<Row> | Iterable<Row>,
  {
    name = definition.title,
    notes = [],
  }: { readonly name?: string; readonly notes?: readonly string[] } = {},
): Promise<Response> {
  const kept: Row[] = [];
  let more = false;
  for await (const row of rows) {
    more = kept.length === MOST_ROWS;
    if (more) break;
    kept.push(row);
  }
  const bytes = tableWorkbook(definition, columns, kept, [...notes, ...(more ? [leftOut] : [])]);
  return c.body(new Uint8Array(bytes), 200, {
    'Content-Disposition': workbookName(name, shanghaiDay(context.now())),
    'Content-Type': WORKBOOK,
    'Cache-Control': 'no-store',
  });
}
