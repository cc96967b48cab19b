import type { AgencyKind } from './agency-kind.ts';
import { type Citation, cite } from './citation.ts';
import type { Certainty } from './instruments.ts';

/** Whether bodies of a kind may make 规章; `depends` where the kind alone does not tell. */
export interface RegulationAuthority {
  readonly may: 'yes' | 'no' | 'depends';
  readonly basis: Citation;
  readonly certainty: Certainty;
}

const departmental = cite('lifafa2023', '第九十一条');
const local = cite('lifafa2023', '第九十三条');
const verified = (may: RegulationAuthority['may'], basis: Citation): RegulationAuthority => ({
  may,
  basis,
  certainty: 'verified',
});

/**
 * Who may make 规章: ministries (第九十一条); governments of provinces, 设区的市 and 自治州 (第九十三条). Not counties,
 * not departments of local governments, not townships, not 街道办事处.
 */
export const regulationAuthority: Readonly<Record<AgencyKind, RegulationAuthority>> = {
  state: verified('depends', departmental),
  ministry: verified('yes', departmental),
  province: verified('yes', local),
  provinceDepartment: verified('no', local),
  city: verified('yes', local),
  cityDepartment: verified('no', local),
  county: verified('no', local),
  countyDepartment: verified('no', local),
  township: verified('no', local),
  subdistrict: verified('no', local),
  zone: verified('depends', local),
  other: verified('depends', local),
};

/** Four cities without districts are treated like 设区的市. */
const citiesWithoutDistricts = /(东莞|中山|嘉峪关|儋州)市人民政府/;

/** The general office of a government often reports for the government itself, whose 规章 its form then counts. */
const reportsForGovernment = (agency: { readonly kind: AgencyKind; readonly name: string }): boolean =>
  (agency.kind === 'provinceDepartment' || agency.kind === 'cityDepartment') &&
  /(?:省|市|州|盟|自治区)人民政府办公[厅室]$/.test(agency.name);

/**
 * Whether an agency may make 规章. A city is 地级 by its division code (`…00`) or by name; a 县级市 may not, and
 * without a code it depends.
 */
export function mayMakeRegulations(agency: {
  readonly kind: AgencyKind;
  readonly name: string;
  readonly code: string | null;
}): RegulationAuthority {
  const byKind = regulationAuthority[agency.kind];
  if (byKind.may === 'no' && reportsForGovernment(agency))
    return { ...byKind, may: 'depends', certainty: 'inference' };
  if (agency.kind !== 'city') return byKind;
  if (citiesWithoutDistricts.test(agency.name)) return { ...byKind, certainty: 'fromMemory' };
  if (agency.code === null) return { ...byKind, may: 'depends' };
  return /^\d{4}00/.test(agency.code) ? byKind : { ...byKind, may: 'no' };
}
