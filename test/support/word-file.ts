import { CFB } from '@e965/xlsx';

/** A paragraph of an invented Word file: its text with the mark that ends it, and its properties as Word lists them. */
export interface WordParagraph {
  readonly text: string;
  readonly properties?: readonly number[];
  /** Properties of its characters: 0x0800 deleted, 0x083c hidden. */
  readonly characters?: readonly number[];
}

const PAGE = 512;
const TEXT_AT = 0x600;
const IN_TABLE = [0x16, 0x24, 1];
const ROW_END = [0x17, 0x24, 1];

const short = (value: number): number[] => [value & 255, (value >> 8) & 255];
const long = (value: number): number[] => [...short(value & 0xffff), ...short(value >>> 16)];

/** A cell of a row: its text, its width in columns, and how it is merged down (1 goes on from above, 3 begins). */
export interface WordCell {
  readonly text: string;
  readonly span?: number;
  readonly down?: 0 | 1 | 3;
  readonly across?: 0 | 1 | 2;
}

/** A row as its cells' paragraphs and the mark that ends it; `stored` puts long lists of properties elsewhere. */
export function wordRow(cells: readonly WordCell[]): WordParagraph[] {
  const edges = [0];
  for (const { span = 1 } of cells) edges.push(edges.at(-1)! + 1000 * span);
  const table = [
    cells.length,
    ...edges.flatMap(short),
    ...cells.flatMap(({ down = 0, across = 0 }) => [
      ...short(across | (down << 5)),
      ...new Array<number>(18).fill(0),
    ]),
  ];
  return [
    ...cells.map(({ text }): WordParagraph => ({ text: `${text}\u0007`, properties: IN_TABLE })),
    {
      text: '\u0007',
      properties: [...IN_TABLE, ...ROW_END, ...short(0xd608), ...short(table.length + 1), ...table],
    },
  ];
}

/** Paragraphs of running text, one each. */
export const wordText = (...texts: readonly string[]): WordParagraph[] =>
  texts.map((text) => ({ text: `${text}\r` }));

/** Properties longer than a page can hold beside others lie in the data stream, and are named by their place. */
const LONGEST = 200;

interface Parts {
  readonly main: number[];
  readonly data: number[];
}

/** A page of properties for one run from `from` to `to`. */
function page(from: number, to: number, list: readonly number[], entry: 13 | 1): number[] {
  const out = new Array<number>(PAGE).fill(0);
  [...long(from), ...long(to)].forEach((byte, i) => {
    out[i] = byte;
  });
  const body = entry === 13 ? [Math.ceil((list.length + 3) / 2), 0, 0, ...list] : [list.length, ...list];
  const at = 40;
  out[8] = at / 2;
  body.forEach((byte, i) => {
    out[at + i] = byte;
  });
  out[PAGE - 1] = 1;
  return out;
}

const plc = (starts: readonly number[], end: number, values: readonly number[]): number[] => [
  ...[...starts, end].flatMap(long),
  ...values.flatMap(long),
];

function put(main: number[], at: number, value: number): void {
  long(value).forEach((byte, i) => {
    main[at + i] = byte;
  });
}

/** What is done to an invented file before it is closed. */
export interface WordChanges {
  readonly version?: number;
  readonly flags?: number;
  readonly pieces?: number;
  /** Levels of one list: the number of their way of counting, and their text with %1 for the number. */
  readonly levels?: readonly (readonly [format: number, text: string])[];
}

/** Properties by which a paragraph is numbered at a level of the list. */
export const numbered = (level: number): number[] => [...short(0x460b), ...short(1), ...short(0x260a), level];

const LIST = 77;

