import type { AccessRow, EventRow } from '../../app/queries/record.ts';
import type { Shown } from '../../app/queries/record-pages.ts';
import { wordsOfAct, wordsOfEvent, wordsOfFacts, wordsOfRefusal } from '../../app/record-words.ts';
import type { Column, Filter, TableDefinition } from '../theme/table-model.ts';
import { instantWords } from './session-table.tsx';

type At = (path: string, query?: Readonly<Record<string, string>>) => string;

const filters: readonly Filter[] = [
  { kind: 'text', name: 'agency', label: '机关', placeholder: '不填为本机关' },
  { kind: 'text', name: 'person', label: '办理人', placeholder: '登录名或姓名' },
  { kind: 'text', name: 'subject', label: '对象', placeholder: '申请编号、登录名、机关代码' },
  { kind: 'day', name: 'from', label: '从' },
  { kind: 'day', name: 'to', label: '到' },
];

/** A link to all that was done to the same thing, in the same agency's record. */
const about = <Row extends { subject_id: string | null }>(
  at: At,
  path: string,
  agency: string,
): Column<Shown<Row>> => ({
  id: 'about',
  label: '对象',
  value: (row) => row.about,
  href: ({ subject_id }) => (subject_id === null ? null : at(path, { agency, subject: subject_id })),
  width: 36,
});

const base = { unit: '条', filters, sort: { column: 'at', descending: true } } as const;

/** Acts of one agency's record. */
export const eventsTable = (at: At, agency: string): TableDefinition<Shown<EventRow>> => ({
  ...base,
  id: 'events',
  title: '操作记录',
  columns: [
    { id: 'at', label: '时间', value: (row) => instantWords(row.at), header: true, width: 18 },
    { id: 'who', label: '办理人', value: ({ who }) => who, width: 24 },
    { id: 'kind', label: '办理', value: ({ kind }) => wordsOfEvent(kind), width: 20 },
    about<EventRow>(at, '/office/audit', agency),
    { id: 'facts', label: '内容', value: ({ facts }) => wordsOfFacts(facts), width: 60 },
    {
      id: 'seq',
      label: '封存序号',
      value: ({ seq }) => (seq === null ? '待封存' : String(seq)),
      wideOnly: true,
    },
  ],
  key: ({ id }) => id,
});

/** Readings of personal data, with their purpose, and acts that were refused. */
export const accessesTable = (at: At, agency: string): TableDefinition<Shown<AccessRow>> => ({
  ...base,
  id: 'accesses',
  title: '查阅和拒绝记录',
  columns: [
    { id: 'at', label: '时间', value: (row) => instantWords(row.at), header: true, width: 18 },
    { id: 'who', label: '办理人', value: ({ who }) => who, width: 24 },
    { id: 'act', label: '事项', value: ({ act }) => wordsOfAct(act), width: 24 },
    about<AccessRow>(at, '/office/audit/accesses', agency),
    {
      id: 'outcome',
      label: '结果',
      value: ({ refused }) => (refused === null ? '已查阅' : `拒绝：${wordsOfRefusal(refused)}`),
      width: 24,
    },
    { id: 'purpose', label: '目的', value: ({ purpose }) => purpose, width: 40 },
  ],
  key: ({ id }) => id,
});
