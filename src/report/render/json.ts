import type { AnnualReport } from '../../domain/annual/report.ts';

/** The report JSON of `gongkai read`, as text. */
export const renderJson = (report: AnnualReport): string => `${JSON.stringify(report, null, 2)}\n`;

/** Why a JSON is no report: one sentence in Chinese that says what is wrong where. */
export class InvalidReport extends Error {
  override readonly name = 'InvalidReport';
}

type Check = (value: unknown, path: string) => void;

const refuse = (path: string, what: string): never => {
  throw new InvalidReport(`${path === '' ? '最外层' : path} ${what}`);
};
const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const text: Check = (value, path) => {
  if (typeof value !== 'string') refuse(path, '应为文字');
};
const number: Check = (value, path) => {
  if (typeof value !== 'number' || !Number.isFinite(value)) refuse(path, '应为数字');
};
const oneOf =
  (...allowed: readonly unknown[]): Check =>
  (value, path) => {
    if (!allowed.includes(value)) refuse(path, `应为 ${allowed.map(String).join('、')} 之一`);
  };
const orNull =
  (check: Check): Check =>
  (value, path) => {
    if (value !== null) check(value, path);
  };
const orMissing =
  (check: Check): Check =>
  (value, path) => {
    if (value !== undefined) check(value, path);
  };
const listOf =
  (check: Check): Check =>
  (value, path) => {
    if (!Array.isArray(value)) refuse(path, '应为列表');
    for (const [i, each] of (value as unknown[]).entries()) check(each, `${path}[${i}]`);
  };
const recordOf =
  (check: Check): Check =>
  (value, path) => {
    if (!isRecord(value)) refuse(path, '应为对象');
    for (const [key, each] of Object.entries(value as object)) check(each, `${path}.${key.slice(0, 80)}`);
  };
const shape =
  (checks: Readonly<Record<string, Check>>): Check =>
  (value, path) => {
    if (!isRecord(value)) return refuse(path, '应为对象');
    for (const [key, check] of Object.entries(checks))
      check(Object.hasOwn(value, key) ? value[key] : undefined, path === '' ? key : `${path}.${key}`);
  };

const year: Check = (value, path) => {
  if (!Number.isInteger(value) || (value as number) < 1900 || (value as number) > 2999)
    refuse(path, '应为四位的年份');
};
const day: Check = (value, path) => {
  if (typeof value !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(value)) refuse(path, '应为 YYYY-MM-DD');
};
const status = oneOf('read', 'inferred', 'blank', 'absent', 'unreadable');
const cells = recordOf(shape({ value: orNull(number), text, status, unit: orMissing(oneOf('元', null)) }));

const report = shape({
  schema: oneOf('gongkai.annual-report/1'),
  source: shape({ file: text, sha256: text, mediaType: text }),
  agency: orNull(shape({ name: text, kind: text, code: orNull(text) })),
  year: orNull(year),
  form: oneOf('2019', '2021', 'pre2019', null),
  front: orMissing(
    shape({
      title: orNull(text),
      preamble: listOf(text),
      signedBy: orNull(text),
      signedOn: orNull(day),
      closing: listOf(text),
    }),
  ),
  sections: listOf(shape({ id: orNull(text), heading: text, text })),
  cells,
  statistics: cells,
  indicators: recordOf(
    shape({ year: orNull(number), cumulative: orNull(number), status, unit: orNull(text) }),
  ),
  findings: orMissing(listOf(shape({ code: text, message: text }))),
});

/** The one report of what `gongkai check --format json` printed, or the JSON itself. */
function single(value: unknown): unknown {
  if (!isRecord(value) || !Array.isArray(value.reports)) return value;
  if (value.reports.length !== 1) refuse('reports', `中有 ${value.reports.length} 份报告，请每次给出一份`);
  return value.reports[0];
}

/**
 * A report out of its JSON (`gongkai read`, or `gongkai check --format json` of one file). Whatever a renderer looks at
 * has been looked at here.
 * @throws InvalidReport with a sentence that names the first thing that is wrong
 */
export function parseReport(json: string): AnnualReport {
  let value: unknown;
  try {
    value = JSON.parse(json.replace(/^\ufeff/, ''));
  } catch {
    throw new InvalidReport('内容不是 JSON');
  }
  const found = single(value);
  report(found, '');
  const own = found as Omit<AnnualReport, 'findings'> & Partial<Pick<AnnualReport, 'findings'>>;
  return { ...own, findings: own.findings ?? [] };
}
