import type { Letter, LetterField } from '../../domain/application/letters/letter.ts';
import {
  DRAFT_MARK,
  enclosureLines,
  headSize,
  type LetterDress,
  letterPage,
  RED,
  sealOn,
  signature,
  tighterPitches,
  titleLines,
  undressed,
} from './letter-page.ts';
import { escapeMarkup } from './markup.ts';
import { wordParagraph, wordRun } from './word-body.ts';
import { faces, fonts, TEXT_WIDTH, wordFile } from './word-parts.ts';

const twips = (mm: number): number => Math.round((mm * 1440) / 25.4);
const emu = (mm: number): number => Math.round(mm * 36_000);
const flush = '<w:ind w:firstLineChars="0" w:firstLine="0"/>';

/** The lines are 170 mm long, the text 156: they reach out on either side. */
const OUT = `<w:ind w:left="-${twips(8)}" w:right="-${twips(6)}" w:firstLineChars="0" w:firstLine="0"/>`;

/** A red double line, thick above thin (or the other way round), as the border of a paragraph of one point. */
const ruled = (side: 'top' | 'bottom', kind: string, after: number): string =>
  wordParagraph(
    '',
    '',
    `<w:pBdr><w:${side} w:val="${kind}" w:sz="24" w:space="1" w:color="${RED}"/></w:pBdr><w:spacing w:before="0" w:after="${after}" w:line="20" w:lineRule="exact"/>${OUT}`,
  );

/** 草稿 across the page, the way Word makes its own watermarks; grey, behind the text. */
const draftMark = `<w:r><w:pict><v:shapetype id="_x0000_t136" coordsize="21600,21600" o:spt="136" adj="10800" path="m@7,l@8,m@5,21600l@6,21600e"><v:formulas><v:f eqn="sum #0 0 10800"/><v:f eqn="prod #0 2 1"/><v:f eqn="sum 21600 0 @1"/><v:f eqn="sum 0 0 @2"/><v:f eqn="sum 21600 0 @3"/><v:f eqn="if @0 @3 0"/><v:f eqn="if @0 21600 @1"/><v:f eqn="if @0 0 @2"/><v:f eqn="if @0 @4 21600"/></v:formulas><v:path textpathok="t" o:connecttype="custom"/><v:textpath on="t" fitshape="t"/></v:shapetype><v:shape id="PowerPlusWaterMarkObject1" type="#_x0000_t136" style="position:absolute;margin-left:0;margin-top:0;width:360pt;height:180pt;rotation:315;z-index:-251658752;mso-position-horizontal:center;mso-position-horizontal-relative:page;mso-position-vertical:center;mso-position-vertical-relative:page" fillcolor="#d9d9d9" stroked="f"><v:textpath style="font-family:&quot;${faces.page}&quot;;font-size:1pt" string="${DRAFT_MARK}"/></v:shape></w:pict></w:r>`;

/** Letterhead on the first page: it stands 30 mm from the edge, its line 4 mm below. */
function header(agency: string, mark: string): string {
  const size = headSize(agency);
  const name = wordParagraph(
    mark +
      wordRun(
        agency,
        `${fonts(faces.title)}<w:color w:val="${RED}"/><w:sz w:val="${size * 2}"/><w:szCs w:val="${size * 2}"/>`,
      ),
    '',
    `<w:spacing w:after="${twips(letterPage.lineBelowHead) - 20}" w:line="${size * 20}" w:lineRule="exact"/>${OUT}<w:jc w:val="center"/>`,
  );
  return name + ruled('bottom', 'thickThinSmallGap', 0);
}

/** 2 characters in, 附件：, and the numbers of several one below the other. */
function enclosures(letter: Letter): string {
  const lines = enclosureLines(letter);
  if (lines.length === 0) return '';
  const hanging = (text: string, lead: string): string =>
    wordParagraph(
      wordRun(lead + text),
      '',
      `<w:keepNext/><w:ind w:left="1600" w:hanging="${lead === '' ? 0 : 960}" w:firstLineChars="0"/>`,
    );
  return (
    wordParagraph('', '', '<w:keepNext/>') +
    lines.map((text, index) => hanging(text, index === 0 ? '附件：' : '')).join('')
  );
}

/** The seal over signature and date, its middle between them; `x`, `y` of its upper left corner in millimetres. */
const sealRun = (id: string, x: number, y: number): string => {
  const side = emu(letterPage.seal);
  return `<w:r><w:drawing><wp:anchor xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" distT="0" distB="0" distL="0" distR="0" simplePos="0" relativeHeight="2" behindDoc="0" locked="1" layoutInCell="1" allowOverlap="1"><wp:simplePos x="0" y="0"/><wp:positionH relativeFrom="page"><wp:posOffset>${emu(x)}</wp:posOffset></wp:positionH><wp:positionV relativeFrom="paragraph"><wp:posOffset>${emu(y)}</wp:posOffset></wp:positionV><wp:extent cx="${side}" cy="${side}"/><wp:wrapNone/><wp:docPr id="1" name="seal" descr="印章"/><a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:nvPicPr><pic:cNvPr id="1" name="seal"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed="${id}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="${side}" cy="${side}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:anchor></w:drawing></w:r>`;
};

/** Width of a line of 三号 in millimetres: figures are half as wide as characters. */
const widthOf = (text: string): number =>
  [...text].reduce((sum, sign) => sum + (sign < '\u2e80' ? 0.5 : 1), 0) * 5.644;

const PITCH = 28;
/** Characters of a line, and points that the first page leaves below the title. */
const LINE = 27.6;
const FIRST_PAGE = 516;

