import { categoryStyles, chartInk } from './chart-svg.ts';

/** How a series is drawn: solid, dashed, light or outlined, in this order; a category with its texture. */
export type SeriesLook = 'solid' | 'dashed' | 'mid' | 'outline';
export const seriesLooks: readonly SeriesLook[] = ['solid', 'dashed', 'mid', 'outline'];

export const lookColor = (look: SeriesLook): string =>
  look === 'dashed' ? chartInk.second : look === 'mid' ? chartInk.mid : chartInk.brand;

/** A category in a key: its colour and its texture. */
export const CategoryMark = ({ index }: { index: number }) => {
  const { color, mark } = categoryStyles[index % categoryStyles.length]!;
  return (
    <svg viewBox="0 0 22 12" aria-hidden="true" focusable="false">
      <rect x="3" y="0" width="16" height="12" fill={color} />
      {mark !== null && <path d={mark} stroke="#fff" stroke-opacity=".7" stroke-width="1.5" fill="none" />}
    </svg>
  );
};

/** A series in a key, as a bar or as a line with its point. */
export const SeriesMark = ({ look, line }: { look: SeriesLook; line: boolean }) => (
  <svg viewBox="0 0 22 12" aria-hidden="true" focusable="false">
    {line ? (
      <>
        <path
          d="M0 6h22"
          stroke={lookColor(look)}
          stroke-width="2"
          {...(look === 'dashed' ? { 'stroke-dasharray': '5 3' } : {})}
        />
        <circle
          cx="11"
          cy="6"
          r="3.5"
          fill={look === 'outline' ? '#fff' : lookColor(look)}
          stroke={lookColor(look)}
          stroke-width="2"
        />
      </>
    ) : (
      <rect
        x="4"
        y="1"
        width="14"
        height="10"
        fill={look === 'outline' ? '#fff' : lookColor(look)}
        stroke={lookColor(look)}
      />
    )}
  </svg>
);
