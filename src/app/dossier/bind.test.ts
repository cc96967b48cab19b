import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deflateSync } from 'node:zlib';
import { build } from 'esbuild';
import { degrees, PDFDocument, PDFName, PDFString, StandardFonts } from 'pdf-lib';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { samplePng } from '../../../test/support/seal.ts';
import { Binder, type Front } from './bind.ts';
import { BindingFailed, openBinding } from './binder.ts';
import { jpegTurn } from './jpeg-turn.ts';
import { unfoldsSafely } from './pdf-guard.ts';

const made = new Date('2026-11-27T02:00:00Z');

async function paper(
  pages: readonly {
    readonly turn?: number;
    readonly size?: readonly [number, number];
    readonly text?: string;
  }[],
): Promise<Uint8Array> {
  const document = await PDFDocument.create();
  const font = await document.embedFont(StandardFonts.Helvetica);
  for (const { turn = 0, size = [595, 842] as const, text = 'page' } of pages) {
    const page = document.addPage([size[0], size[1]]);
    page.setRotation(degrees(turn));
    page.drawText(text, { x: 60, y: 60, size: 12, font });
  }
  return document.save();
}
const front = async (): Promise<Front> => ({
  papers: [await paper([{ text: 'cover' }]), await paper([{ text: 'index' }, { text: 'index2' }])],
  title: '政府信息公开申请案卷 2026-0001',
  author: '云麓镇人民政府',
  made,
});
const opened = (bytes: Uint8Array) => getDocument({ data: bytes.slice(), verbosity: 0 }).promise;

/** A PDF of one page with what no reader of a file should meet. */
async function lively(): Promise<Uint8Array> {
  const document = await PDFDocument.create();
  const page = document.addPage();
  const { context } = document;
  const action = { S: 'JavaScript', JS: PDFString.of('app.alert(1)') };
  const annotation = (more: object) =>
    context.register(context.obj({ Type: 'Annot', Rect: [0, 0, 90, 90], ...more } as never));
  page.node.set(PDFName.of('AA'), context.obj({ O: action } as never));
  const link = annotation({ Subtype: 'Link', A: { S: 'URI', URI: PDFString.of('https://evil.example') } });
  const note = annotation({ Subtype: 'Text', Contents: PDFString.of('kept'), A: action });
  page.node.set(PDFName.of('Annots'), context.obj([link, note]));
  document.addJavaScript('open', 'app.alert(2)');
  return document.save({ useObjectStreams: false });
}

const data = deflateSync(Buffer.alloc(65 * 1024 * 1024), { level: 1 });
/** A PDF whose packed objects unfold to far more than it says. */
function bomb(head = '/Type /ObjStm /N 1 /First 4 /Filter /FlateDecode'): Uint8Array {
  return Buffer.concat([
    Buffer.from(`%PDF-1.7\n1 0 obj\n<< ${head} /Length ${data.length} >>\nstream\n`, 'latin1'),
    data,
    Buffer.from('\nendstream\nendobj\ntrailer << /Root 2 0 R >>\n%%EOF'),
  ]);
}
const encrypted = async (): Promise<Uint8Array> => {
  const text = Buffer.from(
    await (await PDFDocument.load(await paper([{}]))).save({ useObjectStreams: false }),
  );
  return Buffer.from(
    text.toString('latin1').replace('trailer\n<<', 'trailer\n<<\n/Encrypt << /Filter /Standard >>'),
    'latin1',
  );
};

