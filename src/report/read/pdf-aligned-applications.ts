import {
  type AlignedCell,
  type AlignedTable,
  cellOf,
  figuresUnder,
  type Head,
  headsOf,
  type PagedLine,
  type Run,
  runsOf,
} from './pdf-aligned-runs.ts';
import { isBeside, type Label, type Leaf, labelOf, leavesOf, Stub } from './pdf-aligned-stub.ts';

/** Heads of the third table over its seven columns of figures, and those over several of them. */
const HEADS = ['自然人', '商业企业', '科研机构', '社会公益组织', '法律服务机构', '其他', '总计'];
const SPANNING: ReadonlySet<string> = new Set(['申请人情况', '法人或其他组织']);
/** Lines its head and its body have at most. */
const MOST_HEAD = 40;
const MOST_BODY = 400;

interface Row {
  readonly page: number;
  readonly base: number;
  readonly figures: readonly (Run | null)[];
}

interface Body {
  readonly stub: Stub;
  readonly rows: readonly Row[];
  readonly used: readonly PagedLine[];
}

/** The lines from `start` on as labels and rows of figures, up to the end of 四、; null where a run is neither. */
function bodyOf(
  lines: readonly PagedLine[],
  start: number,
  heads: readonly Head[],
  head: ReadonlySet<string>,
  apart: number,
): Body | null {
  const edge = heads[0]!.from;
  const stub = new Stub();
  const rows: Row[] = [];
  const used: PagedLine[] = [];
  let ended = false;
  for (let i = start; i < lines.length && i < start + MOST_BODY; i++) {
    const one = lines[i]!;
    const first = one.page !== lines[i - 1]!.page;
    if (one.page !== lines[start - 1]!.page && head.has(one.line.text)) {
      used.push(one);
      continue;
    }
    const runs = runsOf(one, apart, edge);
    const right = runs.findIndex((run) => heads.some((other) => run.from < other.to && run.to > other.from));
    const left = right < 0 ? runs : runs.slice(0, right);
    const last = stub.labels.at(-1);
    const isOver = last?.depth === 0 && last.number === 4 && ended;
    if (isOver && (right >= 0 || first || left.some((run) => labelOf(run) !== null))) break;
    if (one.line.text.includes('\ufffd')) return null;
    if (left.some((run) => run.to > edge + 0.5)) return isOver ? { stub, rows, used } : null;
    if (!left.every((run) => stub.add(run))) {
      if (isOver) break;
      return null;
    }
    if (right >= 0) {
      const figures = figuresUnder(heads, runs.slice(right));
      if (figures === false) return null;
      rows.push({ page: one.page, base: one.line.base, figures });
      const now = stub.labels.at(-1);
      ended = now?.depth === 0 && now.number === 4;
    }
    used.push(one);
  }
  return ended ? { stub, rows, used } : null;
}

/** The head's own four rows of cells over the three columns of labels and the seven of figures. */
function headCells(heads: readonly Head[], runs: readonly Run[], note: string): AlignedCell[] {
  const near = heads[0]!;
  const printed = (text: string) => runs.find((run) => run.text === text) ?? null;
  return [
    cellOf([1, 1], [3, 3], note === '' ? null : { ...near, text: note }, near),
    cellOf([1, 4], [1, 7], printed('申请人情况'), near),
    cellOf([2, 4], [2, 1], heads[0]!, near),
    cellOf([2, 5], [1, 5], printed('法人或其他组织'), near),
    cellOf([2, 10], [2, 1], heads[6]!, near),
    ...heads.slice(1, 6).map((head, i) => cellOf([3, 5 + i], [1, 1], head, near)),
  ];
}

/** The labels of the rows, each over the columns and rows that its depth leaves it. */
function labelCells(leaves: readonly Leaf[], labels: readonly Label[]): AlignedCell[] {
  const cells: AlignedCell[] = [];
  const whole = labels.find((label) => label.depth === 0 && label.number === 3)!;
  const inner = leaves.filter(({ label }) => label.depth > 0).length;
  leaves.forEach(({ label, group }, i) => {
    const row = i + 4;
    const span = label.depth === 0 ? 3 : label.depth === 1 ? 2 : 1;
    if (label.depth > 0 && leaves[i - 1]?.label.depth === 0)
      cells.push(cellOf([row, 1], [inner, 1], whole, whole));
    if (group !== null && leaves[i - 1]?.group !== group) {
      const size = leaves.filter((leaf) => leaf.group === group).length;
      cells.push(cellOf([row, 2], [size, 1], group, group));
    }
    cells.push(cellOf([row, 4 - span], [1, span], label, label));
  });
  return cells;
}

/** The third table where it begins at a line, or null where not all of it is certain. */
export function applicationsAt(lines: readonly PagedLine[], at: number, apart: number): AlignedTable | null {
  if (!lines[at]!.line.text.includes('申请人情况')) return null;
  if (!runsOf(lines[at]!, apart).some((run) => run.text === '申请人情况')) return null;
  let start = at;
  while (start < lines.length && start < at + MOST_HEAD && !/^一、/.test(lines[start]!.line.text)) start++;
  if (start >= lines.length || start === at + MOST_HEAD) return null;
  const head = lines.slice(at, start);
  if (head.some(({ page }) => page !== lines[at]!.page)) return null;
  const runs = head.flatMap((line) => runsOf(line, apart));
  const all = headsOf(runs, SPANNING);
  const heads = all.slice(-HEADS.length);
  if (heads.length < HEADS.length || heads.some((one, i) => one.text !== HEADS[i])) return null;
  if (!runs.some((run) => run.text === '法人或其他组织')) return null;
  const note = all.slice(0, -HEADS.length);
  if (note.length > 1) return null;
  const body = bodyOf(lines, start, heads, new Set(head.map(({ line }) => line.text)), apart);
  const leaves = body === null ? null : leavesOf(body.stub.labels);
  if (body === null || leaves === null || body.rows.length !== leaves.length) return null;
  if (!leaves.every(({ label }, i) => isBeside(label, body.rows[i]!.page, body.rows[i]!.base))) return null;
  const cells = [...headCells(heads, runs, note[0]?.text ?? ''), ...labelCells(leaves, body.stub.labels)];
  leaves.forEach(({ label }, i) => {
    body.rows[i]!.figures.forEach((run, column) => {
      cells.push(cellOf([i + 4, column + 4], [1, 1], run, label));
    });
  });
  const used = new Set([...head, ...body.used].map(({ line }) => line));
  return { rows: leaves.length + 3, columns: 10, cells, lines: used, first: lines[at]! };
}
