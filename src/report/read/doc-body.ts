import type { DocNumbers } from './doc-numbering.ts';
import {
  type CharacterProperties,
  noProperties,
  type ParagraphProperties,
  type Run,
  runAt,
} from './doc-properties.ts';
import type { WordStreams } from './doc-streams.ts';
import { type DocRow, tableOf } from './doc-tables.ts';
import { type RawBlock, tidyLines } from './tree.ts';

const FIELD_BEGINS = 0x13;
const FIELD_SHOWS = 0x14;
const FIELD_ENDS = 0x15;
const CELL = 0x07;
const PARAGRAPH = 0x0d;
const PAGE = 0x0c;
const LINE = 0x0b;
const PICTURE = 0x01;
const HYPHEN = 0x1e;
/** Outline levels of headings count from 0; 9 is running text. */
const HEADINGS = 9;

/** Builds the blocks of a Word text from its characters and the properties of their places. */
export class DocBody {
  readonly blocks: RawBlock[] = [];
  tracked = false;
  readonly #text: string;
  readonly #paragraphs: readonly Run<ParagraphProperties>[];
  readonly #characters: readonly Run<CharacterProperties>[];
  readonly #numbers: DocNumbers;
  #rows: DocRow[] = [];
  #cells: RawBlock[][] = [];
  #content: RawBlock[] = [];
  #line: string[] = [];
  /** Fields that are open, each true once its result has begun. */
  #fields: boolean[] = [];

  constructor(
    text: string,
    paragraphs: readonly Run<ParagraphProperties>[],
    characters: readonly Run<CharacterProperties>[],
    numbers: DocNumbers,
  ) {
    this.#numbers = numbers;
    this.#text = text;
    this.#paragraphs = paragraphs;
    this.#characters = characters;
  }

  run({ pieces }: WordStreams): void {
    for (const { from, to, start, width } of pieces) {
      let plain = from;
      let left: CharacterProperties | null = null;
      let until = start;
      for (let position = from; position < to; position++) {
        const place = start + (position - from) * width;
        if (place >= until) {
          const next = this.#changeAt(place);
          if (next.properties !== left) {
            this.#keep(plain, position, left);
            plain = position;
            left = next.properties;
          }
          until = next.until;
        }
        const code = this.#text.charCodeAt(position);
        if (code >= 0x20 || code === 0x09) continue;
        this.#keep(plain, position, left);
        plain = position + 1;
        if (left?.left !== true || code === CELL || code === PARAGRAPH) this.#control(code, place);
      }
      this.#keep(plain, to, left);
    }
    this.#endParagraph(null);
    this.#endTable();
  }

  /** What is told of the characters at a place, and where that may change. */
  #changeAt(place: number): { readonly properties: CharacterProperties | null; readonly until: number } {
    const runs = this.#characters;
    let low = 0;
    let high = runs.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (runs[middle]!.from <= place) low = middle + 1;
      else high = middle;
    }
    const run = runs[low - 1];
    const next = runs[low]?.from ?? Number.MAX_SAFE_INTEGER;
    if (run === undefined || place >= run.to) return { properties: null, until: next };
    return { properties: run.properties, until: Math.min(run.to, next) };
  }

  #keep(from: number, to: number, properties: CharacterProperties | null): void {
    if (to <= from) return;
    if (properties?.tracked) this.tracked = true;
    if (properties?.left || this.#fields.includes(false)) return;
    this.#line.push(this.#text.slice(from, to));
  }

  #control(code: number, place: number): void {
    if (code === FIELD_BEGINS) this.#fields.push(false);
    else if (code === FIELD_SHOWS) this.#fields[this.#fields.length - 1] = true;
    else if (code === FIELD_ENDS) this.#fields.pop();
    else if (code === LINE) this.#line.push('\n');
    else if (code === HYPHEN) this.#line.push('-');
    else if (code === PICTURE) this.#content.push({ kind: 'picture', alt: '' });
    else if (code === PARAGRAPH || code === PAGE || code === CELL)
      this.#mark(code, runAt(this.#paragraphs, place));
  }

  #mark(code: number, properties: ParagraphProperties | null): void {
    this.#fields = [];
    const inTable = properties?.inTable === true || (properties?.depth ?? 0) > 0;
    if (!inTable && code !== CELL) {
      this.#endTable();
      this.#endParagraph(properties);
      return;
    }
    if (properties?.rowEnd && (properties.depth <= 1 || code === CELL)) {
      this.#line = [];
      this.#content = [];
      if (this.#cells.length > 0) this.#rows.push({ cells: this.#cells, properties });
      this.#cells = [];
      return;
    }
    this.#endParagraph(properties);
    if (code !== CELL) return;
    this.#cells.push(this.#content);
    this.#content = [];
  }

  #endParagraph(properties: ParagraphProperties | null): void {
    const text = tidyLines(this.#line.join(''));
    this.#line = [];
    const number = properties === null ? '' : this.#numbers.before(properties);
    const level = properties === null ? HEADINGS : this.#numbers.outline(properties);
    if (text !== '')
      this.#content.push({
        kind: 'paragraph',
        text: number + text,
        level: level < HEADINGS ? level + 1 : null,
        origin: 'body',
      });
    if (this.#rows.length > 0 || this.#cells.length > 0 || properties?.inTable) return;
    for (const block of this.#content) this.blocks.push(block);
    this.#content = [];
  }

  #endTable(): void {
    if (this.#cells.length > 0) {
      const properties = { ...noProperties(), inTable: true, rowEnd: true };
      this.#rows.push({ cells: this.#cells, properties });
    }
    if (this.#rows.length > 0) this.blocks.push(tableOf(this.#rows));
    this.#rows = [];
    this.#cells = [];
  }
}
