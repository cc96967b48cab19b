import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compoundFile, numbered, wordFile, wordRow, wordText } from '../../../test/support/word-file.ts';
import { mediaTypes, type SourceDocument, UnreadableFile } from '../document.ts';
import { readLegacyWord } from './doc.ts';
import { readDocument } from './index.ts';

const brief = ({ blocks }: SourceDocument): unknown[] =>
  blocks.map((block) => {
    if (block.kind === 'table')
      return block.cells.map(({ text, rowSpan, colSpan }) =>
        rowSpan * colSpan > 1 ? `${text} ${rowSpan}×${colSpan}` : text,
      );
    return block.kind === 'paragraph' ? block.text : { picture: block.alt };
  });
const read = async (...args: Parameters<typeof wordFile>): Promise<unknown[]> =>
  brief(await readLegacyWord(wordFile(...args)));

describe('the text of a Word file', () => {
  it('is its paragraphs, in one piece or in many', async () => {
    const paragraphs = wordText('清河县2023年年度报告', '', '本年依法公开。', 'Word 97');
    const meant = ['清河县2023年年度报告', '本年依法公开。', 'Word 97'];
    expect(await read(paragraphs)).toEqual(meant);
    for (const pieces of [2, 3, 7]) expect(await read(paragraphs, { pieces })).toEqual(meant);
  });

  it.each<[string, string, unknown[]]>([
    ['line breaks part it', '甲\u000b乙\r', ['甲', '乙']],
    ['a page ends a paragraph', '甲\u000c乙\r', ['甲', '乙']],
    ['hyphens that do not break', '甲\u001e乙\r', ['甲-乙']],
    ['of a field only its result', '甲\u0013HYPERLINK "x"\u0014乙\u0015丙\r', ['甲乙丙']],
    ['of a field in a field too', '\u0013IF \u0013PAGE\u00141\u0015\u0014乙\u0015\r', ['乙']],
    ['a picture is told', '\u0001\r', [{ picture: '' }]],
    ['marks of notes and comments are nothing', '甲\u0002\u0005乙\r', ['甲乙']],
  ])('%s', async (_, text, meant) => {
    expect(await read([{ text }])).toEqual(meant);
  });

  it('leaves out what was deleted, with a note, and what is hidden', async () => {
    const deleted = await readLegacyWord(
      wordFile([{ text: '甲' }, { text: '乙', characters: [0x00, 0x08, 1] }, { text: '丙\r' }]),
    );
    expect(brief(deleted)).toEqual(['甲丙']);
    expect(deleted.notes.map(({ kind }) => kind)).toEqual(['trackedChanges']);
    const hidden = await readLegacyWord(
      wordFile([{ text: '甲' }, { text: '乙', characters: [0x3c, 0x08, 1] }, { text: '\r' }]),
    );
    expect(brief(hidden)).toEqual(['甲']);
    expect(hidden.notes).toEqual([]);
  });

  it('tells headings by their outline level', async () => {
    const { blocks } = await readLegacyWord(
      wordFile([{ text: '一、总体情况\r', properties: [0x40, 0x26, 0] }, ...wordText('文')]),
    );
    expect(blocks.map((block) => block.kind === 'paragraph' && block.level)).toEqual([1, null]);
  });
});

describe('the numbers that Word sets by itself', () => {
  const levels = [
    [37, '%1、'],
    [37, '（%2）'],
    [0, '%3.'],
  ] as const;
  const at = (level: number, text: string) => ({ text: `${text}\r`, properties: numbered(level) });

  it('are written out, and begin anew under each heading', async () => {
    const paragraphs = [
      at(0, '总体情况'),
      at(1, '主动公开'),
      at(1, '依申请公开'),
      at(2, '收到'),
      ...wordText('文'),
      at(0, '主动公开政府信息情况'),
      at(1, '网站'),
    ];
    expect(await read(paragraphs, { levels })).toEqual([
      '一、总体情况',
      '（一）主动公开',
      '（二）依申请公开',
      '1. 收到',
      '文',
      '二、主动公开政府信息情况',
      '（一）网站',
    ]);
  });

  it('are left out where their list is not there', async () => {
    expect(await read([at(0, '总体情况')])).toEqual(['总体情况']);
  });
});

