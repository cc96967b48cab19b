import { describe, expect, it } from 'vitest';
import { emptyDraft } from './answer-draft.ts';
import { type ApplicationCase, newCase } from './case.ts';
import { type GroupAct, groupActs, phasesFor, registeringActs, sameDraft, standingOf } from './group.ts';
import { phases } from './phases.ts';

const draft = emptyDraft('granted.alreadyPublic');
const received: ApplicationCase = {
  ...newCase('naturalPerson', 'portal'),
  phase: 'inReview',
  submittedOn: '2026-03-02',
  receivedOn: '2026-03-02',
  number: '2026-0001',
  clock: [{ type: 'received', on: '2026-03-02' }],
};
const drafted: ApplicationCase = { ...received, phase: 'drafting', draft };
const approved: ApplicationCase = {
  ...drafted,
  phase: 'approving',
  approval: { on: '2026-03-05', root: 'r' },
};
const reasonOf = (state: ApplicationCase, act: GroupAct) => {
  const standing = standingOf(state, act, draft);
  return typeof standing === 'string' ? standing : standing.reason;
};

describe('an act on a group fits an application', () => {
  it.each<[string, ApplicationCase, GroupAct]>([
    ['sent in on the portal', { ...received, phase: 'submitted', receivedOn: null }, 'register'],
    ['received at the counter', { ...received, phase: 'received', channel: 'counter' }, 'register'],
    ['registered', received, 'draft'],
    ['drafted, to be drafted anew', drafted, 'draft'],
    ['drafted', drafted, 'submitForReview'],
    ['under review', { ...drafted, phase: 'reviewing' }, 'reviewLegal'],
    [
      'of which one review is done',
      { ...drafted, phase: 'reviewing', reviews: { legal: '2026-03-04', secrecy: null } },
      'reviewSecrecy',
    ],
    ['reviewed', { ...drafted, phase: 'approving' }, 'approve'],
    ['approved', approved, 'send'],
    ['approved, to go back', approved, 'return'],
    ['sent', { ...approved, phase: 'sent' }, 'proveDelivery'],
    [
      'sent late after an extension',
      { ...approved, phase: 'sent', extensionConsent: { on: '2026-03-04', days: 5 } },
      'close',
    ],
  ])('%s', (_, state, act) => {
    expect(standingOf(state, act, draft)).toBe('ready');
  });
});

describe('more time for a whole group (第三十三条第二款)', () => {
  const extension = { on: '2026-03-20', days: 20 } as const;
  const consented: ApplicationCase = { ...drafted, extensionConsent: extension };
  const extended: ApplicationCase = {
    ...consented,
    clock: [...received.clock, { type: 'extended', on: '2026-03-23', days: 20 }],
  };
  const standing = (state: ApplicationCase, act: GroupAct, group: typeof extension | null = extension) => {
    const found = standingOf(state, act, draft, group === null ? [] : [group]);
    return typeof found === 'string' ? found : found.reason;
  };
  it.each<[string, ApplicationCase, GroupAct, string]>([
    ['is consented to for one that is registered', received, 'consentExtension', 'ready'],
    ['and for one under review', { ...drafted, phase: 'reviewing' }, 'consentExtension', 'ready'],
    ['not twice', consented, 'consentExtension', 'already'],
    ['not for one that is approved', approved, 'consentExtension', 'notThere'],
    ['nor for one that was answered', { ...approved, phase: 'sent' }, 'consentExtension', 'notThere'],
    ['is told to those it was consented for', consented, 'extend', 'ready'],
    ['and once', extended, 'extend', 'already'],
    ['not to one that came into the group afterwards', drafted, 'extend', 'notThere'],
    ['leaves them in the group', extended, 'draft', 'ready'],
    [
      'is consented to anew for one whose period began anew',
      {
        ...extended,
        extensionConsent: null,
        clock: [...extended.clock, { type: 'correctionReceived', on: '2026-03-25' }],
      },
      'consentExtension',
      'ready',
    ],
    ['and under review', { ...extended, phase: 'reviewing' }, 'reviewLegal', 'ready'],
    [
      'leaves out one that was extended by itself',
      { ...consented, extensionConsent: { on: '2026-03-18', days: 5 } },
      'draft',
      'extended',
    ],
    [
      'leaves out one asked for 补正',
      { ...received, waitingFor: 'correction' },
      'consentExtension',
      'correctionOpen',
    ],
  ])('%s', (_, state, act, expected) => {
    expect(standing(state, act)).toBe(expected);
  });
  it('is the group’s only where its head consented', () => {
    expect(standing(extended, 'draft', null)).toBe('extended');
  });
});

