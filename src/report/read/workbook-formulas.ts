import {
  type Formula,
  type Merge,
  placeOfAddress,
  rangeOf,
  type SheetCell,
  type SheetData,
} from './workbook-sheet.ts';

/** What is added up at once at most; formulas over more are not judged. */
const AREA = 20_000;
/** Formulas that lead to formulas without a result are followed so far. */
const DEPTH = 60;
/** Work that all formulas of a workbook may take together. */
const EFFORT = 2_000_000;

const TOKEN =
  /\s*(?:(SUM)\s*\(|((?:'(?:[^']|''){1,62}'|[\p{L}\p{N}_.]{1,31})!)?(\$?[A-Z]{1,3}\$?\d{1,7}(?::\$?[A-Z]{1,3}\$?\d{1,7})?)(?![\p{L}\p{N}_(.!])|(\d+(?:\.\d+)?)|([-+(),，;]))/uy;

interface Token {
  readonly kind: 'sum' | 'range' | 'number' | 'sign';
  readonly text: string;
  readonly sheet: string | null;
}

function tokensOf(text: string): readonly Token[] | null {
  const tokens: Token[] = [];
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < text.length) {
    const at = TOKEN.lastIndex;
    const match = TOKEN.exec(text);
    if (match === null) return text.slice(at).trim() === '' ? tokens : null;
    const [, sum, sheet, range, number, sign] = match;
    const named = sheet === undefined ? null : sheet.slice(0, -1).replace(/^'|'$/g, '').replaceAll("''", "'");
    if (sum !== undefined) tokens.push({ kind: 'sum', text: '', sheet: null });
    else if (range !== undefined) tokens.push({ kind: 'range', text: range, sheet: named });
    else if (number !== undefined) tokens.push({ kind: 'number', text: number, sheet: null });
    else tokens.push({ kind: 'sign', text: sign!, sheet: null });
  }
  return tokens;
}

/** An address moved as far as a shared formula is; parts with $ stay. */
function moved(range: string, { rows, columns }: Formula): Merge | null {
  if (rows === 0 && columns === 0) return rangeOf(range);
  const corners = range.split(':').map((corner) => {
    const place = placeOfAddress(corner);
    if (place === null) return null;
    const row = /\$\d/.test(corner) ? place[0] : place[0] + rows;
    const column = corner.startsWith('$') ? place[1] : place[1] + columns;
    return { row, column };
  });
  const [first, last = first] = corners;
  if (!first || !last || Math.min(first.row, last.row, first.column, last.column) < 0) return null;
  return {
    top: Math.min(first.row, last.row),
    left: Math.min(first.column, last.column),
    bottom: Math.max(first.row, last.row),
    right: Math.max(first.column, last.column),
  };
}

/** Why a formula is not drawn up: it is no sum, or its cells hold what cannot be added for certain. */
class NoSum extends Error {}

const holds = (range: Merge, { row, column }: SheetCell): boolean =>
  row >= range.top && row <= range.bottom && column >= range.left && column <= range.right;

/** Longer formulas are no plain sums. */
const LENGTH = 2000;

/** A sum by its tokens: terms with + and -, brackets, SUM. `add` gives what a range comes to. */
class Expression {
  readonly #tokens: readonly Token[];
  readonly #add: (range: Token, within: boolean) => number;
  #at = 0;

  constructor(tokens: readonly Token[], add: (range: Token, within: boolean) => number) {
    this.#tokens = tokens;
    this.#add = add;
  }

  /** @throws NoSum */
  value(): number {
    const value = this.#terms(false);
    if (this.#at < this.#tokens.length) throw new NoSum();
    return value;
  }

  #takes(...signs: readonly string[]): string | null {
    const token = this.#tokens[this.#at];
    if (token?.kind !== 'sign' || !signs.includes(token.text)) return null;
    this.#at++;
    return token.text;
  }

  #closes(): void {
    if (this.#takes(')') === null) throw new NoSum();
  }

  #terms(within: boolean): number {
    const after = this.#tokens[this.#at + 1];
    let value = this.#term(within && after?.text !== '+' && after?.text !== '-');
    for (let sign = this.#takes('+', '-'); sign !== null; sign = this.#takes('+', '-'))
      value += (sign === '+' ? 1 : -1) * this.#term(false);
    return value;
  }

  #term(within: boolean): number {
    const token = this.#tokens[this.#at++];
    if (token?.kind === 'number') return Number(token.text);
    if (token?.kind === 'range') return this.#add(token, within);
    if (token?.kind === 'sum') return this.#total();
    if (token?.text === '-') return -this.#term(false);
    if (token?.text === '+') return this.#term(false);
    if (token?.text !== '(') throw new NoSum();
    const value = this.#terms(false);
    this.#closes();
    return value;
  }

  #total(): number {
    let value = this.#terms(true);
    while (this.#takes(',', '，', ';') !== null) value += this.#terms(true);
    this.#closes();
    return value;
  }
}

