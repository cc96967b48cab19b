import { PinLinks } from './grid.tsx';
import { markClass, type TextMark } from './pins.ts';

/** Marks of one section that do not overlap, in order; a later one that overlaps keeps only its pin at the end. */
function arrange(marks: readonly TextMark[]): readonly TextMark[][] {
  const groups: TextMark[][] = [];
  for (const mark of [...marks].sort((a, b) => a.start - b.start || b.end - a.end)) {
    const last = groups.at(-1);
    if (last !== undefined && mark.start < last[0]!.end) last.push(mark);
    else groups.push([mark]);
  }
  return groups;
}

const GroupPins = ({ group }: { group: readonly TextMark[] }) => {
  const main = new Set(group.filter((mark) => mark.main).map(({ pin }) => pin));
  const pins = [...new Set(group.map(({ pin }) => pin))];
  const elsewhere = new Set(pins.filter((pin) => !main.has(pin)).map(({ number }) => number));
  return <PinLinks pins={pins} elsewhere={elsewhere} />;
};

/** A line with the passages of its marks. */
const Line = ({ text, offset, groups }: { text: string; offset: number; groups: readonly TextMark[][] }) => {
  const pieces: unknown[] = [];
  let at = 0;
  for (const group of groups) {
    const mark = group[0]!;
    const start = Math.max(0, mark.start - offset);
    const end = Math.min(text.length, mark.end - offset);
    if (start >= text.length || end <= at || mark.start < offset) continue;
    pieces.push(text.slice(at, start));
    pieces.push(<mark class={markClass[mark.pin.finding.severity]}>{text.slice(start, end)}</mark>);
    pieces.push(<GroupPins group={group} />);
    at = end;
  }
  pieces.push(text.slice(at));
  return <>{pieces}</>;
};

/** A section's prose, one paragraph a line, with the passages its findings speak of marked and pinned. */
export const Prose = ({ text, marks }: { text: string; marks: readonly TextMark[] }) => {
  const groups = arrange(marks);
  let offset = 0;
  const paragraphs = text.split('\n').map((line) => {
    const from = offset;
    offset += line.length + 1;
    return { line, from };
  });
  return (
    <div class="gk-text">
      {paragraphs
        .filter(({ line }) => line.trim() !== '')
        .map(({ line, from }) => (
          <p>
            <Line text={line} offset={from} groups={groups} />
          </p>
        ))}
    </div>
  );
};

/** One line by itself, such as a title. */
export const MarkedLine = ({ text, marks }: { text: string; marks: readonly TextMark[] }) => (
  <Line text={text} offset={0} groups={arrange(marks)} />
);
