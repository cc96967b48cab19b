import type { Paragraph } from '../document.ts';
import { element, elements } from './docx-names.ts';
import type { Numbering } from './docx-numbering.ts';
import { headingLevel, type Styles } from './docx-styles.ts';
import { type RawBlock, type RawParagraph, tidyLines } from './tree.ts';

/** What the parts of a document share while they are read. */
export interface DocxContext {
  readonly styles: Styles;
  readonly numbering: Numbering;
  /** Foot- and endnotes by kind and id. */
  readonly notes: Map<string, RawBlock[]>;
  trackedChanges: boolean;
  truncated: boolean;
  /** Blocks and cells so far. */
  count: number;
}

/** A paragraph while its runs are read. */
export interface OpenParagraph {
  text: string;
  style: string | null;
  numId: string | null;
  numLevel: number | null;
  outline: number | null;
  /** Its mark is deleted: it runs on into the next one. */
  runsOn: boolean;
  readonly after: RawBlock[];
}

export const PARAGRAPH_PROPERTIES = elements('pStyle numId ilvl outlineLvl');
const [STYLE, NUM_ID, NUM_LEVEL] = ['pStyle', 'numId', 'ilvl'].map(element);

export const openParagraph = (text: string): OpenParagraph => ({
  text,
  style: null,
  numId: null,
  numLevel: null,
  outline: null,
  runsOn: false,
  after: [],
});

/** Takes in one of PARAGRAPH_PROPERTIES. */
export function setProperty(paragraph: OpenParagraph, id: number, value: string | null): void {
  if (id === STYLE) paragraph.style = value;
  else if (id === NUM_ID) paragraph.numId = value;
  else if (id === NUM_LEVEL) paragraph.numLevel = Number.parseInt(value ?? '0', 10);
  else paragraph.outline = Number.parseInt(value ?? '9', 10);
}

/** The automatic number in front of a paragraph; it counts even where the paragraph is empty. */
function label(paragraph: OpenParagraph, { numbering, styles }: DocxContext): string {
  const style = styles.get(paragraph.style);
  const numId = paragraph.numId ?? style.numId;
  if (numId === null || numId === '0') return '';
  const tied = style.numStyle === null ? null : numbering.levelOfStyle(numId, style.numStyle);
  return numbering.next(numId, paragraph.numLevel ?? tied ?? style.numLevel ?? 0);
}

/** The block of a paragraph with its number; null for an empty one and for lines of a table of contents. */
export function closeParagraph(
  paragraph: OpenParagraph,
  context: DocxContext,
  origin: Paragraph['origin'],
): RawParagraph | null {
  const style = context.styles.get(paragraph.style);
  const number = label(paragraph, context);
  const text = tidyLines(paragraph.text);
  if (text === '' || style.contents) return null;
  const level = paragraph.outline === null ? style.level : headingLevel(paragraph.outline);
  return { kind: 'paragraph', text: number + text, level, origin };
}
