import { describe, expect, it } from 'vitest';
import { placedFaults } from './placed-faults.ts';

const of = (code: string) => [{ field: '', message: '请改正。', code }];

describe('a refusal of the domain', () => {
  it.each([
    ['application.causes', ['on', 'causes'], 'causes'],
    ['application.statute', ['withheld.0.statute'], 'withheld.0.statute'],
    ['application.statute', ['statute', 'withheld.0.statute'], 'statute'],
    ['fee.amount', ['yuan'], 'yuan'],
  ])('%s stands beside the field it is about', (code, names, field) => {
    expect(placedFaults(of(code), names)).toEqual([{ ...of(code)[0], field }]);
  });

  it('that is about no field of the form, or about none at all, stands over it', () => {
    expect(placedFaults(of('application.causes'), ['on'])).toEqual(of('application.causes'));
    expect(placedFaults(of('application.phase'), ['on'])).toEqual(of('application.phase'));
    expect(placedFaults([{ field: 'x', message: '请改正。' }], [])).toEqual([
      { field: 'x', message: '请改正。' },
    ]);
  });
});
