import { isRefusal, type Refusal, refuse } from '../../domain/refusal.ts';
import type { CellFault } from '../../domain/takeover/cells.ts';
import { checkRows, type TakenRow, takenNumbers } from '../../domain/takeover/check-rows.ts';
import { workdayTable } from '../../domain/workday/index.ts';
import type { Database } from '../../store/database.ts';
import { numbersGiven } from '../../store/takeovers.ts';
import { shanghaiDay } from '../calendar-years.ts';
import type { AppContext } from '../context.ts';
import { readTakeoverSheet } from './read-sheet.ts';

/** What is wrong, cell by cell; nothing of such a file is taken. */
const refuseFaults = (faults: readonly CellFault[], lines: number): Refusal =>
  refuse(
    'takeover.faults',
    `文件有${faults.length.toLocaleString('en')}处需要改正，没有移入任何一件。请按下面列出的行和列修改后重新上传。`,
    { faults, lines },
  );

export const faultsIn = ({ facts }: Refusal): readonly CellFault[] =>
  (facts.faults as readonly CellFault[] | undefined) ?? [];

/** The cases of a file, checked on today's calendar and against the numbers already given. */
export async function checkedFile(
  context: AppContext,
  database: Database,
  agencyId: string,
  bytes: Uint8Array,
): Promise<readonly TakenRow[] | Refusal> {
  const lines = readTakeoverSheet(bytes);
  if (isRefusal(lines)) return lines;
  const today = shanghaiDay(context.now());
  const { rows, faults } = checkRows(lines, today, workdayTable(context.calendar()));
  const given = await numbersGiven(
    database,
    agencyId,
    rows.map(({ values }) => values.number!),
  );
  const all = [...faults, ...takenNumbers(rows, given)].sort((a, b) => a.line - b.line);
  return all.length > 0 ? refuseFaults(all, lines.size) : rows;
}
