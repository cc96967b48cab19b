import { agencyMeant } from '../../app/agencies/subject.ts';
import { agencyLevels } from '../../app/queries/agencies.ts';
import { isRefusal } from '../../domain/refusal.ts';
import { TreeField, type TreeFieldProps, type TreeNode, treeAsked } from '../theme/tree-field.tsx';
import type { OfficePage, Sent } from './page.ts';

const most = { hits: 20, level: 200 };

/** A choice among the agencies within reach, as far as it was opened. */
export type AgencyTree = Pick<TreeFieldProps, 'value' | 'nodes' | 'more' | 'words'>;

export interface AgencyNodes {
  readonly nodes: readonly TreeNode[];
  readonly more: boolean;
}

/** The agencies directly under one (null: those the person serves), or hits of a search; none for who may list none. */
export async function agencyNodes(
  page: OfficePage,
  asked: { readonly under: string | null } | { readonly words: string },
): Promise<AgencyNodes> {
  const searched = 'words' in asked;
  const found = await agencyLevels(page.context, {
    under: searched ? null : asked.under,
    text: searched ? asked.words : '',
    closed: false,
    after: null,
    limit: searched ? most.hits : most.level,
  });
  if (isRefusal(found)) return { nodes: [], more: false };
  const nodes = found.rows.map(({ slug, name, superior, below }) => ({
    id: slug,
    label: name,
    ...(searched && superior !== null ? { detail: superior } : {}),
    branch: below > 0,
  }));
  return { nodes, more: found.next !== null };
}

/** The tree opened down to one agency, every level with the others beside it. */
async function openedTo(page: OfficePage, slug: string): Promise<AgencyNodes> {
  const at = { under: slug, text: '', closed: false, after: null, limit: 1 };
  const found = slug === '' ? null : await agencyLevels(page.context, at);
  const line = found === null || isRefusal(found) ? [] : found.line.map((each) => each.slug);
  const top = await agencyNodes(page, { under: null });
  const levels = await Promise.all(line.map((under) => agencyNodes(page, { under })));
  const below = (depth: number): readonly TreeNode[] => levels[depth - 1]?.nodes ?? top.nodes;
  const opened = (depth: number): readonly TreeNode[] =>
    below(depth).map((node) => (node.id === line[depth] ? { ...node, children: opened(depth + 1) } : node));
  return { nodes: opened(0), more: (levels.at(-1) ?? top).more };
}

/** What a field that asks for an agency shows: what was chosen, and what was opened or searched for without script. */
export async function agencyTree(page: OfficePage, sent: Sent, name: string): Promise<AgencyTree> {
  const chosen = sent[name] ?? '';
  const meant = chosen === '' ? null : await agencyMeant(page.context.store.database, chosen, name);
  const value = meant === null || isRefusal(meant) ? null : { id: meant.slug, label: meant.name };
  const asked = treeAsked(sent, name);
  if (asked !== null && 'words' in asked && asked.words !== '')
    return { value, words: asked.words, ...(await agencyNodes(page, asked)) };
  return { value, ...(await openedTo(page, asked !== null && 'parent' in asked ? asked.parent : '')) };
}

/** A field that asks for an agency: forty thousand do not fit into a list of choices. */
export const AgencyField = ({
  page,
  tree,
  ...props
}: { readonly page: OfficePage; readonly tree: AgencyTree } & Omit<
  TreeFieldProps,
  keyof AgencyTree | 'source'
>) => <TreeField {...props} {...tree} source={page.at('/office/agencies/tree.json')} />;
