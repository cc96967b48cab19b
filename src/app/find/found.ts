import type { AppContext } from '../context.ts';

/** One thing that a search of the office found. */
export interface Found {
  readonly title: string;
  /** Of whom, when, what kind. */
  readonly about: string;
  /** Path of the page it stands on. */
  readonly path: string;
}

/** A part of the office that can be searched: only what the one who asks may see. */
export interface FindPart {
  /** 机关, 人员: the heading over its hits. */
  readonly label: string;
  readonly find: (context: AppContext, text: string, limit: number) => Promise<readonly Found[]>;
}
