import type { AnnualReport } from '../../domain/annual/report.ts';
import { figureOf } from './support.ts';

/** Rows of 表二 that count a stock of documents. */
export const stockRows = ['regulations', 'normative'] as const;
export const stockNames = { regulations: '规章', normative: '行政规范性文件' } as const;

/** Whether the report at hand and the one beside it are of two years running. */
export const followsOn = (report: AnnualReport, previous: AnnualReport | null): previous is AnnualReport =>
  previous !== null && report.year !== null && previous.year === report.year - 1;

/** 现行有效 at the end of last year; null without last year's report or where it is of the form of 2019. */
export const previousStock = (
  report: AnnualReport,
  previous: AnnualReport | null,
  row: (typeof stockRows)[number],
): number | null =>
  report.form === '2021' && followsOn(report, previous) && previous.form === '2021'
    ? figureOf(previous.cells, `disclosure.${row}.inForce`)
    : null;
