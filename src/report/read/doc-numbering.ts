import { type ParagraphProperties, paragraphProperties } from './doc-properties.ts';
import type { WordStreams } from './doc-streams.ts';
import { type Instance, type Level, type List, type Lists, Numbering, newLevel } from './docx-numbering.ts';

/** Where the styles, the lists and the instances of lists lie. */
const STYLES = 0xa2;
const LISTS = 0x2e2;
const INSTANCES = 0x2ea;

/** Ways of counting by their numbers ([MS-OSHARED] 2.2.1.3), by the names that docx has for them. */
const FORMATS: Readonly<Record<number, string>> = {
  0: 'decimal',
  1: 'upperRoman',
  2: 'lowerRoman',
  3: 'upperLetter',
  4: 'lowerLetter',
  10: 'ideographDigital',
  11: 'japaneseCounting',
  14: 'decimalFullWidth',
  18: 'decimalEnclosedCircle',
  22: 'decimalZero',
  23: 'bullet',
  26: 'decimalEnclosedFullstop',
  27: 'decimalEnclosedParen',
  28: 'decimalEnclosedCircleChinese',
  29: 'ideographEnclosedCircle',
  30: 'ideographTraditional',
  31: 'ideographZodiac',
  33: 'taiwaneseCounting',
  34: 'ideographLegalTraditional',
  35: 'taiwaneseCountingThousand',
  36: 'taiwaneseDigital',
  37: 'chineseCounting',
  38: 'chineseLegalSimplified',
  39: 'chineseCountingThousand',
  255: 'none',
};
const LEVELS = 9;
/** More lists and styles than any document has. */
const MOST = 4000;
const LABEL = 80;

/** Reads one level ([MS-DOC] 2.9.150); returns it and where the next begins. */
function levelAt(table: DataView, at: number): readonly [Level, number] {
  const level = newLevel();
  level.start = table.getInt32(at, true);
  level.format = FORMATS[table.getUint8(at + 4)] ?? 'decimal';
  level.legal = (table.getUint8(at + 5) & 4) !== 0;
  const text = at + 28 + table.getUint8(at + 24) + table.getUint8(at + 25);
  const length = table.getUint16(text, true);
  for (let i = 0; i < Math.min(length, LABEL); i++) {
    const code = table.getUint16(text + 2 + 2 * i, true);
    level.text += code < LEVELS ? `%${code + 1}` : String.fromCharCode(code);
  }
  return [level, text + 2 + 2 * length];
}

function listsIn({ main, table }: WordStreams): Map<string, List> {
  const lists = new Map<string, List>();
  if (main.byteLength < INSTANCES + 8 || main.getUint32(LISTS + 4, true) < 2) return lists;
  const from = main.getUint32(LISTS, true);
  const count = Math.min(MOST, table.getUint16(from, true));
  let at = from + 2 + 28 * count;
  for (let i = 0; i < count; i++) {
    const entry = from + 2 + 28 * i;
    const levels = new Map<number, Level>();
    const depth = (table.getUint8(entry + 26) & 1) === 1 ? 1 : LEVELS;
    for (let index = 0; index < depth; index++) {
      const [level, next] = levelAt(table, at);
      levels.set(index, level);
      at = next;
    }
    lists.set(String(table.getInt32(entry, true)), { levels, pointsTo: null, defines: null });
  }
  return lists;
}

function instancesIn({ main, table }: WordStreams): Map<string, Instance> {
  const instances = new Map<string, Instance>();
  if (main.byteLength < INSTANCES + 8 || main.getUint32(INSTANCES + 4, true) < 4) return instances;
  const from = main.getUint32(INSTANCES, true);
  const count = Math.min(MOST, table.getUint32(from, true));
  let at = from + 4 + 16 * count;
  for (let i = 0; i < count; i++) {
    const entry = from + 4 + 16 * i;
    const instance: Instance = {
      list: String(table.getInt32(entry, true)),
      starts: new Map(),
      levels: new Map(),
    };
    at += 4;
    for (let k = 0; k < table.getUint8(entry + 12); k++) {
      const flags = table.getUint32(at + 4, true);
      if ((flags & 0x10) !== 0) instance.starts.set(flags & 15, table.getInt32(at, true));
      at += 8;
      if ((flags & 0x20) === 0) continue;
      const [level, next] = levelAt(table, at);
      instance.levels.set(flags & 15, level);
      at = next;
    }
    instances.set(String(i + 1), instance);
  }
  return instances;
}

/** What a style says of paragraphs, and the style it is based on. */
interface DocStyle {
  readonly properties: ParagraphProperties;
  readonly base: number;
}

/** Paragraph styles by their number ([MS-DOC] 2.9.271). */
function stylesIn(streams: WordStreams): Map<number, DocStyle> {
  const { main, table } = streams;
  const styles = new Map<number, DocStyle>();
  const from = main.getUint32(STYLES, true);
  const end = Math.min(table.byteLength, from + main.getUint32(STYLES + 4, true));
  if (end - from < 6) return styles;
  const head = table.getUint16(from, true);
  const count = Math.min(MOST, table.getUint16(from + 2, true));
  const size = table.getUint16(from + 4, true);
  let at = from + 2 + head;
  for (let i = 0; i < count && at + 2 <= end; i++) {
    const length = table.getUint16(at, true);
    const style = at + 2;
    at = style + length + (length & 1);
    if (length < size + 4 || at > end) continue;
    const kind = table.getUint16(style + 2, true);
    if ((kind & 15) !== 1) continue;
    const name = table.getUint16(style + size, true);
    const list = style + size + 2 + 2 * name + 2;
    if (list + 4 > end) continue;
    const bytes = table.getUint16(list, true);
    const properties = paragraphProperties(streams, table, list + 4, Math.min(end, list + 2 + bytes));
    styles.set(i, { properties, base: kind >> 4 });
  }
  return styles;
}

const BASES = 12;
const NO_LIST = 0xf801;
const HEADINGS = 9;

/** The numbers that Word sets before paragraphs by itself, and the outline levels of their styles. */
export class DocNumbers {
  readonly #numbering: Numbering;
  readonly #styles: ReadonlyMap<number, DocStyle>;

  constructor(lists: Lists, styles: ReadonlyMap<number, DocStyle>) {
    this.#numbering = new Numbering(lists);
    this.#styles = styles;
  }

  /** The number in front of a paragraph, '' for none; it counts on with each call. */
  before(properties: ParagraphProperties): string {
    const list = this.#inherited(properties, 'list') ?? 0;
    if (list === 0 || list === NO_LIST) return '';
    return this.#numbering.next(String(list), this.#inherited(properties, 'listLevel') ?? 0);
  }

  /** The outline level from 0; 9 for running text. */
  outline(properties: ParagraphProperties): number {
    return this.#inherited(properties, 'outline') ?? HEADINGS;
  }

  /** What the paragraph says, else its style, else the style that one is based on. */
  #inherited(properties: ParagraphProperties, name: 'list' | 'listLevel' | 'outline'): number | null {
    let own = properties[name];
    let style = this.#styles.get(properties.style);
    for (let depth = 0; own === null && style !== undefined && depth < BASES; depth++) {
      own = style.properties[name];
      style = this.#styles.get(style.base);
    }
    return own;
  }
}

/** The lists and styles of a document; none where they are damaged, since the text stands without them. */
export function docNumbers(streams: WordStreams): DocNumbers {
  try {
    return new DocNumbers({ lists: listsIn(streams), instances: instancesIn(streams) }, stylesIn(streams));
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return new DocNumbers({ lists: new Map(), instances: new Map() }, new Map());
  }
}
