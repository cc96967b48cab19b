import { mediaTypes, type ReaderNote, type SourceDocument, UnreadableFile } from '../document.ts';
import { assemble } from './assemble.ts';
import { decodeReferences } from './character-references.ts';
import { decodeText } from './decode.ts';
import { DocxBody } from './docx-body.ts';
import { foreignNames, wordNames } from './docx-names.ts';
import { listsOf, Numbering } from './docx-numbering.ts';
import type { DocxContext } from './docx-paragraph.ts';
import { Styles } from './docx-styles.ts';
import { LIMITS } from './limits.ts';
import type { RawBlock } from './tree.ts';
import { prefixOf, XmlScanner } from './xml-scan.ts';
import { ZipArchive } from './zip.ts';

const NAMESPACES = ['wordprocessingml/2006/main', 'wordprocessingml/main'];
const MARGIN_PARTS = 12;

/** Parts that another part refers to, by the last word of the relationship's type. */
type Relations = ReadonlyMap<string, readonly string[]>;

function partText(zip: ZipArchive, name: string): string | null {
  const bytes = zip.read(name);
  return bytes === null ? null : decodeText(bytes, 'utf-8').text;
}

/** Where a target named in a relationship of `part` lies in the package. */
function resolve(part: string, target: string): string {
  if (target.startsWith('/')) return target.slice(1);
  const steps = part.split('/').slice(0, -1);
  for (const step of target.split('/'))
    if (step === '..') steps.pop();
    else if (step !== '.') steps.push(step);
  return steps.join('/');
}

function relationsOf(zip: ZipArchive, part: string): Relations {
  const cut = part.lastIndexOf('/') + 1;
  const xml = partText(zip, `${part.slice(0, cut)}_rels/${part.slice(cut)}.rels`);
  const relations = new Map<string, string[]>();
  for (const [source] of xml?.matchAll(/<(?:\w+:)?Relationship\s[^<>]{1,2000}>/g) ?? []) {
    const type = /\sType\s*=\s*["'][^"']*\/(\w+)["']/.exec(source)?.[1];
    const target = /\sTarget\s*=\s*["']([^"']+)["']/.exec(source)?.[1];
    if (type === undefined || target === undefined || /TargetMode\s*=\s*["']External/.test(source)) continue;
    const known = relations.get(type) ?? [];
    known.push(resolve(part, decodeReferences(target)));
    relations.set(type, known);
  }
  return relations;
}

/** What a zip is that holds no Word document. */
function refuseOther(zip: ZipArchive): never {
  const holds = (start: string): boolean => zip.names.some((name) => name.startsWith(start));
  if (holds('xl/'))
    throw new UnreadableFile(
      'unsupported',
      '这是 Excel 工作簿，但缺少内容。请在表格软件中打开，另存为 xlsx 后再试。',
    );
  if (holds('ppt/') || holds('content.xml') || holds('meta-inf/'))
    throw new UnreadableFile(
      'unsupported',
      '这不是 Word 的 docx 文件，也不是表格或网页。请在原来的软件中另存为 docx 后再试。',
    );
  if (holds('word/'))
    throw new UnreadableFile('corrupt', 'Word 文档缺少正文，文件可能已损坏。请重新另存后再试。');
  throw new UnreadableFile('wrongType', '这是压缩包，不是 Word 文档。请解压后提供其中的报告文件。');
}

function readStory(
  xml: string,
  context: DocxContext,
  origin: 'body' | 'footnote' | 'header' | 'footer',
): RawBlock[] {
  const body = new DocxBody(context, origin);
  new XmlScanner(xml, body, prefixOf(xml, NAMESPACES) ?? 'w', wordNames, foreignNames).run();
  body.finish();
  return body.blocks;
}

const PAGE_NUMBER = /^[-—–·\s第共/页\d]*$/;

/** Page heads and feet, each text once, page numbers left out. */
function readMargins(zip: ZipArchive, relations: Relations, context: DocxContext): RawBlock[] {
  const seen = new Set<string>();
  const out: RawBlock[] = [];
  for (const origin of ['header', 'footer'] as const)
    for (const name of (relations.get(origin) ?? []).slice(0, MARGIN_PARTS)) {
      const xml = partText(zip, name);
      for (const block of xml === null ? [] : readStory(xml, context, origin)) {
        if (block.kind !== 'paragraph' || seen.has(block.text) || PAGE_NUMBER.test(block.text)) continue;
        seen.add(block.text);
        out.push(block);
      }
    }
  return out;
}

function titleOf(zip: ZipArchive): string | null {
  const xml = partText(zip, 'docProps/core.xml');
  const title = xml === null ? null : /<(?:\w+:)?title(?:\s[^<>]*)?>([^<]{1,500})</.exec(xml)?.[1];
  return title ? decodeReferences(title).trim() || null : null;
}

/**
 * A Word document (docx, transitional or strict): its text as Word shows it with all changes accepted, automatic
 * numbers written out, text boxes and notes after the paragraph they belong to, page heads and feet at the end.
 * @throws UnreadableFile corrupt, encrypted, bomb, unsupported or wrongType
 */
export function readDocx(bytes: Uint8Array): SourceDocument {
  const zip = new ZipArchive(bytes);
  const main = relationsOf(zip, '').get('officeDocument')?.[0] ?? 'word/document.xml';
  const xml = partText(zip, main) ?? partText(zip, 'word/document.xml');
  if (xml === null || prefixOf(xml, NAMESPACES) === null) refuseOther(zip);
  const relations = relationsOf(zip, main);
  const part = (type: string): string | null => partText(zip, relations.get(type)?.[0] ?? `word/${type}.xml`);
  const context: DocxContext = {
    styles: new Styles(part('styles')),
    numbering: new Numbering(listsOf(part('numbering'))),
    notes: new Map(),
    trackedChanges: false,
    truncated: false,
    count: 0,
  };
  for (const type of ['footnotes', 'endnotes']) {
    const notes = part(type);
    if (notes !== null) readStory(notes, context, 'footnote');
  }
  const blocks = [...readStory(xml, context, 'body'), ...readMargins(zip, relations, context)];
  const notes: ReaderNote[] = context.trackedChanges
    ? [{ kind: 'trackedChanges', text: '文件中有修订标记，已按接受修订后的内容读取。', at: null }]
    : [];
  const truncated = context.truncated || context.count >= LIMITS.blocks;
  return assemble({
    mediaType: mediaTypes.docx,
    encoding: null,
    metaTitle: titleOf(zip),
    blocks,
    notes,
    truncated,
  });
}
