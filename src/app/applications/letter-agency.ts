import type { LetterAgency } from '../../domain/application/letters/data.ts';
import { type Refusal, refuse } from '../../domain/refusal.ts';
import { agencyById } from '../../store/agencies.ts';
import type { Database } from '../../store/database.ts';

/** What letters need of an agency beyond its contacts, by its key in `contacts`. */
export const letterSettings = {
  documentWord: '发文机关代字',
  onlineReview: '网上申请行政复议的网址',
  payment: '信息处理费的缴纳方式',
  reviewOrgan: '行政复议机关',
  departmentAbove: '上一级主管部门',
  court: '管辖的人民法院',
} as const;
export type LetterSetting = keyof typeof letterSettings;

/** Letters that no article asks for, by what the agency chose; '' is as it stands here. */
export const letterChoices = {
  receiptLetter: { label: '登记后发接收回执', usual: 'no' },
  consultationLetter: { label: '征求意见时告知申请人', usual: 'yes' },
} as const;
export type LetterChoice = keyof typeof letterChoices;

/** Without these no letter can be laid out. */
const needed = {
  office: '工作机构的名称',
  address: '办公地址',
  phone: '联系电话',
  documentWord: letterSettings.documentWord,
} as const;

export interface SettledAgency extends LetterAgency {
  /** 云政公开, before the year and number of a letter. */
  readonly documentWord: string;
  /** Letters that it sends though no article asks for them. */
  readonly sends: Readonly<Record<LetterChoice, boolean>>;
}

/** The agency as its letters tell of it. Refused: what every letter needs is not set. */
export async function letterAgencyOf(database: Database, agencyId: string): Promise<SettledAgency | Refusal> {
  const agency = await agencyById(database, agencyId);
  if (agency === null) return refuse('agency.unknown', '没有这个机关。请从机关列表中选择。');
  const contacts: Partial<Record<string, string>> = agency.contacts;
  const missing = Object.entries(needed).filter(([key]) => !contacts[key]);
  if (missing.length > 0)
    return refuse(
      'application.agencyContacts',
      `还没有设置${missing.map(([, label]) => label).join('、')}，不能生成文书。请先在“机关”和“文书设置”中填写。`,
      { missing: missing.map(([key]) => key) },
    );
  const chosen = (id: LetterChoice): boolean => (contacts[id] || letterChoices[id].usual) === 'yes';
  const above = agency.superior_id === null ? null : await agencyById(database, agency.superior_id);
  const organ = contacts.reviewOrgan || above?.name || null;
  return {
    kind: agency.kind,
    name: agency.name,
    line: contacts.line === '1',
    justice: contacts.justice === '1',
    government: organ,
    above: organ,
    departmentAbove: contacts.departmentAbove || null,
    court: contacts.court || null,
    office: contacts.office!,
    address: contacts.address!,
    phone: contacts.phone!,
    hours: contacts.hours || null,
    onlineReviewChannel: contacts.onlineReview || null,
    payment: contacts.payment || null,
    documentWord: contacts.documentWord!,
    sends: { receiptLetter: chosen('receiptLetter'), consultationLetter: chosen('consultationLetter') },
  };
}
