import { zlibSync } from 'fflate';

/** Points from the lower left corner, as PDF counts. */
export interface Sheet {
  readonly width: number;
  readonly height: number;
  readonly rotate?: number;
  /** Drawing operators. */
  readonly content: string;
}

export interface WriterOptions {
  /** The font tells its characters by this character map of Adobe instead of by a table of its own. */
  readonly encoding?: string;
  /** Says that it is encrypted, with keys that no password opens. */
  readonly encrypted?: boolean;
  readonly packed?: boolean;
  /** Further objects, as text, numbered from 8. */
  readonly objects?: readonly string[];
  readonly title?: string;
}

const hex = (text: string): string =>
  [...text].map((char) => char.charCodeAt(0).toString(16).padStart(4, '0')).join('');

/** Text from x, y on; `matrix` turns it (a b c d of the text matrix). */
export const text = (x: number, y: number, size: number, value: string, matrix = '1 0 0 1'): string =>
  `BT /F ${size} Tf ${matrix} ${x} ${y} Tm <${hex(value)}> Tj ET\n`;

export const line = (x0: number, y0: number, x1: number, y1: number): string =>
  `0.5 w ${x0} ${y0} m ${x1} ${y1} l S\n`;

/** A line as a word processor draws it: a thin filled rectangle. */
export const thin = (x0: number, y0: number, x1: number, y1: number): string =>
  x0 === x1 ? `${x0 - 0.24} ${y0} 0.48 ${y1 - y0} re f\n` : `${x0} ${y0 - 0.24} ${x1 - x0} 0.48 re f\n`;

const latin = (value: string): Uint8Array => Uint8Array.from(value, (char) => char.charCodeAt(0));

/** Maps every code to the character of the same number. */
const TO_UNICODE = `/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /X def /CMapType 2 def
1 begincodespacerange <0000> <ffff> endcodespacerange
1 beginbfrange <0000> <ffff> <0000> endbfrange endcmap end end`;

const stream = (dictionary: string, data: Uint8Array, packed: boolean): Uint8Array[] => {
  const body = packed ? zlibSync(data) : data;
  const filter = packed ? '/Filter/FlateDecode' : '';
  return [latin(`<<${dictionary}${filter}/Length ${body.length}>>\nstream\n`), body, latin('\nendstream')];
};

/** A PDF of the given sheets with one font, F, whose narrow characters are half as wide as the others. */
export function writePdf(sheets: readonly Sheet[], options: WriterOptions = {}): Uint8Array {
  const { encoding, packed = false, objects = [], encrypted = false } = options;
  const first = 8 + objects.length;
  const kids = sheets.map((_, i) => `${first + 2 * i} 0 R`).join(' ');
  const unicode = encoding === undefined ? '/ToUnicode 6 0 R' : '';
  const bodies: Uint8Array[][] = [
    [latin('<</Type/Catalog/Pages 2 0 R>>')],
    [latin(`<</Type/Pages/Kids[${kids}]/Count ${sheets.length}>>`)],
    [
      latin(
        `<</Type/Font/Subtype/Type0/BaseFont/Song/Encoding/${encoding ?? 'Identity-H'}/DescendantFonts[4 0 R]${unicode}>>`,
      ),
    ],
    [
      latin(
        `<</Type/Font/Subtype/CIDFontType0/BaseFont/Song/CIDSystemInfo<</Registry(Adobe)/Ordering(${encoding === undefined ? 'Identity' : 'GB1'})/Supplement 0>>/FontDescriptor 5 0 R/DW 1000/W[0 ${encoding === undefined ? 11903 : 813} 500]>>`,
      ),
    ],
    [
      latin(
        '<</Type/FontDescriptor/FontName/Song/Flags 4/FontBBox[0 -120 1000 880]/ItalicAngle 0/Ascent 880/Descent -120/CapHeight 700/StemV 80>>',
      ),
    ],
    stream('', latin(TO_UNICODE), packed),
    [latin(`<</Title(${options.title ?? ''})>>`)],
    ...objects.map((body) => [latin(body)]),
  ];
  for (const [i, { width, height, rotate = 0, content }] of sheets.entries()) {
    const resources = `/Resources<</Font<</F 3 0 R>>/XObject<<${objects.map((_, k) => `/X${k} ${8 + k} 0 R`).join('')}>>>>`;
    bodies.push([
      latin(
        `<</Type/Page/Parent 2 0 R/MediaBox[0 0 ${width} ${height}]/Rotate ${rotate}/Contents ${first + 2 * i + 1} 0 R${resources}>>`,
      ),
    ]);
    bodies.push(stream('', latin(content), packed));
  }
  const crypt = encrypted
    ? `/Encrypt<</Filter/Standard/V 1/R 2/P -4/O<${'11'.repeat(32)}>/U<${'22'.repeat(32)}>>>/ID[<00><00>]`
    : '';
  return assemble(bodies, crypt);
}

function assemble(bodies: readonly Uint8Array[][], trailer: string): Uint8Array {
  const parts: Uint8Array[] = [latin('%PDF-1.7\n')];
  let size = parts[0]!.length;
  const add = (part: Uint8Array): void => {
    parts.push(part);
    size += part.length;
  };
  const offsets = bodies.map((body, i) => {
    const offset = size;
    add(latin(`${i + 1} 0 obj\n`));
    body.forEach(add);
    add(latin('\nendobj\n'));
    return offset;
  });
  const start = size;
  const entries = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  add(
    latin(
      `xref\n0 ${bodies.length + 1}\n0000000000 65535 f \n${entries}trailer\n<</Size ${bodies.length + 1}/Root 1 0 R/Info 7 0 R${trailer}>>\nstartxref\n${start}\n%%EOF\n`,
    ),
  );
  const out = new Uint8Array(size);
  let at = 0;
  for (const part of parts) {
    out.set(part, at);
    at += part.length;
  }
  return out;
}

/** A cell of a table to draw; rows and columns count from 0. */
export interface DrawnCell {
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly colSpan: number;
  readonly text: string;
}

export interface DrawnTable {
  readonly x: number;
  /** Upper edge, from the lower edge of the sheet. */
  readonly y: number;
  readonly columns: readonly number[];
  readonly rows: readonly number[];
  readonly cells: readonly DrawnCell[];
}

/** A ruled table: every cell's four sides by `ruler`, its text on one line in the middle of its height. */
export function table(drawn: DrawnTable, size: number, ruler: typeof line = thin): string {
  const xs = [drawn.x];
  for (const width of drawn.columns) xs.push(xs.at(-1)! + width);
  const ys = [drawn.y];
  for (const height of drawn.rows) ys.push(ys.at(-1)! - height);
  let out = '';
  for (const cell of drawn.cells) {
    const [x0, x1] = [xs[cell.column]!, xs[cell.column + cell.colSpan]!];
    const [y0, y1] = [ys[cell.row]!, ys[cell.row + cell.rowSpan]!];
    out += ruler(x0, y0, x1, y0) + ruler(x0, y1, x1, y1) + ruler(x0, y1, x0, y0) + ruler(x1, y1, x1, y0);
    if (cell.text !== '') out += text(x0 + 5, (y0 + y1) / 2 - size * 0.35, size, cell.text);
  }
  return out;
}
