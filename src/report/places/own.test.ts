import { describe, expect, it } from 'vitest';
import { directReading } from '../../../test/support/direct-reading.ts';
import { sampleOf } from '../../../test/support/sample.ts';
import { loadPlaces } from './load.ts';
import { ownPlaces } from './own.ts';

const places = await loadPlaces();
const codesOf = (lines: string): readonly string[] =>
  ownPlaces(directReading(sampleOf(lines).report), places).codes;

describe('where the reporting agency stands', () => {
  it.each([
    ['its code, when given', 'code 370881111', ['370881111']],
    ['a code of twelve digits', 'code 370881111000', ['370881111']],
    ['a code of twelve digits for a county', 'kind county\ncode 370881000000', ['370881']],
    ['a township numbered 100', 'code 370881100', ['370881100']],
    ['a province', 'kind province\ncode 370000', ['37']],
    ['a code of six digits for a city', 'kind city\ncode 370800\nagency 济宁市人民政府', ['3708']],
    ['a unique name', 'agency 防山镇人民政府', ['370881111']],
    ['a name told apart by its county', 'agency 临江市花山镇人民政府', ['220681103']],
    [
      'a name told apart by the preamble',
      'agency 九都镇人民政府\npreamble: 请与南安市九都镇人民政府联系。',
      ['350583109'],
    ],
    ['a department at its county', 'kind countyDepartment\nagency 沭阳县发展和改革局', ['321322']],
    [
      'a name that repeats',
      'agency 九都镇人民政府\npreamble: 无。\ntitle 年度报告',
      ['350583109', '350902104', '513429103'],
    ],
    ['a place the data do not know', 'agency 临溪县人民政府\nkind county', []],
  ])('by %s', (_, lines, codes) => {
    expect(codesOf(lines)).toEqual(codes);
  });
});
