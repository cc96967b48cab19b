import type { AnswerDraft } from '../../../domain/application/answer-draft.ts';
import type { RequestedItem } from '../../../domain/application/application-form.ts';
import type { GroupAct, LeftOut } from '../../../domain/application/group.ts';
import { isRefusal, type Refusal } from '../../../domain/refusal.ts';
import type { Day } from '../../../domain/workday/index.ts';
import { accountNames } from '../../../store/accounts.ts';
import { groupPage } from '../../../store/application-lists.ts';
import { applicationById, type CaseRef } from '../../../store/applications.ts';
import { type GroupActRow, leftOutCounts, leftOutPage } from '../../../store/group-acts.ts';
import { logReading } from '../../access-log.ts';
import { formOf, openRow } from '../../applications/case-record.ts';
import { type ListedCase, listedCases } from '../../applications/listed-case.ts';
import { openJson } from '../../applications/sealing.ts';
import type { AppContext } from '../../context.ts';
import { aboutGroup, type GroupRecord, readGroup } from '../../groups/group-record.ts';
import { type GroupLine, groupLine } from '../../groups/group-summary.ts';
import { offeredGroupActs } from '../../groups/offered-group-acts.ts';
import { query } from '../../query.ts';

/** An act of a person on a group, and how far it has been carried. */
export interface GroupDeed {
  readonly id: string;
  readonly act: GroupAct;
  readonly on: Day;
  readonly at: Date;
  readonly by: string | null;
  /** Opinion, reason or proof that was noted with it. */
  readonly words: string | null;
  readonly members: number;
  readonly carried: number;
  readonly already: number;
  readonly leftOut: number;
  readonly done: boolean;
  readonly reasons: readonly { readonly reason: LeftOut; readonly cases: number }[];
}

export interface LeftOutCase {
  readonly id: string;
  readonly number: string;
  readonly message: string;
}

/** A group as whoever works on it sees it. */
export interface GroupSheet {
  readonly line: GroupLine;
  readonly items: readonly RequestedItem[];
  readonly draft: AnswerDraft | null;
  readonly deeds: readonly GroupDeed[];
  /** Those that the last act left out and that are still in the group. */
  readonly leftOut: readonly LeftOutCase[];
  readonly nextLeftOut: string | null;
  readonly members: readonly ListedCase[];
  readonly next: string | null;
  readonly offered: readonly GroupAct[];
}

export interface GroupQuery extends CaseRef {
  readonly after: string | null;
  readonly leftOutAfter: string | null;
  readonly limit: number;
}

export const groupAccess = ({ agencyId, id }: CaseRef) => ({
  agencyId,
  act: 'applicationGroup.read',
  subjectKind: 'applicationGroup',
  subjectId: id,
});

const idIn = (text: string | null): string | null =>
  text !== null && /^[0-9a-f]{8}-[0-9a-f-]{27}$/.test(text) ? text : null;

const wordsIn = (group: GroupRecord, row: GroupActRow): string | null => {
  const facts = openJson<Partial<Record<'opinion' | 'reason' | 'proof' | 'name', string>>>(
    group.key,
    row.sealed_facts,
    aboutGroup(group, `act ${row.id}`),
  );
  return facts.opinion || facts.reason || facts.proof || facts.name || null;
};

async function deedsOf({ store }: AppContext, group: GroupRecord): Promise<readonly GroupDeed[]> {
  const { agencyId, acts } = group;
  const names = await store.read((database) =>
    accountNames(
      database,
      acts.map(({ account_id }) => account_id),
    ),
  );
  const reasons = await store.read((database) =>
    Promise.all(
      acts.map(({ id, left_out }) => (left_out === 0 ? [] : leftOutCounts(database, { agencyId, id }))),
    ),
  );
  return acts.map((row, index) => ({
    id: row.id,
    act: row.act,
    on: row.on as Day,
    at: row.at,
    by: names.get(row.account_id) ?? null,
    words: wordsIn(group, row),
    members: row.members,
    carried: row.carried,
    already: row.already,
    leftOut: row.left_out,
    done: row.done_at !== null,
    reasons: reasons[index]!,
  }));
}

/** What is asked for, as the first of them has it; who asks stays closed. */
async function itemsOf({ store, vault }: AppContext, ref: CaseRef | null): Promise<readonly RequestedItem[]> {
  const row = ref === null ? null : await store.read((database) => applicationById(database, ref));
  const record = row === null ? null : openRow(vault, row);
  return record === null || isRefusal(record) ? [] : formOf(record).items;
}

/** The page of a group; the reading is logged. */
export const groupSheet = query({
  act: 'applicationGroup.read',
  subject: (_, { agencyId, id }: GroupQuery) => ({ agencyId, id }),
  async run(context, asked): Promise<GroupSheet | Refusal> {
    const { store } = context;
    const { agencyId, id, limit } = asked;
    const group = await store.read((database) => readGroup(database, context.vault, { agencyId, id }));
    if (isRefusal(group)) return group;
    await logReading(context, groupAccess(group), '办理同一内容的申请');
    const line = await groupLine(context, group.row);
    const last = group.acts.find(({ left_out }) => left_out > 0);
    const [rows, out] = await store.read((database) =>
      Promise.all([
        groupPage(database, agencyId, id, idIn(asked.after), limit + 1),
        last === undefined
          ? []
          : leftOutPage(database, { agencyId, id: last.id }, id, idIn(asked.leftOutAfter), limit + 1),
      ]),
    );
    const shown = rows.slice(0, limit);
    return {
      line,
      items: await itemsOf(context, rows[0] === undefined ? null : { agencyId, id: rows[0].id }),
      draft: group.draft,
      deeds: await deedsOf(context, group),
      leftOut: out
        .slice(0, limit)
        .map(({ application_id, number, message }) => ({ id: application_id, number, message })),
      nextLeftOut: out.length > limit ? out[limit - 1]!.application_id : null,
      members: await listedCases(context, shown),
      next: rows.length > limit ? (shown.at(-1)?.id ?? null) : null,
      offered: offeredGroupActs(context.actor, group, line.parts),
    };
  },
});
