import type { Citation } from '../../law/citation.ts';
import type { RoleId } from './roles.ts';

/** How the agency of the subject stands to the agency a role is held at. */
export type Relation = 'own' | 'subordinate' | 'other';

/**
 * Whoever acts without being a person of the office: the program itself, a person at the machine's terminal (who could
 * read the database anyway), a citizen on the portal.
 */
export type Outside = 'system' | 'terminal' | 'public';

/** One line of the policy: who may do one act, and to which subjects. What no line allows is refused. */
export interface PolicyRow {
  /** `account.create`: subject, then what is done to it. */
  readonly act: string;
  /** The act in words, for the page that shows the policy: 建立账号. */
  readonly label: string;
  readonly roles: readonly RoleId[];
  /** Where, seen from the agency the role is held at. */
  readonly at: readonly Relation[];
  readonly outside?: readonly Outside[];
  /** Everybody may do it to what is their own: their account, their notices. */
  readonly self?: boolean;
  /** Nobody may do it to themselves: give themselves a role. */
  readonly notSelf?: boolean;
  /** Phases of the subject in which it may be done; left out: in all. */
  readonly phases?: readonly string[];
  /** Acts on the same subject that the same person may not have done (职责分离). */
  readonly apartFrom?: readonly string[];
  readonly basis?: Citation;
}

/** What is acted on, as far as the policy must know it. */
export interface Subject {
  /** The agency it belongs to; null for what belongs to none (a new agency of the top, the policy page). */
  readonly agencyId: string | null;
  readonly id?: string | undefined;
  readonly phase?: string | undefined;
  /** The account it is, or is of. */
  readonly accountId?: string | undefined;
  /** Who did which act on it so far. */
  readonly doneBy?: Readonly<Record<string, readonly string[]>> | undefined;
}

/** A role held at an agency on the day of the act. */
export interface Holding {
  readonly agencyId: string;
  readonly role: RoleId;
  /** Held for somebody who is away (代理). */
  readonly deputy: boolean;
}

export type Denial =
  | { readonly reason: 'noRow' }
  | { readonly reason: 'role'; readonly row: PolicyRow }
  | { readonly reason: 'agency'; readonly row: PolicyRow }
  | { readonly reason: 'phase'; readonly row: PolicyRow }
  | { readonly reason: 'self'; readonly row: PolicyRow }
  | { readonly reason: 'apart'; readonly row: PolicyRow; readonly act: string };

/** Who asks: somebody from outside, or an account with the roles it holds that day. */
export type Asking =
  | { readonly outside: Outside }
  | { readonly accountId: string; readonly holdings: readonly Holding[] };

/**
 * Why the act is not allowed, null when it is. `lineage`: the subject's agency and those above it, the nearest first;
 * a role held at one of those above sees the subject as a subordinate's.
 */
export function denial(
  row: PolicyRow | undefined,
  asking: Asking,
  subject: Subject,
  lineage: readonly string[],
): Denial | null {
  if (row === undefined) return { reason: 'noRow' };
  if ('outside' in asking)
    return (row.outside ?? []).includes(asking.outside) ? inPhase(row, subject) : { reason: 'role', row };
  const { accountId, holdings } = asking;
  if (row.notSelf && subject.accountId === accountId) return { reason: 'self', row };
  if (!(row.self && subject.accountId === accountId)) {
    const held = holdings.filter(({ role }) => row.roles.includes(role));
    if (held.length === 0) return { reason: 'role', row };
    if (!held.some(({ agencyId }) => row.at.includes(relationOf(agencyId, lineage))))
      return { reason: 'agency', row };
  }
  const phase = inPhase(row, subject);
  if (phase !== null) return phase;
  const done = (row.apartFrom ?? []).find((act) => subject.doneBy?.[act]?.includes(accountId));
  return done === undefined ? null : { reason: 'apart', row, act: done };
}

const inPhase = (row: PolicyRow, { phase }: Subject): Denial | null =>
  row.phases === undefined || (phase !== undefined && row.phases.includes(phase))
    ? null
    : { reason: 'phase', row };

/** What belongs to no agency is everybody's own. */
function relationOf(agencyId: string, lineage: readonly string[]): Relation {
  const steps = lineage.indexOf(agencyId);
  if (lineage.length === 0 || steps === 0) return 'own';
  return steps > 0 ? 'subordinate' : 'other';
}
