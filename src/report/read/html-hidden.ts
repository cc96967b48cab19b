import { isVoid, Kind, kindOf, P_TAG, TAG_NAMES } from './html-tags.ts';

/** From the inside out: a part hidden ends where one of its own rank begins or one around it ends. */
const TABLE_PARTS: readonly number[] = [Kind.cell, Kind.row, Kind.rowGroup, Kind.table];
const ENDS_PARAGRAPH: readonly number[] = [Kind.block, Kind.heading, Kind.table, Kind.pre];
const OPTIONAL_END: ReadonlySet<number> = new Set(
  ['p', 'li', 'dt', 'dd'].map((name) => TAG_NAMES.indexOf(name)),
);

/** Follows the tags inside an element that is not shown, to tell where it ends. */
export class HiddenPart {
  /** Whether one is open. */
  on = false;
  #tag = -1;
  #depth = 0;
  #tables = 0;
  #blocks = 0;

  begin(tag: number, kind: number): void {
    this.on = true;
    this.#tag = tag;
    this.#depth = 1;
    this.#tables = kind === Kind.table ? 1 : 0;
    this.#blocks = kind === Kind.block && !OPTIONAL_END.has(tag) ? 1 : 0;
  }

  /** False when the tag just met shows that the element has ended without being closed, and is to be read itself. */
  goesOn(tag: number, kind: number, opening: boolean): boolean {
    if (this.#endsUnclosed(tag, kind, opening)) {
      this.on = false;
      return false;
    }
    const step = opening ? 1 : -1;
    if (kind === Kind.table) this.#tables += step;
    else if (kind === Kind.block && !OPTIONAL_END.has(tag)) this.#blocks += step;
    if (tag !== this.#tag || isVoid(kind)) return true;
    this.#depth += step;
    if (this.#depth === 0) this.on = false;
    return true;
  }

  /** Whether this tag cannot stand inside the hidden element, or closes one around it. */
  #endsUnclosed(tag: number, kind: number, opening: boolean): boolean {
    const part = TABLE_PARTS.indexOf(kindOf(this.#tag));
    const met = TABLE_PARTS.indexOf(kind);
    if (this.#tables === 0 && met >= 0) {
      if (opening) return part >= 0 && met >= part;
      return tag !== this.#tag && (part < 0 || met > part);
    }
    if (this.#tag === P_TAG) return opening && ENDS_PARAGRAPH.includes(kind);
    if (opening || kind !== Kind.block || OPTIONAL_END.has(tag) || this.#blocks > 0) return false;
    return tag !== this.#tag;
  }
}
