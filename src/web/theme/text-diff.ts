/** A run of text that stayed, went or came. */
export interface DiffRun {
  readonly kind: 'same' | 'removed' | 'added';
  readonly text: string;
}

/** More changes than this between two runs of tokens are told as one whole change. */
const MOST_CHANGES = 600;

type Step = 'same' | 'removed' | 'added';

/** Myers' greedy search for the shortest edit; null beyond MOST_CHANGES. Reads the way back from what each round kept. */
function shortestEdit(a: readonly string[], b: readonly string[]): Step[] | null {
  const most = Math.min(a.length + b.length, MOST_CHANGES);
  const size = 2 * most + 2;
  const at = (k: number) => (k + size) % size;
  let far = new Int32Array(size);
  const rounds: Int32Array[] = [];
  for (let d = 0; d <= most; d += 1) {
    rounds.push(far.slice());
    for (let k = -d; k <= d; k += 2) {
      const down = k === -d || (k !== d && far[at(k - 1)]! < far[at(k + 1)]!);
      let x = down ? far[at(k + 1)]! : far[at(k - 1)]! + 1;
      while (x < a.length && x - k < b.length && a[x] === b[x - k]) x += 1;
      far[at(k)] = x;
      if (x >= a.length && x - k >= b.length) return wayBack(rounds, a.length, b.length, at);
    }
    far = far.slice();
  }
  return null;
}

function wayBack(
  rounds: readonly Int32Array[],
  width: number,
  height: number,
  at: (k: number) => number,
): Step[] {
  const steps: Step[] = [];
  let [x, y] = [width, height];
  for (let d = rounds.length - 1; d >= 0; d -= 1) {
    const far = rounds[d]!;
    const k = x - y;
    const down = k === -d || (k !== d && far[at(k - 1)]! < far[at(k + 1)]!);
    const before = down ? k + 1 : k - 1;
    const startX = d === 0 ? 0 : far[at(before)]!;
    const startY = d === 0 ? 0 : startX - before;
    const [fromX, fromY] = d === 0 ? [0, 0] : down ? [startX, startY + 1] : [startX + 1, startY];
    while (x > fromX && y > fromY) {
      steps.push('same');
      x -= 1;
      y -= 1;
    }
    if (d > 0) steps.push(down ? 'added' : 'removed');
    [x, y] = [startX, startY];
  }
  return steps.reverse();
}

/** Steps over the tokens as runs; what went stands before what came. */
function runsOf(steps: readonly Step[], a: readonly string[], b: readonly string[]): DiffRun[] {
  const runs: DiffRun[] = [];
  let [i, j, gone, come] = [0, 0, '', ''];
  const flush = (): void => {
    if (gone !== '') runs.push({ kind: 'removed', text: gone });
    if (come !== '') runs.push({ kind: 'added', text: come });
    gone = come = '';
  };
  for (const step of steps) {
    if (step === 'removed') gone += a[i++]!;
    else if (step === 'added') come += b[j++]!;
    else {
      flush();
      const last = runs[runs.length - 1];
      if (last?.kind === 'same') runs[runs.length - 1] = { kind: 'same', text: last.text + a[i]! };
      else runs.push({ kind: 'same', text: a[i]! });
      i += 1;
      j += 1;
    }
  }
  flush();
  return runs;
}

const wholeChange = (a: string, b: string): DiffRun[] =>
  (
    [
      { kind: 'removed', text: a },
      { kind: 'added', text: b },
    ] as const
  ).filter(({ text }) => text !== '');

/** Chinese by the character, Latin words and numbers whole. */
const tokens = (text: string): string[] => text.match(/[\p{Script=Latin}\d]+|[\s\S]/gu) ?? [];

/** What changed within one paragraph. Joined without what was removed it is `after`, without what was added `before`. */
export function diffWords(before: string, after: string): DiffRun[] {
  const [a, b] = [tokens(before), tokens(after)];
  const steps = shortestEdit(a, b);
  return steps === null ? wholeChange(before, after) : runsOf(steps, a, b);
}

/** A paragraph of the comparison. */
export interface DiffParagraph {
  readonly kind: 'same' | 'changed';
  readonly runs: readonly DiffRun[];
}

/** Two texts by their paragraphs (lines): those that stayed, and those that differ with what differs in them. */
export function diffTexts(before: string, after: string): DiffParagraph[] {
  const [a, b] = [before.split('\n'), after.split('\n')];
  const steps = shortestEdit(a, b) ?? [...a.map((): Step => 'removed'), ...b.map((): Step => 'added')];
  const paragraphs: DiffParagraph[] = [];
  let [gone, come]: [string[], string[]] = [[], []];
  const flush = (): void => {
    for (let n = 0; n < Math.max(gone.length, come.length); n += 1)
      paragraphs.push({ kind: 'changed', runs: diffWords(gone[n] ?? '', come[n] ?? '') });
    [gone, come] = [[], []];
  };
  let [i, j] = [0, 0];
  for (const step of steps) {
    if (step === 'removed') gone.push(a[i++]!);
    else if (step === 'added') come.push(b[j++]!);
    else {
      flush();
      paragraphs.push({ kind: 'same', runs: [{ kind: 'same', text: a[i]! }] });
      i += 1;
      j += 1;
    }
  }
  flush();
  return paragraphs;
}
