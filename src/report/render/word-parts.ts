import { officeFile, type Part, relations } from './ooxml.ts';

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';
const type = (name: string): string =>
  `application/vnd.openxmlformats-officedocument.wordprocessingml.${name}+xml`;

/** Faces of GB/T 9704 by name: Word finds them where they are installed. */
export const faces = {
  title: '方正小标宋简体',
  body: '仿宋_GB2312',
  first: '黑体',
  second: '楷体_GB2312',
  page: '宋体',
} as const;

/** Latin letters and figures beside them. */
const LATIN = 'Times New Roman';

export const fonts = (face: string): string =>
  `<w:rFonts w:ascii="${LATIN}" w:hAnsi="${LATIN}" w:eastAsia="${face}" w:cs="${LATIN}"/>`;

const size = (halfPoints: number): string => `<w:sz w:val="${halfPoints}"/><w:szCs w:val="${halfPoints}"/>`;

interface Style {
  readonly id: string;
  readonly name: string;
  readonly paragraph: string;
  readonly run: string;
  readonly level?: number;
}

/** Two characters of 三号 in twips. */
const TWO = 640;
const exactly = (points: number): string => `<w:spacing w:line="${points * 20}" w:lineRule="exact"/>`;
const noIndent = '<w:ind w:firstLineChars="0" w:firstLine="0"/>';

/** 22 characters a line, 22 lines a page in 仿宋 三号; headings of the first level 黑体; tables in smaller type. */
const styles: readonly Style[] = [
  {
    id: 'Title',
    name: 'Title',
    paragraph: `<w:keepNext/><w:spacing w:after="560" w:line="700" w:lineRule="exact"/>${noIndent}<w:jc w:val="center"/>`,
    run: fonts(faces.title) + size(44),
  },
  {
    id: 'Heading1',
    name: 'heading 1',
    paragraph: `<w:keepNext/>${exactly(28)}`,
    run: fonts(faces.first),
    level: 0,
  },
  {
    id: 'Closing',
    name: 'Closing',
    paragraph: `${exactly(28)}<w:ind w:rightChars="200" w:right="${TWO}" w:firstLineChars="0" w:firstLine="0"/><w:jc w:val="right"/>`,
    run: '',
  },
  {
    id: 'TableText',
    name: 'Table Text',
    paragraph: `<w:spacing w:line="240" w:lineRule="auto"/>${noIndent}<w:jc w:val="center"/>`,
    run: size(21),
  },
  {
    id: 'TableSmall',
    name: 'Table Small',
    paragraph: `<w:spacing w:line="220" w:lineRule="auto"/>${noIndent}<w:jc w:val="center"/>`,
    run: size(18),
  },
  {
    id: 'Gap',
    name: 'Gap',
    paragraph: `<w:spacing w:after="220" w:line="20" w:lineRule="exact"/>${noIndent}`,
    run: size(2),
  },
  {
    id: 'Footer',
    name: 'footer',
    paragraph: `<w:spacing w:line="240" w:lineRule="auto"/><w:ind w:leftChars="100" w:left="280" w:rightChars="100" w:right="280" w:firstLineChars="0" w:firstLine="0"/>`,
    run: fonts(faces.page) + size(28),
  },
];

const styleXml = ({ id, name, paragraph, run, level }: Style): string =>
  `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/><w:basedOn w:val="Normal"/><w:qFormat/><w:pPr>${paragraph}${level === undefined ? '' : `<w:outlineLvl w:val="${level}"/>`}</w:pPr><w:rPr>${run}</w:rPr></w:style>`;

const stylesXml = (pitch: number): string =>
  `<w:styles ${W}><w:docDefaults><w:rPrDefault><w:rPr>${fonts(faces.body)}<w:kern w:val="2"/>${size(32)}<w:lang w:val="en-US" w:eastAsia="zh-CN" w:bidi="ar-SA"/></w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/><w:pPr>${exactly(pitch)}<w:ind w:firstLineChars="200" w:firstLine="${TWO}"/><w:jc w:val="both"/></w:pPr></w:style><w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:uiPriority w:val="99"/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="57" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/><w:right w:w="57" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>${styles.map(styleXml).join('')}</w:styles>`;

const settingsXml = `<w:settings ${W}><w:evenAndOddHeaders/><w:characterSpacingControl w:val="compressPunctuation"/><w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat><w:themeFontLang w:val="en-US" w:eastAsia="zh-CN"/></w:settings>`;

