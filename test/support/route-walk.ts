import { strFromU8, unzipSync } from 'fflate';
import type { Hono } from 'hono';
import type { Answer } from './office-site.ts';

/** What addresses are filled with. */
export interface Things {
  readonly cases: readonly {
    readonly id: string;
    readonly letters: readonly string[];
    readonly files: readonly string[];
  }[];
  readonly appeals: readonly string[];
  readonly appealFiles: readonly string[];
  readonly groups: readonly string[];
  readonly claims: readonly { readonly id: string; readonly files: readonly string[] }[];
  readonly accounts: readonly string[];
  readonly agencies: readonly string[];
}

type Case = Things['cases'][number];

interface Filling {
  readonly path: string;
  readonly of: Case | null;
}

const extensions = (pattern: string): readonly string[] =>
  ['json', 'csv', 'pdf', 'docx', 'xlsx', 'html', 'zip'].filter((each) => pattern.includes(each));

/** Everything there is, for a parameter of which nothing is known but its name. */
const anything = ({ cases, appeals, accounts, agencies }: Things, of: Case | null): readonly string[] => {
  const { id, letters, files } = of ?? cases[0]!;
  return [id, ...letters.slice(0, 1), ...files.slice(0, 1), ...appeals, accounts[0]!, agencies[1]!];
};

/** Values of one parameter, by the word that stands before it. */
function valuesOf(before: string, parameter: string, things: Things, of: Case | null): readonly string[] {
  const plain: Readonly<Record<string, readonly string[]>> = {
    letters: of === null ? things.cases.flatMap(({ letters }) => letters) : of.letters,
    files: of === null ? [...things.claims.flatMap(({ files }) => files), ...things.appealFiles] : of.files,
    appeals: things.appeals,
    groups: things.groups,
    claims: things.claims.map(({ id }) => id),
    people: things.accounts,
    agencies: things.agencies,
    a: things.agencies,
    reports: ['2025'],
    rules: ['balance'],
    // Lists hold numbers and days alone; they are walked where they stand.
    retention: [things.cases[0]!.id],
    assets: ['none.css'],
  };
  const values = plain[before] ?? anything(things, of);
  const ends = extensions(parameter);
  return ends.length === 0 ? values : values.flatMap((value) => ends.map((end) => `${value}.${end}`));
}

function step(filling: Filling, segment: string, before: string, things: Things): readonly Filling[] {
  const { path, of } = filling;
  if (!segment.startsWith(':')) return [{ path: `${path}/${segment}`, of }];
  if (before === 'applications')
    return things.cases.map((each) => ({ path: `${path}/${each.id}`, of: each }));
  return valuesOf(before, segment, things, of).map((value) => ({ path: `${path}/${value}`, of }));
}

/** The addresses of one route, each of its parameters filled with all there is. */
export function addressesOf(pattern: string, things: Things): readonly string[] {
  const segments = pattern.split('/').filter((each) => each !== '');
  let fillings: readonly Filling[] = [{ path: '', of: null }];
  for (const [index, segment] of segments.entries()) {
    const before = segments[index - 1] ?? '';
    fillings = fillings.flatMap((filling) => step(filling, segment, before, things));
  }
  return fillings.map(({ path }) => path || '/');
}

/** The routes of the whole app by method, out of the router itself; what stands under `*` is no page. */
export const patternsOf = (app: Hono, method: 'GET' | 'POST'): readonly string[] => [
  ...new Set(app.routes.filter((route) => route.method === method).map(({ path }) => path)),
];

const decoded = (text: string): string => {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
};

const isArchive = ({ bytes }: Answer): boolean => bytes[0] === 0x50 && bytes[1] === 0x4b;

/** All that an answer says: headers, body, what is packed in it. */
export function saidBy(answer: Answer): string {
  const headers = [...answer.headers].map(([name, value]) => `${name}: ${decoded(value)}`).join('\n');
  const body = isArchive(answer)
    ? Object.entries(unzipSync(answer.bytes))
        .map(([name, bytes]) => `${name}\n${strFromU8(bytes)}`)
        .join('\n')
    : answer.text;
  return `${headers}\n${body}`;
}

/** A document of which the words cannot be read here. */
export const isSealed = ({ headers }: Answer): boolean => headers.get('content-type') === 'application/pdf';
