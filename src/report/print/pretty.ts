import type { AnnualReport, Finding, Severity } from '../../domain/annual/report.ts';
import { countFindings, placeText, ruleName, severityNames } from './words.ts';

/** Colours of a terminal; none where the output is a file. */
export interface Style {
  readonly colour: boolean;
}

const codes: Readonly<Record<Severity | 'head' | 'quiet', string>> = {
  error: '31',
  warning: '33',
  info: '36',
  head: '1',
  quiet: '2',
};
const paint = (text: string, as: keyof typeof codes, { colour }: Style): string =>
  colour ? `\u001b[${codes[as]}m${text}\u001b[0m` : text;

/** Control characters of a hostile file must not reach the terminal. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const plain = (text: string): string => text.replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g, '�');

/** Places listed under one finding; a whole row of cells would push the next finding off the screen. */
const MOST_RELATED = 8;

/** One finding as indented lines: severity, code, rule, place; message; basis; what to do. */
export function prettyFinding(finding: Finding, style: Style): string {
  const place = placeText(finding.at);
  const label = paint(`${severityNames[finding.severity]} ${finding.code}`, finding.severity, style);
  const lines = [`  ${label} ${ruleName(finding)}${place === '' ? '' : `　${place}`}`];
  for (const line of plain(finding.message).split('\n')) lines.push(`    ${line}`);
  for (const { at, message } of finding.related.slice(0, MOST_RELATED))
    lines.push(`    ${[placeText(at), plain(message)].filter((part) => part !== '').join('：')}`);
  if (finding.related.length > MOST_RELATED)
    lines.push(`    等共 ${finding.related.length} 处，用 --format json 可看全部。`);
  if (finding.basis.length > 0)
    lines.push(
      paint(
        `    依据：${finding.basis.map((b) => `${b.instrument}${b.article}`).join('；')}`,
        'quiet',
        style,
      ),
    );
  for (const suggestion of finding.suggestions) lines.push(`    建议：${plain(suggestion)}`);
  return `${lines.join('\n')}\n`;
}

/** The line a report's findings stand under: file, agency, year. */
export function prettyHead(report: AnnualReport, style: Style): string {
  const agency = report.agency?.name ?? '机关不明';
  const year = report.year === null ? '年度不明' : `${report.year}年`;
  return `${paint(plain(report.source.file), 'head', style)}　${plain(agency)}　${year}\n`;
}

/** A report's findings, grouped under its head; says so when there are none. */
export function prettyReport(report: AnnualReport, style: Style): string {
  const findings = report.findings.map((finding) => prettyFinding(finding, style)).join('');
  return `${prettyHead(report, style)}${findings === '' ? '  未发现问题\n' : findings}`;
}

/** 3项错误，2项警告，1项提示; 未发现问题. */
export function countsText(findings: readonly Finding[]): string {
  const counts = countFindings(findings);
  const parts = (['error', 'warning', 'info'] as const)
    .filter((severity) => counts[severity] > 0)
    .map((severity) => `${counts[severity]}项${severityNames[severity]}`);
  return parts.length === 0 ? '未发现问题' : parts.join('，');
}

/** The last line of a check. */
export function summaryText(summary: {
  readonly files: number;
  readonly errors: number;
  readonly warnings: number;
  readonly seconds: number;
}): string {
  const { files, errors, warnings, seconds } = summary;
  return `共检查${files}份文件：${errors}项错误，${warnings}项警告，用时${seconds.toFixed(1)}秒`;
}
