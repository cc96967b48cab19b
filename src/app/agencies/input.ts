import * as z from 'zod';
import { type AgencyKind, agencyKindNames } from '../../law/agency-kind.ts';

export const agencyKinds = Object.keys(agencyKindNames) as AgencyKind[];

export const agencyName = z
  .string()
  .trim()
  .min(2, '请填写机关的全称。')
  .max(80, '机关名称不超过 80 个字。')
  .regex(/^[\p{L}\p{N}（）()·、“”-]+$/u, '机关名称只含文字、数字和括号。');
