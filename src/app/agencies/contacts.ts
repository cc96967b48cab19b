import * as z from 'zod';
import { cite } from '../../law/citation.ts';

/**
 * 条例第十二条: the guide names the 政府信息公开工作机构的名称、办公地址、办公时间、联系电话、传真号码、互联网联系方式. They are an
 * office's, public by law, and no personal data.
 */
export const contactBasis = cite('tiaoli2019', '第十二条');

export const contactLabels = {
  office: '工作机构的名称',
  address: '办公地址',
  hours: '办公时间',
  phone: '联系电话',
  fax: '传真号码',
  online: '互联网联系方式',
} as const;

export type ContactId = keyof typeof contactLabels;
export const contactIds = Object.keys(contactLabels) as ContactId[];

/** What of an agency's settings is public (第十二条), in the order of the article; what is empty is left out. */
export const publicContacts = (
  contacts: Readonly<Record<string, string>>,
): readonly { readonly label: string; readonly value: string }[] =>
  contactIds.flatMap((id) => {
    const value = contacts[id]?.trim() ?? '';
    return value === '' ? [] : [{ label: contactLabels[id], value }];
  });

const line = z.string().trim().max(120, '不超过 120 个字。');
const number = line.regex(
  /^[\d\s()（）+\-—转、，,;；/]*$/,
  '请只填号码，例如 0537-4412345；多个号码用顿号隔开。',
);

export const contactFields = {
  office: line,
  address: line,
  hours: line,
  phone: number,
  fax: number,
  online: line,
} satisfies Readonly<Record<ContactId, z.ZodType<string>>>;
