/** One line of bench/results.json. A comparison ran both sides in the same run on the same inputs. */
export interface Result {
  readonly name: string;
  readonly unit: string;
  readonly value: number;
  readonly vs?: { readonly name: string; readonly value: number; readonly ratio: number };
}
