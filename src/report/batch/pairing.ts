import type { Digest } from './digest.ts';

export interface Paired {
  /** Positions of reports of one agency in consecutive years, to be checked again, each with the one before it. */
  readonly chains: readonly (readonly number[])[];
  /** Names whose reports look like one agency's over the years but cannot be told to be, with how many there are. */
  readonly unpaired: ReadonlyMap<string, number>;
}

interface Member {
  readonly index: number;
  readonly folder: string;
  readonly digest: Digest;
}

type Years = Map<number, Member[]>;

/** Same identity, else same name in the same folder: what makes two reports of a batch one agency's. */
export const agencyKey = ({ identity, agency }: Digest, folder: string): string =>
  identity === null ? `in ${folder}\n${agency.name}` : `of ${identity}`;

const keyOf = ({ folder, digest }: Member): string => agencyKey(digest, folder);

function byKey(members: readonly Member[], key: (member: Member) => string): Map<string, Years> {
  const groups = new Map<string, Years>();
  for (const member of members) {
    const name = key(member);
    const years = groups.get(name) ?? new Map<number, Member[]>();
    groups.set(name, years);
    const same = years.get(member.digest.year);
    if (same === undefined) years.set(member.digest.year, [member]);
    else same.push(member);
  }
  return groups;
}

/** The last year's report of each year where there is exactly one; runs of single reports become one chain. */
function chainsOf(years: Years): number[][] {
  const chains: number[][] = [];
  let run: Member[] = [];
  const close = (): void => {
    if (run.length > 1) chains.push(run.map(({ index }) => index));
    run = [];
  };
  for (const year of [...years.keys()].sort((a, b) => a - b)) {
    const before = years.get(year - 1);
    const now = years.get(year) ?? [];
    const only = before?.length === 1 ? before[0] : undefined;
    if (now.length === 1 && now[0] !== undefined) {
      if (only === undefined) close();
      run.push(now[0]);
      continue;
    }
    close();
    if (only !== undefined) for (const { index } of now) chains.push([only.index, index]);
  }
  close();
  return chains;
}

const follows = (years: Years, wanted: (members: readonly Member[]) => boolean): boolean =>
  [...years].some(([year, members]) => {
    const before = years.get(year - 1);
    return before !== undefined && wanted([...before, ...members]);
  });

/** Folder part of a path, whichever way its system writes it. */
export const folderOf = (path: string): string => /^(.*)[\\/][^\\/]*$/su.exec(path)?.[1] ?? '';

/**
 * Pairs the reports of a batch with last year's of the same agency. Names repeat (九都镇 is in three counties), so a
 * name that does not tell the agency pairs only within one folder, and two reports of one year pair with nothing.
 */
export function pair(digests: readonly (Digest | null)[], paths: readonly string[]): Paired {
  const members = digests.flatMap((digest, index) =>
    digest === null ? [] : [{ index, folder: folderOf(paths[index] ?? ''), digest }],
  );
  const chains: number[][] = [];
  const unpaired = new Map<string, number>();
  const say = (years: Years): void => {
    const all = [...years.values()].flat();
    const name = all[0]?.digest.agency.name;
    if (name !== undefined) unpaired.set(name, all.length);
  };
  for (const years of byKey(members, keyOf).values()) {
    if (years.size < 2) continue;
    chains.push(...chainsOf(years));
    if (follows(years, () => [...years].some(([year, m]) => m.length > 1 && years.has(year + 1)))) say(years);
  }
  const untold = members.filter(({ digest }) => digest.identity === null);
  for (const years of byKey(untold, ({ digest }) => digest.agency.name).values())
    if (follows(years, (both) => new Set(both.map(keyOf)).size === both.length)) say(years);
  return { chains, unpaired };
}
