import { damagedWord, type WordStreams } from './doc-streams.ts';

/** Properties of a paragraph or of a row, where they differ from those of its style. */
export interface ParagraphProperties {
  inTable: boolean;
  /** The mark ends a row. */
  rowEnd: boolean;
  /** Depth of tables in one another; 1 for an ordinary one. */
  depth: number;
  /** Left edges of the row's cells and the right edge of the last, in twentieths of a point. */
  edges: readonly number[] | null;
  /** For each cell: 0 not merged, 1 goes on from above, 3 first of several rows. */
  vertical: number[];
  /** For each cell: 0 not merged, 1 first of several, 2 goes on from the left. */
  horizontal: number[];
  outline: number | null;
  /** Number of the style. */
  style: number;
  /** The list the paragraph is numbered by, from 1; 0 for none, null where its style says. */
  list: number | null;
  listLevel: number | null;
}

/** A run of the stream with its properties; bytes from `from` to `to`. */
export interface Run<T> {
  readonly from: number;
  readonly to: number;
  readonly properties: T;
}

/** Where the tables that name the pages of properties lie. */
const CHARACTERS = 0xfa;
const PARAGRAPHS = 0x102;
const PAGE = 512;
/** More runs than a text of the greatest length needs. */
const RUNS = 400_000;
const PAGE_NUMBER = 0x3fffff;

const IN_TABLE = 0x2416;
const ROW_END = 0x2417;
const DEPTH = 0x6649;
const OUTLINE = 0x2640;
const LIST = 0x460b;
const LIST_LEVEL = 0x260a;
const TABLE = 0xd608;
const VERTICAL = 0xd62b;
const LONG_LIST: ReadonlySet<number> = new Set([0x6645, 0x6646]);
const TAB_CHANGES = 0xc615;
const DELETED = 0x0800;
const INSERTED = 0x0801;
const HIDDEN = 0x083c;

/** Bytes of the operand by the kind of property; those of kind 6 begin with their length. */
const SIZES = [1, 1, 2, 4, 2, 2, 0, 3] as const;

type Visit = (property: number, list: DataView, at: number, size: number) => void;

/** Goes through a list of properties ([MS-DOC] 2.6.1). */
function eachProperty(list: DataView, from: number, to: number, visit: Visit): void {
  let at = from;
  while (at + 3 <= to) {
    const property = list.getUint16(at, true);
    at += 2;
    let size: number = SIZES[property >> 13]!;
    if (property >> 13 === 6) {
      const long = property === TABLE || property === 0xd606;
      if (long && at + 2 > to) return;
      size = long ? list.getUint16(at, true) - 1 : list.getUint8(at);
      if (property === TAB_CHANGES && size === 255) return;
      at += long ? 2 : 1;
    }
    if (size < 0 || at + size > to) return;
    visit(property, list, at, size);
    at += size;
  }
}

/** The row's edges and merges ([MS-DOC] 2.9.322). */
function takeTable(properties: ParagraphProperties, list: DataView, at: number, size: number): void {
  const count = list.getUint8(at);
  if (size < 1 + 2 * (count + 1)) return;
  properties.edges = Array.from({ length: count + 1 }, (_, i) => list.getInt16(at + 1 + 2 * i, true));
  const first = at + 1 + 2 * (count + 1);
  for (let i = 0; i < count && first + 20 * i + 2 <= at + size; i++) {
    const flags = list.getUint16(first + 20 * i, true);
    properties.horizontal[i] = flags & 3;
    properties.vertical[i] = (flags >> 5) & 3;
  }
}

export const noProperties = (): ParagraphProperties => ({
  inTable: false,
  rowEnd: false,
  depth: 0,
  edges: null,
  vertical: [],
  horizontal: [],
  outline: null,
  style: 0,
  list: null,
  listLevel: null,
});

