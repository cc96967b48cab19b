import { Document, Packer, Paragraph, TextRun } from 'docx';
import fc from 'fast-check';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import {
  docxOf,
  meantTables,
  wordParagraph,
  wordPart,
  wordTable,
} from '../../../test/arbitraries/documents.ts';
import type { Block, SourceDocument, Table } from '../document.ts';
import { readDocx } from './docx.ts';

const read = (body: string, parts: Readonly<Record<string, string>> = {}): SourceDocument =>
  readDocx(docxOf(body, parts));
const brief = (blocks: readonly Block[]): unknown[] =>
  blocks.map((block) => {
    if (block.kind === 'table') return block.cells.map(({ text }) => text);
    if (block.kind === 'picture') return { picture: block.alt };
    return block.origin === 'body' ? block.text : `${block.origin}: ${block.text}`;
  });
const texts = (body: string, parts: Readonly<Record<string, string>> = {}): unknown[] =>
  brief(read(body, parts).blocks);
const run = (inner: string, properties = ''): string => `<w:r><w:rPr>${properties}</w:rPr>${inner}</w:r>`;
const t = (text: string): string => `<w:t xml:space="preserve">${text}</w:t>`;
const p = (...inner: readonly string[]): string => `<w:p>${inner.join('')}</w:p>`;

describe('runs', () => {
  it.each<[string, string, unknown[]]>([
    ['split anywhere', p(run(t('20'), '<w:sz w:val="32"/>'), run(t('21')), run(t('年'))), ['2021年']],
    ['tabs and hyphens', p(run(`${t('甲')}<w:tab/>${t('乙')}<w:noBreakHyphen/>`)), ['甲\t乙-']],
    ['line breaks', p(run(`${t('甲')}<w:br/>${t('乙')}`)), ['甲', '乙']],
    [
      'tab stops are no tabs',
      '<w:p><w:pPr><w:tabs><w:tab w:val="left"/></w:tabs></w:pPr><w:r><w:t>甲</w:t></w:r></w:p>',
      ['甲'],
    ],
    ['symbols', p(run('<w:sym w:font="宋体" w:char="25CB"/>')), ['○']],
    ['references of XML', p(run(t('a&lt;b&amp;&#20214;'))), ['a<b&件']],
    [
      'hidden text',
      p(run(t('甲')), run(t('乙'), '<w:vanish/>'), run(t('丙'), '<w:vanish w:val="0"/>')),
      ['甲丙'],
    ],
    [
      'field codes',
      p(
        run('<w:fldChar w:fldCharType="begin"/>'),
        run('<w:instrText>PAGE</w:instrText>'),
        run(t('3')),
        '<w:fldSimple w:instr="DATE">',
        run(t('日')),
        '</w:fldSimple>',
      ),
      ['3日'],
    ],
    [
      'links and smart tags',
      p('<w:hyperlink w:id="r">', run(t('甲')), '</w:hyperlink><w:smartTag>', run(t('乙')), '</w:smartTag>'),
      ['甲乙'],
    ],
    [
      'phonetic guides',
      p(
        '<w:r><w:ruby><w:rt>',
        run(t('wu')),
        '</w:rt><w:rubyBase>',
        run(t('务')),
        '</w:rubyBase></w:ruby></w:r>',
      ),
      ['务'],
    ],
    [
      'content controls',
      `<w:sdt><w:sdtPr><w:placeholder/></w:sdtPr><w:sdtContent>${p(run(t('甲')))}</w:sdtContent></w:sdt>`,
      ['甲'],
    ],
    ['empty paragraphs', p() + p(run(t('　'))) + p(run(t('甲'))), ['甲']],
  ])('read: %s', (_, body, expected) => {
    expect(texts(body)).toEqual(expected);
  });
});

describe('tracked changes', () => {
  it.each<[string, string, unknown[]]>([
    [
      'insertions stay, deletions go',
      p(
        run(t('收到')),
        '<w:del>',
        run('<w:delText>3</w:delText>'),
        '</w:del><w:ins>',
        run(t('4')),
        '</w:ins>',
        run(t('件')),
      ),
      ['收到4件'],
    ],
    [
      'moved text stands where it was moved to',
      p('<w:moveFrom>', run(t('甲')), '</w:moveFrom>') + p('<w:moveTo>', run(t('甲')), '</w:moveTo>'),
      ['甲'],
    ],
    [
      'a deleted paragraph mark joins two paragraphs',
      `<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>${run(t('收到'))}</w:p>${p(run(t('4件')))}`,
      ['收到4件'],
    ],
    [
      'old properties are not heard',
      '<w:p><w:pPr><w:pPrChange><w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:pPrChange><w:ins/></w:pPr><w:r><w:t>甲</w:t></w:r></w:p>',
      ['甲'],
    ],
    [
      'deleted rows go',
      `<w:tbl><w:tr><w:trPr><w:del/></w:trPr><w:tc>${p(run(t('旧')))}</w:tc><w:tc>${p()}</w:tc></w:tr><w:tr><w:tc>${p(run(t('规章')))}</w:tc><w:tc>${p(run(t('0')))}</w:tc></w:tr></w:tbl>`,
      [['规章', '0']],
    ],
  ])('count as accepted: %s', (_, body, expected) => {
    const document = read(body);
    expect(brief(document.blocks)).toEqual(expected);
    expect(document.notes.map(({ kind }) => kind)).toEqual(['trackedChanges']);
  });

  it('are not noted where there are none', () => {
    expect(read(wordParagraph('甲')).notes).toEqual([]);
  });
});

