import { describe, expect, it } from 'vitest';
import { ruled } from '../../../test/support/rule-tester.ts';
import { regulationAuthority } from './regulation-authority.ts';

describe('规章 above 0', () => {
  it('of a township is an error at its first cell, with all cells named', () => {
    const { reports, at } = ruled(regulationAuthority, 'row disclosure.regulations = 0 1 6');
    expect(reports).toMatchObject([
      {
        cells: ['disclosure.regulations.repealed', 'disclosure.regulations.inForce'],
        at: at('disclosure.regulations.repealed'),
        basis: [{ instrument: 'lifafa2023', article: '第九十三条' }],
      },
    ]);
    expect(reports[0]?.message).toContain(
      '临溪县青石镇人民政府无权制定规章，表二“规章”行“本年废止件数”列填 1，表二“规章”行“现行有效件数”列填 6。',
    );
  });

  it.each(['subdistrict', 'county', 'countyDepartment', 'cityDepartment', 'provinceDepartment'])(
    'is an error of a %s',
    (kind) => {
      expect(
        ruled(regulationAuthority, `kind ${kind}\nrow disclosure.regulations = 1 0 1`).reports,
      ).toHaveLength(1);
    },
  );

  it.each([
    ['ministry', ''],
    ['province', ''],
    ['city', 'code 320800'],
    ['city', ''],
    ['zone', ''],
    ['other', ''],
  ])('is none of a %s %s', (kind, code) => {
    const lines = `kind ${kind}\n${code}\nrow disclosure.regulations = 1 0 11`;
    expect(ruled(regulationAuthority, lines).reports).toEqual([]);
  });

  it('is an error of a 县级市 known by its code', () => {
    const lines = 'kind city\ncode 330782\nrow disclosure.regulations = 1 0 11';
    expect(ruled(regulationAuthority, lines).reports).toHaveLength(1);
  });
});
