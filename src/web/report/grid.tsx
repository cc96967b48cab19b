import type { Cells } from '../../domain/annual/report.ts';
import { showCell } from './cell-view.ts';
import { labelOf, type Pin, pinClass, severityWords } from './pins.ts';

/** One year's cells as shown in a grid; the first year is the page's own, the others stand beside it, tinted. */
export interface GridYear {
  readonly year: number;
  readonly cells: Cells;
}

/** What a grid needs: the years shown and the pins of the page's own year by cell. */
export interface GridProps {
  readonly years: readonly GridYear[];
  readonly pins: PinsByCell;
}

export interface PinsByCell {
  /** Pins that stand in the cell. */
  readonly pinned: ReadonlyMap<string, readonly Pin[]>;
  /** Numbers of the pins whose place is in the prose: those in cells are then not what 看原处 leads to. */
  readonly inProse: ReadonlySet<number>;
  /** The gravest finding that speaks of the cell, pinned there or not. */
  readonly touched: ReadonlyMap<string, Pin>;
  /** Pins that stand at a printed label, by table and label. */
  readonly labels: ReadonlyMap<string, readonly Pin[]>;
}

/** A finding over more cells than this (a whole column) tints only its pinned cell and those without a number. */
const tintAtMost = 8;
/** A table that is empty throughout needs no mark in each of its cells. */
const tintEmptyAtMost = 40;

export function pinsByCell(pins: readonly Pin[], inProse: ReadonlySet<number>, values: Cells): PinsByCell {
  const pinned = new Map<string, Pin[]>();
  const touched = new Map<string, Pin>();
  const labels = new Map<string, Pin[]>();
  for (const pin of pins) {
    const label = labelOf(pin.finding);
    if (label !== null) labels.set(label, [...(labels.get(label) ?? []), pin]);
    if (pin.cell === null) continue;
    pinned.set(pin.cell, [...(pinned.get(pin.cell) ?? []), pin]);
    const count = pin.finding.cells.length;
    const tinted = (cell: string) =>
      cell === pin.cell ||
      count <= tintAtMost ||
      (count <= tintEmptyAtMost && (values[cell]?.value ?? null) === null);
    for (const cell of pin.finding.cells) if (!touched.has(cell) && tinted(cell)) touched.set(cell, pin);
  }
  return { pinned, touched, inProse, labels };
}

/** Links to findings; each is the place its finding leads back to, unless that stands elsewhere. */
export const PinLinks = ({ pins, elsewhere }: { pins: readonly Pin[]; elsewhere?: ReadonlySet<number> }) => (
  <span class="gk-pins">
    {pins.map(({ number, finding }) => (
      <a
        class={`gk-pin${pinClass[finding.severity]}`}
        href={`#f${number}`}
        {...(elsewhere?.has(number) ? {} : { id: `m${number}` })}
        aria-label={`${severityWords[finding.severity]} ${number}，看检查结果`}
      >
        {number}
      </a>
    ))}
  </span>
);

/** The pins of a printed label, such as a row's name that differs from the form; nothing where it has none. */
export const LabelPins = ({
  table,
  label,
  pins,
}: {
  table: '表二' | '表三' | '表四' | '统计表';
  label: string;
  pins: PinsByCell;
}) => {
  const here = pins.labels.get(`${table}${label}`);
  return here === undefined ? null : (
    <>
      {' '}
      <PinLinks pins={here} elsewhere={pins.inProse} />
    </>
  );
};

const tints = { error: 'bad', warning: 'warn', info: 'info' } as const;

/** A value cell: own year with its pins, other years tinted; a dash says in a word why there is no number. */
export const GridCell = ({
  id,
  year,
  own,
  pins,
  total = false,
  span = 1,
}: {
  id: string;
  year: GridYear;
  own: boolean;
  pins: PinsByCell;
  total?: boolean;
  span?: number;
}) => {
  const view = showCell(year.cells[id], own);
  const here = own ? (pins.pinned.get(id) ?? []) : [];
  const tint = own ? pins.touched.get(id) : undefined;
  const classes = [
    view.word !== null && 'u',
    view.zero && 'z',
    total && 't',
    !own && 'y',
    tint && tints[tint.finding.severity],
  ].filter(Boolean);
  return (
    <td
      {...(classes.length > 0 ? { class: classes.join(' ') } : {})}
      {...(span > 1 ? { colspan: span } : {})}
      {...(view.reason === null ? {} : { title: view.reason })}
    >
      {here.length > 0 && <PinLinks pins={here} elsewhere={pins.inProse} />}
      {view.text}
      {view.word !== null && own && <small> {view.word}</small>}
      {view.reason !== null && <span class="visually-hidden">（{view.reason}）</span>}
    </td>
  );
};

/** A column head of four or six characters on two lines, as on the printed form. */
export const TwoLines = ({ label }: { label: string }) => {
  if (label.length < 4) return <>{label}</>;
  const cut = label.length === 4 ? 2 : 4;
  return (
    <>
      {label.slice(0, cut)}
      <br />
      {label.slice(cut)}
    </>
  );
};
