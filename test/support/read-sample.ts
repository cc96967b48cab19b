import type { Reading } from '../../src/report/reading.ts';
import { directReading } from './direct-reading.ts';
import type { SampleReport } from './sample-model.ts';

/** The reading of a sample, as the rules get it. */
export const readSample = (report: SampleReport): Reading => directReading(report);
