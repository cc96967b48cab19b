import { type Advice, adviseOnRepetition, othersMost } from '../../domain/application/advice.ts';
import { countByOthers, countOfMonth } from '../../store/applicant-months.ts';
import { alikeRows } from '../../store/application-lists.ts';
import type { AppContext } from '../context.ts';
import { type CaseRecord, openPhases } from './case-record.ts';
import { type ListedCase, listedCases } from './listed-case.ts';

export interface AlikeCase extends ListedCase {
  readonly sameApplicant: boolean;
  readonly sameContent: boolean;
}

/** As many as are looked at for advice. */
const mostAlike = 20;

/** Only an answer bears on one asked again (第三十六条第（六）项); what was withdrawn or given up had none. */
const standingOf = ({ phase, answer }: ListedCase): 'open' | 'answered' | 'ended' => {
  if (answer === null && openPhases.has(phase)) return 'open';
  return answer === null || answer.startsWith('other.') ? 'ended' : 'answered';
};

/** Cases like this one, and what the office should know of them: advice, never a refusal. */
export async function repetitionOf(
  context: AppContext,
  { row, state }: Pick<CaseRecord, 'row' | 'state'>,
): Promise<{ readonly alike: readonly AlikeCase[]; readonly advice: readonly Advice[] }> {
  const { receivedOn } = state;
  const [rows, others, month] = await context.store.read((database) =>
    Promise.all([
      alikeRows(database, row, mostAlike),
      countByOthers(database, row, othersMost),
      receivedOn === null ? 0 : countOfMonth(database, row, receivedOn.slice(0, 7)),
    ]),
  );
  const alike = (await listedCases(context, rows)).map((one, index) => ({
    ...one,
    sameApplicant: rows[index]!.same_applicant,
    sameContent: rows[index]!.same_content,
  }));
  const advice = adviseOnRepetition({
    id: row.id,
    receivedOn,
    alike: alike.map((one) => ({ ...one, standing: standingOf(one) })),
    others,
    inGroup: row.group_id !== null,
    month,
  });
  return { alike, advice };
}
