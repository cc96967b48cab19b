/** Box of the drawing, in units of its own. */
const [WIDTH, HEIGHT, EDGE] = [80, 20, 2];

/** Points of the values from zero up, null where nothing is known. */
export function sparkPoints(
  values: readonly (number | null)[],
): readonly (readonly [number, number] | null)[] {
  const top = Math.max(1, ...values.map((value) => value ?? 0));
  const step = values.length < 2 ? 0 : (WIDTH - 2 * EDGE) / (values.length - 1);
  const round = (value: number) => Math.round(value * 10) / 10;
  return values.map((value, at) =>
    value === null
      ? null
      : [round(EDGE + at * step), round(HEIGHT - EDGE - (value / top) * (HEIGHT - 2 * EDGE))],
  );
}

/** A line no larger than a word, for a table's cell; `words` say what it shows. A gap is a gap. */
export const Sparkline = ({ values, words }: { values: readonly (number | null)[]; words: string }) => {
  const points = sparkPoints(values);
  let pen = 'M';
  const path = points
    .map((point) => {
      if (point === null) {
        pen = 'M';
        return '';
      }
      const drawn = `${pen}${point[0]} ${point[1]}`;
      pen = 'L';
      return drawn;
    })
    .join('');
  const last = points[points.length - 1];
  return (
    <svg class="gk-spark" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={words}>
      <path d={path} fill="none" stroke="currentColor" stroke-width="1.5" />
      {last && <circle cx={last[0]} cy={last[1]} r="2" fill="currentColor" />}
    </svg>
  );
};
