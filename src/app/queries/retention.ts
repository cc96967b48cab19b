import type { Refusal } from '../../domain/refusal.ts';
import { accountNames } from '../../store/accounts.ts';
import type { CaseRef } from '../../store/applications.ts';
import {
  type DestructionItem,
  type DestructionRow,
  destructionById,
  destructionsOf,
  type ErasedCase,
  erasedCase,
  itemsOf,
  type ListedDestruction,
} from '../../store/destructions.ts';
import { planOf, type Years } from '../../store/retention.ts';
import { applicationUnknown } from '../applications/case-record.ts';
import { subjectOf } from '../applications/opened-case.ts';
import { query } from '../query.ts';
import { destructionUnknown } from '../retention/destruction-record.ts';
import { type LooseItem, looseItemsOf } from '../retention/loose-items.ts';
import { yearsOf } from '../retention/plan.ts';

export type { DestructionStatus } from '../../store/destruction-tables.ts';
export type { DestructionItem, ErasedCase, LooseItem };

const mostLists = 100;

export interface RetentionSheet {
  readonly years: Years;
  /** Null: the usual years hold. */
  readonly set: { readonly by: string | null; readonly at: Date } | null;
  readonly lists: readonly ListedDestruction[];
}

/** The plan that holds and the lists there were, the newest first. */
export const retentionSheet = query({
  act: 'retention.read',
  subject: (_, { agencyId }: { readonly agencyId: string }) => ({ agencyId }),
  run: ({ store }, { agencyId }): Promise<RetentionSheet> =>
    store.read(async (database) => {
      const plan = await planOf(database, agencyId);
      const names = await accountNames(database, [plan?.set_by ?? null]);
      return {
        years: yearsOf(plan),
        set: plan === null ? null : { by: names.get(plan.set_by) ?? null, at: plan.set_at },
        lists: await destructionsOf(database, agencyId, mostLists),
      };
    }),
});

export interface DestructionSheet extends DestructionRow {
  readonly items: readonly DestructionItem[];
  /** What belongs to no case. */
  readonly loose: readonly LooseItem[];
  readonly proposer: string | null;
  readonly confirmer: string | null;
}

/** One list with its cases. */
export const destructionSheet = query({
  act: 'retention.read',
  subject: (_, { agencyId }: CaseRef) => ({ agencyId }),
  run: ({ store }, ref): Promise<DestructionSheet | Refusal> =>
    store.read(async (database) => {
      const row = await destructionById(database, ref);
      if (row === null) return destructionUnknown;
      const names = await accountNames(database, [row.proposed_by, row.confirmed_by]);
      return {
        ...row,
        items: await itemsOf(database, ref),
        loose: await looseItemsOf(database, ref),
        proposer: names.get(row.proposed_by ?? '') ?? null,
        confirmer: names.get(row.confirmed_by ?? '') ?? null,
      };
    }),
});

/** What is left of a case whose personal data was deleted. */
export const erasedCaseSheet = query({
  act: 'application.read',
  subject: (_, ref: CaseRef) => subjectOf(ref),
  run: async ({ store }, ref): Promise<ErasedCase | Refusal> =>
    (await store.read((database) => erasedCase(database, ref))) ?? applicationUnknown,
});