/** — 1 —, outside on either page as GB/T 9704 asks. */
const footer = (side: 'left' | 'right'): string =>
  `<w:ftr ${W}><w:p><w:pPr><w:pStyle w:val="Footer"/><w:jc w:val="${side}"/></w:pPr><w:r><w:t xml:space="preserve">— </w:t></w:r><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> PAGE </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>1</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r><w:r><w:t xml:space="preserve"> —</w:t></w:r></w:p></w:ftr>`;

const headerXml = (content: string): string =>
  `<w:hdr ${W} xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office">${content}</w:hdr>`;

/** Width of the text on A4 between 28 mm and 26 mm, in twips. */
export const TEXT_WIDTH = 8844;

/** What a file adds to the page of a document: a first page of its own, images by relation id. */
export interface WordExtras {
  /** XML inside the header and the footer of the first page; null where it is like the others. */
  readonly first: { readonly header: string; readonly footer: string } | null;
  /** A run that stands in the header of every other page; null where they have none. */
  readonly mark: string | null;
  /** PNG files that the body shows, by relation id. */
  readonly images: Readonly<Record<string, Uint8Array>>;
  /** From the lower edge of the page to the footer, in twips. */
  readonly footer: number;
  /** From the upper edge of the page to the header, in twips. */
  readonly header: number;
  /** Points from line to line of the text. */
  readonly pitch: number;
}

const plain: WordExtras = { first: null, mark: null, images: {}, footer: 1304, header: 851, pitch: 28 };

const sectionXml = ({ first, mark, header, footer }: WordExtras): string => {
  const own =
    first === null
      ? ''
      : '<w:headerReference w:type="first" r:id="rId5"/><w:footerReference w:type="first" r:id="rId6"/>';
  const others =
    mark === null
      ? ''
      : '<w:headerReference w:type="default" r:id="rId7"/><w:headerReference w:type="even" r:id="rId8"/>';
  return `<w:sectPr>${own}${others}<w:footerReference w:type="default" r:id="rId3"/><w:footerReference w:type="even" r:id="rId4"/><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="2098" w:right="1474" w:bottom="1984" w:left="1588" w:header="${header}" w:footer="${footer}" w:gutter="0"/><w:cols w:space="425"/>${first === null ? '' : '<w:titlePg/>'}</w:sectPr>`;
};

/** A Word file of the given paragraphs and tables, with page, faces and page numbers of an official document. */
export function wordFile(title: string, body: string, extras: WordExtras = plain): Uint8Array {
  const { first, mark, images } = extras;
  const parts: Record<string, Part> = {
    'word/document.xml': {
      type: type('document.main'),
      xml: `<w:document ${W} ${R}><w:body>${body}${sectionXml(extras)}</w:body></w:document>`,
    },
    'word/styles.xml': { type: type('styles'), xml: stylesXml(extras.pitch) },
    'word/settings.xml': { type: type('settings'), xml: settingsXml },
    'word/footer1.xml': { type: type('footer'), xml: footer('right') },
    'word/footer2.xml': { type: type('footer'), xml: footer('left') },
  };
  if (first !== null) {
    parts['word/header3.xml'] = { type: type('header'), xml: headerXml(first.header) };
    parts['word/footer3.xml'] = { type: type('footer'), xml: `<w:ftr ${W}>${first.footer}</w:ftr>` };
  }
  if (mark !== null)
    parts['word/header1.xml'] = { type: type('header'), xml: headerXml(`<w:p>${mark}</w:p>`) };
  const related = {
    'word/document.xml': relations([
      ['rId1', 'styles', 'styles.xml'],
      ['rId2', 'settings', 'settings.xml'],
      ['rId3', 'footer', 'footer1.xml'],
      ['rId4', 'footer', 'footer2.xml'],
      ...(first === null
        ? []
        : ([
            ['rId5', 'header', 'header3.xml'],
            ['rId6', 'footer', 'footer3.xml'],
          ] as const)),
      ...(mark === null
        ? []
        : ([
            ['rId7', 'header', 'header1.xml'],
            ['rId8', 'header', 'header1.xml'],
          ] as const)),
      ...Object.keys(images).map((id) => [id, 'image', `media/${id}.png`] as const),
    ]),
  };
  const media = Object.fromEntries(
    Object.entries(images).map(([id, bytes]) => [`word/media/${id}.png`, bytes]),
  );
  return officeFile(title, 'word/document.xml', parts, related, media);
}
