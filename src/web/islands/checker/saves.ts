import type { AnnualReport } from '../../../domain/annual/report.ts';
import { sarifHead, sarifResult, sarifTail } from '../../../report/print/sarif.ts';
import { countFindings } from '../../../report/print/words.ts';
import type { DownloadKind } from './protocol.ts';

/** A file for the clerk's downloads folder. */
export interface Saved {
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

export interface Occasion {
  /** One report was asked for, not the whole batch. */
  readonly single: boolean;
  /** How long the batch took. */
  readonly seconds: number;
}

const encode = (text: string) => new TextEncoder().encode(text) as Uint8Array<ArrayBuffer>;

/** Signs that Windows does not take in names. */
const cleaned = (name: string): string => name.replace(/[\\/:*?"<>|\p{Cc}]/gu, '_').slice(0, 120);

const baseName = (path: string): string => path.slice(path.lastIndexOf('/') + 1).replace(/\.[^.]*$/, '');

const nameOf = ({ agency, year, source }: AnnualReport): string =>
  cleaned(
    agency === null ? baseName(source.file) : `${agency.name}${year === null ? '' : `${year}年`}年度报告`,
  );

function jsonOf(reports: readonly AnnualReport[], { single, seconds }: Occasion): string {
  if (single) return `${JSON.stringify(reports[0], null, 2)}\n`;
  const counts = countFindings(reports.flatMap(({ findings }) => findings));
  const summary = {
    files: reports.length,
    errors: counts.error,
    warnings: counts.warning,
    seconds: Math.round(seconds * 100) / 100,
  };
  const entries = reports.map((report) => JSON.stringify(report)).join(',\n');
  return `{"reports":[\n${entries}\n],"summary":${JSON.stringify(summary)}}\n`;
}

const sarifOf = (reports: readonly AnnualReport[]): string => {
  const results = reports.flatMap(({ source, findings }) =>
    findings.map((finding) => JSON.stringify(sarifResult(source.file, finding))),
  );
  return `${sarifHead(GONGKAI_VERSION)}${results.join(',\n')}${sarifTail(true)}`;
};

const mediaTypes = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  html: 'text/html',
  zip: 'application/zip',
} as const;

/** Today here, YYYY-MM-DD. */
function today(): string {
  const now = new Date();
  const two = (n: number) => String(n).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

/** Names of their own for files that would bear the same one. */
function apart(names: readonly string[]): string[] {
  const seen = new Map<string, number>();
  return names.map((name) => {
    const count = (seen.get(name) ?? 0) + 1;
    seen.set(name, count);
    return count === 1 ? name : `${name}（${count}）`;
  });
}

/** The sheet of one report, or an archive with that of every report in which something was found. */
async function sheets(
  reports: readonly AnnualReport[],
  format: 'html' | 'docx',
  single: boolean,
): Promise<Saved> {
  const { renderFindingsSheet } = await import('../../../report/render/findings.ts');
  const render = (report: AnnualReport) =>
    renderFindingsSheet(report, report.findings, { format, day: today() });
  if (single)
    return {
      name: `${nameOf(reports[0]!)}检查单.${format}`,
      mediaType: mediaTypes[format],
      bytes: new Uint8Array(await render(reports[0]!)),
    };
  const faulty = reports.filter(({ findings }) => findings.length > 0);
  if (faulty.length === 0) throw new RangeError('各份报告都没有发现问题，不需要检查单');
  const { zipSync } = await import('fflate');
  const files: Record<string, Uint8Array> = {};
  for (const [index, name] of apart(faulty.map(nameOf)).entries())
    files[`${name}检查单.${format}`] = await render(faulty[index]!);
  return { name: '全部检查单.zip', mediaType: mediaTypes.zip, bytes: new Uint8Array(zipSync(files)) };
}

async function figures(reports: readonly AnnualReport[], name: string, single: boolean): Promise<Saved> {
  if (!reports.some(({ form }) => form !== null)) throw new RangeError('没有读出年度报告的数据');
  const bytes = single
    ? await (await import('../../../report/render/xlsx.ts')).renderXlsx(reports[0]!)
    : (await import('./figures-of-all.ts')).figuresOfAll(reports);
  return { name: `${name}.xlsx`, mediaType: mediaTypes.xlsx, bytes: new Uint8Array(bytes) };
}

/**
 * Makes the file that was asked for, of one report or of all.
 * @throws RangeError with the reason when there is nothing to put into it
 */
export async function save(
  what: DownloadKind,
  reports: readonly AnnualReport[],
  occasion: Occasion,
): Promise<Saved> {
  if (reports[0] === undefined) throw new RangeError('没有读出的报告');
  const name = occasion.single ? nameOf(reports[0]) : '全部报告';
  if (what === 'sheet.docx') return sheets(reports, 'docx', occasion.single);
  if (what === 'sheet.html') return sheets(reports, 'html', occasion.single);
  if (what === 'figures.xlsx') return figures(reports, name, occasion.single);
  if (what === 'report.sarif')
    return { name: `${name}.sarif`, mediaType: 'application/sarif+json', bytes: encode(sarifOf(reports)) };
  return { name: `${name}.json`, mediaType: 'application/json', bytes: encode(jsonOf(reports, occasion)) };
}
