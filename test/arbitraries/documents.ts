import fc from 'fast-check';
import { strToU8, zipSync } from 'fflate';

const W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const NAMESPACES = [
  `xmlns:w="${W}"`,
  'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"',
  'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"',
  'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"',
  'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"',
  'xmlns:v="urn:schemas-microsoft-com:vml"',
].join(' ');

export const escapeMarkup = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** A part of a docx: `root` is its element without prefix (document, numbering, styles, footnotes …). */
export const wordPart = (root: string, inner: string): string =>
  `<?xml version="1.0" encoding="UTF-8"?><w:${root} ${NAMESPACES}>${inner}</w:${root}>`;

/** A docx out of the inside of its body and further parts by their path. */
export function docxOf(body: string, parts: Readonly<Record<string, string>> = {}): Uint8Array {
  const files: Record<string, Uint8Array> = {
    'word/document.xml': strToU8(wordPart('document', `<w:body>${body}</w:body>`)),
  };
  for (const [name, xml] of Object.entries(parts)) files[name] = strToU8(xml);
  return zipSync(files);
}

/** A Word paragraph; `properties` is the inside of its pPr. */
export const wordParagraph = (text: string, properties = ''): string =>
  `<w:p><w:pPr>${properties}</w:pPr><w:r><w:t xml:space="preserve">${escapeMarkup(text)}</w:t></w:r></w:p>`;

const utf16 = (text: string, little: boolean): Uint8Array => {
  const out = new Uint8Array(text.length * 2);
  const view = new DataView(out.buffer);
  for (let i = 0; i < text.length; i++) view.setUint16(i * 2, text.charCodeAt(i), little);
  return out;
};

const tables = new Map<string, ReadonlyMap<string, readonly [number, number]>>();

/** Two-byte codes of an encoding, found by decoding every one of them. */
function codes(encoding: string): ReadonlyMap<string, readonly [number, number]> {
  const known = tables.get(encoding);
  if (known) return known;
  const decoder = new TextDecoder(encoding);
  const found = new Map<string, readonly [number, number]>();
  for (let high = 0x81; high <= 0xfe; high++)
    for (let low = 0x40; low <= 0xfe; low++) {
      const char = decoder.decode(Uint8Array.of(high, low));
      if (char.length === 1 && char !== '\ufffd' && !found.has(char)) found.set(char, [high, low]);
    }
  tables.set(encoding, found);
  return found;
}

export type TextEncoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030' | 'big5';

/** Text as bytes of an encoding, without a mark of order; characters it lacks become a question mark. */
export function encodeAs(text: string, encoding: TextEncoding): Uint8Array {
  if (encoding === 'utf-8') return new TextEncoder().encode(text);
  if (encoding === 'utf-16le' || encoding === 'utf-16be') return utf16(text, encoding === 'utf-16le');
  const table = codes(encoding);
  const out: number[] = [];
  for (const char of text) {
    const code = char.charCodeAt(0);
    if (code < 0x80) out.push(code);
    else out.push(...(table.get(char) ?? [0x3f]));
  }
  return Uint8Array.from(out);
}

/** A table as it is meant: cells with their place (from 1) and spans. */
export interface MeantCell {
  readonly text: string;
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly colSpan: number;
}

export interface MeantTable {
  readonly rows: number;
  readonly columns: number;
  readonly cells: readonly MeantCell[];
}

/** Lays cells of the wanted spans on a grid, cut short where they would overlap. */
function layCells(
  rows: number,
  columns: number,
  wishes: readonly (readonly [number, number, string])[],
): MeantTable {
  const taken = new Set<number>();
  const cells: MeantCell[] = [];
  let wish = 0;
  for (let row = 1; row <= rows; row++)
    for (let column = 1; column <= columns; column++) {
      if (taken.has(row * 100 + column)) continue;
      const [down, right, text] = wishes[wish++ % wishes.length]!;
      // The first row and column stay whole, so that in every row and column some cell begins.
      const rowSpan = column === 1 ? 1 : Math.min(down, rows - row + 1);
      let colSpan = row === 1 || column === 1 ? 1 : Math.min(right, columns - column + 1);
      for (let k = 1; k < colSpan; k++) if (taken.has(row * 100 + column + k)) colSpan = k;
      for (let r = row; r < row + rowSpan; r++)
        for (let c = column; c < column + colSpan; c++) taken.add(r * 100 + c);
      cells.push({ text, row, column, rowSpan, colSpan });
    }
  return { rows, columns, cells };
}

const cellText = (): fc.Arbitrary<string> =>
  fc.oneof(
    fc.nat({ max: 99_999 }).map(String),
    fc.constantFrom(
      '',
      '规章',
      '行政许可',
      '（一）予以公开',
      '1.属于国家秘密',
      '自然人',
      '总计',
      'a<b&c',
      '5949.088667',
    ),
  );