/** Lines of a letter, as far as they can be told without setting it. */
function linesOf(letter: Letter): number {
  const body = letter.paragraphs.map(({ text }) => Math.ceil((widthOf(text) / 5.644 + 2) / LINE));
  const enclosed = letter.enclosures.length === 0 ? 0 : letter.enclosures.length + 1;
  const closing = letter.signedBy === null ? 0 : 4;
  return body.reduce((sum, lines) => sum + lines, 0) + enclosed + closing + (letter.addressee === '' ? 1 : 2);
}

/** Points from line to line: 28, or less where the letter then stays on one page. */
function pitchOf(letter: Letter): number {
  const table = letter.fields.reduce((sum, { value }) => sum + (value === '' ? 32 : 25), 0);
  const lines = linesOf(letter);
  return [PITCH, ...tighterPitches].find((pitch) => lines * pitch + table <= FIRST_PAGE) ?? PITCH;
}

/** Agency over date, both about a middle that leaves the date four characters from the edge. */
function signed(letter: Letter, sealId: string | null): string {
  const lines = signature(letter);
  if (lines.length === 0) return '';
  const [agency, date] = lines as [string, string];
  const middle = Math.max(4 * 5.644 + widthOf(date) / 2, widthOf(agency) / 2);
  const place = `<w:ind w:left="${TEXT_WIDTH - twips(2 * middle)}" w:firstLineChars="0" w:firstLine="0"/><w:jc w:val="center"/>`;
  const x = 210 - 26 - middle - letterPage.seal / 2;
  // One line of 28 points down is the middle between both; signature and date stand a little below the middle of the seal.
  const seal = sealId === null ? '' : sealRun(sealId, x, 9.9 - letterPage.seal / 2 - 3.9);
  const keep = '<w:keepNext/><w:keepLines/>';
  return (
    wordParagraph('', '', keep) +
    wordParagraph('', '', keep) +
    wordParagraph(seal + wordRun(agency), '', keep + place) +
    wordParagraph(wordRun(date), '', `<w:keepLines/>${place}`)
  );
}

const side = (name: string): string => `<w:${name} w:val="single" w:sz="4" w:space="0" w:color="000000"/>`;
const borders = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV'].map(side).join('');

/** Forms are filled in by hand and stay on one page: 小四 in low rows. */
function fieldTable(fields: readonly LetterField[]): string {
  if (fields.length === 0) return '';
  const widths = [2900, TEXT_WIDTH - 2900];
  const cell = (text: string, width: number): string =>
    `<w:tc><w:tcPr><w:tcW w:w="${width}" w:type="dxa"/><w:vAlign w:val="center"/></w:tcPr>${wordParagraph(wordRun(text, '<w:sz w:val="24"/><w:szCs w:val="24"/>'), '', `<w:spacing w:line="400" w:lineRule="exact"/>${flush}<w:jc w:val="left"/>`)}</w:tc>`;
  const rows = fields.map(
    ({ label, value }) =>
      `<w:tr><w:trPr><w:cantSplit/><w:trHeight w:val="${value === '' ? 600 : 480}" w:hRule="atLeast"/></w:trPr>${cell(label, widths[0]!)}${cell(value, widths[1]!)}</w:tr>`,
  );
  return `<w:tbl><w:tblPr><w:tblW w:w="${TEXT_WIDTH}" w:type="dxa"/><w:tblBorders>${borders}</w:tblBorders><w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>${widths.map((width) => `<w:gridCol w:w="${width}"/>`).join('')}</w:tblGrid>${rows.join('')}</w:tbl>`;
}

/** Title in lines of its own, so that no agency or word is torn. */
const title = (text: string): string =>
  wordParagraph(
    titleLines(text)
      .map((line) => `<w:r><w:t>${escapeMarkup(line)}</w:t></w:r>`)
      .join('<w:r><w:br/></w:r>'),
    'Title',
    '<w:spacing w:after="240" w:line="700" w:lineRule="exact"/>',
  );

/**
 * A letter as a Word file in 信函格式: red letterhead and lines on the first page, number at the right, title, addressee,
 * body, enclosures, signature over date, the seal over both; 草稿 across every page of a draft. The same letter gives the
 * same bytes.
 */
export function renderLetterDocx(letter: Letter, dress: LetterDress = undressed): Uint8Array {
  const seal = sealOn(letter, dress);
  const pitch = pitchOf(letter);
  const id = seal === null ? null : 'rId9';
  const last = letter.paragraphs.length - 1;
  const body = [
    wordParagraph(
      wordRun(letter.documentNumber ?? ''),
      '',
      `<w:spacing w:before="280" w:line="560" w:lineRule="exact"/>${flush}<w:jc w:val="right"/>`,
    ),
    wordParagraph(''),
    title(letter.title),
    ...(letter.addressee === '' ? [] : [wordParagraph(wordRun(`${letter.addressee}：`), '', flush)]),
    ...letter.paragraphs.map(({ text }, index) =>
      wordParagraph(wordRun(text), '', index === last ? '<w:keepNext/><w:keepLines/>' : ''),
    ),
    fieldTable(letter.fields),
    enclosures(letter),
    signed(letter, id),
  ];
  return wordFile(letter.title, body.join(''), {
    first: {
      header: header(letter.agency, dress.draft ? draftMark : ''),
      footer: ruled('top', 'thinThickSmallGap', 0),
    },
    mark: dress.draft ? draftMark : null,
    images: id === null ? {} : { [id]: seal! },
    footer: twips(letterPage.lowerLine),
    header: twips(letterPage.head),
    pitch,
  });
}
