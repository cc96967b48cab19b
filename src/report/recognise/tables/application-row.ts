import type { Stretch } from './text-cells.ts';
import type { Hit } from './text-source.ts';

/** A row of table 三 in a text. */
export interface ApplicationRow {
  readonly id: string;
  readonly hit: Hit;
  /** Raw text up to which its values may stand. */
  readonly until: number;
  stretch: Stretch;
}
