import type { SourceDocument } from '../../document.ts';
import type { Draft } from './draft.ts';
import { lettersOf } from './fold.ts';
import { type Grid, gridOf, mayBeHead, type PlacedGrid } from './grid.ts';
import { type AppealHead, noAppealHead, readAppealLine, takeAppealHead } from './grid-appeals.ts';
import { type ApplicationHead, noApplicationHead, takeApplicationHead } from './grid-application-heads.ts';
import {
  applicationLine,
  noteApplicationLabel,
  noteGroups,
  noteMissingApplications,
  readApplicationLine,
} from './grid-applications.ts';
import {
  type DisclosureHead,
  disclosureLine,
  noDisclosureHead,
  noteMissingDisclosure,
  readDisclosureLine,
  takeDisclosureHead,
} from './grid-disclosure.ts';
import { rowLabel } from './grid-match.ts';

/** Heads carry on into the next table: a table cut at a page end repeats none. */
interface State {
  readonly draft: Draft;
  readonly disclosure: DisclosureHead;
  readonly applications: ApplicationHead;
  readonly appeals: AppealHead;
  /** Id of the row of table 三 read last. */
  last: string | null;
  times: Map<string, number>;
}

/** Reads the tables of the form among printed grids into the draft; returns the blocks they are. */
export function readGrids(document: SourceDocument, grids: readonly PlacedGrid[], draft: Draft): number[] {
  if (grids.length === 0) return [];
  const state: State = {
    draft,
    disclosure: noDisclosureHead(),
    applications: noApplicationHead(),
    appeals: noAppealHead(),
    last: null,
    times: new Map(),
  };
  const blocks: number[] = [];
  for (const { grid, block } of grids) {
    const before = document.blocks[block - 1];
    const over = before?.kind === 'paragraph' ? lettersOf(before.text.slice(0, 60)) : '';
    if (readGrid(state, grid, over)) blocks.push(block);
    for (const table of TABLES) if (draft.found[table] === 'found') draft.starts[table] ??= block;
  }
  if (draft.found.disclosure === 'found') noteMissingDisclosure(draft);
  if (draft.found.applications === 'found') noteMissingApplications(draft, state.applications);
  const repeated = [...state.times.values()].filter((n) => n > 1).length;
  if (state.times.size > 0) draft.copies = repeated * 2 > state.times.size ? 2 : 1;
  return blocks;
}

const TABLES = ['disclosure', 'applications', 'appeals'] as const;

/** A table of 指标 is a statistics form or that of before 2019, whose rows are worded like some of table 三. */
const isOfIndicators = (grid: Grid): boolean =>
  grid.rows[0]?.some(({ letters }) => /指标|计量单位/.test(letters)) === true;

function readGrid(state: State, upright: Grid, over: string): boolean {
  if (isOfIndicators(upright)) return false;
  const grid = isTurned(upright) ? gridOf(upright.table, true) : upright;
  return grid !== null && readRows(state, grid, over) > 0;
}

/** Whether the rows of table 三 stand as columns: many of their labels in the first rows. */
function isTurned(grid: Grid): boolean {
  if (grid.columns < 12) return false;
  const labels = new Set<string>();
  for (const row of grid.rows.slice(0, 3))
    for (const cell of row) {
      const match = cell.letters.length < 4 ? null : rowLabel(cell.letters, 'applications');
      if (match?.exact && match.pattern.kind === 'row') labels.add(match.pattern.id);
    }
  return labels.size >= 8;
}

function readRows(state: State, grid: Grid, over: string): number {
  const { draft } = state;
  let met = 0;
  for (let r = 0; r < grid.rows.length; r++) {
    const head = mayBeHead(grid, r);
    if (
      head &&
      (takeApplicationHead(state.applications, grid, r, draft) ||
        takeDisclosureHead(state.disclosure, grid, r))
    ) {
      met++;
      continue;
    }
    const disclosure = disclosureLine(grid, r);
    if (disclosure !== null) {
      readDisclosureLine(state.disclosure, grid, r, disclosure, draft);
      met++;
      continue;
    }
    if (head && takeAppealHead(state.appeals, grid, r, draft)) {
      state.last = null;
      met++;
      continue;
    }
    const line = applicationLine(grid, r, state.last);
    if (line !== null) {
      readApplicationLine(state.applications, grid, r, line, draft);
      noteApplicationLabel(draft, line);
      noteGroups(draft, grid, r, line);
      state.last = line.id;
      state.times.set(line.id, (state.times.get(line.id) ?? 0) + 1);
      met++;
      continue;
    }
    if (readAppealLine(state.appeals, grid, r, over, draft)) met++;
  }
  return met;
}
