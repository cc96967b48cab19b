import { digestOf } from '../../../report/batch/digest.ts';
import { reasonOf, unreadableReport } from '../../../report/batch/unreadable.ts';
import { UnreadableFile } from '../../../report/document.ts';
import { loadPlaces } from '../../../report/places/load.ts';
import type { Places } from '../../../report/places/places.ts';
import { LIMITS, type ReadingHelp, readDocument } from '../../../report/read/index.ts';
import { recognise } from '../../../report/recognise/index.ts';
import { checkReading } from '../../../report/rules/index.ts';
import { pinFindings } from '../../report/pins.ts';
import { aroundOf, markProse } from '../../report/prose-marks.ts';
import type { PlacesState } from './model.ts';
import type { Examined, ReadTask } from './reader-protocol.ts';

/** How long a first answer waits for the place names, in milliseconds: less than anybody notices. */
const soon = 120;

type Divisions = { readonly state: PlacesState; readonly places: Places | null };

let divisions: Promise<Divisions> | null = null;

/** The place names, loaded once; a failure to load them is an answer, too. */
export function loadDivisions(): Promise<Divisions> {
  divisions ??= loadPlaces().then(
    (places): Divisions => ({ state: 'used', places }),
    (): Divisions => ({ state: 'missing', places: null }),
  );
  return divisions;
}

async function divisionsFor(patient: boolean): Promise<Divisions> {
  const loaded = loadDivisions();
  if (patient) return loaded;
  const late = new Promise<Divisions>((resolve) =>
    setTimeout(() => resolve({ state: 'loading', places: null }), soon),
  );
  return Promise.race([loaded, late]);
}

/** Hash of the file; browsers keep it from pages that come by plain http, which then print none. */
async function sha256Of(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  if (globalThis.crypto?.subtle === undefined) return '';
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return Array.from(hash, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** A part of the program that is loaded only when such a file comes could not be fetched. */
const isMissingPart = (error: unknown): boolean =>
  error instanceof TypeError && /dynamically imported|module script|Importing/i.test(error.message);

const sentenceOf = (error: unknown): string => {
  if (isMissingPart(error)) return '读取这种文件的程序部分未能载入。请连接网络后重新打开本页。';
  if (error instanceof DOMException)
    return '文件打不开：可能已移动、改名或正被占用。请关闭占用它的程序后重新选择。';
  return reasonOf(error);
};

/** @throws UnreadableFile when it is larger than any report; its bytes are not loaded then */
async function bytesOf(file: Blob): Promise<Uint8Array<ArrayBuffer>> {
  const limit = Math.max(LIMITS.docx, LIMITS.pdf, LIMITS.workbook);
  if (file.size > limit)
    throw new UnreadableFile(
      'tooLarge',
      `文件有${Math.ceil(file.size / 1048576)} MB，超过可读取的上限${limit / 1048576} MB。请确认是否选错了文件。`,
    );
  return new Uint8Array(await file.arrayBuffer());
}

async function read({ id, path, file, previous, patient }: ReadTask, help: ReadingHelp): Promise<Examined> {
  const bytes = await bytesOf(file);
  const [{ state, places }, document] = await Promise.all([
    divisionsFor(patient),
    readDocument(bytes, path, help),
  ]);
  const source = { file: path, sha256: await sha256Of(bytes), mediaType: document.mediaType };
  const reading = recognise(
    document,
    source,
    places === null ? {} : { codesOf: (name: string) => places.named(name) },
  );
  const report = { ...reading.report, findings: checkReading(reading, { previous, places }) };
  const position = new Map(report.findings.map((finding, index) => [finding, index]));
  const around = aroundOf(reading);
  const marks = markProse(report, pinFindings(report), document, around).map(({ pin, ...mark }) => ({
    ...mark,
    finding: position.get(pin.finding)!,
  }));
  return { id, report, marks, around, digest: digestOf(reading, places), places: state, failure: null };
}

/** Reads and checks one file; whatever is wrong with it is told, never thrown. */
export async function examine(task: ReadTask, help: ReadingHelp = {}): Promise<Examined> {
  try {
    return await read(task, help);
  } catch (error) {
    const failure = sentenceOf(error);
    return {
      id: task.id,
      report: unreadableReport(task.path, failure),
      marks: [],
      around: null,
      digest: null,
      places: 'used',
      failure,
    };
  }
}
