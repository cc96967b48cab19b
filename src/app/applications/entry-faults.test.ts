import { describe, expect, it } from 'vitest';
import { entryFaults } from './entry-faults.ts';

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
    [
      'a form of which nothing was filled in',
      'counter',
      handed,
      { applicant: { ...person, name: ' ' }, items: [{ name: '', description: null }] },
      ['applicant.name'],
    ],
    ['the day of a signed letter', 'signedPost', {}, named, ['signedOn']],
    ['all that ordinary mail asks for', 'ordinaryMail', {}, named, ['arrivedOn', 'contactedOn', 'contact']],
    [
      'one thing of it',
      'ordinaryMail',
      { arrivedOn: '2026-11-27', contactedOn: '2026-11-27' },
      named,
      ['contact'],
    ],
    ['everything at once', 'oral', {}, null, ['handedOn', 'applicant.kind', 'applicant.name']],
  ])('is %s', (_, channel, receipt, form, fields) => {
    expect(entryFaults({ channel, receipt, form }).map(({ field }) => field)).toEqual(fields);
  });
});