describe('the tables of a Word file', () => {
  it('keep their merges, to the right and down', async () => {
    const rows = [
      wordRow([
        { text: '项目', span: 2, down: 3 },
        { text: '申请人', span: 2 },
      ]),
      wordRow([{ text: '', span: 2, down: 1 }, { text: '自然人' }, { text: '总计' }]),
      wordRow([{ text: '不予公开', down: 3 }, { text: '国家秘密' }, { text: '1' }, { text: '1' }]),
      wordRow([{ text: '', down: 1 }, { text: '内部事务' }, { text: '' }, { text: '0' }]),
    ];
    expect(await read([...wordText('前'), ...rows.flat(), ...wordText('后')])).toEqual([
      '前',
      ['项目 2×2', '申请人 1×2', '自然人', '总计', '不予公开 2×1', '国家秘密', '1', '1', '内部事务', '', '0'],
      '后',
    ]);
  });

  it('are told by rows whose properties lie in a stream of their own', async () => {
    const cells = Array.from({ length: 15 }, (_, i) => ({ text: String(i) }));
    expect(await read([...wordRow(cells), ...wordRow(cells)])).toEqual([
      [...cells, ...cells].map(({ text }) => text),
    ]);
  });

  it('merged to the right by a mark of the cell', async () => {
    const row = wordRow([{ text: '行政诉讼', across: 1 }, { text: '', across: 2 }, { text: '总计' }]);
    const below = wordRow([{ text: '1' }, { text: '2' }, { text: '3' }]);
    expect(await read([...row, ...below])).toEqual([['行政诉讼 1×2', '总计', '1', '2', '3']]);
  });

  it('stand apart where text stands between them', async () => {
    const row = (text: string) => wordRow([{ text }, { text: '0' }]);
    expect(await read([...row('甲'), ...wordText('二、'), ...row('乙')])).toEqual([
      ['甲', '0'],
      '二、',
      ['乙', '0'],
    ]);
  });
});

describe('Word files out of bounds', () => {
  const sound = wordFile([...wordText('甲'.repeat(300)), ...wordRow([{ text: '乙' }, { text: '1' }])]);
  const refusal = async (bytes: Uint8Array): Promise<UnreadableFile> => {
    const failure = await readLegacyWord(bytes).then(
      () => null,
      (error: unknown) => error,
    );
    expect(failure).toBeInstanceOf(UnreadableFile);
    return failure as UnreadableFile;
  };

  it.each([
    ['encrypted', () => wordFile(wordText('甲'), { flags: 0x0300 }), 'encrypted'],
    ['of Word 95', () => wordFile(wordText('甲'), { version: 0x0065 }), 'unsupported'],
    ['without its text', () => compoundFile({ WordDocument: [0xec, 0xa5], '1Table': [] }), 'corrupt'],
    ['without its tables', () => compoundFile({ WordDocument: new Array(2000).fill(0xc1) }), 'corrupt'],
    ['cut off', () => sound.slice(0, 2048), 'corrupt'],
  ])('%s: refused with one sentence that says what to do', async (_, make, reason) => {
    const refused = await refusal(make());
    expect(refused.reason).toBe(reason);
    expect(refused.message).toMatch(/^[^\n]{8,90}。$/);
    expect(refused.message).toContain('请');
  });

  it('a ring of sectors ends in one sentence', async () => {
    const bytes = sound.slice();
    const view = new DataView(bytes.buffer);
    const table = (view.getUint32(0x4c, true) + 1) * 512;
    for (let i = 0; i < 128; i++)
      if (view.getUint32(table + 4 * i, true) < 0xfffffff0)
        view.setUint32(table + 4 * i, i > 0 ? i - 1 : 0, true);
    expect((await refusal(bytes)).reason).toBe('corrupt');
  });

  it('damaged bytes end in a document or one sentence, in time', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.nat(sound.length - 1), fc.nat(255)), { maxLength: 40 }),
        async (changes) => {
          const bytes = sound.slice();
          for (const [at, value] of changes) bytes[at] = value;
          const started = performance.now();
          await readLegacyWord(bytes).catch((error: unknown) => expect(error).toBeInstanceOf(UnreadableFile));
          expect(performance.now() - started).toBeLessThan(2000);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('a browser, which hands in no reader of them, says what to do', async () => {
    await expect(readDocument(sound, 'a.doc')).rejects.toThrow('请另存为 .docx 后再检查');
    const document = await readDocument(sound, 'a.wps', { legacyWord: readLegacyWord });
    expect(document.mediaType).toBe(mediaTypes.doc);
  });
});
