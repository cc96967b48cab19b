import {
  type AlignedTable,
  cellOf,
  FIGURE,
  figuresUnder,
  headsOf,
  type PagedLine,
  type Run,
  runsOf,
} from './pdf-aligned-runs.ts';

const RESULTS = ['结果维持', '结果纠正', '其他结果', '尚未审结', '总计'];
const OVER = ['行政复议', '行政诉讼', '未经复议直接起诉', '复议后起诉'];
const SPANNING: ReadonlySet<string> = new Set(OVER);
/** Lines the head of the fourth table has at most. */
const MOST_HEAD = 12;

const isFigures = (runs: readonly Run[]): boolean => runs.every((run) => FIGURE.test(run.text));

/** Whether the line after a row may hold the rest of its figures. */
function goesOn(lines: readonly PagedLine[], at: number, apart: number): boolean {
  const next = lines[at];
  return next !== undefined && isFigures(runsOf(next, apart));
}

/** The fourth table where it begins at a line, or null where not all of it is certain. */
export function disputesAt(lines: readonly PagedLine[], at: number, apart: number): AlignedTable | null {
  if (!lines[at]!.line.text.startsWith('行政复议')) return null;
  const { page } = lines[at]!;
  let row = at;
  while (row < lines.length && row < at + MOST_HEAD && !isFigures(runsOf(lines[row]!, apart))) row++;
  const line = lines[row];
  if (line === undefined || row === at + MOST_HEAD || line.page !== page || goesOn(lines, row + 1, apart))
    return null;
  if (line.line.text.includes('\ufffd')) return null;
  const runs = lines.slice(at, row).flatMap((one) => runsOf(one, apart));
  const over = OVER.map((text) => runs.filter((run) => run.text === text));
  if (over.some((found) => found.length !== 1)) return null;
  const heads = headsOf(runs, SPANNING);
  if (heads.length !== 15 || heads.some((head, i) => head.text !== RESULTS[i % 5])) return null;
  const figures = figuresUnder(heads, runsOf(line, apart));
  if (figures === false) return null;
  const spans = over.map(([run]) => run!);
  const cells = [
    cellOf([1, 1], [2, 5], spans[0]!, spans[0]!),
    cellOf([1, 6], [1, 10], spans[1]!, spans[1]!),
    cellOf([2, 6], [1, 5], spans[2]!, spans[2]!),
    cellOf([2, 11], [1, 5], spans[3]!, spans[3]!),
    ...heads.map((head, i) => cellOf([3, i + 1], [1, 1], head, head)),
    ...figures.map((run, i) => cellOf([4, i + 1], [1, 1], run, heads[i]!)),
  ];
  const used = new Set(lines.slice(at, row + 1).map((one) => one.line));
  return { rows: 4, columns: 15, cells, lines: used, first: lines[at]! };
}

const CONTENTS = [
  /^信息内容本年制发件数本年废止件数现行有效件数$/,
  /^信息内容本年处理决定数量$/,
  /^信息内容本年收费金额[（(]单位[：:]万元[）)]$/,
];
const ROWS = /^(?:规章|行政规范性文件|行政许可|行政处罚|行政强制|行政事业性收费)$/;

/** A part of the second table under its heads at a line, or null where not all of it is certain. */
export function disclosureAt(lines: readonly PagedLine[], at: number, apart: number): AlignedTable | null {
  const { line } = lines[at]!;
  if (!line.text.startsWith('信息内容')) return null;
  const all = headsOf(runsOf(lines[at]!, apart), new Set());
  if (!CONTENTS.some((words) => words.test(all.map((head) => head.text).join('')))) return null;
  const heads = all.slice(1);
  if (all[0]!.text !== '信息内容' || heads.length !== (all.length === 4 ? 3 : 1)) return null;
  const edge = heads[0]!.from;
  const cells = all.map((head, i) => cellOf([1, i + 1], [1, 1], head, head));
  let row = at + 1;
  for (; row < lines.length; row++) {
    const one = lines[row]!;
    const [label, ...rest] = runsOf(one, apart, edge);
    if (!ROWS.test(label!.text) || label!.to > edge + 0.5) break;
    const figures = figuresUnder(heads, rest);
    if (figures === false || one.line.text.includes('\ufffd')) return null;
    const printed = [label!, ...figures];
    printed.forEach((run, i) => {
      cells.push(cellOf([row - at + 1, i + 1], [1, 1], run, label!));
    });
  }
  if (row === at + 1 || goesOn(lines, row, apart)) return null;
  const used = new Set(lines.slice(at, row).map((other) => other.line));
  return { rows: row - at, columns: all.length, cells, lines: used, first: lines[at]! };
}
