import type { Transaction } from 'kysely';
import * as z from 'zod';
import { isRefusal, type Refusal, refuse } from '../../domain/refusal.ts';
import { type TableView, tableView, tableViews } from '../../store/table-views.ts';
import type { Tables } from '../../store/tables.ts';
import { type AccountSubject, loadAccount } from '../accounts/subject.ts';

/** The lists that views are kept of. */
export const viewedLists = [
  'people',
  'agencies',
  'events',
  'accesses',
  'board',
  'applications',
  'appeals',
] as const;
export type ViewedList = (typeof viewedLists)[number];

/** Views of one list that a person keeps at most. */
export const mostViews = 30;
const longestName = 20;

export const viewName = z
  .string()
  .trim()
  .min(1, '请给视图起个名字，例如“本周到期”。')
  .refine((name) => [...name].length <= longestName, `名称至多 ${longestName} 个字。`)
  // biome-ignore lint/suspicious/noControlCharactersInRegex: a name is one line of text
  .refine((name) => !/[\u0000-\u001f\u007f]/.test(name), '名称里有不能显示的字符，请重新填写。');

export const viewQuery = z.string().max(8_000, '筛选内容太长，保存不下。请减少几项再保存。');

const nameTaken = (name: string): Refusal => {
  const message = `已经有名为“${name}”的视图。请换个名称，或者先打开它再更新。`;
  return refuse('view.name', message, { fields: [{ field: 'name', message }] });
};
const tooMany = refuse(
  'view.limit',
  `一张列表最多保存 ${mostViews} 个视图，没有保存。请先到“管理视图”删除不用的。`,
);
const unknown = refuse('view.unknown', '没有这个视图，可能已经删除。请从列表的“视图”里选择。');

/** Null where the name is free, else why not; `but` is the view that has it now. */
export const nameFault = (
  views: readonly TableView[],
  name: string,
  but: string | null = null,
): Refusal | null => (views.some((view) => view.name === name && view.id !== but) ? nameTaken(name) : null);

/** Null where one more may be kept. */
export const numberFault = (views: readonly TableView[]): Refusal | null =>
  views.length < mostViews ? null : tooMany;

export interface ViewSubject extends AccountSubject {
  readonly view: TableView;
}

/** A view of the person who asks; another’s is as unknown as none. */
export async function loadView(
  transaction: Transaction<Tables>,
  { accountId, viewId }: { readonly accountId: string; readonly viewId: string },
): Promise<ViewSubject | Refusal> {
  const subject = await loadAccount(transaction, { accountId });
  if (isRefusal(subject)) return subject;
  const view = await tableView(transaction, accountId, viewId);
  return view === null ? unknown : { ...subject, view };
}

export const viewsBeside = (transaction: Transaction<Tables>, { account_id, list }: TableView) =>
  tableViews(transaction, account_id, list);