describe('a file bound of parts', () => {
  it('numbers its pages through from the first document, marks them i, ii, iii before, and has a bookmark a part', async () => {
    const binder = await Binder.open();
    expect(await binder.addPdf(await paper([{}, {}]), '1 登记表', true)).toEqual({ pages: 2 });
    expect(await binder.addImage(samplePng(), '2 身份证明', 'image/png')).toEqual({ pages: 1 });
    expect(await binder.attach(Buffer.from('PK'), '3 往来.zip', 'application/zip', made)).toEqual({
      pages: 0,
    });
    const { bytes, front: before } = await binder.finish(await front());
    expect(before).toBe(3);
    const document = await opened(bytes);
    expect(document.numPages).toBe(6);
    expect(await document.getPageLabels()).toEqual(['i', 'ii', 'iii', '1', '2', '3']);
    const outline = await document.getOutline();
    expect(outline.map(({ title }) => title)).toEqual(['1 登记表', '2 身份证明']);
    expect(await document.getPageIndex(outline[1]!.dest![0])).toBe(5);
    const words = async (page: number) =>
      (await (await document.getPage(page)).getTextContent()).items
        .map((item) => ('str' in item ? item.str : ''))
        .join('|');
    expect([await words(1), await words(4), await words(6)]).toEqual(['cover', 'page||1', '3']);
    const attached = (await document.getAttachments()) as Record<
      string,
      { filename: string; content: Uint8Array }
    >;
    expect(
      Object.values(attached).map(({ filename, content }) => [filename, Buffer.from(content).toString()]),
    ).toEqual([['3 往来.zip', 'PK']]);
  });

  it.each([0, 90, 180, 270])(
    'sets the number upper right on a page turned by %d degrees, however it lies',
    async (turn) => {
      const binder = await Binder.open();
      await binder.addPdf(await paper([{ turn, size: [842, 595] }]), 'x', false);
      const document = await opened((await binder.finish(await front())).bytes);
      const page = await document.getPage(4);
      const view = page.getViewport({ scale: 1 });
      const item = (await page.getTextContent()).items.find((one) => 'str' in one && one.str === '1') as {
        transform: number[];
      };
      const [x, y] = view.convertToViewportPoint(item.transform[4]!, item.transform[5]!) as [number, number];
      expect(Math.abs(view.width - 42 - x)).toBeLessThan(4);
      expect(Math.abs(y - 26)).toBeLessThan(1);
    },
  );

  it('is the same to the byte for the same parts at the same time', async () => {
    const once = async () => {
      const binder = await Binder.open();
      await binder.addPdf(given, '1', false);
      return (await binder.finish(covers)).bytes;
    };
    const [given, covers] = [await paper([{}]), await front()];
    expect(Buffer.compare(await once(), await once())).toBe(0);
  });

  it('takes nothing that runs, plays or leads elsewhere out of a file from outside', async () => {
    const binder = await Binder.open();
    expect(await binder.addPdf(await lively(), 'x', false)).toEqual({ pages: 1 });
    const { bytes } = await binder.finish(await front());
    const { context } = await PDFDocument.load(bytes);
    const objects = context.enumerateIndirectObjects().map(([, object]) => String(object));
    const text = objects.join('\n');
    expect(text).toContain('(kept)');
    expect(text).not.toMatch(/JavaScript|\/JS\b|evil\.example|\/AA\b|\/Link\b/);
  });

  it.each([
    ['encrypted', encrypted, 'encrypted'],
    ['no PDF at all', async () => Buffer.from('%PDF-1.7 and nothing'), 'damaged'],
    ['made to take all memory', async () => bomb(), 'damaged'],
  ])('leaves a file that is %s unbound', async (_, file, outcome) => {
    const binder = await Binder.open();
    expect(await binder.addPdf(await file(), 'x', false)).toBe(outcome);
    expect(await binder.addPdf(await paper([{}]), 'y', false)).toEqual({ pages: 1 });
  });

  it('leaves an image that is damaged or has too many pixels unbound', async () => {
    const binder = await Binder.open();
    const png = Buffer.from(samplePng());
    png[50] = png[50]! ^ 1;
    expect(await binder.addImage(png, 'x', 'image/png')).toBe('damaged');
    expect(await binder.addImage(Buffer.from([0xff, 0xd8, 0xff]), 'x', 'image/jpeg')).toBe('damaged');
  });
});

describe('packed objects of a PDF from outside', () => {
  it.each([
    ['plain', '/Type /ObjStm /N 1 /First 4 /Filter /FlateDecode'],
    ['its name in disguise', '/Ty#70e /Obj#53tm /N 1 /First 4 /Filter /FlateDecode'],
    ['its kind told elsewhere', '/Type 9 0 R /N 1 /First 4 /Filter /FlateDecode'],
    ['a cross reference', '/Type/XRef/Size 3/W[1 2 1]/Filter[/FlateDecode]'],
    ['packed twice', '/Type /ObjStm /Filter [ /FlateDecode /FlateDecode ]'],
    ['packed in another way', '/Type /ObjStm /Filter /LZWDecode'],
  ])('are not unfolded where they could take all memory: %s', (_, head) => {
    expect(unfoldsSafely(bomb(head))).toBe(false);
  });
  it('are unfolded where programs wrote them', async () => {
    const document = await PDFDocument.load(await paper([{}, {}]));
    expect(unfoldsSafely(await document.save({ useObjectStreams: true }))).toBe(true);
    expect(unfoldsSafely(await document.save({ useObjectStreams: false }))).toBe(true);
  });
});

