import { decodeReferences } from './character-references.ts';
import { decodeText } from './decode.ts';
import { NameTable } from './names.ts';
import { builtInFormat } from './workbook-numbers.ts';
import { prefixOf, XmlScanner, type XmlSink } from './xml-scan.ts';
import type { ZipArchive } from './zip.ts';

/** Namespaces of SpreadsheetML, transitional and strict. */
export const SPREADSHEET = ['spreadsheetml/2006/main', 'spreadsheetml/main'];

/** A part of the package as text, null when there is none. */
export function partText(zip: ZipArchive, name: string): string | null {
  const bytes = zip.read(name);
  return bytes === null ? null : decodeText(bytes, 'utf-8').text;
}

export const prefixIn = (xml: string): string => prefixOf(xml, SPREADSHEET) ?? '';

/** _x000D_ and the like, by which files write characters that XML cannot hold. */
export const unescaped = (text: string): string =>
  text.includes('_x')
    ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
    : text;

/** A part that another part refers to. */
export interface Relation {
  readonly id: string;
  /** The last word of the relationship's type. */
  readonly type: string;
  readonly path: string;
}

/** Where a target named in a part of `folder` lies in the package. */
function resolved(folder: string, target: string): string {
  if (target.startsWith('/')) return target.slice(1);
  const steps = folder.split('/').slice(0, -1);
  for (const step of target.split('/'))
    if (step === '..') steps.pop();
    else if (step !== '.') steps.push(step);
  return steps.join('/');
}

/** The relationships of a part; those of the package for the part ''. */
export function relationsOf(zip: ZipArchive, part: string): readonly Relation[] {
  const cut = part.lastIndexOf('/') + 1;
  const xml = partText(zip, `${part.slice(0, cut)}_rels/${part.slice(cut)}.rels`) ?? '';
  const relations: Relation[] = [];
  for (const [source] of xml.matchAll(/<(?:\w+:)?Relationship\s[^<>]{1,2000}>/g)) {
    const value = (name: string): string | undefined =>
      new RegExp(`\\s${name}\\s*=\\s*["']([^"']*)["']`).exec(source)?.[1];
    const [id, target] = [value('Id'), value('Target')];
    const type = value('Type')?.split('/').at(-1) ?? '';
    if (id !== undefined && target !== undefined)
      relations.push({ id, type, path: resolved(part.slice(0, cut), decodeReferences(target)) });
  }
  return relations;
}

const STRING_ELEMENTS = ['si', 't', 'rPh'] as const;
const stringNames = new NameTable(STRING_ELEMENTS);
const [SI, , RPH] = [0, 1, 2];
/** More different texts than any report has. */
const STRINGS = 200_000;
const CHARACTERS = 16 * 1024 * 1024;

class StringReader implements XmlSink {
  readonly strings: string[] = [];
  listening = false;
  full = false;
  #parts: string[] = [];
  #spoken = false;
  #characters = 0;

  open(element: number): void {
    if (element === SI) this.#parts = [];
    else if (element === RPH) this.#spoken = true;
    else this.listening = !this.#spoken;
  }

  close(element: number): void {
    if (element === RPH) this.#spoken = false;
    else if (element === SI) {
      const text = this.#parts.length === 1 ? this.#parts[0]! : this.#parts.join('');
      this.strings.push(unescaped(text));
      this.#characters += text.length;
      this.full = this.strings.length >= STRINGS || this.#characters >= CHARACTERS;
    } else this.listening = false;
  }

  text(text: string): void {
    this.#parts.push(text);
  }
}

/** The shared texts in their order, runs joined, readings (phonetic runs) left out. */
export function sharedStrings(xml: string | null): readonly string[] {
  if (xml === null) return [];
  const reader = new StringReader();
  new XmlScanner(xml, reader, prefixIn(xml), stringNames).run();
  return reader.strings;
}

const STYLE_ELEMENTS = ['numFmts', 'numFmt', 'cellXfs', 'xf'] as const;
const styleNames = new NameTable(STYLE_ELEMENTS);

class StyleReader implements XmlSink {
  readonly listening = false;
  readonly full = false;
  readonly formats: (string | null)[] = [];
  readonly #codes = new Map<string, string>();
  #within: string | null = null;

  text(): void {}

  open(element: number, at: XmlScanner): void {
    const name = STYLE_ELEMENTS[element]!;
    if (name === 'numFmts' || name === 'cellXfs') this.#within = name;
    else if (name === 'numFmt' && this.#within === 'numFmts')
      this.#codes.set(at.attribute('numFmtId') ?? '', at.attribute('formatCode') ?? '');
    else if (name === 'xf' && this.#within === 'cellXfs') {
      const id = at.attribute('numFmtId') ?? '0';
      this.formats.push(this.#codes.get(id) ?? builtInFormat(Number(id)));
    }
  }

  close(element: number): void {
    const name = STYLE_ELEMENTS[element]!;
    if (name === 'numFmts' || name === 'cellXfs') this.#within = null;
  }
}

/** Number format of each cell style, null for the general one. */
export function cellFormats(xml: string | null): readonly (string | null)[] {
  if (xml === null) return [];
  const reader = new StyleReader();
  new XmlScanner(xml, reader, prefixIn(xml), styleNames).run();
  return reader.formats;
}