const level = (ilvl: number, format: string, text: string, more = ''): string =>
  `<w:lvl w:ilvl="${ilvl}"><w:start w:val="1"/><w:numFmt w:val="${format}"/>${more}<w:lvlText w:val="${text}"/></w:lvl>`;
const numbering = (...inner: readonly string[]): Readonly<Record<string, string>> => ({
  'word/numbering.xml': wordPart('numbering', inner.join('')),
});
const list = (id: number, ...levels: readonly string[]): string =>
  `<w:abstractNum w:abstractNumId="${id}">${levels.join('')}</w:abstractNum>`;
const num = (id: number, of: number, more = ''): string =>
  `<w:num w:numId="${id}"><w:abstractNumId w:val="${of}"/>${more}</w:num>`;
const item = (text: string, ilvl = 0, numId = 1): string =>
  wordParagraph(text, `<w:numPr><w:ilvl w:val="${ilvl}"/><w:numId w:val="${numId}"/></w:numPr>`);

describe('automatic numbers', () => {
  it('are written in front as Word prints them, each level in its own way', () => {
    const parts = numbering(
      list(
        0,
        level(0, 'chineseCounting', '%1、'),
        level(1, 'chineseCountingThousand', '（%2）'),
        level(2, 'decimal', '%3.'),
      ),
      num(1, 0),
    );
    const body =
      item('总体情况') +
      item('主动公开', 1) +
      item('网站', 2) +
      item('微信', 2) +
      item('依申请', 1) +
      item('问题') +
      item('甲', 1);
    expect(texts(body, parts)).toEqual([
      '一、总体情况',
      '（一）主动公开',
      '1. 网站',
      '2. 微信',
      '（二）依申请',
      '二、问题',
      '（一）甲',
    ]);
  });

  it.each([
    ['chineseCounting', '第%1章', 12, '第十二章'],
    ['chineseCountingThousand', '%1、', 105, '一百零五、'],
    ['ideographDigital', '%1、', 20, '二〇、'],
    ['chineseLegalSimplified', '%1、', 12, '壹拾贰、'],
    ['japaneseCounting', '%1、', 20, '二十、'],
    ['decimal', '（%1）', 3, '（3）'],
    ['decimalZero', '%1.', 3, '03. '],
    ['upperRoman', '%1、', 14, 'XIV、'],
    ['lowerLetter', '%1)', 28, 'bb) '],
    ['decimalEnclosedCircle', '%1', 3, '③'],
    ['ideographTraditional', '%1、', 2, '乙、'],
    ['decimalFullWidth', '%1、', 10, '１０、'],
    ['bullet', '●', 1, ''],
    ['none', '', 1, ''],
  ])('%s %s counts %i as %s', (format, text, count, expected) => {
    const parts = numbering(list(0, level(0, format, text)), num(1, 0));
    const last = texts(item('甲').repeat(count), parts).at(-1);
    expect(last).toBe(`${expected}甲`);
  });

  it('start where the list or its instance says', () => {
    const parts = numbering(
      list(0, level(0, 'decimal', '%1、').replace('w:start w:val="1"', 'w:start w:val="5"')),
      num(1, 0),
      num(2, 0, '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'),
    );
    expect(texts(item('甲') + item('乙') + item('丙', 0, 2) + item('丁', 0, 2), parts)).toEqual([
      '5、甲',
      '6、乙',
      '1、丙',
      '2、丁',
    ]);
  });

  it('of a list that points to a list style are those of the list that defines it', () => {
    const parts = numbering(
      `<w:abstractNum w:abstractNumId="0"><w:numStyleLink w:val="S"/></w:abstractNum>`,
      `<w:abstractNum w:abstractNumId="1"><w:styleLink w:val="S"/>${level(0, 'chineseCounting', '（%1）')}</w:abstractNum>`,
      num(1, 0),
    );
    expect(texts(item('甲') + item('乙'), parts)).toEqual(['（一）甲', '（二）乙']);
  });

  it('come with the style, and numId 0 takes them away', () => {
    const parts = {
      ...numbering(
        list(
          0,
          level(0, 'chineseCounting', '%1、', '<w:pStyle w:val="H1"/>'),
          level(1, 'decimal', '%1.%2', '<w:isLgl/><w:pStyle w:val="H2"/>'),
        ),
        num(7, 0),
      ),
      'word/styles.xml': wordPart(
        'styles',
        '<w:style w:type="paragraph" w:styleId="H1"><w:name w:val="heading 1"/><w:pPr><w:numPr><w:numId w:val="7"/></w:numPr></w:pPr></w:style>' +
          '<w:style w:type="paragraph" w:styleId="H2"><w:name w:val="章节"/><w:basedOn w:val="H1"/><w:pPr><w:outlineLvl w:val="1"/><w:numPr><w:numId w:val="7"/></w:numPr></w:pPr></w:style>',
      ),
    };
    const body =
      wordParagraph('总体情况', '<w:pStyle w:val="H1"/>') +
      wordParagraph('网站', '<w:pStyle w:val="H2"/>') +
      wordParagraph('附', '<w:pStyle w:val="H1"/><w:numPr><w:numId w:val="0"/></w:numPr>');
    const { blocks } = read(body, parts);
    expect(brief(blocks)).toEqual(['一、总体情况', '1.1 网站', '附']);
    expect(blocks.map((block) => block.kind === 'paragraph' && block.level)).toEqual([1, 2, 1]);
  });
});

