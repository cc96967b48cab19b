import type { AnnualReport, Cells } from '../../src/domain/annual/report.ts';
import { readDocument } from '../../src/report/read/index.ts';
import type { Reading } from '../../src/report/reading.ts';
import { recognise } from '../../src/report/recognise/index.ts';

/** What the reader and the recogniser make of a rendered file. */
export async function readRendered(
  bytes: Uint8Array,
  fileName: string,
  { agency }: Pick<AnnualReport, 'agency'>,
): Promise<Reading> {
  const document = await readDocument(bytes, fileName);
  return recognise(
    document,
    { file: fileName, sha256: '', mediaType: document.mediaType },
    {
      agency:
        agency === null ? {} : { kind: agency.kind, ...(agency.code === null ? {} : { code: agency.code }) },
    },
  );
}

/** Every figure a report tells, by its id; what is blank, missing or unreadable is null alike. */
export const figuresOf = ({
  cells,
  statistics,
  indicators,
}: AnnualReport): Record<string, number | null> => ({
  ...valuesOf(cells),
  ...valuesOf(statistics),
  ...Object.fromEntries(
    Object.entries(indicators).flatMap(([key, { year, cumulative }]) => [
      [`${key}.year`, year],
      [`${key}.cumulative`, cumulative],
    ]),
  ),
});

const valuesOf = (cells: Cells): Record<string, number | null> =>
  Object.fromEntries(Object.entries(cells).map(([id, { value }]) => [id, value]));

/** The cells whose figure was read plainly. */
export const plainlyRead = ({ cells }: AnnualReport): readonly string[] =>
  Object.entries(cells)
    .filter(([, { status }]) => status === 'read' || status === 'inferred')
    .map(([id]) => id)
    .sort();

/** What a report says in words: title, preamble, sections, signature. */
export const wordsOf = ({ front, sections, agency, year, form }: AnnualReport) => ({
  front,
  sections,
  agency,
  year,
  form,
});
