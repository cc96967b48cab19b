import { NameTable } from './names.ts';
import { prefixOf, XmlScanner, type XmlSink } from './xml-scan.ts';

/** What a paragraph style says of outline and numbering, its ancestors heard. */
export interface ParagraphStyle {
  /** Heading level from 1, null for running text. */
  readonly level: number | null;
  readonly numId: string | null;
  readonly numLevel: number | null;
  /** Style that brought the number: a list may tie its levels to it. */
  readonly numStyle: string | null;
  /** A line of a generated table of contents. */
  readonly contents: boolean;
}

interface Style {
  basedOn: string | null;
  name: string;
  outline: number | null;
  numId: string | null;
  numLevel: number | null;
}

const ELEMENTS = ['style', 'name', 'basedOn', 'outlineLvl', 'numId', 'ilvl'] as const;
const names = new NameTable(ELEMENTS);

class StyleReader implements XmlSink {
  readonly listening = false;
  readonly full = false;
  readonly styles = new Map<string, Style>();
  normal: string | null = null;
  #style: Style | null = null;

  text(): void {}

  open(element: number, at: XmlScanner): void {
    const name = ELEMENTS[element]!;
    if (name === 'style') {
      const id = at.attribute('styleId') ?? '';
      this.#style = { basedOn: null, name: '', outline: null, numId: null, numLevel: null };
      if (at.attribute('type') !== 'paragraph') return;
      this.styles.set(id, this.#style);
      if (at.attribute('default') === '1') this.normal = id;
      return;
    }
    const style = this.#style;
    if (style === null) return;
    const value = at.attribute('val');
    if (name === 'name') style.name = value ?? '';
    else if (name === 'basedOn') style.basedOn = value;
    else if (name === 'numId') style.numId = value;
    else if (name === 'outlineLvl') style.outline = Number.parseInt(value ?? '', 10);
    else style.numLevel = Number.parseInt(value ?? '', 10);
  }

  close(element: number): void {
    if (ELEMENTS[element] === 'style') this.#style = null;
  }
}

/** Styles based on one another deeper than this are the work of nobody who writes reports. */
const ANCESTORS = 40;

const PLAIN: ParagraphStyle = { level: null, numId: null, numLevel: null, numStyle: null, contents: false };

/** Outline level 0…8 as a heading level 1…9; 9 is Word's word for running text. */
export const headingLevel = (outline: number | null): number | null =>
  outline !== null && outline >= 0 && outline <= 8 ? outline + 1 : null;

/** The paragraph styles of a document, looked up by id. */
export class Styles {
  readonly #styles: ReadonlyMap<string, Style>;
  readonly #normal: string | null;
  readonly #known = new Map<string, ParagraphStyle>();

  constructor(xml: string | null) {
    const reader = new StyleReader();
    if (xml !== null)
      new XmlScanner(
        xml,
        reader,
        prefixOf(xml, ['wordprocessingml/2006/main', 'wordprocessingml/main']) ?? 'w',
        names,
      ).run();
    this.#styles = reader.styles;
    this.#normal = reader.normal;
  }

  /** The style of that id, the default one for null; plain when the document defines none. */
  get(id: string | null): ParagraphStyle {
    const wanted = id ?? this.#normal;
    if (wanted === null) return PLAIN;
    let style = this.#known.get(wanted);
    if (style === undefined) {
      style = this.#resolve(wanted);
      this.#known.set(wanted, style);
    }
    return style;
  }

  #resolve(id: string): ParagraphStyle {
    let level: number | null | undefined;
    let numId: string | null = null;
    let numLevel: number | null = null;
    let numStyle: string | null = null;
    let contents = false;
    const seen = new Set<string>();
    for (let at: string | null = id; at !== null && !seen.has(at) && seen.size < ANCESTORS; ) {
      seen.add(at);
      const style: Style | undefined = this.#styles.get(at);
      if (style === undefined) break;
      if (level === undefined && style.outline !== null) level = headingLevel(style.outline);
      const heading = /^(?:heading|标题)\s*([1-9])$/i.exec(style.name);
      if (level === undefined && heading) level = Number(heading[1]);
      if (/^toc\s*\d$/i.test(style.name)) contents = true;
      numLevel ??= style.numLevel;
      if (numId === null && style.numId !== null) {
        numId = style.numId;
        numStyle = at;
      }
      at = style.basedOn;
    }
    return { level: level ?? null, numId, numLevel, numStyle, contents };
  }
}
