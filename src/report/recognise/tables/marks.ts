import { editionMarks } from './form-edition.ts';

/** The note over table 三 says which sums must hold. */
export const BALANCE_NOTE = '勾稽';
/** What an attached 统计表 begins with. */
export const STATISTICS_HEADS = ['统计指标', '信息公开情况统计表'] as const;

/** Words that tell what stands in a document, looked for in one pass. */
export const marks: readonly string[] = [...editionMarks, BALANCE_NOTE, ...STATISTICS_HEADS];

const known = new Map<string, readonly string[]>();
const MAX_KNOWN = 4096;

/** The marks in the letters of a cell. */
export function marksIn(letters: string): readonly string[] {
  const before = known.get(letters);
  if (before !== undefined) return before;
  const found = marks.filter((mark) => letters.includes(mark));
  if (known.size >= MAX_KNOWN) known.clear();
  known.set(letters, found);
  return found;
}
