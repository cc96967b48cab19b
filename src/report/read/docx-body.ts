import type { Paragraph } from '../document.ts';
import { element, elements } from './docx-names.ts';
import {
  closeParagraph,
  type DocxContext,
  type OpenParagraph,
  openParagraph,
  PARAGRAPH_PROPERTIES,
  setProperty,
} from './docx-paragraph.ts';
import { DocxTables } from './docx-tables.ts';
import { LIMITS } from './limits.ts';
import type { RawBlock } from './tree.ts';
import type { XmlScanner, XmlSink } from './xml-scan.ts';

interface Outside {
  readonly content: RawBlock[];
  readonly paragraph: OpenParagraph | null;
  readonly origin: Paragraph['origin'];
}

const E = {
  p: element('p'),
  pPr: element('pPr'),
  r: element('r'),
  vanish: element('vanish'),
  t: element('t'),
  mathText: element('m_t'),
  del: element('del'),
  trPr: element('trPr'),
  textBox: element('txbxContent'),
  alternate: element('AlternateContent'),
  choice: element('Choice'),
  fallback: element('Fallback'),
  docPr: element('docPr'),
} as const;

const SKIPPED = elements(
  'pPrChange rPrChange tblPrChange trPrChange tcPrChange sectPrChange tblPrExChange tblGridChange numberingChange ' +
    'moveFrom sdtPr rt tabs',
);
const CHANGES = elements('ins del moveFrom moveTo cellDel');
const PICTURES = elements('blip imagedata chart');
const FRAMES = elements('drawing pict object');
const REFERENCES = elements('footnoteReference endnoteReference');
const NOTES = elements('footnote endnote');
const TABLE_ELEMENTS = elements('tbl tr tc gridSpan vMerge hMerge gridBefore cellDel');
const MARKS: ReadonlyMap<number, string> = new Map([
  [element('tab'), '\t'],
  [element('ptab'), '\t'],
  [element('br'), '\n'],
  [element('cr'), '\n'],
  [element('noBreakHyphen'), '-'],
]);
const [SYMBOL, FOOTNOTE_REFERENCE, FOOTNOTE] = [
  element('sym'),
  element('footnoteReference'),
  element('footnote'),
];

const isOff = (value: string | null): boolean => value === '0' || value === 'false' || value === 'off';

/** Reads a story of a Word document (body, header, footer, notes) into blocks; changes count as accepted. */
export class DocxBody implements XmlSink {
  readonly blocks: RawBlock[] = [];
  listening = false;
  readonly #context: DocxContext;
  readonly #tables: DocxTables;
  #origin: Paragraph['origin'];
  #content: RawBlock[] = this.blocks;
  #paragraph: OpenParagraph | null = null;
  #outside: Outside[] = [];
  #choices: boolean[] = [];
  #skip = -1;
  #skipDepth = 0;
  #inParagraphProperties = false;
  #inRowProperties = false;
  #hiddenRun = false;
  #inRun = false;
  #carried = '';
  #picture = false;
  #alt = '';
  #pendingNotes: RawBlock[] = [];

  constructor(context: DocxContext, origin: Paragraph['origin']) {
    this.#context = context;
    this.#origin = origin;
    this.#tables = new DocxTables(context);
  }

  get full(): boolean {
    return this.#context.count >= LIMITS.blocks;
  }