/**
 * Draws up sums: SUM over cells and ranges, + and - between cells and numbers. Every other formula is left alone;
 * so is a sum over an error or over a text that only looks like a number.
 */
export class Sums {
  readonly #sheets: ReadonlyMap<string, SheetData>;
  readonly #known = new Map<SheetCell, number | null>();
  #effort = 0;

  constructor(sheets: readonly SheetData[]) {
    this.#sheets = new Map(sheets.map((sheet) => [sheet.name.toLowerCase(), sheet]));
  }

  /** What the formula of a cell comes to, null where it is no such sum. */
  of(sheet: SheetData, cell: SheetCell, depth = 0): number | null {
    if (cell.formula === null || depth > DEPTH || this.#effort > EFFORT) return null;
    const known = this.#known.get(cell);
    if (known !== undefined) return known;
    this.#known.set(cell, null);
    const value = this.#drawnUp(sheet, cell, cell.formula, depth);
    this.#known.set(cell, value);
    return value;
  }

  #drawnUp(sheet: SheetData, cell: SheetCell, formula: Formula, depth: number): number | null {
    const tokens = formula.text.length > LENGTH ? null : tokensOf(formula.text);
    if (tokens === null || !tokens.some(({ kind }) => kind === 'range')) return null;
    const add = (token: Token, within: boolean): number => {
      const here = token.sheet === null ? sheet : this.#sheets.get(token.sheet.toLowerCase());
      const range = moved(token.text, formula);
      if (here === undefined || range === null || (here === sheet && holds(range, cell))) throw new NoSum();
      return this.#added(here, range, within, depth);
    };
    try {
      return Number(new Expression(tokens, add).value().toPrecision(12));
    } catch (error) {
      if (error instanceof NoSum || error instanceof RangeError) return null;
      throw error;
    }
  }

  /** What a range adds; `within` a SUM texts count for nothing, outside they must not stand there. */
  #added(sheet: SheetData, range: Merge, within: boolean, depth: number): number {
    const area = (range.bottom - range.top + 1) * (range.right - range.left + 1);
    if (area > AREA || (!within && area > 1)) throw new NoSum();
    this.#effort += area;
    let sum = 0;
    for (let row = range.top; row <= range.bottom; row++) {
      const cells = sheet.cells.get(row);
      if (cells === undefined) continue;
      for (let column = range.left; column <= range.right; column++) {
        const cell = cells.get(column);
        if (cell !== undefined) sum += this.#value(sheet, cell, within, depth);
      }
    }
    return sum;
  }

  #value(sheet: SheetData, cell: SheetCell, within: boolean, depth: number): number {
    if (cell.error) throw new NoSum();
    if (cell.number !== null) return cell.number;
    if (cell.formula !== null && !cell.stored) {
      const value = this.of(sheet, cell, depth + 1);
      if (value === null) throw new NoSum();
      return value;
    }
    if (!within && cell.text !== '') throw new NoSum();
    return 0;
  }
}
