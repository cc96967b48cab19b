import { availableParallelism } from 'node:os';
import type { AgencyKind } from '../../domain/annual/report.ts';
import { agencyKindNames } from '../../law/agency-kind.ts';
import { Failure } from '../failure.ts';
import { type FormatName, formats } from './format.ts';

/** Options as typed. */
export interface CheckOptions {
  readonly format?: string;
  readonly previous?: string;
  readonly agency?: string;
  readonly agencyKind?: string;
  readonly jobs?: string;
}

const agencyKinds = Object.keys(agencyKindNames) as AgencyKind[];

export function agencyCodeOf(code: string | undefined): string | undefined {
  if (code === undefined || /^(\d{6}|\d{9}|\d{12})$/.test(code)) return code;
  throw new Failure(`--agency ${code}：区划代码应为6位、9位或12位数字。`);
}

export function agencyKindOf(kind: string | undefined): AgencyKind | undefined {
  if (kind === undefined || agencyKinds.includes(kind as AgencyKind)) return kind as AgencyKind | undefined;
  throw new Failure(`--agency-kind ${kind}：应为 ${agencyKinds.join('、')} 之一。`);
}

export function formatNamed(name = 'pretty'): FormatName {
  if (formats.includes(name as FormatName)) return name as FormatName;
  throw new Failure(`--format ${name}：应为 ${formats.join('、')} 之一。`);
}

export function jobsOf(text: string | undefined): number {
  if (text === undefined) return availableParallelism();
  if (/^[1-9]\d{0,2}$/.test(text)) return Number(text);
  throw new Failure(`--jobs ${text}：应为1至999的整数。`);
}