describe('a photograph', () => {
  const jpeg = (orientation: number, little: boolean): Buffer => {
    const exif = Buffer.alloc(26);
    exif.write(little ? 'II' : 'MM', 0, 'latin1');
    const [short, long] = little
      ? (['writeUInt16LE', 'writeUInt32LE'] as const)
      : (['writeUInt16BE', 'writeUInt32BE'] as const);
    exif[short](42, 2);
    exif[long](8, 4);
    exif[short](1, 8);
    exif[short](0x0112, 10);
    exif[short](3, 12);
    exif[long](1, 14);
    exif[short](orientation, 18);
    const body = Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), exif]);
    const head = Buffer.from([0xff, 0xd8, 0xff, 0xe1, 0, 0]);
    head.writeUInt16BE(body.length + 2, 4);
    return Buffer.concat([head, body, Buffer.from([0xff, 0xda])]);
  };
  it.each([
    [1, 0],
    [3, 180],
    [6, 90],
    [8, 270],
  ])('noted by the camera as lying (%d) is turned by %d degrees', (orientation, turn) => {
    expect([jpegTurn(jpeg(orientation, true)), jpegTurn(jpeg(orientation, false))]).toEqual([turn, turn]);
  });
  it('without a note, or with a broken one, stands as it is', () => {
    expect(jpegTurn(Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 2, 0xff, 0xda]))).toBe(0);
    expect(jpegTurn(jpeg(6, true).subarray(0, 22))).toBe(0);
    expect(jpegTurn(Buffer.from([0xff, 0xd8]))).toBe(0);
  });
});

describe('the thread that binds', () => {
  const folder = mkdtempSync(join(tmpdir(), 'gongkai-binder-'));
  const file = join(folder, 'bind-worker.mjs');
  beforeAll(async () => {
    await build({
      entryPoints: ['src/app/dossier/bind-worker.ts'],
      outfile: file,
      bundle: true,
      platform: 'node',
      format: 'esm',
      logLevel: 'silent',
    });
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('binds as this thread does, and leaves the bytes to whoever gave them', async () => {
    const bytes = await paper([{}]);
    const covers = await front();
    const bindBy = async (program: string | null) => {
      const binding = await openBinding(program);
      expect(await binding.add({ do: 'pdf', bytes, title: 'x', ours: false })).toEqual({ pages: 1 });
      const bound = await binding.finish(covers);
      await binding.close();
      return bound.bytes;
    };
    expect(Buffer.compare(await bindBy(file), await bindBy(null))).toBe(0);
    expect(bytes.length).toBeGreaterThan(0);
  });

  it('is stopped where a file takes too long or too much, and says so', async () => {
    const stuck = join(folder, 'stuck.mjs');
    writeFileSync(
      stuck,
      "import { parentPort } from 'node:worker_threads'; parentPort.on('message', () => {});",
    );
    const order = { do: 'pdf', bytes: new Uint8Array(3), title: 'x', ours: false } as const;
    await expect((await openBinding(stuck, { patienceMs: 300, memoryMb: 64 })).add(order)).rejects.toThrow(
      BindingFailed,
    );
    const greedy = join(folder, 'greedy.mjs');
    const take = 'const all = []; for (;;) all.push(new Array(1e6).fill({}));';
    writeFileSync(
      greedy,
      `import { parentPort } from 'node:worker_threads'; parentPort.on('message', () => { ${take} });`,
    );
    await expect(
      (await openBinding(greedy, { patienceMs: 20_000, memoryMb: 64 })).add(order),
    ).rejects.toThrow(BindingFailed);
  });
});

describe('a bound file', () => {
  const qpdf = (() => {
    try {
      execFileSync('qpdf', ['--version']);
      return true;
    } catch {
      return false;
    }
  })();
  it.runIf(qpdf)('is found whole by another program', async () => {
    const binder = await Binder.open();
    await binder.addPdf(await paper([{}, { turn: 90 }]), '1 甲', false);
    await binder.addImage(samplePng(), '2 乙', 'image/png');
    await binder.attach(Buffer.from('PK'), '3 丙.zip', 'application/zip', made);
    const folder = mkdtempSync(join(tmpdir(), 'gongkai-bound-'));
    const path = join(folder, 'bound.pdf');
    writeFileSync(path, (await binder.finish(await front())).bytes);
    expect(execFileSync('qpdf', ['--check', path]).toString()).toContain(
      'No syntax or stream encoding errors found',
    );
    rmSync(folder, { recursive: true });
  });
});
