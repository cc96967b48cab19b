import { describe, expect, it } from 'vitest';
import { agencyKind } from './agency-kind.ts';

describe('the kind of an agency, by its name', () => {
  it.each([
    ['国务院', 'state'],
    ['国家发展改革委', 'ministry'],
    ['教育部', 'ministry'],
    ['中国人民银行', 'ministry'],
    ['江苏省人民政府', 'province'],
    ['广西壮族自治区人民政府', 'province'],
    ['北京市人民政府', 'province'],
    ['江苏省教育厅', 'provinceDepartment'],
    ['上海市教育委员会', 'provinceDepartment'],
    ['淮安市人民政府', 'city'],
    ['延边朝鲜族自治州人民政府', 'city'],
    ['淮安市教育局', 'cityDepartment'],
    ['临江市人民政府', 'county'],
    ['沭阳县人民政府', 'county'],
    ['北京市海淀区人民政府', 'county'],
    ['上海市浦东新区人民政府', 'county'],
    ['沭阳县发展和改革局', 'countyDepartment'],
    ['济宁市兖州区教育局', 'countyDepartment'],
    ['临江市教育局', 'countyDepartment'],
    ['临江市花山镇人民政府', 'township'],
    ['九都镇', 'township'],
    ['嘉祥县卧龙山街道', 'subdistrict'],
    ['嘉祥县卧龙山街道办事处', 'subdistrict'],
    ['平潭综合实验区', 'zone'],
    ['平潭综合实验区管委会', 'zone'],
    ['苏州工业园区管理委员会', 'zone'],
    ['红十字会', 'other'],
  ])('%s: %s', (name, kind) => {
    expect(agencyKind(name)).toBe(kind);
  });
});
