import type { Finding, Place, Severity } from '../../domain/annual/report.ts';
import { rules } from '../rules/index.ts';
import { placeText } from './words.ts';

const levels: Readonly<Record<Severity, 'error' | 'warning' | 'note'>> = {
  error: 'error',
  warning: 'warning',
  info: 'note',
};

/** A path as a relative or absolute URI reference. */
export function artifactUri(file: string): string {
  const path = file.replaceAll('\\', '/').split('/').map(encodeURIComponent).join('/');
  if (path.startsWith('/')) return `file://${path}`;
  return /^[A-Za-z]%3A\//.test(path) ? `file:///${path.replace('%3A', ':')}` : path;
}

function location(file: string, at: Place | null): Record<string, unknown> {
  const physicalLocation: Record<string, unknown> = { artifactLocation: { uri: artifactUri(file) } };
  if (at === null) return { physicalLocation };
  if ('line' in at) {
    physicalLocation.region = {
      startLine: at.line,
      startColumn: at.column,
      ...(at.length === undefined ? {} : { endColumn: at.column + at.length }),
    };
    return { physicalLocation };
  }
  return { physicalLocation, logicalLocations: [{ fullyQualifiedName: placeText(at) }] };
}

/** One finding as a result of SARIF 2.1.0. Places in html and docx have no lines: they are logical locations. */
export function sarifResult(file: string, finding: Finding): Record<string, unknown> {
  const ruleIndex = rules.findIndex((rule) => rule.code === finding.code);
  return {
    ruleId: finding.code,
    ...(ruleIndex < 0 ? {} : { ruleIndex }),
    level: levels[finding.severity],
    message: { text: finding.message },
    locations: [location(file, finding.at)],
    ...(finding.related.length === 0
      ? {}
      : {
          relatedLocations: finding.related.map(({ at, message }, id) => ({
            id,
            ...location(file, at),
            message: { text: message },
          })),
        }),
    properties: {
      rule: finding.rule,
      cells: finding.cells,
      at: finding.at,
      basis: finding.basis,
      fix: finding.fix,
      suggestions: finding.suggestions,
    },
  };
}

/** Everything before the results; the log is `head`, results joined by commas, `sarifTail`. */
export function sarifHead(version: string): string {
  const driver = {
    name: 'gongkai',
    version,
    language: 'zh-CN',
    rules: rules.map((rule) => ({
      id: rule.code,
      name: rule.id,
      shortDescription: { text: rule.name },
      defaultConfiguration: { level: levels[rule.severity] },
    })),
  };
  return `{"$schema":"https://json.schemastore.org/sarif-2.1.0.json","version":"2.1.0","runs":[{"tool":{"driver":${JSON.stringify(driver)}},"language":"zh-CN","columnKind":"utf16CodeUnits","results":[`;
}

/** Everything after the results; `executionSuccessful` is false when a file given by name could not be read. */
export const sarifTail = (executionSuccessful: boolean): string =>
  `],"invocations":[{"executionSuccessful":${executionSuccessful}}]}]}\n`;
