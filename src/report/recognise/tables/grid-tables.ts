import type { SourceDocument, Table } from '../../document.ts';
import type { Draft } from './draft.ts';

/** Reads the tables of the form among printed grids; returns the blocks they are. */
export function readGrids(_document: SourceDocument, _tables: readonly Table[], _draft: Draft): number[] {
  return [];
}
