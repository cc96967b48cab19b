import { describe, expect, it } from 'vitest';
import { readAddress } from './address.ts';

const filter = { severity: null, rule: null, total: false };

describe('an address of the checker', () => {
  it.each([
    ['files', { view: 'files' }],
    ['county', { view: 'county', filter: { severity: null, rule: null, sort: 'worst' } }],
    [
      'county?severity=error&rule=R301&sort=name',
      { view: 'county', filter: { severity: 'error', rule: 'R301', sort: 'name' } },
    ],
    [`years/${encodeURIComponent('of 370881111')}`, { view: 'years', key: 'of 370881111' }],
    ['report/3', { view: 'report', id: 3, beside: [], filter }],
    [
      'report/3?severity=warning&with=4&with=5&with=6&view=total',
      { view: 'report', id: 3, beside: [4, 5], filter: { severity: 'warning', rule: null, total: true } },
    ],
  ])('%s is told', (text, address) => {
    expect(readAddress(text)).toEqual(address);
  });

  it.each(['', 'report', 'report/', 'report/x', 'report/-1', 'report/12345678', 'other/1', '../etc'])(
    '%s is none',
    (text) => {
      expect(readAddress(text)).toBeNull();
    },
  );

  it('leaves out what a filter cannot be, and the report itself beside it', () => {
    expect(readAddress('report/3?severity=grave&rule=%3Cb%3E&with=3&with=x&with=4&with=4')).toEqual({
      view: 'report',
      id: 3,
      beside: [4],
      filter,
    });
    expect(readAddress('years/%E0%A4%A')).toEqual({ view: 'years', key: '%E0%A4%A' });
  });
});
