import { getDocument, type PDFDocumentProxy, PDFWorker } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { WorkerMessageHandler } from 'pdfjs-dist/legacy/build/pdf.worker.mjs';
import { UnreadableFile } from '../document.ts';
import { LIMITS } from './limits.ts';
import { LocalPort } from './pdf-port.ts';
import { withoutGlyphDrawings } from './pdf-type3.ts';

/**
 * Gives the named character map of Adobe (`Adobe-GB1-UCS2`, …) in the binary form that pdfjs-dist ships in its
 * folder `cmaps` as `<name>.bcmap`.
 */
export type CMapSource = (name: string) => Promise<Uint8Array>;

const ENCRYPTED = '文件已加密，需要密码才能打开，未检查。请用未设打开密码的文件。';
const DAMAGED = 'PDF 文件不完整或已损坏，无法读取。请重新导出或下载后再试。';
const OVERDRAWN = '文件的图形过于复杂，超过可读取的上限，未检查。请从原始文档重新导出 PDF。';
const NO_CMAP = '文件中的汉字字体需要字符映射表才能读取，映射表没有取到，未检查。请检查网络或安装后再试。';

/** More is drawn than can be followed. */
export const overdrawn = (): UnreadableFile => new UnreadableFile('tooLarge', OVERDRAWN);

/** An opened file; it must be closed. */
export interface OpenPdf {
  readonly document: PDFDocumentProxy;
  /** Waits for work on the file and turns what goes wrong into one sentence. */
  guard<T>(work: Promise<T>): Promise<T>;
  /** The page that is asked for next is weighed by itself. */
  nextPage(): void;
  close(): Promise<void>;
}

function reasonOf(error: unknown): UnreadableFile {
  if (error instanceof UnreadableFile) return error;
  const name = error instanceof Error ? error.name : '';
  if (name === 'PasswordException') return new UnreadableFile('encrypted', ENCRYPTED, { cause: error });
  return new UnreadableFile('corrupt', DAMAGED, { cause: error });
}

interface CMap {
  readonly cMapData: Uint8Array;
  readonly isCompressed: boolean;
}

/** The character maps a file asks for, from whoever calls; a map that does not come makes the file unreadable. */
function mapFactory(source: CMapSource | null, failed: () => void) {
  return class {
    readonly fetch = async ({ name }: { readonly name: string }): Promise<CMap> => {
      try {
        if (source === null) throw new Error(`no character map ${name}`);
        return { cMapData: await source(name), isCompressed: true };
      } catch (error) {
        failed();
        throw error;
      }
    };
  };
}

/** Standard fonts and decoders of pictures: neither is wanted. */
class Nothing {
  readonly fetch = async (): Promise<never> => {
    throw new Error('not fetched');
  };
}

/**
 * Opens a PDF with both halves of pdf.js on this thread: nothing is fetched, no picture is decoded, no font
 * loaded, no code made of the file's. `largest` is the size of its largest drawing in bytes.
 */
export async function openPdf(
  bytes: Uint8Array,
  largest: number,
  source: CMapSource | null,
): Promise<OpenPdf> {
  let stopped: UnreadableFile | null = null;
  let stop: (error: UnreadableFile) => void = () => {};
  const halted = new Promise<never>((_, reject) => {
    stop = (error) => {
      stopped ??= error;
      reject(stopped);
    };
  });
  halted.catch(() => {});
  const port = new LocalPort((weight) => {
    if (weight > LIMITS.pdfPageWeight) stop(overdrawn());
  }, largest);
  WorkerMessageHandler.initializeFromPort(port);
  const worker = PDFWorker.create({ port: port as never, verbosity: 0 });
  const data = withoutGlyphDrawings(bytes);
  const task = getDocument({
    data: new Uint8Array(data.buffer as ArrayBuffer, data.byteOffset, data.byteLength),
    worker,
    verbosity: 0,
    disableFontFace: false,
    useSystemFonts: false,
    isEvalSupported: false,
    isOffscreenCanvasSupported: false,
    isImageDecoderSupported: false,
    useWasm: false,
    useWorkerFetch: false,
    maxImageSize: 0,
    CMapReaderFactory: mapFactory(source, () => stop(new UnreadableFile('unsupported', NO_CMAP))),
    StandardFontDataFactory: Nothing,
    WasmFactory: Nothing,
  });
  const close = async (): Promise<void> => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const late = new Promise<void>((done) => {
      timer = setTimeout(done, 200);
    });
    await Promise.race([task.destroy().catch(() => {}), late]);
    clearTimeout(timer);
    worker.destroy();
    port.terminate();
  };
  const guard = async <T>(work: Promise<T>): Promise<T> => {
    try {
      const done = await Promise.race([work, halted]);
      if (stopped !== null) throw stopped;
      return done;
    } catch (error) {
      throw reasonOf(stopped ?? error);
    }
  };
  try {
    return { document: await guard(task.promise), guard, nextPage: () => port.restart(), close };
  } catch (error) {
    await close();
    throw error;
  }
}
