import type { Citation } from '../law/citation.ts';

/** A lawful "no": a value, never thrown. `message` is one Chinese sentence that says what, where and what to do. */
export interface Refusal {
  readonly refused: true;
  /** Stable name for programs, `calendar.unknownYear`. */
  readonly code: string;
  readonly message: string;
  readonly basis: Citation | null;
  readonly facts: Readonly<Record<string, string | number>>;
}

export const refuse = (
  code: string,
  message: string,
  facts: Refusal['facts'] = {},
  basis: Citation | null = null,
): Refusal => ({ refused: true, code, message, basis, facts });

export const isRefusal = (value: unknown): value is Refusal =>
  typeof value === 'object' && value !== null && (value as { refused?: unknown }).refused === true;
