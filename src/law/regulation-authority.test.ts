import { describe, expect, it } from 'vitest';
import { mayMakeRegulations } from './regulation-authority.ts';

describe('立法法第九十一条、第九十三条: who may make 规章', () => {
  it.each([
    ['ministry', '生态环境部', null, 'yes'],
    ['province', '江苏省人民政府', '320000', 'yes'],
    ['city', '淮安市人民政府', '320800', 'yes'],
    ['city', '东莞市人民政府', null, 'yes'],
    ['city', '义乌市人民政府', '330782', 'no'],
    ['city', '某市人民政府', null, 'depends'],
    ['cityDepartment', '淮安市司法局', null, 'no'],
    ['provinceDepartment', '江苏省司法厅', null, 'no'],
    ['provinceDepartment', '青原省人民政府办公厅', null, 'depends'],
    ['cityDepartment', '清州市人民政府办公室', null, 'depends'],
    ['county', '沭阳县人民政府', '321322', 'no'],
    ['countyDepartment', '沭阳县发展和改革局', null, 'no'],
    ['township', '青石镇人民政府', null, 'no'],
    ['subdistrict', '河东街道办事处', null, 'no'],
    ['zone', '某综合实验区管理委员会', null, 'depends'],
    ['other', '某大学', null, 'depends'],
  ] as const)('%s %s (%s): %s', (kind, name, code, may) => {
    expect(mayMakeRegulations({ kind, name, code }).may).toBe(may);
  });
});
