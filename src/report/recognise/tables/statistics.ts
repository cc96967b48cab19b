import type { Place, ReportCell } from '../../../domain/annual/report.ts';
import type { Table } from '../../document.ts';
import type { TableSpanOf } from './spans.ts';
import type { TextSource } from './text-source.ts';

export interface StatisticsReading {
  readonly cells: Record<string, ReportCell>;
  readonly headers: readonly { readonly id: string; readonly text: string; readonly at: Place }[];
  readonly spans: readonly TableSpanOf[];
  readonly blocks: readonly number[];
}

export function readStatistics(_source: TextSource, _tables: readonly Table[]): StatisticsReading {
  return { cells: {}, headers: [], spans: [], blocks: [] };
}
