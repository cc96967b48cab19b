import { isRefusal, type Refusal, refuse } from '../../domain/refusal.ts';
import type { Day } from '../../domain/workday/index.ts';
import { agencyBySlug, openAgenciesNamed } from '../../store/agencies.ts';
import { agencyRefs } from '../../store/agency-tree.ts';
import { chainStates } from '../../store/event-chain.ts';
import { accountsCalled, applicationNumbered, namesOf } from '../../store/names.ts';
import type { AccessRow, EventRow } from '../../store/record.ts';
import { logReading } from '../access-log.ts';
import type { AppContext } from '../context.ts';
import { query } from '../query.ts';
import { outsideActors } from '../record-words.ts';
import { type VerifiedChain, verifyChains } from './audit.ts';
import {
  exportAccesses,
  exportEvents,
  listAccesses,
  listEvents,
  type RecordPage,
  type RecordPageQuery,
  type RecordQuery,
} from './record.ts';

/** What an audit page asks for, as typed. */
export interface RecordAsked {
  /** Slug or full name; '' for the agency the person serves. */
  readonly agency: string;
  /** User name or name of an account, or 系统自动; '' for all. */
  readonly person: string;
  /** Id, user name, slug or application number of what was acted on; '' for all. */
  readonly subject: string;
  readonly from: Day | null;
  readonly to: Day | null;
}

export interface AskedPage extends RecordAsked {
  readonly after: string | null;
  readonly before: string | null;
  readonly limit: number;
}

interface AgencyName {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
}

/** A row with the names of who acted and on what. */
export type Shown<Row> = Row & { readonly who: string; readonly about: string | null };

const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const notFound = (message: string): Refusal => refuse('record.notFound', message);

/** The agency whose record is asked for; one that was closed keeps its record. */
async function agencyOf(
  { store, actor }: AppContext,
  { agency }: RecordAsked,
): Promise<AgencyName | Refusal> {
  const text = agency.trim();
  return store.read(async (database) => {
    if (text === '') {
      const id = typeof actor === 'string' ? null : actor.agencyId;
      const [own] = id === null ? [] : await agencyRefs(database, [id]);
      return own ?? notFound('请填写机关的代码或全称。');
    }
    const found = (await agencyBySlug(database, text)) ?? (await openAgenciesNamed(database, text))[0];
    return found ?? refuse('agency.unknown', `没有“${text}”这个机关。请填写代码或全称。`);
  });
}

async function actorOf(context: AppContext, typed: string): Promise<string | null | Refusal> {
  const text = typed.trim();
  if (text === '') return null;
  const outside = Object.entries(outsideActors).find(([, words]) => words === text);
  if (outside !== undefined) return outside[0];
  if (uuid.test(text)) return text;
  const found = await context.store.read((database) => accountsCalled(database, text));
  if (found.length === 1) return found[0]!;
  return notFound(
    found.length === 0
      ? `没有登录名或姓名为“${text}”的账号。`
      : `有多个账号的姓名是“${text}”，请填写登录名。`,
  );
}

async function subjectIdOf(
  context: AppContext,
  agencyId: string,
  typed: string,
): Promise<string | null | Refusal> {
  const text = typed.trim();
  if (text === '') return null;
  if (uuid.test(text)) return text;
  return context.store.read(async (database) => {
    const agency = await agencyBySlug(database, text);
    if (agency !== null) return agency.id;
    const application = await applicationNumbered(database, agencyId, text);
    if (application !== null) return application;
    const found = await accountsCalled(database, text);
    return found.length === 1
      ? found[0]!
      : notFound(`没有找到对象“${text}”。请填写申请编号、登录名或机关代码。`);
  });
}

async function askedOf(
  context: AppContext,
  asked: RecordAsked,
  agencyId: string,
): Promise<RecordQuery | Refusal> {
  const actor = await actorOf(context, asked.person);
  if (isRefusal(actor)) return actor;
  const subjectId = await subjectIdOf(context, agencyId, asked.subject);
  if (isRefusal(subjectId)) return subjectId;
  return { agencyId, actor, subjectId, from: asked.from, to: asked.to };
}

type AnyRow = { readonly actor: string; readonly subject_id: string | null };

async function withNames<Row extends AnyRow>(
  context: AppContext,
  agencyId: string,
  rows: readonly Row[],
): Promise<Shown<Row>[]> {
  const ids = rows
    .flatMap(({ actor, subject_id }) => [actor, subject_id ?? ''])
    .filter((id) => uuid.test(id));
  const names = new Map(
    (await context.store.read((database) => namesOf(database, agencyId, ids))).map(({ id, name }) => [
      id,
      name,
    ]),
  );
  return rows.map((row) => ({
    ...row,
    who: outsideActors[row.actor] ?? names.get(row.actor) ?? row.actor,
    about: row.subject_id === null ? null : (names.get(row.subject_id) ?? row.subject_id),
  }));
}

