import type { Look } from './sheet-model.ts';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';

interface LookStyle {
  readonly font: 'text' | 'title' | 'heading' | 'small' | 'bold';
  readonly lined: boolean;
  readonly horizontal: 'left' | 'center' | 'right';
  readonly vertical?: 'top' | 'center';
  readonly format?: number;
  readonly down?: boolean;
}

/** Formats of our own: a figure with its sign, and one for every number of places after the point. */
const SIGNED_FORMAT = 164;
const formats = [
  '+0;-0;0',
  ...Array.from({ length: 8 }, (_, i) => `0.${'0'.repeat(i + 1)}`),
  'yyyy\\-mm\\-dd',
];
const DAY_FORMAT = SIGNED_FORMAT + formats.length - 1;

/** Built in: text. */
const TEXT_FORMAT = 49;

const figure = (format: number): LookStyle => ({ font: 'small', lined: true, horizontal: 'center', format });

const looks: Readonly<Record<Look, LookStyle>> = {
  plain: { font: 'text', lined: false, horizontal: 'left' },
  title: { font: 'title', lined: false, horizontal: 'center' },
  heading: { font: 'heading', lined: false, horizontal: 'left' },
  prose: { font: 'text', lined: false, horizontal: 'left', vertical: 'top' },
  closing: { font: 'text', lined: false, horizontal: 'right' },
  label: { font: 'small', lined: true, horizontal: 'center' },
  labelLeft: { font: 'small', lined: true, horizontal: 'left' },
  labelDown: { font: 'small', lined: true, horizontal: 'center', down: true },
  count: figure(1),
  signed: figure(SIGNED_FORMAT),
  places1: figure(SIGNED_FORMAT + 1),
  places2: figure(SIGNED_FORMAT + 2),
  places3: figure(SIGNED_FORMAT + 3),
  places4: figure(SIGNED_FORMAT + 4),
  places5: figure(SIGNED_FORMAT + 5),
  places6: figure(SIGNED_FORMAT + 6),
  places7: figure(SIGNED_FORMAT + 7),
  places8: figure(SIGNED_FORMAT + 8),
  note: { font: 'small', lined: true, horizontal: 'left' },
  day: { font: 'small', lined: true, horizontal: 'center', format: DAY_FORMAT },
  /** What is written there stays text, a long number too. */
  text: { font: 'small', lined: true, horizontal: 'left', format: TEXT_FORMAT },
  head: { font: 'bold', lined: true, horizontal: 'center' },
};
const names = Object.keys(looks) as Look[];
const fonts = {
  text: '<sz val="11"/><name val="宋体"/><charset val="134"/>',
  title: '<b/><sz val="18"/><name val="宋体"/><charset val="134"/>',
  heading: '<sz val="14"/><name val="黑体"/><charset val="134"/>',
  small: '<sz val="10.5"/><name val="宋体"/><charset val="134"/>',
  bold: '<b/><sz val="10.5"/><name val="宋体"/><charset val="134"/>',
};
const fontNames = Object.keys(fonts);

/** Excel takes such a text for a formula once somebody edits its cell: the quote prefix keeps it a text. */
const lookLikeFormula = /^[=+\-@\t\r]/;

/** Index of a look among the cell formats; a text that begins like a formula is given the quote prefix. */
export function formatIndex(look: Look, value: string | number | null): number {
  const quoted = typeof value === 'string' && lookLikeFormula.test(value);
  return names.indexOf(look) + (quoted ? names.length : 0);
}

function cellFormat(look: Look, quoted: boolean): string {
  const { font, lined, horizontal, vertical = 'center', format = 0, down = false } = looks[look];
  const alignment = `<alignment horizontal="${horizontal}" vertical="${vertical}" wrapText="1"${down ? ' textRotation="255"' : ''}/>`;
  return `<xf numFmtId="${format}" fontId="${fontNames.indexOf(font)}" fillId="0" borderId="${lined ? 1 : 0}" xfId="0" applyNumberFormat="1" applyFont="1" applyBorder="1" applyAlignment="1"${quoted ? ' quotePrefix="1"' : ''}>${alignment}</xf>`;
}

const sides = ['left', 'right', 'top', 'bottom']
  .map((side) => `<${side} style="thin"><color rgb="FF000000"/></${side}>`)
  .join('');

/** Part xl/styles.xml: its looks, and the one differential format of a warning. */
export const stylesXml = `<styleSheet xmlns="${MAIN}"><numFmts count="${formats.length}">${formats.map((code, i) => `<numFmt numFmtId="${SIGNED_FORMAT + i}" formatCode="${code}"/>`).join('')}</numFmts><fonts count="${fontNames.length}">${Object.values(
  fonts,
)
  .map((font) => `<font>${font}</font>`)
  .join(
    '',
  )}</fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border><border>${sides}<diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="${names.length * 2}">${[
  false,
  true,
]
  .flatMap((quoted) => names.map((look) => cellFormat(look, quoted)))
  .join(
    '',
  )}</cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles><dxfs count="1"><dxf><font><b/></font><fill><patternFill><bgColor rgb="FFFBE9E7"/></patternFill></fill></dxf></dxfs></styleSheet>`;
