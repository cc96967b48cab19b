import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { policyRow, policyRows } from './index.ts';
import { type Asking, denial, type PolicyRow, type Relation, type Subject } from './policy.ts';
import { mayHoldTogether, roleIds } from './roles.ts';
import { refuseAct, whoInWords } from './words.ts';

const agencies: Readonly<Record<Relation, readonly string[]>> = {
  own: ['held', 'above'],
  subordinate: ['below', 'held', 'above'],
  other: ['elsewhere', 'above'],
};
const relations = Object.keys(agencies) as Relation[];

/** The policy said once more, as a lawyer would put it. */
function mayDo(row: PolicyRow, role: string, relation: Relation, phase: string | undefined): boolean {
  const rightPhase = row.phases === undefined || row.phases.some((each) => each === phase);
  return row.roles.some((each) => each === role) && row.at.some((each) => each === relation) && rightPhase;
}

const phasesOf = (row: PolicyRow): (string | undefined)[] => [
  undefined,
  'noSuchPhase',
  ...(row.phases ?? []),
];

describe('the policy', () => {
  it('names every act once', () => {
    const acts = policyRows().map(({ act }) => act);
    expect(new Set(acts).size).toBe(acts.length);
  });

  it.each(policyRows().map((row) => [row.act, row] as const))(
    'allows %s to exactly those roles, agencies and phases that its line names',
    (_, row) => {
      for (const role of roleIds)
        for (const relation of relations)
          for (const phase of phasesOf(row)) {
            const asking: Asking = { accountId: 'me', holdings: [{ agencyId: 'held', role, deputy: false }] };
            const subject: Subject = { agencyId: agencies[relation][0]!, phase };
            const allowed = denial(row, asking, subject, agencies[relation]) === null;
            expect([role, relation, phase, allowed]).toEqual([
              role,
              relation,
              phase,
              mayDo(row, role, relation, phase),
            ]);
          }
    },
  );

  it.each(policyRows().map((row) => [row.act, row] as const))(
    'lets nobody without a role do %s, but by its line',
    (_, row) => {
      const subject: Subject = { agencyId: 'held', phase: row.phases?.[0], accountId: 'me' };
      const nobody: Asking = { accountId: 'me', holdings: [] };
      expect(denial(row, nobody, subject, ['held']) === null).toBe(row.self === true && row.notSelf !== true);
      for (const outside of ['system', 'terminal', 'public'] as const)
        expect(denial(row, { outside }, subject, ['held']) === null).toBe(
          (row.outside ?? []).includes(outside),
        );
    },
  );

  it('keeps acts apart that one person may not both do', () => {
    for (const row of policyRows().filter(({ apartFrom }) => apartFrom !== undefined))
      for (const act of row.apartFrom!) {
        expect(policyRow(act), `${row.act} stands apart from ${act}, which is no act`).toBeDefined();
        const asking: Asking = {
          accountId: 'me',
          holdings: [{ agencyId: 'held', role: row.roles[0]!, deputy: false }],
        };
        const subject = { agencyId: 'held', phase: row.phases?.[0], doneBy: { [act]: ['me'] } };
        expect(denial(row, asking, subject, ['held'])).toMatchObject({ reason: 'apart', act });
        expect(denial(row, asking, { ...subject, doneBy: { [act]: ['other'] } }, ['held'])).toBeNull();
      }
  });

  it('refuses what no line names', () => {
    expect(denial(undefined, { outside: 'system' }, { agencyId: null }, [])).toEqual({ reason: 'noRow' });
  });

  it('says in words who may, and in a refusal what to do', () => {
    for (const row of policyRows()) {
      expect(row.roles.length + Number(row.self ?? false) + (row.outside ?? []).length).toBeGreaterThan(0);
      if (row.roles.length > 0) expect(whoInWords(row)).toMatch(/（.+）/);
      expect(refuseAct(row.act, { reason: 'role', row }).message).toContain(row.label);
    }
  });

  it('lets the separated administrators hold nothing else', () => {
    expect(mayHoldTogether(['contributor', 'caseHandler', 'approver'])).toBe(true);
    expect(mayHoldTogether(['auditor', 'auditor'])).toBe(true);
    expect(mayHoldTogether(['auditor', 'systemAdministrator'])).toBe(false);
    expect(mayHoldTogether(['securityAdministrator', 'contributor'])).toBe(false);
  });
});

describe('every command', () => {
  it('stands in a file that names its act, and the act has its line', () => {
    const folder = new URL('../commands/', import.meta.url);
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
      (name) => name.endsWith('.ts') && !name.endsWith('.test.ts'),
    );
    const acts = files.map((name) => [
      name,
      /(?:act: |mustBeAllowed\(context, )'([^']+)'/.exec(readFileSync(new URL(name, folder), 'utf8'))?.[1],
    ]);
    expect(acts.filter(([, act]) => act === undefined || policyRow(act) === undefined)).toEqual([]);
  });
});
