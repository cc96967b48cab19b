import type { SourceDocument } from '../../document.ts';
import type { Bounds, TablesReading } from './types.ts';

export type * from './types.ts';

/** Reads every table of an annual report within `bounds` (the whole document when null). Never throws. */
export function readTables(_document: SourceDocument, _bounds: Bounds | null): TablesReading {
  return {
    form: null,
    cells: {},
    labels: [],
    tables: { disclosure: 'missing', applications: 'missing', appeals: 'missing' },
    glued: [],
    statistics: {},
    statisticsHeaders: [],
    indicators: {},
    tableBlocks: new Set(),
    tableRanges: new Map(),
    tableStarts: {},
    counts: { labels: 0, figures: 0 },
    copies: 0,
  };
}