describe('laying a group down, and what goes out with its answers', () => {
  it.each<[ApplicationCase['phase'], string]>([
    ['closed', 'ready'],
    ['withdrawn', 'ready'],
    ['abandoned', 'ready'],
    ['rerouted', 'ready'],
    ['archived', 'already'],
    ['sent', 'notThere'],
    ['inReview', 'notThere'],
  ])('lays down from %s: %s', (phase, expected) => {
    expect(reasonOf({ ...received, phase }, 'archive')).toBe(expected);
  });
  it.each<[ApplicationCase['phase'], string]>([
    ['inReview', 'ready'],
    ['drafting', 'ready'],
    ['received', 'notThere'],
    ['reviewing', 'notThere'],
    ['withdrawn', 'ended'],
  ])('encloses in %s: %s', (phase, expected) => {
    expect(reasonOf({ ...received, phase }, 'addEnclosure')).toBe(expected);
  });
});

describe('an act on a group leaves out an application', () => {
  const opinion = {
    ref: '第三方1',
    asked: 'thirdParty',
    sentOn: '2026-03-03',
    receivedOn: null,
    answeredOn: null,
    view: null,
    reasonable: null,
  } as const;
  it.each<[string, ApplicationCase, GroupAct, string]>([
    ['withdrawn', { ...received, phase: 'withdrawn' }, 'draft', 'ended'],
    ['given up', { ...received, phase: 'abandoned' }, 'send', 'ended'],
    ['sent elsewhere', { ...received, phase: 'rerouted' }, 'register', 'ended'],
    [
      'asked for 补正',
      { ...received, phase: 'waiting', waitingFor: 'correction' },
      'draft',
      'correctionOpen',
    ],
    ['noticed of a fee', { ...received, phase: 'waiting', waitingFor: 'payment' }, 'draft', 'paymentOpen'],
    [
      'extended',
      { ...received, clock: [...received.clock, { type: 'extended', on: '2026-03-20', days: 5 }] },
      'draft',
      'extended',
    ],
    [
      'to be extended',
      { ...drafted, extensionConsent: { on: '2026-03-04', days: 5 } },
      'submitForReview',
      'extended',
    ],
    ['that waits for a third party', { ...received, opinions: [opinion] }, 'draft', 'consulting'],
    [
      'for which a third party was heard',
      { ...received, opinions: [{ ...opinion, view: 'objects' }] },
      'draft',
      'consulting',
    ],
    [
      'sent in by fax and not received',
      { ...received, phase: 'submitted', channel: 'fax' },
      'register',
      'otherChannel',
    ],
    [
      'with words of its own',
      { ...drafted, draft: emptyDraft('declined.petition') },
      'submitForReview',
      'otherText',
    ],
    ['not registered', { ...received, phase: 'received' }, 'draft', 'notThere'],
    ['not approved', { ...drafted, phase: 'approving' }, 'send', 'notThere'],
  ])('%s', (_, state, act, reason) => {
    expect(reasonOf(state, act)).toBe(reason);
  });

  it('that stands further on, silently', () => {
    expect(reasonOf({ ...approved, phase: 'sent' }, 'draft')).toBe('already');
    expect(reasonOf(drafted, 'register')).toBe('already');
    expect(reasonOf(approved, 'approve')).toBe('already');
    expect(reasonOf(drafted, 'return')).toBe('already');
    const reviewing: ApplicationCase = {
      ...drafted,
      phase: 'reviewing',
      reviews: { legal: '2026-03-04', secrecy: null },
    };
    expect(reasonOf(reviewing, 'reviewLegal')).toBe('already');
  });
});

describe('every act on a group', () => {
  it.each(groupActs)('%s finds an application in a phase of the one table alone', (act) => {
    const found = phases.filter((phase) => reasonOf({ ...approved, phase }, act) === 'ready');
    expect(found.every((phase) => phasesFor(act).includes(phase))).toBe(true);
    expect(phasesFor(act).length).toBeGreaterThan(0);
  });

  it('receives what came in on the portal on its own, earlier day, and registers it', () => {
    const submitted = { phase: 'submitted', submittedOn: '2026-03-02' } as const;
    expect(registeringActs(submitted, '2026-03-05', '2026-0007')).toEqual([
      { type: 'receive', on: '2026-03-05', acknowledgedOn: '2026-03-02' },
      { type: 'register', on: '2026-03-05', number: '2026-0007' },
    ]);
    expect(registeringActs({ ...submitted, phase: 'received' }, '2026-03-05', 'n')).toHaveLength(1);
  });

  it('goes by the words of a draft, not by which object holds them', () => {
    expect(sameDraft(draft, structuredClone(draft))).toBe(true);
    expect(sameDraft(draft, { ...draft, where: '网址' })).toBe(false);
    expect(sameDraft(null, draft)).toBe(false);
  });
});
