import { CFB } from '@e965/xlsx';
import { strFromU8, strToU8, zipSync } from 'fflate';
import { renderXlsx } from '../../src/report/render/xlsx.ts';
import { cleanReport, spoil } from './generate.ts';
import { fileLayouts, textOf } from './layouts.ts';
import { readSample } from './read-sample.ts';
import type { SampleReport } from './sample-model.ts';

export interface MadeFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

const layoutOf = (name: string) => fileLayouts.find((layout) => layout.name === name)!;

/** Makes a PDF of a page, as a browser does. */
export type Printer = (html: string) => Promise<Uint8Array>;

/** A report as a file of that extension; for a PDF a printer is needed. */
export async function fileOf(extension: string, report: SampleReport, print?: Printer): Promise<Uint8Array> {
  if (extension === 'pdf') return print!(strFromU8(layoutOf('html').bytes(report)));
  if (extension === 'xlsx') return renderXlsx(readSample(report).report);
  if (extension === 'csv')
    return strToU8(textOf(report, (grid) => grid.map((row) => row.map(({ text }) => text).join(','))));
  const names: Record<string, string> = { txt: 'tab', html: 'html', docx: 'docx' };
  return layoutOf(names[extension]!).bytes(report);
}

/** A township's report of that year; `faulty` has one fault of its figures. */
export function townshipReport(seed: number, year: number, faulty = false): SampleReport {
  const clean = cleanReport(seed, { kind: 'township', form: '2021', year });
  return faulty ? spoil(clean, seed).report : clean;
}

/** Reports of as many townships, every fourth with a fault, in the given kinds of file by turns. */
export async function countyFiles(
  count: number,
  kinds: readonly string[],
  print?: Printer,
): Promise<MadeFile[]> {
  const files: MadeFile[] = [];
  for (let i = 0; i < count; i++) {
    const report = townshipReport(i + 1, 2023, i % 4 === 0);
    const extension = kinds[i % kinds.length]!;
    const name = `${String(i).padStart(3, '0')} ${report.agency}2023年.${extension}`;
    files.push({ name, bytes: await fileOf(extension, report, print) });
  }
  return files;
}

/** A file of Office before 2007, or an encrypted one, with that stream in it. */
function compoundFile(stream: string): Uint8Array {
  const file = CFB.utils.cfb_new();
  CFB.utils.cfb_add(file, `/${stream}`, Buffer.alloc(8192));
  return new Uint8Array(CFB.write(file, { type: 'buffer' }) as Buffer);
}

/** Files that cannot be read, by what is the matter with them. */
export async function badFiles(): Promise<readonly MadeFile[]> {
  const docx = await fileOf('docx', townshipReport(90, 2023));
  const bomb = { '[Content_Types].xml': strToU8('<x/>'), 'word/document.xml': new Uint8Array(40 << 20) };
  return [
    { name: '旧版.doc', bytes: compoundFile('WordDocument') },
    { name: '加密.docx', bytes: compoundFile('EncryptedPackage') },
    { name: '截断.docx', bytes: docx.slice(0, docx.length / 2) },
    { name: '截断.pdf', bytes: strToU8('%PDF-1.7\n%âãÏÓ\n1 0 obj\n<< /Type /Cat') },
    { name: '炸弹.docx', bytes: zipSync(bomb) },
    { name: '空.docx', bytes: new Uint8Array() },
    { name: '图片.docx', bytes: Uint8Array.from([0x89, 0x50, 0x4e, 0x47, ...new Array(300).fill(0)]) },
    { name: '压缩.rar', bytes: strToU8('Rar!\u001a\u0007') },
    { name: '坏.zip', bytes: strToU8('PK\u0003\u0004 no archive') },
  ];
}
