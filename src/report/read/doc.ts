import { mediaTypes, type ReaderNote, type SourceDocument, UnreadableFile } from '../document.ts';
import { assemble } from './assemble.ts';
import { DocBody } from './doc-body.ts';
import { docNumbers } from './doc-numbering.ts';
import { characterRuns, paragraphRuns } from './doc-properties.ts';
import { damagedWord, textOfPieces, wordStreams } from './doc-streams.ts';
import { CompoundFile } from './workbook-compound.ts';

const TRACKED: ReaderNote = {
  kind: 'trackedChanges',
  text: '文件中有修订标记，已按接受修订后的内容读取。',
  at: null,
};

/**
 * A Word document of Word 97 to 2003, or of WPS (.doc, .wps): its main text with tables and their merges, changes
 * taken as accepted, hidden text left out, automatic numbers written out. Page heads and feet, notes, comments and
 * text boxes are other stories of the file and are not read.
 * @throws UnreadableFile corrupt, encrypted, unsupported or tooLarge
 */
export async function readLegacyWord(bytes: Uint8Array): Promise<SourceDocument> {
  try {
    const streams = wordStreams(new CompoundFile(bytes));
    const body = new DocBody(
      textOfPieces(streams),
      paragraphRuns(streams),
      characterRuns(streams),
      docNumbers(streams),
    );
    body.run(streams);
    const notes = body.tracked ? [TRACKED] : [];
    const { blocks } = body;
    return assemble({
      mediaType: mediaTypes.doc,
      encoding: null,
      metaTitle: null,
      blocks,
      notes,
      truncated: false,
    });
  } catch (error) {
    if (error instanceof RangeError) throw damagedWord(error);
    throw error instanceof UnreadableFile ? error : damagedWord(error);
  }
}
