import { openFile } from '../../app/analyse-file.ts';
import type { SourceDocument } from '../../report/document.ts';
import type { Services, StoredReport } from '../http/services.ts';
import type { Pin, TextMark } from './pins.ts';
import { markProse } from './prose-marks.ts';

/** Larger files are not read again for a page: their findings keep their place in words. */
const largestFile = 5_000_000;
const remembered = 200;
const memory = new Map<string, readonly TextMark[]>();

async function documentOf(
  services: Services,
  slug: string,
  stored: StoredReport,
): Promise<SourceDocument | null> {
  if (!stored.file.kept || stored.file.size > largestFile) return null;
  const bytes = await services.sourceFile(slug, stored);
  if (bytes === null) return null;
  try {
    return (await openFile(bytes, stored.file.name)).document;
  } catch {
    return null;
  }
}

/** Where the findings about prose stand in the report's text; the last few hundred answers are remembered. */
export async function locateProse(
  services: Services,
  slug: string,
  stored: StoredReport,
  pins: readonly Pin[],
): Promise<readonly TextMark[]> {
  const prose = pins.filter(({ atCell, finding }) => !atCell || finding.related.length > 0);
  if (prose.length === 0) return [];
  const key = `${stored.report.source.sha256} ${JSON.stringify(prose.map(({ number, finding }) => [number, finding.at]))}`;
  const known = memory.get(key);
  if (known !== undefined) return known;
  const marks = markProse(stored.report, prose, await documentOf(services, slug, stored));
  memory.set(key, marks);
  if (memory.size > remembered) memory.delete(memory.keys().next().value!);
  return marks;
}
