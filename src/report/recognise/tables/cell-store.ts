import type { ReportCell } from '../../../domain/annual/report.ts';
import type { AnnualForm } from '../../../law/forms/index.ts';
import { cellIds } from './cell-ids.ts';

const placesByForm = new Map<AnnualForm, ReadonlyMap<string, number>>();

/** By id the place of a cell in the order of the form. */
function placesOf(form: AnnualForm): ReadonlyMap<string, number> {
  const places = placesByForm.get(form) ?? new Map(cellIds(form).map((id, i) => [id, i]));
  placesByForm.set(form, places);
  return places;
}

/** Cells by id. Those of the form lie in its order; rows and columns outside it stand beside. */
export class CellStore {
  readonly ofForm: readonly (ReportCell | undefined)[];
  readonly beside: ReadonlyMap<string, ReportCell>;
  readonly #places: ReadonlyMap<string, number>;
  readonly #ofForm: (ReportCell | undefined)[];
  readonly #beside = new Map<string, ReportCell>();

  constructor(form: AnnualForm) {
    this.#places = placesOf(form);
    this.#ofForm = new Array<ReportCell | undefined>(this.#places.size).fill(undefined);
    this.ofForm = this.#ofForm;
    this.beside = this.#beside;
  }

  get(id: string): ReportCell | undefined {
    const place = this.#places.get(id);
    return place === undefined ? this.#beside.get(id) : this.#ofForm[place];
  }

  set(id: string, cell: ReportCell): void {
    const place = this.#places.get(id);
    if (place === undefined) this.#beside.set(id, cell);
    else this.#ofForm[place] = cell;
  }
}
