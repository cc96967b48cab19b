import type { ClaimPart, ClaimSubject, ClaimUnit } from '../../reading.ts';

/** What a figure is about, before its group is known. */
export interface Subject {
  readonly subject: ClaimSubject;
  readonly part: ClaimPart;
}

/** What the clause of a figure says: in front of it, behind it, and what the sentence is about so far. */
export interface ClauseContext {
  readonly before: string;
  readonly after: string;
  /** Subject of the figures before it in the sentence, null at its beginning. */
  readonly topic: ClaimSubject | null;
  /** Whether the sentence, its heading or its section speaks of applications. */
  readonly aboutApplications: boolean;
  readonly unit: ClaimUnit;
}

export const unknown: Subject = { subject: 'unknown', part: null };
export const plain = (subject: ClaimSubject): Subject => ({ subject, part: null });
