import { NameTable } from './names.ts';

/** Elements of WordprocessingML (ECMA-376 Part 1, chapter 17) that the reading hears. */
const WORD =
  'p pPr pStyle numId ilvl outlineLvl r rPr vanish t tab br cr noBreakHyphen sym ptab del ins moveFrom moveTo ' +
  'pPrChange rPrChange tblPrChange trPrChange tcPrChange sectPrChange tblPrExChange tblGridChange numberingChange ' +
  'tbl tr trPr tc gridSpan vMerge hMerge gridBefore cellDel drawing pict object txbxContent sdtPr rt footnoteReference ' +
  'endnoteReference footnote endnote tabs';
/** Elements of other namespaces: markup compatibility, VML, DrawingML, charts, formulas. */
const FOREIGN = 'AlternateContent Choice Fallback imagedata docPr blip chart m_t';

const words = WORD.split(' ');
const foreign = FOREIGN.split(' ').map((name) => name.replace(/^m_/, ''));

export const wordNames = new NameTable(words);
export const foreignNames = new NameTable(foreign);

const all = [...words, ...FOREIGN.split(' ')];

/** Number of an element in the scanner's order; formulas' own text is `m_t`. */
export const element = (name: string): number => {
  const index = all.indexOf(name);
  if (index < 0) throw new RangeError(`not an element of the reading: ${name}`);
  return index;
};

export const elements = (list: string): ReadonlySet<number> => new Set(list.split(' ').map(element));
