import { describe, expect, it } from 'vitest';
import { blankFaults, entryFaults } from './entry-faults.ts';

const person = { kind: 'naturalPerson', name: '何秀兰' };
const named = { applicant: person, items: [] };
const handed = { handedOn: '2026-11-27' };

describe('what must be mended before an application is entered', () => {
  it.each([
    ['nothing, where day, kind and name are there', 'counter', handed, named, []],
    [
      'nothing, where no name stands on the paper but what is asked for',
      'counter',
      handed,
      { applicant: { kind: 'naturalPerson' }, items: [{ description: '修路的钱' }] },
      [],
    ],
    ['the kind of applicant', 'counter', handed, { applicant: { name: '何秀兰' } }, ['applicant.kind']],
    ['the day of a signed letter', 'signedPost', {}, named, ['signedOn']],
    ['all that ordinary mail asks for', 'ordinaryMail', {}, named, ['arrivedOn', 'contactedOn', 'contact']],
    [
      'one thing of it',
      'ordinaryMail',
      { arrivedOn: '2026-11-27', contactedOn: '2026-11-27' },
      named,
      ['contact'],
    ],
    ['everything at once', 'oral', {}, null, ['handedOn', 'applicant.kind']],
  ])('is %s', (_, channel, receipt, form, fields) => {
    expect(entryFaults({ channel, receipt, form }).map(({ field }) => field)).toEqual(fields);
  });
});

describe('a form of which nothing was filled in', () => {
  it.each([
    [
      'no name and no item',
      { applicant: { ...person, name: ' ' }, items: [{ name: '', description: null }] },
      1,
    ],
    ['nothing at all', null, 1],
    ['a name', named, 0],
    ['a word about an empty paper', { items: [{ description: '申请表上没有写' }] }, 0],
  ])('is told by %s', (_, form, faults) => {
    expect(blankFaults(form)).toHaveLength(faults);
  });
});
