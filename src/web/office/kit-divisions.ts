import packed from '../../report/places/divisions.json' with { type: 'json' };
import type { TreeNode } from '../theme/tree-field.tsx';

interface Division {
  readonly id: string;
  readonly name: string;
  /** The end of a township's name, which the snapshot leaves to its number. */
  readonly parent: string;
}

const ends = ['', '街道', '镇', '乡'];

function* townships(text: string, county: string): Generator<Division> {
  let number = 0;
  for (const each of text.split(',')) {
    const [, given, rest] = /^(\d{3})?(.+)$/.exec(each)!;
    number = given === undefined ? number + 1 : Number(given);
    const name = rest!.endsWith('!')
      ? rest!.slice(0, -1)
      : `${rest}${ends[Math.floor(number / 100) + 1] ?? ''}`;
    yield { id: `${county}${String(number).padStart(3, '0')}`, name, parent: county };
  }
}

function* all(): Generator<Division> {
  for (const province of packed.divisions.split('\n')) {
    const [head, ...cities] = province.split(';');
    const top = head!.slice(0, 2);
    yield { id: top, name: head!.slice(2), parent: '' };
    for (const city of cities) {
      const [name, ...counties] = city.split('|');
      const at = top + name!.slice(0, 2);
      yield { id: at, name: name!.slice(2), parent: top };
      for (const county of counties) {
        const [label, below] = county.split(':');
        const id = at + label!.slice(0, 2);
        yield { id, name: label!.slice(2), parent: at };
        if (below !== undefined) yield* townships(below, id);
      }
    }
  }
}

let known: {
  readonly byId: ReadonlyMap<string, Division>;
  readonly below: ReadonlyMap<string, readonly Division[]>;
} | null = null;

/** The divisions of the snapshot as a tree, opened at first need: enough nodes to try a tree on. */
function divisions() {
  if (known !== null) return known;
  const byId = new Map<string, Division>();
  const below = new Map<string, Division[]>();
  for (const division of all()) {
    byId.set(division.id, division);
    const siblings = below.get(division.parent);
    if (siblings === undefined) below.set(division.parent, [division]);
    else siblings.push(division);
  }
  known = { byId, below };
  return known;
}

const nodeOf = ({ id, name }: Division): TreeNode => ({
  id,
  label: name,
  branch: divisions().below.has(id),
  closed: id.length < 6,
});

const pathOf = (division: Division): string => {
  const above = divisions().byId.get(division.parent);
  if (above === undefined) return '';
  const path = pathOf(above);
  return path === '' ? above.name : `${path} › ${above.name}`;
};

export const divisionCount = (): number => divisions().byId.size;

export const childrenOf = (parent: string): readonly TreeNode[] =>
  (divisions().below.get(parent) ?? []).map(nodeOf);

/** Hits of a search, the widest first, at most `limit`; `more` when there were others. */
export function searchDivisions(words: string, limit: number): { nodes: TreeNode[]; more: boolean } {
  if (words === '') return { nodes: [], more: false };
  const hits: Division[] = [];
  for (const division of divisions().byId.values())
    if (division.name.includes(words) && hits.push(division) > limit) break;
  const nodes = hits
    .slice(0, limit)
    .map((division) => ({ ...nodeOf(division), detail: pathOf(division) }))
    .map(({ detail, ...node }) => (detail === '' ? node : { ...node, detail }));
  return { nodes, more: hits.length > limit };
}

/** The tree opened down to a node. */
export function openedTo(id: string): readonly TreeNode[] {
  const path: string[] = [];
  for (let at = divisions().byId.get(id); at !== undefined; at = divisions().byId.get(at.parent))
    path.push(at.id);
  const level = (parent: string): TreeNode[] =>
    childrenOf(parent).map((node) => (path.includes(node.id) ? { ...node, children: level(node.id) } : node));
  return level('');
}
