import type { Indicator } from '../../../domain/annual/report.ts';
import type { Table } from '../../document.ts';
import type { TableSpanOf } from './spans.ts';
import type { TextSource } from './text-source.ts';

export function readIndicators(
  _source: TextSource,
  _tables: readonly Table[],
): { rows: Record<string, Indicator>; spans: TableSpanOf[]; blocks: number[] } {
  return { rows: {}, spans: [], blocks: [] };
}
