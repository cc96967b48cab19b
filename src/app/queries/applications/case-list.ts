import type { Phase } from '../../../domain/application/phases.ts';
import { casePage, noFilter } from '../../../store/application-lists.ts';
import { logReading } from '../../access-log.ts';
import { typedReceiptNumber } from '../../applications/follow-code.ts';
import { type ListedCase, listedCases } from '../../applications/listed-case.ts';
import { type SearchedBy, searchedHashes } from '../../applications/search-hashes.ts';
import { reachOf } from '../../authorise.ts';
import type { AppContext } from '../../context.ts';
import { query } from '../../query.ts';

export interface CaseListQuery {
  readonly agencyId: string;
  /** A number, or what a person is found by, as far as `by` goes. */
  readonly text: string;
  readonly by: 'number' | SearchedBy;
  readonly phase: Phase | null;
  readonly outcome: string | null;
  readonly kind: string | null;
  readonly channel: string | null;
  readonly receivedFrom: string | null;
  readonly receivedTo: string | null;
  readonly after: string | null;
  readonly before: string | null;
  readonly limit: number;
}

export interface CaseList {
  readonly rows: readonly ListedCase[];
  readonly next: string | null;
  readonly previous: string | null;
}

/** A number of ours, however it was typed; null for anything else. */
function numberIn(text: string): string | null {
  const typed = text.normalize('NFKC').trim();
  if (/^\d{4}-\d{1,6}$/.test(typed)) return `${typed.slice(0, 5)}${typed.slice(5).padStart(4, '0')}`;
  return /^\d{8}-?[0-9A-Za-z]{6}$/.test(typed) ? typedReceiptNumber(typed) : null;
}

const idIn = (text: string | null): string | null =>
  text !== null && /^[0-9a-f]{8}-[0-9a-f-]{27}$/.test(text) ? text : null;

async function pageOf(
  context: Parameters<typeof listedCases>[0],
  filter: Parameters<typeof casePage>[1],
  { after, before, limit }: Pick<CaseListQuery, 'after' | 'before' | 'limit'>,
): Promise<CaseList> {
  const [from, to] = [idIn(after), idIn(before)];
  const seek = from !== null ? { after: from } : to !== null ? { before: to } : null;
  const rows = await context.store.read((database) => casePage(database, filter, seek, limit + 1));
  const backwards = seek !== null && 'before' in seek;
  const more = rows.length > limit;
  const shown = more ? (backwards ? rows.slice(1) : rows.slice(0, limit)) : rows;
  const hasNext = backwards || more;
  const hasPrevious = backwards ? more : seek !== null;
  return {
    rows: await listedCases(context, shown),
    next: hasNext ? (shown.at(-1)?.id ?? null) : null,
    previous: hasPrevious ? (shown[0]?.id ?? null) : null,
  };
}

const nothing: CaseList = { rows: [], next: null, previous: null };

/** Only who may read personal data may find a case by it: masked as the list is, a hit tells whose it is. */
const mayFindPeople = (context: AppContext, { agencyId, by }: CaseListQuery): boolean =>
  by !== 'number' && reachOf(context, 'application.readPersonal').own.includes(agencyId);

/** All cases of an agency, the newest first. A search by what only an applicant can be found by is logged. */
export const caseList = query({
  act: 'application.list',
  subject: (_, { agencyId }: CaseListQuery) => ({ agencyId }),
  async run(context, asked): Promise<CaseList> {
    const { agencyId, text, by } = asked;
    const number = text === '' ? null : numberIn(text);
    const byPerson = text !== '' && number === null;
    if (byPerson && !mayFindPeople(context, asked)) return nothing;
    if (byPerson)
      await logReading(
        context,
        { agencyId, act: 'application.list', subjectKind: 'application', subjectId: null },
        '按姓名、证件号码或者电话查找申请',
      );
    const { phase, outcome, kind, channel, receivedFrom, receivedTo } = asked;
    return pageOf(
      context,
      {
        ...noFilter,
        agencies: [agencyId],
        phase,
        outcome,
        kind,
        channel,
        receivedFrom,
        receivedTo,
        number,
        hashes: byPerson && by !== 'number' ? searchedHashes(context.vault, text, by) : [],
      },
      asked,
    );
  },
});
