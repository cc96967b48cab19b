import type { DisclosureBand } from '../../../law/forms/index.ts';
import { isAnchor } from './disclosure-runs.ts';
import { copyOf } from './fold.ts';
import { wordsOfBand } from './form-words.ts';
import { firstHitFrom } from './text-chain.ts';
import type { Hit, TextSource } from './text-source.ts';
import type { HeadUnit } from './value.ts';

interface Head {
  readonly columns: readonly string[] | null;
  readonly unit: HeadUnit;
  /** Whether the head names every column of the form. */
  readonly whole: boolean;
}

/** Heads met before by band, with what is strange in them: the same stand in every report. */
const met = new Map<DisclosureBand, Map<string, string>>();
const MAX_MET = 500;
/** Longer stretches are no heads. */
const LONGEST = 200;

/** Letters of a band's head that are none of its labels. */
export function strangeHead(source: TextSource, band: DisclosureBand, from: number, to: number): string {
  const head = source.letters.slice(from, to);
  if (head.length > LONGEST) return strangeIn(head, band);
  const known = met.get(band) ?? new Map<string, string>();
  const before = known.get(head);
  if (before !== undefined) return before;
  if (known.size >= MAX_MET) known.clear();
  const strange = strangeIn(head, band);
  known.set(copyOf(head), strange);
  met.set(band, known);
  return strange;
}

function strangeIn(head: string, band: DisclosureBand): string {
  const { title, rows, columns } = wordsOfBand(band);
  let text = head;
  for (const row of rows) text = text.replace(row, '');
  text = text.replace(title, '').replace('信息内容', '');
  for (const column of columns) text = text.replace(column, '');
  return text.replace(/单位|亿|万|元|序号|备注/g, '');
}

/** Heads printed once in every column they span: then the values under them are, too. */
function repeatedHeads(
  source: TextSource,
  seen: readonly Hit[],
  own: readonly string[],
): readonly string[] | null {
  const last = seen.at(-1);
  if (last === undefined || seen.length <= own.length) return null;
  const raw = source.raw.slice(seen[0]!.start, last.end);
  const columns = seen.map((h) => h.pattern.id);
  const runs = columns.filter((id, i) => id !== columns[i - 1]);
  return columns.length <= 6 && new Set(runs).size === runs.length && !/\n\s*\n\s*\n/.test(raw)
    ? columns
    : null;
}

/** What stands between the last head or title row of the form and a row. */
export function sinceHead(source: TextSource, to: number): string {
  let i = firstHitFrom(source.hits, to) - 1;
  while (i >= 0 && !isAnchor(source.hits[i]!)) i--;
  const from = i < 0 ? 0 : source.hits[i]!.end;
  const until = source.origin[to] ?? source.raw.length;
  return source.raw.slice(Math.max(from, until - 600), until);
}

/** Heads of a table that compares years; a head explained by its year (指2019年事项数) compares none. */
export const YEARS = /(?<!指\s{0,2})(?:19|20)\d\d\s*年/;

/** Column order of a band from the head labels between the row above and the first row of the band. */
export function headOf(source: TextSource, band: DisclosureBand, from: number, to: number): Head {
  const own = band.columns.map((c) => c.id);
  const seen: Hit[] = [];
  for (let i = firstHitFrom(source.hits, from); i < source.hits.length && source.hits[i]!.from < to; i++) {
    const hit = source.hits[i]!;
    if (hit.pattern.kind === 'column' && own.includes(hit.pattern.id)) seen.push(hit);
  }
  const ids = [...new Set(seen.map((h) => h.pattern.id))];
  const repeated = repeatedHeads(source, seen, own);
  const money = seen.find((h) => h.pattern.id === 'amount' || h.pattern.id === 'amountWan');
  const unit = money ? unitAfter(source, money) : null;
  if (repeated !== null) return { columns: repeated, unit, whole: true };
  const places = ids.map((id) => own.indexOf(id));
  const clear = strangeHead(source, band, from, to) === '';
  if (places.every((p, i) => i === 0 || places[i - 1]! < p))
    return {
      columns: ids.length > 0 && ids.length < own.length && clear ? ids : own,
      unit,
      whole: ids.length === own.length,
    };
  const raw = source.raw.slice(seen[0]!.start, seen.at(-1)!.end);
  const flow = !raw.includes('\n') || /[|\t]/.test(raw);
  return { columns: ids.length === own.length && flow ? ids : null, unit, whole: true };
}

function unitAfter(source: TextSource, hit: Hit): HeadUnit {
  const next = source.hits[firstHitFrom(source.hits, hit.to)];
  const text = source.raw.slice(hit.end, Math.min(hit.end + 14, next?.start ?? source.raw.length));
  const found = /^[\s（(【[]*(?:单位)?[:：\s]*(亿元|万元|元)[\s）)】\]]/.exec(text.replace(/\s+/g, ' '));
  return found ? (found[1] as HeadUnit) : null;
}

/** Letter from which the heads of a band may stand: its title row, or the first row's end before it. */
export function bandStart(source: TextSource, band: DisclosureBand, hit: Hit): number {
  const { title } = wordsOfBand(band);
  for (let i = firstHitFrom(source.hits, hit.from) - 1; i >= 0; i--) {
    const before = source.hits[i]!;
    if (hit.from - before.to > 120) break;
    if (before.pattern.kind === 'band' && before.pattern.letters === title) return before.from;
  }
  return hit.from;
}
