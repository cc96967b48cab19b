import type { Citation } from '../law/citation.ts';

/** A lawful "no": a value, not an exception. `message` says what happened and what to do, in Chinese. */
export interface Refusal {
  readonly refused: true;
  /** Stable name for programs. */
  readonly code: string;
  readonly message: string;
  readonly article: Citation | null;
  readonly facts: Readonly<Record<string, unknown>>;
}

export const refuse = (
  code: string,
  message: string,
  facts: Refusal['facts'] = {},
  article: Citation | null = null,
): Refusal => ({ refused: true, code, message, article, facts });

export const isRefusal = (value: unknown): value is Refusal =>
  typeof value === 'object' && value !== null && (value as Partial<Refusal>).refused === true;