describe('headings', () => {
  it('are told by outline level and style name, through the styles they are based on', () => {
    const parts = {
      'word/styles.xml': wordPart(
        'styles',
        '<w:style w:type="paragraph" w:styleId="a"><w:name w:val="heading 2"/></w:style>' +
          '<w:style w:type="paragraph" w:styleId="b"><w:name w:val="x"/><w:basedOn w:val="a"/></w:style>' +
          '<w:style w:type="paragraph" w:styleId="loop"><w:name w:val="y"/><w:basedOn w:val="loop"/></w:style>' +
          '<w:style w:type="paragraph" w:styleId="toc"><w:name w:val="toc 1"/></w:style>',
      ),
    };
    const styled = (style: string): string => wordParagraph('甲', `<w:pStyle w:val="${style}"/>`);
    const body =
      styled('a') +
      styled('b') +
      styled('loop') +
      styled('toc') +
      wordParagraph('乙', '<w:outlineLvl w:val="0"/>');
    const levels = read(body, parts).blocks.map((block) => block.kind === 'paragraph' && block.level);
    expect(levels).toEqual([2, 2, null, 1]);
  });
});

describe('text boxes, notes, page heads and feet', () => {
  const box = (text: string): string => `<w:txbxContent>${wordParagraph(text)}</w:txbxContent>`;

  it('reads a text box once, after its paragraph', () => {
    const drawing = `<mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx>${box('框')}</wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>${box('框')}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent>`;
    expect(texts(p(run(t('前')), run(drawing), run(t('后'))))).toEqual(['前后', 'textBox: 框']);
  });

  it('reads footnotes after the block that refers to them', () => {
    const parts = {
      'word/footnotes.xml': wordPart(
        'footnotes',
        `<w:footnote w:type="separator" w:id="-1">${wordParagraph('线')}</w:footnote><w:footnote w:id="2">${wordParagraph('注')}</w:footnote>`,
      ),
    };
    const cell = p(run(t('0')), run('<w:footnoteReference w:id="2"/>'));
    expect(
      texts(
        `<w:tbl><w:tr><w:tc>${wordParagraph('规章')}</w:tc><w:tc>${cell}</w:tc></w:tr></w:tbl>${wordParagraph('后')}`,
        parts,
      ),
    ).toEqual([['规章', '0'], 'footnote: 注', '后']);
  });

  it('reads page heads and feet at the end, each once, without page numbers', () => {
    const relation = (id: number, type: string): string =>
      `<Relationship Id="r${id}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="${type}${id}.xml"/>`;
    const parts = {
      'word/_rels/document.xml.rels': `<Relationships>${relation(1, 'header')}${relation(2, 'header')}${relation(3, 'footer')}</Relationships>`,
      'word/header1.xml': wordPart('hdr', wordParagraph('某县')),
      'word/header2.xml': wordPart('hdr', wordParagraph('某县')),
      'word/footer3.xml': wordPart('ftr', wordParagraph('主办单位') + wordParagraph('第1页')),
    };
    expect(texts(wordParagraph('甲'), parts)).toEqual(['甲', 'header: 某县', 'footer: 主办单位']);
  });

  it('keeps pictures, in a cell as a count', () => {
    const picture = run(
      '<w:drawing><wp:inline><wp:docPr id="1" descr="表三"/><a:blip/></wp:inline></w:drawing>',
    );
    const { blocks } = read(
      `${p(picture)}<w:tbl><w:tr><w:tc>${p(picture)}</w:tc><w:tc>${p()}</w:tc></w:tr></w:tbl>`,
    );
    expect(brief(blocks)).toEqual([{ picture: '表三' }, ['', '']]);
    expect((blocks[1] as Table).cells.map(({ images }) => images)).toEqual([1, 0]);
  });
});