const subject = async (context: AppContext, asked: RecordAsked) => {
  const agency = await agencyOf(context, asked);
  return isRefusal(agency) ? agency : { agencyId: agency.id };
};

function pageQuery<Row extends AnyRow & { readonly id: string }>(
  act: 'event.list' | 'access.list',
  list: (context: AppContext, asked: RecordPageQuery) => Promise<RecordPage<Row> | Refusal>,
) {
  return query({
    act,
    subject,
    async run(context, asked: AskedPage) {
      const agency = await agencyOf(context, asked);
      if (isRefusal(agency)) return agency;
      const nothing = { agency, rows: [] as Shown<Row>[], next: null, previous: null };
      const meant = await askedOf(context, asked, agency.id);
      if (isRefusal(meant)) return { ...nothing, said: meant.message };
      const seek = (id: string | null) => (id !== null && uuid.test(id) ? id : null);
      const { limit } = asked;
      const page = await list(context, {
        ...meant,
        after: seek(asked.after),
        before: seek(asked.before),
        limit,
      });
      if (isRefusal(page)) return page;
      return { ...page, agency, rows: await withNames(context, agency.id, page.rows), said: null };
    },
  });
}

/** Acts of one agency's record by person, subject and day, with names. `said`: why nothing was looked for. */
export const eventPages = pageQuery<EventRow>('event.list', listEvents);
/** Readings of personal data and refused acts, the same way. */
export const accessPages = pageQuery<AccessRow>('access.list', listAccesses);

const namedAtOnce = 500;

async function* named<Row extends AnyRow>(
  context: AppContext,
  agencyId: string,
  rows: AsyncIterable<Row>,
): AsyncGenerator<Shown<Row>> {
  let waiting: Row[] = [];
  for await (const row of rows) {
    waiting.push(row);
    if (waiting.length < namedAtOnce) continue;
    yield* await withNames(context, agencyId, waiting);
    waiting = [];
  }
  yield* await withNames(context, agencyId, waiting);
}

function exportQuery<Row extends AnyRow>(
  act: 'event.list' | 'access.list',
  words: string,
  read: (context: AppContext, asked: RecordQuery) => Promise<AsyncGenerator<Row> | Refusal>,
) {
  return query({
    act,
    subject,
    async run(context, asked: RecordAsked) {
      const agency = await agencyOf(context, asked);
      if (isRefusal(agency)) return agency;
      const meant = await askedOf(context, asked, agency.id);
      if (isRefusal(meant)) return meant;
      const rows = await read(context, meant);
      if (isRefusal(rows)) return rows;
      // What leaves the system is noted, as a reading is.
      const about = {
        agencyId: agency.id,
        act,
        subjectKind: act.slice(0, act.indexOf('.')),
        subjectId: null,
      };
      await logReading(context, about, words);
      return { agency, rows: named(context, agency.id, rows) };
    },
  });
}

/** All rows that a page would lead to, newest first; that they were taken out is noted in the access log. */
export const eventExport = exportQuery<EventRow>('event.list', '导出操作记录', exportEvents);
export const accessExport = exportQuery<AccessRow>('access.list', '导出查阅记录', exportAccesses);

/** Longer chains are verified from the terminal: a page must not be waited for by the minute. */
const mostVerified = 100_000;

export interface ChainSheet {
  readonly agency: AgencyName;
  readonly sealed: number;
  readonly unsealed: number;
  readonly head: string | null;
  /** Null until asked for, or where the chain is too long for a page. */
  readonly verified: VerifiedChain | null;
  readonly tooLong: boolean;
}

/** How one agency's chain stands; with `verify` every link of it is checked. */
export const chainSheet = query({
  act: 'event.verify',
  subject: (context: AppContext, { agency }: { readonly agency: string; readonly verify: boolean }) =>
    subject(context, { agency, person: '', subject: '', from: null, to: null }),
  async run(context, { agency: typed, verify }): Promise<ChainSheet | Refusal> {
    const agency = await agencyOf(context, { agency: typed, person: '', subject: '', from: null, to: null });
    if (isRefusal(agency)) return agency;
    const [state] = await context.store.read((database) => chainStates(database, agency.slug));
    const sealed = state?.head?.seq ?? 0;
    const tooLong = sealed > mostVerified;
    let verified: VerifiedChain | null = null;
    if (verify && !tooLong) for await (const chain of verifyChains(context, agency.slug)) verified = chain;
    return {
      agency,
      sealed,
      unsealed: state?.unsealed ?? 0,
      head: state?.head == null ? null : Buffer.from(state.head.hash).toString('hex'),
      verified,
      tooLong,
    };
  },
});
