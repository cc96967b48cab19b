/** Kinds of agency the report JSON tells apart; the same words as `agency.kind`. */
export type AgencyKind =
  | 'state'
  | 'ministry'
  | 'province'
  | 'provinceDepartment'
  | 'city'
  | 'cityDepartment'
  | 'county'
  | 'countyDepartment'
  | 'township'
  | 'subdistrict'
  | 'zone'
  | 'other';

export const agencyKindNames: Readonly<Record<AgencyKind, string>> = {
  state: '国务院及其办公厅',
  ministry: '国务院部门',
  province: '省、自治区、直辖市人民政府',
  provinceDepartment: '省级人民政府部门',
  city: '设区的市、自治州人民政府',
  cityDepartment: '市级人民政府部门',
  county: '县、不设区的市、市辖区人民政府',
  countyDepartment: '县级人民政府部门',
  township: '乡、镇人民政府',
  subdistrict: '街道办事处',
  zone: '开发区、新区管理机构',
  other: '其他机关或法律法规授权的组织',
};
