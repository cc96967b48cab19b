import { NameTable } from './names.ts';
import { formatNumber } from './number-format.ts';
import { prefixOf, XmlScanner, type XmlSink } from './xml-scan.ts';

/** A level of a list: how it counts and what it prints. */
export interface Level {
  start: number;
  format: string;
  text: string;
  /** Style that carries this level, by id. */
  style: string | null;
  suffix: 'tab' | 'space' | 'nothing';
  legal: boolean;
  /** Level (from 0) whose step starts this one again; -1 never, null the level above or any higher. */
  restart: number | null;
}

export interface List {
  readonly levels: Map<number, Level>;
  /** Name of the list style that this list only points to, or that it defines. */
  pointsTo: string | null;
  defines: string | null;
}

/** A list as it is used, with what it counts otherwise. */
export interface Instance {
  list: string;
  readonly starts: Map<number, number>;
  readonly levels: Map<number, Level>;
}

const ELEMENTS = [
  'abstractNum',
  'lvl',
  'start',
  'numFmt',
  'lvlText',
  'pStyle',
  'suff',
  'isLgl',
  'lvlRestart',
  'numStyleLink',
  'styleLink',
  'num',
  'abstractNumId',
  'lvlOverride',
  'startOverride',
] as const;
const names = new NameTable(ELEMENTS);

/** Levels of a list (ECMA-376 Part 1, 17.9.3: nine), and the longest label of one. */
const LEVELS = 9;
const LABEL = 80;

export const newLevel = (): Level => ({
  start: 1,
  format: 'decimal',
  text: '',
  style: null,
  suffix: 'tab',
  legal: false,
  restart: null,
});

const whole = (text: string | null, otherwise: number): number => {
  const value = Number.parseInt(text ?? '', 10);
  return Number.isNaN(value) ? otherwise : value;
};

/** Gathers lists (abstractNum) and their instances (num). */
class NumberingReader implements XmlSink {
  readonly listening = false;
  readonly full = false;
  readonly lists = new Map<string, List>();
  readonly instances = new Map<string, Instance>();
  #list: List | null = null;
  #instance: Instance | null = null;
  #override = 0;
  #level: Level | null = null;

  text(): void {}

  open(element: number, at: XmlScanner): void {
    const name = ELEMENTS[element]!;
    if (name === 'abstractNum') {
      this.#list = { levels: new Map(), pointsTo: null, defines: null };
      this.#instance = null;
      this.lists.set(at.attribute('abstractNumId') ?? '', this.#list);
    } else if (name === 'num') {
      this.#instance = { list: '', starts: new Map(), levels: new Map() };
      this.#list = null;
      this.instances.set(at.attribute('numId') ?? '', this.#instance);
    } else if (name === 'lvlOverride') this.#override = whole(at.attribute('ilvl'), 0);
    else if (name === 'lvl') {
      this.#level = newLevel();
      const index = whole(at.attribute('ilvl'), 0);
      if (index >= 0 && index < LEVELS) (this.#list ?? this.#instance)?.levels.set(index, this.#level);
    } else this.#value(name, at.attribute('val'));
  }

  #value(name: string, value: string | null): void {
    const level = this.#level;
    if (name === 'abstractNumId' && this.#instance) this.#instance.list = value ?? '';
    else if (name === 'startOverride') {
      if (this.#override >= 0 && this.#override < LEVELS)
        this.#instance?.starts.set(this.#override, whole(value, 1));
    } else if (name === 'numStyleLink' && this.#list) this.#list.pointsTo = value;
    else if (name === 'styleLink' && this.#list) this.#list.defines = value;
    else if (level === null) return;
    else if (name === 'start') level.start = whole(value, 1);
    else if (name === 'numFmt') level.format = value ?? 'decimal';
    else if (name === 'lvlText') level.text = (value ?? '').slice(0, LABEL);
    else if (name === 'pStyle') level.style = value;
    else if (name === 'suff') level.suffix = value === 'nothing' || value === 'space' ? value : 'tab';
    else if (name === 'isLgl') level.legal = value !== '0' && value !== 'false';
    else if (name === 'lvlRestart') level.restart = whole(value, 0) - 1;
  }

  close(element: number): void {
    if (ELEMENTS[element] === 'lvl') this.#level = null;
  }
}

/** The lists of a document and their instances, by their ids. */
export interface Lists {
  readonly lists: ReadonlyMap<string, List>;
  readonly instances: ReadonlyMap<string, Instance>;
}

/** The lists that a numbering part tells; none where there is no such part. */
export function listsOf(xml: string | null): Lists {
  const reader = new NumberingReader();
  if (xml !== null)
    new XmlScanner(
      xml,
      reader,
      prefixOf(xml, ['wordprocessingml/2006/main', 'wordprocessingml/main']) ?? 'w',
      names,
    ).run();
  return reader;
}

/** Counts the automatic numbers of a document, paragraph after paragraph. */
export class Numbering {
  readonly #lists: ReadonlyMap<string, List>;
  readonly #instances: ReadonlyMap<string, Instance>;
  readonly #counters = new Map<List, number[]>();
  /** Lists by the list style they define. */
  readonly #defining = new Map<string, List>();
  readonly #begun = new Set<Instance>();

  constructor({ lists, instances }: Lists) {
    this.#lists = lists;
    this.#instances = instances;
    for (const list of lists.values()) if (list.defines !== null) this.#defining.set(list.defines, list);
  }

  /** Level of a list that a paragraph style carries, null when the list names no such style. */
  levelOfStyle(instanceId: string, style: string): number | null {
    const instance = this.#instances.get(instanceId);
    const list = instance && this.#listOf(instance);
    for (const [index, level] of list?.levels ?? []) if (level.style === style) return index;
    return null;
  }

  /** The next number of a list at a level (from 0), as printed in front of the paragraph; '' for bullets. */
  next(instanceId: string, index: number): string {
    const instance = this.#instances.get(instanceId);
    const list = instance && this.#listOf(instance);
    const level = instance?.levels.get(index) ?? list?.levels.get(index);
    if (instance === undefined || list === undefined || level === undefined) return '';
    const counters = this.#step(instance, list, index, level);
    const label = level.text.replace(/%([1-9])/g, (_, digit: string) => {
      const at = Number(digit) - 1;
      const other = instance.levels.get(at) ?? list.levels.get(at) ?? level;
      return formatNumber(counters[at] ?? other.start, level.legal ? 'decimal' : other.format);
    });
    if (level.format === 'bullet' || label === '') return '';
    return /[\w.)]$/.test(label) ? `${label} ` : label;
  }

  #listOf(instance: Instance): List | undefined {
    const list = this.#lists.get(instance.list);
    return list?.pointsTo == null ? list : (this.#defining.get(list.pointsTo) ?? list);
  }

  #step(instance: Instance, list: List, index: number, level: Level): number[] {
    let counters = this.#counters.get(list);
    if (counters === undefined) {
      counters = [];
      this.#counters.set(list, counters);
    }
    if (!this.#begun.has(instance)) {
      this.#begun.add(instance);
      for (const [at, start] of instance.starts) counters[at] = start - 1;
    }
    const before = counters[index];
    counters[index] = before === undefined ? (instance.starts.get(index) ?? level.start) : before + 1;
    for (let deeper = index + 1; deeper < LEVELS; deeper++) {
      const restart = (instance.levels.get(deeper) ?? list.levels.get(deeper))?.restart;
      if (restart === undefined || restart === null || restart === index) delete counters[deeper];
    }
    return counters;
  }
}
