import { renderPdf } from '../src/app/pdf-renderer.ts';
import type { AnnualReport } from '../src/domain/annual/report.ts';
import { renderDocx } from '../src/report/render/docx.ts';
import { directReading } from '../test/support/direct-reading.ts';
import { cleanReport } from '../test/support/generate.ts';
import { median } from './measure.ts';
import type { Result } from './results.ts';

const warmUp = 10;
const rounds = 30;
const now = new Date('2026-01-05T03:00:00Z');

/** Reports by the form of 2021 with their three tables, every one of another agency with other figures and prose. */
const reportOf = (seed: number): AnnualReport =>
  directReading(cleanReport(seed, { form: '2021', prose: 2_000, figures: true })).report;

async function medianOf(
  render: (report: AnnualReport) => Promise<Uint8Array>,
): Promise<{ ms: number; kilobytes: number }> {
  const times: number[] = [];
  const sizes: number[] = [];
  for (let round = 0; round < warmUp + rounds; round += 1) {
    const report = reportOf(round);
    const start = performance.now();
    const bytes = await render(report);
    if (round < warmUp) continue;
    times.push(performance.now() - start);
    sizes.push(bytes.length / 1_024);
  }
  return { ms: Number(median(times).toFixed(1)), kilobytes: Math.round(median(sizes)) };
}

/** Rendering after warm-up, each report seen for the first time. */
export async function measureRendering(): Promise<Result[]> {
  const docx = await medianOf(renderDocx);
  const pdf = await medianOf((report) => renderPdf(report, now));
  return [
    { name: 'render docx, warm, median of 30', unit: 'ms/report', value: docx.ms },
    { name: 'render PDF/A, warm, median of 30', unit: 'ms/report', value: pdf.ms },
    { name: 'rendered PDF/A', unit: 'KB', value: pdf.kilobytes },
  ];
}