/** Tables with merged cells. */
export const meantTables = (): fc.Arbitrary<MeantTable> =>
  fc
    .tuple(
      fc.integer({ min: 2, max: 6 }),
      fc.integer({ min: 2, max: 7 }),
      fc.array(fc.tuple(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 4 }), cellText()), {
        minLength: 3,
        maxLength: 12,
      }),
    )
    .map(([rows, columns, wishes]) => layCells(rows, columns, wishes));

const rowOf = (table: MeantTable, row: number): readonly MeantCell[] =>
  table.cells.filter((cell) => cell.row === row);

/** How loosely an HTML table is written; all ways mean the same. */
export interface HtmlStyle {
  readonly upper: boolean;
  readonly closed: boolean;
  readonly body: boolean;
  readonly wrap: 'plain' | 'p' | 'word';
}

export const htmlStyles = (): fc.Arbitrary<HtmlStyle> =>
  fc.record({
    upper: fc.boolean(),
    closed: fc.boolean(),
    body: fc.boolean(),
    wrap: fc.constantFrom('plain', 'p', 'word'),
  });

const wrapped = (text: string, wrap: HtmlStyle['wrap']): string => {
  if (wrap === 'plain') return text;
  if (wrap === 'p') return `<p style="text-indent: 0em;">${text === '' ? '&nbsp;' : text}</p>`;
  const runs = [...text.matchAll(/&\w+;|[\s\S]/g)].map(([run]) => `<span>${run}</span>`).join('');
  return `<p class=MsoNormal>${runs}<span><o:p>${text === '' ? '&nbsp;' : ''}</o:p></span></p>`;
};

/** A table in HTML. */
export function htmlTable(table: MeantTable, style: HtmlStyle): string {
  const tag = (name: string): string => (style.upper ? name.toUpperCase() : name);
  const end = (name: string): string => (style.closed ? `</${tag(name)}>` : '');
  let out = `<${tag('table')} border="1">${style.body ? `<${tag('tbody')}>` : '\n'}`;
  for (let row = 1; row <= table.rows; row++) {
    out += `<${tag('tr')}>`;
    for (const { text, rowSpan, colSpan } of rowOf(table, row)) {
      const spans = `${rowSpan > 1 ? ` rowspan=${rowSpan}` : ''}${colSpan > 1 ? ` colspan="${colSpan}"` : ''}`;
      out += `<${tag('td')}${spans}>\n${wrapped(escapeMarkup(text), style.wrap)} ${end('td')}`;
    }
    out += `${end('tr')}\n`;
  }
  return `${out}${style.body && style.closed ? `</${tag('tbody')}>` : ''}</${tag('table')}>`;
}

/** The same table in WordprocessingML. */
export function wordTable(table: MeantTable): string {
  let out = '<w:tbl><w:tblPr/>';
  for (let row = 1; row <= table.rows; row++) {
    out += '<w:tr>';
    for (let column = 1; column <= table.columns; column++) {
      const cell = table.cells.find(
        (one) => one.column === column && one.row <= row && row < one.row + one.rowSpan,
      );
      if (cell === undefined) continue;
      const merge = cell.rowSpan === 1 ? '' : `<w:vMerge${cell.row === row ? ' w:val="restart"' : ''}/>`;
      const text = cell.row === row ? cell.text : '';
      out += `<w:tc><w:tcPr><w:gridSpan w:val="${cell.colSpan}"/>${merge}</w:tcPr>${wordParagraph(text)}</w:tc>`;
    }
    out += '</w:tr>';
  }
  return `${out}</w:tbl>`;
}

/** Bytes with some of them changed, cut off, doubled or dropped. */
export const damaged = (bytes: Uint8Array): fc.Arbitrary<Uint8Array> =>
  fc
    .array(fc.tuple(fc.nat({ max: 3 }), fc.nat(), fc.nat({ max: 255 }), fc.integer({ min: 1, max: 200 })), {
      minLength: 1,
      maxLength: 6,
    })
    .map((changes) =>
      changes.reduce((current, [kind, place, value, size]) => {
        const at = current.length === 0 ? 0 : place % current.length;
        if (kind === 0) {
          const next = current.slice();
          if (next.length > 0) next[at] = value;
          return next;
        }
        if (kind === 1) return current.slice(0, at);
        const tail = current.subarray(kind === 2 ? at + size : Math.max(0, at - size));
        const next = new Uint8Array(at + tail.length);
        next.set(current.subarray(0, at));
        next.set(tail, at);
        return next;
      }, bytes),
    );
