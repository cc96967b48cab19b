import type { Child } from 'hono/jsx';

export interface KeyFigure {
  readonly label: string;
  /** null when it is not known; `note` then says why. */
  readonly value: number | string | null;
  readonly unit?: string;
  /** The records behind the figure. */
  readonly href: string | null;
  readonly note?: Child;
  readonly tone?: 'over' | 'soon';
}

const shown = (value: KeyFigure['value']): string =>
  value === null ? '—' : typeof value === 'number' ? value.toLocaleString('zh-CN') : value;

/** A handful of figures, each leading to the records behind it. */
export const KeyFigures = ({ label, figures }: { label: string; figures: readonly KeyFigure[] }) => (
  <dl class="gk-stat" aria-label={label}>
    {figures.map(({ label: name, value, unit, href, note, tone }) => (
      <div {...(tone === undefined ? {} : { class: tone })}>
        <dt>{name}</dt>
        <dd>
          {href === null ? shown(value) : <a href={href}>{shown(value)}</a>}
          {unit !== undefined && value !== null && <small> {unit}</small>}
          {note !== undefined && <small class="gk-stat-note">{note}</small>}
        </dd>
      </div>
    ))}
  </dl>
);
