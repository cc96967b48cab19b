import { describe, expect, it } from 'vitest';
import { renderPdf } from '../../src/app/pdf-renderer.ts';
import { directReading } from '../support/direct-reading.ts';
import { cleanReport } from '../support/generate.ts';

const now = new Date('2026-01-05T03:00:00Z');
const megabytes = (): number => process.memoryUsage().rss / 1_048_576;

async function render(from: number, to: number): Promise<void> {
  for (let seed = from; seed < to; seed += 1)
    await renderPdf(directReading(cleanReport(seed, { prose: 1_200 })).report, now);
}

describe('the PDF renderer', () => {
  it('keeps no memory of the reports it rendered', async () => {
    await render(0, 150);
    const before = megabytes();
    await render(150, 650);
    expect(megabytes() - before).toBeLessThan(60);
  });
});
