import { describe, expect, it } from 'vitest';
import { agencyKindNames } from './agency-kind.ts';
import { answerOf, answers } from './answers.ts';
import { appealKindNames, appealResultNames, dispositions } from './appeals.ts';
import { applicantKindNames } from './applicants.ts';
import { inForceOn } from './dated.ts';
import { feeTariffs } from './fees.ts';
import { annualReport2021 } from './forms/index.ts';
import { grounds } from './grounds.ts';
import { instruments } from './instruments.ts';
import { receiptRules } from './intake.ts';
import { letterKindOf, letterKinds, letterParts, mandatoryParts } from './letters.ts';
import { outcomes } from './outcomes.ts';
import { remedyOn, reviewOrgans } from './remedies.ts';

describe('answers', () => {
  it('reach every leaf of table 三, and no other', () => {
    expect(new Set(answers.map(({ outcome }) => outcome))).toEqual(new Set(outcomes.map(({ id }) => id)));
  });
  it('have a letter each, of a kind that answers, save the confirmation of a withdrawal', () => {
    for (const { id, letter } of answers)
      expect(letterKindOf(letter).answer, id).toBe(id !== 'other.withdrawn');
  });
  it('rest on the article of their ground where information is withheld', () => {
    for (const { outcome, basis } of grounds)
      expect(answerOf(outcome as (typeof answers)[number]['id']).basis).toEqual(basis);
  });
  it('are all reached by a letter that is not on the way', () => {
    const used = new Set(answers.map(({ letter }) => letter));
    expect(letterKinds.filter(({ answer, id }) => answer && !used.has(id))).toEqual([]);
  });
});

describe('the remedy of an outcome', () => {
  const withheld = grounds.map(({ outcome }) => outcome);
  it('is review first for what is withheld under 第十四条 to 第十六条, from 2024-01-01', () => {
    for (const outcome of withheld) {
      expect(remedyOn(outcome, '2023-12-31')).toBe('either');
      expect(remedyOn(outcome, '2024-01-01')).toBe('reviewFirst');
    }
  });
  it('is either road for every other answer, and none for a withdrawal', () => {
    const rest = outcomes.map(({ id }) => id).filter((id) => !(withheld as string[]).includes(id));
    for (const outcome of rest.filter((id) => id !== 'partial'))
      expect(remedyOn(outcome, '2026-03-02')).toBe(outcome === 'other.misc' ? 'none' : 'either');
  });
  it('is sought from an organ that is told for every kind of agency', () => {
    expect(Object.keys(reviewOrgans)).toEqual(Object.keys(agencyKindNames));
    expect(reviewOrgans.township).toMatchObject({ which: 'above', words: '县级人民政府' });
    expect(reviewOrgans.countyDepartment).toMatchObject({ which: 'own', words: '本级人民政府' });
  });
});

describe('dated rules', () => {
  it.each(['2021-01-01', '2026-11-28'])('of fees: one 按件 and one 按量 on %s', (day) => {
    for (const id of ['byItem', 'byPage'])
      expect(
        inForceOn(
          feeTariffs.filter((tariff) => tariff.id === id),
          day,
        ),
      ).not.toBeNull();
  });
  it('of fees: none before 2021', () => {
    expect(inForceOn(feeTariffs, '2020-12-31')).toBeNull();
  });
  it('of fees: tiers follow each other without a gap', () => {
    for (const { tiers, rising } of feeTariffs) {
      expect(tiers[0]?.first).toBe(1);
      const starts = tiers.slice(1).map(({ first }) => first);
      expect(starts).toEqual(tiers.slice(0, -1).map(({ last }) => last! + 1));
      expect(rising?.first ?? null).toBe(rising === null ? null : tiers.at(-1)!.last! + 1);
    }
  });
  it('of receipt: one a channel, from the first day of 条例', () => {
    expect(new Set(receiptRules.map(({ channel }) => channel)).size).toBe(receiptRules.length);
    for (const { from } of receiptRules) expect(from).toBe(instruments.tiaoli2019.inForceFrom);
  });
});

describe('words of the form', () => {
  it('name the kinds of applicants and the blocks and results of table 四', () => {
    const labels = annualReport2021.applicationColumns.map(({ id, label }) => [id, label]);
    expect(Object.entries(applicantKindNames)).toEqual(labels.filter(([id]) => id !== 'total'));
    const blocks = annualReport2021.appealBlocks;
    expect(Object.entries(appealKindNames)).toEqual(blocks.map(({ id, label }) => [id, label]));
    expect(Object.entries(appealResultNames)).toEqual(
      blocks[0]!.columns.filter(({ id }) => id !== 'total').map(({ id, label }) => [id, label]),
    );
  });
  it('let a case reopen only where the act was corrected', () => {
    for (const { reopens, result } of dispositions) if (reopens) expect(result).toBe('corrected');
  });
});

describe('letters', () => {
  it('have their mandatory parts told', () => {
    for (const kind of letterKinds) {
      const parts = mandatoryParts(kind);
      expect(new Set(parts).size).toBe(parts.length);
      if (kind.answer) expect(parts).toContain('remedy');
    }
    const told = new Set(letterKinds.flatMap(mandatoryParts));
    expect(Object.keys(letterParts).filter((part) => !told.has(part as never))).toEqual(['history']);
    expect(new Set(letterKinds.map(({ id }) => id)).size).toBe(letterKinds.length);
  });
});
