import type { AnnualReport, Finding } from '../../domain/annual/report.ts';
import { UnreadableFile } from '../document.ts';

/** A file that could not be read, as an entry of a batch: one finding that says why. */
export function unreadableReport(file: string, message: string): AnnualReport {
  const finding: Finding = {
    rule: 'not-a-report',
    code: 'R001',
    severity: 'error',
    message,
    cells: [],
    at: null,
    related: [],
    basis: [],
    fix: null,
    suggestions: [],
  };
  return {
    schema: 'gongkai.annual-report/1',
    source: { file, sha256: '', mediaType: 'application/octet-stream' },
    agency: null,
    year: null,
    form: null,
    sections: [],
    cells: {},
    statistics: {},
    indicators: {},
    findings: [finding],
  };
}

/** Anything thrown on the way, as one sentence; only UnreadableFile is expected. */
export const reasonOf = (error: unknown): string =>
  error instanceof UnreadableFile
    ? error.message
    : `读取时程序出错（${error instanceof Error ? error.message.slice(0, 80) : '原因不明'}），请把文件发给开发者。`;