describe('tables', () => {
  it('are read with all their merges', () => {
    fc.assert(
      fc.property(meantTables(), (meant) => {
        const table = read(wordParagraph('前') + wordTable(meant)).blocks[1] as Table;
        expect([table.rows, table.columns]).toEqual([meant.rows, meant.columns]);
        const cells = table.cells.map(({ text, row, column, rowSpan, colSpan }) => ({
          text,
          row,
          column,
          rowSpan,
          colSpan,
        }));
        expect(cells).toEqual(meant.cells);
      }),
      { numRuns: 100 },
    );
  });

  it('may merge cells of a row in the older way', () => {
    const cell = (text: string, merge: string): string =>
      `<w:tc><w:tcPr><w:hMerge w:val="${merge}"/></w:tcPr>${wordParagraph(text)}</w:tc>`;
    const plain = (text: string): string => `<w:tc>${wordParagraph(text)}</w:tc>`;
    const rows = `<w:tr>${cell('甲', 'restart')}${cell('', 'continue')}${plain('乙')}</w:tr><w:tr>${plain('1')}${plain('2')}${plain('3')}</w:tr>`;
    const [table] = read(`<w:tbl>${rows}</w:tbl>`).blocks;
    expect((table as Table).cells.map(({ column, colSpan }) => [column, colSpan])).toEqual([
      [1, 2],
      [3, 1],
      [1, 1],
      [2, 1],
      [3, 1],
    ]);
  });

  it('may leave grid columns free before a row', () => {
    const cell = (text: string): string => `<w:tc>${wordParagraph(text)}</w:tc>`;
    const body = `<w:tbl><w:tr>${cell('甲')}${cell('乙')}</w:tr><w:tr><w:trPr><w:gridBefore w:val="1"/></w:trPr>${cell('丙')}</w:tr></w:tbl>`;
    const [table] = read(body).blocks;
    expect((table as Table).cells.map(({ row, column }) => [row, column])).toEqual([
      [1, 1],
      [1, 2],
      [2, 2],
    ]);
  });
});

describe('packages', () => {
  const document = (xml: string, name = 'word/document.xml'): Uint8Array => zipSync({ [name]: strToU8(xml) });
  const body = '<D:body><D:p><D:r><D:t>甲</D:t></D:r></D:p></D:body>';

  it.each([
    [
      'the strict namespace under another prefix',
      document(`<D:document xmlns:D="http://purl.oclc.org/ooxml/wordprocessingml/main">${body}</D:document>`),
    ],
    [
      'the namespace without a prefix',
      document(
        `<document xmlns="http://schemas.openxmlformats.org/wordprocessingml/2006/main">${body.replaceAll('D:', '')}</document>`,
      ),
    ],
    [
      'a main part of another name',
      zipSync({
        '_rels/.rels': strToU8(
          '<Relationships><Relationship Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="/word/document2.xml" Id="r"/></Relationships>',
        ),
        'word/document2.xml': strToU8(wordPart('document', `<w:body>${wordParagraph('甲')}</w:body>`)),
      }),
    ],
  ])('may use %s', (_, bytes) => {
    expect(brief(readDocx(bytes).blocks)).toEqual(['甲']);
  });

  it('never resolve what a document type declares', () => {
    const xml = `<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd"><!ENTITY b "bb">]>${wordPart('document', `<w:body>${p(run(t('甲&a;&b;')))}</w:body>`).replace(/^<\?[^>]*>/, '')}`;
    expect(brief(readDocx(document(xml)).blocks)).toEqual(['甲&a;&b;']);
  });

  it('made by another program are read as well', async () => {
    const file = new Document({
      title: '年度报告',
      numbering: {
        config: [{ reference: 'n', levels: [{ level: 0, format: 'chineseCounting', text: '%1、' }] }],
      },
      sections: [
        {
          children: [
            new Paragraph({
              numbering: { reference: 'n', level: 0 },
              children: [new TextRun('总体'), new TextRun('情况')],
            }),
            new Paragraph({ heading: 'Heading1', children: [new TextRun({ text: '标题', bold: true })] }),
          ],
        },
      ],
    });
    const read = readDocx(new Uint8Array(await Packer.toBuffer(file)));
    expect(brief(read.blocks)).toEqual(['一、总体情况', '标题']);
    expect(read.metaTitle).toBe('年度报告');
  });
});