  text(text: string): void {
    if (this.#paragraph !== null) this.#paragraph.text += text;
  }

  open(id: number, at: XmlScanner): void {
    if (this.#skip >= 0) {
      if (id === this.#skip) this.#skipDepth++;
      return;
    }
    if (CHANGES.has(id)) this.#context.trackedChanges = true;
    if (SKIPPED.has(id) || this.#isSkippedChoice(id)) this.#beginSkip(id);
    else if (id === E.del) this.#deletion();
    else if (id === E.p) this.#openParagraph();
    else if (id === E.pPr) this.#inParagraphProperties = true;
    else if (id === E.trPr) this.#inRowProperties = true;
    else if (id === E.r) this.#openRun();
    else if (id === E.vanish) {
      if (this.#inRun && !isOff(at.attribute('val'))) this.#hiddenRun = true;
    } else if (id === E.t || id === E.mathText) this.listening = !this.#hiddenRun;
    else if (TABLE_ELEMENTS.has(id)) this.#openTable(id, at);
    else this.#openRest(id, at);
  }

  #openRest(id: number, at: XmlScanner): void {
    const mark = MARKS.get(id);
    if (mark !== undefined) {
      if (this.#inRun && !this.#hiddenRun) this.text(mark);
    } else if (PARAGRAPH_PROPERTIES.has(id)) {
      if (this.#paragraph && this.#inParagraphProperties)
        setProperty(this.#paragraph, id, at.attribute('val'));
    } else if (id === SYMBOL) this.#symbol(at);
    else if (id === E.textBox) this.#enter([], 'textBox');
    else if (PICTURES.has(id)) this.#picture = true;
    else if (id === E.docPr) this.#alt = at.attribute('descr') ?? '';
    else if (REFERENCES.has(id))
      this.#reference(`${id === FOOTNOTE_REFERENCE ? 'footnote' : 'endnote'} ${at.attribute('id')}`);
    else if (NOTES.has(id)) this.#openNote(id, at);
  }

  close(id: number): void {
    if (this.#skip >= 0) {
      if (id === this.#skip && --this.#skipDepth === 0) this.#skip = -1;
      return;
    }
    if (id === E.t || id === E.mathText) this.listening = false;
    else if (id === E.p) this.#closeParagraph();
    else if (id === E.pPr) this.#inParagraphProperties = false;
    else if (id === E.trPr) this.#inRowProperties = false;
    else if (id === E.r) this.#inRun = false;
    else if (TABLE_ELEMENTS.has(id)) this.#closeTable(id);
    else if (id === E.textBox) this.#leave();
    else if (FRAMES.has(id)) this.#closeFrame();
    else if (id === E.alternate) this.#choices.pop();
    else if (NOTES.has(id)) this.#leave();
  }

  /** Ends whatever a broken file left open. */
  finish(): void {
    this.#closeParagraph();
    while (this.#outside.length > 0) this.#leave();
    while (this.#tables.open) this.#content = this.#tables.closeTable(this.#content);
    this.#flushNotes();
  }

  #beginSkip(id: number): void {
    this.#skip = id;
    this.#skipDepth = 1;
  }

  /** The choices of one drawing are the same thing twice: only the first is read. */
  #isSkippedChoice(id: number): boolean {
    if (id === E.alternate) this.#choices.push(false);
    if (id !== E.choice && id !== E.fallback) return false;
    const taken = this.#choices.at(-1) ?? false;
    if (this.#choices.length > 0) this.#choices[this.#choices.length - 1] = true;
    return taken;
  }

  #deletion(): void {
    if (this.#inParagraphProperties) {
      if (this.#paragraph) this.#paragraph.runsOn = true;
    } else if (this.#inRowProperties) this.#tables.deleteRow();
    else this.#beginSkip(E.del);
  }

  #openParagraph(): void {
    if (this.#paragraph !== null) this.#closeParagraph();
    this.#paragraph = openParagraph(this.#carried);
    this.#carried = '';
    this.#inRun = false;
    this.#hiddenRun = false;
    this.#inParagraphProperties = false;
  }

  #openRun(): void {
    this.#inRun = true;
    this.#hiddenRun = false;
  }

  #symbol(at: XmlScanner): void {
    const code = Number.parseInt(at.attribute('char') ?? '', 16);
    if (!this.#hiddenRun && code > 0x1f && code <= 0xffff) this.text(String.fromCharCode(code));
  }

  #closeParagraph(): void {
    const paragraph = this.#paragraph;
    if (paragraph === null) return;
    this.#paragraph = null;
    this.listening = false;
    if (paragraph.runsOn) this.#carried = paragraph.text;
    else {
      const block = closeParagraph(paragraph, this.#context, this.#origin);
      if (block) this.#add(block);
    }
    for (const block of paragraph.after) this.#add(block);
    this.#flushNotes();
  }

  #add(block: RawBlock): void {
    if (this.#context.count >= LIMITS.blocks) this.#context.truncated = true;
    else {
      this.#context.count++;
      this.#content.push(block);
    }
  }

  #openTable(id: number, at: XmlScanner): void {
    if (this.#paragraph !== null && this.#outside.length === 0) this.#closeParagraph();
    this.#content = this.#tables.element(id, at, this.#content);
  }

  #closeTable(id: number): void {
    this.#content = this.#tables.close(id, this.#content);
    if (!this.#tables.open) this.#flushNotes();
  }

  #closeFrame(): void {
    if (this.#picture)
      (this.#paragraph?.after ?? this.#content).push({ kind: 'picture', alt: this.#alt.trim() });
    this.#picture = false;
    this.#alt = '';
  }

  #enter(content: RawBlock[], origin: Paragraph['origin']): void {
    this.#outside.push({ content: this.#content, paragraph: this.#paragraph, origin: this.#origin });
    this.#content = content;
    this.#paragraph = null;
    this.#origin = origin;
  }

  #leave(): void {
    this.#closeParagraph();
    const outside = this.#outside.pop();
    if (outside === undefined) return;
    if (this.#origin === 'textBox')
      for (const block of this.#content) (outside.paragraph?.after ?? outside.content).push(block);
    this.#content = outside.content;
    this.#paragraph = outside.paragraph;
    this.#origin = outside.origin;
    this.#inRun = this.#paragraph !== null;
    this.#hiddenRun = false;
  }

  #openNote(id: number, at: XmlScanner): void {
    const content: RawBlock[] = [];
    if (!/separator/i.test(at.attribute('type') ?? ''))
      this.#context.notes.set(`${id === FOOTNOTE ? 'footnote' : 'endnote'} ${at.attribute('id')}`, content);
    this.#enter(content, 'footnote');
  }

  /** A note stands after the block that refers to it, never inside a table. */
  #reference(key: string): void {
    const note = this.#context.notes.get(key);
    if (note === undefined) return;
    this.#context.notes.delete(key);
    for (const block of note) this.#pendingNotes.push(block);
  }

  #flushNotes(): void {
    if (this.#pendingNotes.length === 0 || this.#tables.open || this.#outside.length > 0) return;
    const notes = this.#pendingNotes;
    this.#pendingNotes = [];
    for (const block of notes) this.#add(block);
  }
}
