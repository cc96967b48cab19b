import type { Day } from '../../law/calendar/index.ts';
import type { LaidReport, LaidSection, LaidTable } from './laid-report.ts';
import { type PdfFonts, pdfFonts } from './pdf-fonts.ts';
import { type PdfTable, pdfTable } from './pdf-table.ts';
import { printedText } from './printed-value.ts';
import { splitHeading } from './subheading.ts';

/** A text in parts between which a line may end. */
export type PdfParts = readonly string[];

/** What the template sets, one after the other. */
export type PdfBlock =
  | { readonly kind: 'heading'; readonly level: 1 | 2; readonly parts: PdfParts }
  /** `lead` is set in 楷体 before the text. */
  | { readonly kind: 'paragraph'; readonly lead: string; readonly parts: PdfParts }
  | ({ readonly kind: 'table' } & PdfTable)
  | { readonly kind: 'signature'; readonly lines: readonly PdfParts[] }
  | { readonly kind: 'page' };

/** The data file of the template: texts are data throughout. */
export interface PdfDocument {
  readonly title: string;
  readonly titleLines: readonly PdfParts[];
  readonly author: string;
  /** Year, month, day. */
  readonly created: readonly number[];
  readonly fonts: PdfFonts;
  readonly blocks: readonly PdfBlock[];
}

/** Characters of the title (二号, 22 pt) that one line holds. */
const TITLE_LINE = 20;
/** PDF/A allows no string of more than 32,767 bytes. */
const LONGEST_METADATA = 1_000;
/** A longer line is no signature. */
const LONGEST_LINE = 26;
const DATE = /[0-9〇零一二三四五六七八九]{4}年.{1,3}月.{1,3}日/;
/** Invisible characters that no font draws; those that turn the order of letters would show another text. */
export const INVISIBLE = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]/g;

/** A run of letters or digits that may not fit on a line, such as an address, and where it may be broken. */
const LONG_WORD = /[^\s\u2e80-\uffff]{36,}/;
const WORD_PARTS = /[^\s\u2e80-\uffff]{1,2}|[\s\u2e80-\uffff]+/gu;

/** A text in parts, so that an address too long for a line can be broken. */
export const pdfParts = (text: string): PdfParts =>
  LONG_WORD.test(text) ? (text.match(WORD_PARTS) ?? []) : [text];

/** A title too long for a line is broken before its year, so that the name of the agency stays whole. */
function titleLines(title: string): string[] {
  const year = title.search(/(?<!\d)20\d\d年/);
  if ([...title].length <= TITLE_LINE || year <= 0) return [title];
  return [title.slice(0, year), title.slice(year)];
}

function paragraph(text: string): PdfBlock {
  const [lead, rest] = splitHeading(text);
  if (lead !== '' && rest === '') return { kind: 'heading', level: 2, parts: pdfParts(text) };
  return { kind: 'paragraph', lead, parts: pdfParts(rest) };
}

const table = (laid: LaidTable): PdfBlock => ({ kind: 'table', ...pdfTable(laid) });

const section = ({ heading, paragraphs, tables }: LaidSection): PdfBlock[] => [
  ...(heading === '' ? [] : [{ kind: 'heading', level: 1, parts: pdfParts(heading) } as const]),
  ...paragraphs.map(paragraph),
  ...tables.map(table),
];

/** Agency and date stand to the right, one above the other; what follows the date is text again. */
function closing(lines: readonly string[]): PdfBlock[] {
  const date = lines.findIndex((line) => DATE.test(line) && line.length <= LONGEST_LINE);
  const signed = date < 0 ? lines.findIndex((line) => line.length > LONGEST_LINE) : date + 1;
  const end = signed < 0 ? lines.length : signed;
  return [
    ...(end === 0 ? [] : [{ kind: 'signature', lines: lines.slice(0, end).map(pdfParts) } as const]),
    ...lines.slice(end).map((text): PdfBlock => ({ kind: 'paragraph', lead: '', parts: pdfParts(text) })),
  ];
}

/** The template's data of a report that was laid out, as the JSON it reads. */
export function pdfData(laid: LaidReport, author: string, made: Day): string {
  const document: PdfDocument = {
    title: laid.title.slice(0, LONGEST_METADATA),
    titleLines: titleLines(laid.title).map(pdfParts),
    author: printedText(author).slice(0, LONGEST_METADATA),
    created: made.split('-').map(Number),
    fonts: pdfFonts,
    blocks: [
      ...laid.preamble.map(paragraph),
      ...laid.sections.flatMap(section),
      ...closing(laid.closing),
      ...laid.attachments.flatMap((attached) => [{ kind: 'page' } as const, ...section(attached)]),
    ],
  };
  return JSON.stringify(document).replace(INVISIBLE, '');
}