/** The list of a file and its one instance, as tables. */
function listTables(
  levels: NonNullable<WordChanges['levels']>,
): readonly [lists: number[], instances: number[]] {
  const all = Array.from({ length: 9 }, (_, i) => levels[i] ?? ([255, ''] as const));
  const written = all.flatMap(([format, text]) => {
    const codes = text.replace(/%(\d)/g, (_, digit: string) => String.fromCharCode(Number(digit) - 1));
    const label = Array.from({ length: codes.length }, (_, i) => codes.charCodeAt(i));
    return [
      ...long(1),
      format,
      ...new Array<number>(23).fill(0),
      ...short(label.length),
      ...label.flatMap(short),
    ];
  });
  const lists = [...short(1), ...long(LIST), ...new Array<number>(24).fill(0), ...written];
  return [lists, [...long(1), ...long(LIST), ...new Array<number>(12).fill(0), ...long(0)]];
}

/** A Word file (Word 97 to 2003) with these paragraphs, its text in `pieces` pieces. */
export function wordFile(paragraphs: readonly WordParagraph[], changes: WordChanges = {}): Uint8Array {
  const text = paragraphs.map((paragraph) => paragraph.text).join('');
  const { main, data }: Parts = { main: new Array<number>(TEXT_AT).fill(0), data: [] };
  for (const char of Array.from({ length: text.length }, (_, i) => text.charCodeAt(i)))
    main.push(...short(char));
  while (main.length % PAGE !== 0) main.push(0);
  const starts: number[] = [];
  const ends: number[] = [];
  let at = TEXT_AT;
  for (const paragraph of paragraphs) {
    starts.push(at);
    at += 2 * paragraph.text.length;
    ends.push(at);
  }
  const pages = (entry: 13 | 1): number[] =>
    paragraphs.map((paragraph, i) => {
      let list = (entry === 13 ? paragraph.properties : paragraph.characters) ?? [];
      if (list.length > LONGEST) {
        const place = data.length;
        data.push(...short(list.length), ...list);
        list = [...IN_TABLE, 0x46, 0x66, ...long(place)];
      }
      main.push(...page(starts[i]!, ends[i]!, list, entry));
      return main.length / PAGE - 1;
    });
  const papx = plc(starts, at, pages(13));
  const chpx = plc(starts, at, pages(1));
  const count = Math.max(1, Math.min(text.length, changes.pieces ?? 1));
  const cuts = Array.from({ length: count + 1 }, (_, i) => Math.floor((text.length * i) / count));
  const places = cuts.slice(0, -1).flatMap((cut) => [...short(0), ...long(TEXT_AT + 2 * cut), ...short(0)]);
  const list = [...cuts.flatMap(long), ...places];
  const clx = [2, ...long(list.length), ...list];
  main[0] = 0xec;
  main[1] = 0xa5;
  short(changes.version ?? 0x00c1).forEach((byte, i) => {
    main[2 + i] = byte;
  });
  short(changes.flags ?? 0x0200).forEach((byte, i) => {
    main[0x0a + i] = byte;
  });
  put(main, 0x4c, text.length);
  put(main, 0x1a2, 0);
  put(main, 0x1a6, clx.length);
  put(main, 0x102, clx.length);
  put(main, 0x106, papx.length);
  put(main, 0xfa, clx.length + papx.length);
  put(main, 0xfe, chpx.length);
  const tables = [...clx, ...papx, ...chpx];
  if (changes.levels !== undefined) {
    const [lists, instances] = listTables(changes.levels);
    put(main, 0x2e2, tables.length);
    put(main, 0x2e6, lists.length);
    put(main, 0x2ea, tables.length + lists.length);
    put(main, 0x2ee, instances.length);
    tables.push(...lists, ...instances);
  }
  return compoundFile({ WordDocument: main, '1Table': tables, Data: data });
}

/** A compound file with these streams. */
export function compoundFile(streams: Readonly<Record<string, readonly number[]>>): Uint8Array {
  const file = CFB.utils.cfb_new();
  for (const [name, bytes] of Object.entries(streams))
    CFB.utils.cfb_add(file, `/${name}`, Uint8Array.from(bytes));
  return new Uint8Array(CFB.write(file, { type: 'array' }) as ArrayBuffer);
}