/** What a list of properties says of a paragraph. */
export function paragraphProperties(
  streams: Pick<WordStreams, 'data'>,
  list: DataView,
  from: number,
  to: number,
): ParagraphProperties {
  const properties = noProperties();
  const visit: Visit = (property, view, at, size) => {
    if (property === IN_TABLE) properties.inTable = view.getUint8(at) === 1;
    else if (property === ROW_END) properties.rowEnd = view.getUint8(at) === 1;
    else if (property === DEPTH) properties.depth = view.getInt32(at, true);
    else if (property === OUTLINE) properties.outline = view.getUint8(at);
    else if (property === LIST) properties.list = view.getUint16(at, true);
    else if (property === LIST_LEVEL) properties.listLevel = view.getUint8(at);
    else if (property === TABLE) takeTable(properties, view, at, size);
    else if (property === VERTICAL && size >= 2)
      properties.vertical[view.getUint8(at)] = view.getUint8(at + 1);
    else if (LONG_LIST.has(property) && view !== streams.data && streams.data !== null) {
      const { data } = streams;
      const start = view.getUint32(at, true);
      if (start + 2 <= data.byteLength)
        eachProperty(
          data,
          start + 2,
          Math.min(data.byteLength, start + 2 + data.getUint16(start, true)),
          visit,
        );
    }
  };
  eachProperty(list, from, to, visit);
  return properties;
}

/** Gathers the runs of all pages that a table names; `read` is given the place of a run's list in its page. */
function runsOf<T>(
  { main, table }: WordStreams,
  where: number,
  entry: number,
  read: (page: number, entryAt: number) => T | null,
): Run<T>[] {
  const from = main.getUint32(where, true);
  const size = main.getUint32(where + 4, true);
  const pages = Math.floor((size - 4) / 8);
  if (pages < 0 || from + size > table.byteLength) throw damagedWord();
  const runs: Run<T>[] = [];
  for (let i = 0; i < pages; i++) {
    const page = (table.getUint32(from + 4 * (pages + 1) + 4 * i, true) & PAGE_NUMBER) * PAGE;
    if (page + PAGE > main.byteLength) throw damagedWord();
    const count = main.getUint8(page + PAGE - 1);
    if ((count + 1) * 4 + count * entry > PAGE - 1 || runs.length + count > RUNS) throw damagedWord();
    for (let j = 0; j < count; j++) {
      const properties = read(page, page + 4 * (count + 1) + entry * j);
      if (properties !== null)
        runs.push({
          from: main.getUint32(page + 4 * j, true),
          to: main.getUint32(page + 4 * j + 4, true),
          properties,
        });
    }
  }
  return runs.sort((a, b) => a.from - b.from);
}

/** Properties of the paragraphs, by their place in the stream. */
export function paragraphRuns(streams: WordStreams): Run<ParagraphProperties>[] {
  const { main } = streams;
  return runsOf(streams, PARAGRAPHS, 13, (page, entryAt) => {
    const at = page + 2 * main.getUint8(entryAt);
    if (at === page || at + 2 > page + PAGE) return null;
    const half = main.getUint8(at);
    const [from, length] = half === 0 ? [at + 2, 2 * main.getUint8(at + 1)] : [at + 1, 2 * half - 1];
    const properties = paragraphProperties(streams, main, from + 2, Math.min(page + PAGE, from + length));
    properties.style = main.getUint16(from, true);
    return properties;
  });
}

/** What is not to be read as text, and whether it is so by a change that is tracked. */
export interface CharacterProperties {
  readonly left: boolean;
  readonly tracked: boolean;
}

/** Runs of characters that were deleted, inserted or hidden. */
export function characterRuns(streams: WordStreams): Run<CharacterProperties>[] {
  const { main } = streams;
  return runsOf(streams, CHARACTERS, 1, (page, entryAt) => {
    const at = page + 2 * main.getUint8(entryAt);
    if (at === page || at + 1 > page + PAGE) return null;
    let [deleted, inserted, hidden] = [false, false, false];
    eachProperty(main, at + 1, Math.min(page + PAGE, at + 1 + main.getUint8(at)), (property, view, place) => {
      if (property === DELETED) deleted = view.getUint8(place) === 1;
      else if (property === INSERTED) inserted = view.getUint8(place) === 1;
      else if (property === HIDDEN) hidden = view.getUint8(place) === 1;
    });
    return deleted || inserted || hidden ? { left: deleted || hidden, tracked: deleted || inserted } : null;
  });
}

/** Finds the run that a place in the stream lies in; runs are in order and do not overlap. */
export function runAt<T>(runs: readonly Run<T>[], place: number): T | null {
  let low = 0;
  let high = runs.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (runs[middle]!.from <= place) low = middle + 1;
    else high = middle;
  }
  const run = runs[low - 1];
  return run !== undefined && place < run.to ? run.properties : null;
}
