import { describe, expect, it } from 'vitest';
import type { Digest } from './digest.ts';
import { pair } from './pairing.ts';

const report = (name: string, year: number, identity: string | null): Digest => ({
  agency: { name, kind: 'township', code: null },
  year,
  identity,
  sketch: new Uint32Array(0),
});

function paired(...reports: readonly (readonly [path: string, digest: Digest | null])[]) {
  const paths = reports.map(([path]) => path);
  const { chains, unpaired } = pair(
    reports.map(([, digest]) => digest),
    paths,
  );
  return { chains: chains.map((chain) => chain.map((index) => paths[index])), said: [...unpaired] };
}

describe('reports of a batch are paired with last year’s', () => {
  it('when the agency is told, wherever the files lie, in runs of years', () => {
    expect(
      paired(
        ['b/23', report('曲阜市防山镇人民政府', 2023, '370881111')],
        ['a/21', report('曲阜市防山镇人民政府', 2021, '370881111')],
        ['c/19', report('曲阜市防山镇人民政府', 2019, '370881111')],
        ['a/22', report('曲阜市防山镇人民政府', 2022, '370881111')],
        ['a/x', null],
      ),
    ).toEqual({ chains: [['a/21', 'a/22', 'b/23']], said: [] });
  });

  it('when only the name is told, within one folder', () => {
    expect(
      paired(['a/22', report('九都镇人民政府', 2022, null)], ['a/23', report('九都镇人民政府', 2023, null)]),
    ).toEqual({ chains: [['a/22', 'a/23']], said: [] });
  });

  it('not across folders by a name that several bear, and that is said', () => {
    expect(
      paired(['a/22', report('九都镇人民政府', 2022, null)], ['b/23', report('九都镇人民政府', 2023, null)]),
    ).toEqual({ chains: [], said: [['九都镇人民政府', 2]] });
  });

  it('not when last year has two, and that is said; two of this year each have last year’s', () => {
    const two = paired(
      ['a/22', report('甲镇', 2022, 'x')],
      ['a/22b', report('甲镇', 2022, 'x')],
      ['a/23', report('甲镇', 2023, 'x')],
    );
    expect(two).toEqual({ chains: [], said: [['甲镇', 3]] });
    const editions = paired(
      ['a/22', report('甲镇', 2022, 'x')],
      ['a/23', report('甲镇', 2023, 'x')],
      ['a/23b', report('甲镇', 2023, 'x')],
    );
    expect(editions.chains).toEqual([
      ['a/22', 'a/23'],
      ['a/22', 'a/23b'],
    ]);
  });
});
