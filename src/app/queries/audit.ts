import { keptSeals, sealOfDay } from '../../store/access-seals.ts';
import {
  type Anchor,
  anchorsOf,
  type ChainState,
  chainAfter,
  chainStates,
  hashOf,
} from '../../store/event-chain.ts';
import type { AppContext } from '../context.ts';

const rowsAtOnce = 2_000;
/** Faults told of one agency; a rewritten chain has as many as it has events. */
const mostFaults = 20;

/** What is wrong with a chain, and at which number. */
export interface ChainFault {
  readonly seq: number;
  /** Id of the event, null where it is gone. */
  readonly event: string | null;
  readonly message: string;
}

/** One agency's chain, verified from its first event. */
export interface VerifiedChain {
  readonly slug: string;
  readonly name: string;
  readonly sealed: number;
  readonly unsealed: number;
  /** Hex, null where nothing is sealed. */
  readonly head: string | null;
  readonly faults: readonly ChainFault[];
}

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');
const same = (a: Uint8Array | null, b: Uint8Array): boolean => a !== null && Buffer.from(a).equals(b);

interface Walk {
  readonly faults: ChainFault[];
  seq: number;
  hash: Uint8Array;
  rows: number;
}

async function walkChain(
  context: AppContext,
  agencyId: string,
  anchors: ReadonlyMap<number, string>,
): Promise<Walk> {
  const walk: Walk = { faults: [], seq: 0, hash: Buffer.alloc(32), rows: 0 };
  const found = (seq: number, event: string | null, message: string): void => {
    if (walk.faults.length < mostFaults) walk.faults.push({ seq, event, message });
  };
  for (;;) {
    const after = walk.seq;
    const rows = await context.store.read((database) => chainAfter(database, agencyId, after, rowsAtOnce));
    for (const row of rows) {
      if (row.seq !== walk.seq + 1)
        found(walk.seq + 1, null, `第${walk.seq + 1}号至第${row.seq - 1}号记录缺失`);
      else if (!same(row.previous_hash, walk.hash))
        found(row.seq, row.id, '与前一条记录不衔接，记录被替换或调换过');
      if (!same(row.hash, hashOf(row.previous_hash, row.seq, row)))
        found(row.seq, row.id, '内容与封存时不一致，记录被改动过');
      const anchored = anchors.get(row.seq);
      if (anchored !== undefined && anchored !== hex(row.hash))
        found(row.seq, row.id, '与上级机关留存的摘要不一致，整条链被重写过');
      walk.seq = row.seq;
      walk.hash = row.hash;
      walk.rows += 1;
    }
    if (rows.length < rowsAtOnce) return walk;
  }
}

function headFault(state: ChainState, walk: Walk): ChainFault | null {
  if (state.head === null)
    return walk.rows === 0 ? null : { seq: walk.seq, event: null, message: '链头缺失' };
  if (state.head.seq > walk.seq)
    return {
      seq: walk.seq + 1,
      event: null,
      message: `第${walk.seq + 1}号至第${state.head.seq}号记录缺失（链尾被截断）`,
    };
  if (state.head.seq < walk.seq)
    return { seq: state.head.seq + 1, event: null, message: '链头之后另有记录，不是封存程序写入的' };
  return same(state.head.hash, walk.hash)
    ? null
    : { seq: walk.seq, event: null, message: '链头与最后一条记录不一致' };
}

/** Days of the access log that are not what the record keeps of them. */
async function accessFaults({ store }: AppContext, agencyId: string): Promise<readonly ChainFault[]> {
  const faults: ChainFault[] = [];
  for (const kept of await store.read((database) => keptSeals(database, agencyId))) {
    const now = await store.read((database) => sealOfDay(database, agencyId, kept.day));
    if (now.rows === kept.rows && now.hash === kept.hash) continue;
    const what = now.rows === kept.rows ? '内容被改动过' : `封存时${kept.rows}条，现有${now.rows}条`;
    faults.push({
      seq: kept.seq ?? 0,
      event: kept.event,
      message: `${kept.day}的查阅记录与封存时不一致：${what}`,
    });
    if (faults.length === mostFaults) break;
  }
  return faults;
}

async function verifyOne(context: AppContext, state: ChainState): Promise<VerifiedChain> {
  const anchors = await context.store.read((database) => anchorsOf(database, state.agency_id));
  const byNumber = new Map(anchors.map(({ seq, hash }) => [seq, hash]));
  const walk = await walkChain(context, state.agency_id, byNumber);
  const head = headFault(state, walk);
  const accesses = await accessFaults(context, state.agency_id);
  const beyond = anchors.find(({ seq }: Anchor) => seq > walk.seq);
  return {
    slug: state.slug,
    name: state.name,
    sealed: walk.rows,
    unsealed: state.unsealed,
    head: walk.rows === 0 ? null : hex(walk.hash),
    faults: [
      ...walk.faults,
      ...(head === null ? [] : [head]),
      ...(beyond === undefined || head !== null
        ? []
        : [{ seq: beyond.seq, event: null, message: '上级机关留存的摘要指向的记录已不存在' }]),
      ...accesses,
    ],
  };
}

/** Every chain, or one agency's, verified event by event against hashes, heads, anchors and the access log. */
export async function* verifyChains(
  context: AppContext,
  slug: string | null = null,
): AsyncGenerator<VerifiedChain> {
  const states = await context.store.read((database) => chainStates(database, slug));
  for (const state of states) yield await verifyOne(context, state);
}
