import type { ListedCase } from '../../../app/applications/listed-case.ts';
import { type Phase, phaseNames, phases } from '../../../domain/application/phases.ts';
import type { Calendar } from '../../../domain/workday/index.ts';
import { answerOf } from '../../../law/answers.ts';
import { applicantKindNames } from '../../../law/applicants.ts';
import { receiptRules } from '../../../law/intake.ts';
import { dueWords } from '../../theme/due-chip.tsx';
import type { Filter, TableDefinition } from '../../theme/table-model.ts';
import { DueCell, NameCell, StepCell } from './case-cells.tsx';
import { channelName, dueOf, stepWords } from './words.ts';

const openPhases: readonly Phase[] = [
  'submitted',
  'received',
  'inReview',
  'waiting',
  'drafting',
  'reviewing',
  'approving',
  'sent',
];
const phaseFilter = (some: readonly Phase[]): Filter => ({
  kind: 'select',
  name: 'phase',
  label: '环节',
  options: some.map((value) => ({ value, label: phaseNames[value] })),
});

interface Where {
  readonly at: (path: string) => string;
  readonly calendar: Calendar;
  readonly today: string;
}

const columns = ({ at, calendar, today }: Where): TableDefinition<ListedCase>['columns'] => [
  {
    id: 'due',
    label: '期限',
    value: ({ clock, endedOn }) => dueWords(dueOf(clock, calendar, endedOn))?.words ?? null,
    cell: ({ clock, endedOn }) => DueCell({ due: dueOf(clock, calendar, endedOn), today }),
    shown: 'always',
  },
  {
    id: 'title',
    label: '申请内容',
    value: ({ title }) => title,
    href: ({ id }) => at(`/office/applications/${id}`),
    header: true,
  },
  {
    id: 'number',
    label: '编号',
    value: ({ number }) => number,
    cell: ({ number }) => NameCell({ name: number }),
  },
  { id: 'applicant', label: '申请人', value: ({ applicant }) => applicant },
  {
    id: 'kind',
    label: '类别',
    value: ({ kind }) => applicantKindNames[kind],
    shown: false,
  },
  { id: 'channel', label: '收到方式', value: ({ channel }) => channelName(channel), shown: false },
  {
    id: 'received',
    label: '收到日期',
    kind: 'day',
    value: ({ receivedOn, submittedOn }) => receivedOn ?? submittedOn,
  },
  {
    id: 'step',
    label: '当前环节',
    value: ({ phase, waitingFor }) => stepWords(phase, waitingFor),
    cell: (row) => StepCell({ row }),
  },
  {
    id: 'holder',
    label: '经办人',
    value: ({ holder, unit }) => holder ?? unit ?? '待认领',
    cell: ({ holder, unit }) => NameCell({ name: holder ?? unit ?? '待认领' }),
  },
  {
    id: 'unitUntil',
    label: '内部期限',
    kind: 'day',
    value: ({ unitUntil }) => unitUntil,
    shown: false,
  },
  { id: 'first', label: '首问负责', value: ({ first }) => first ?? '—', shown: false },
  {
    id: 'answer',
    label: '处理结果',
    value: ({ answer }) => (answer === null ? null : answerOf(answer).name),
    shown: false,
  },
];

const base = {
  title: '申请',
  unit: '件',
  key: ({ id }: ListedCase) => id,
};

/** Open cases by the days that are left. */
export const boardTable = (where: Where): TableDefinition<ListedCase> => ({
  ...base,
  id: 'board',
  columns: columns(where),
  filters: [
    phaseFilter(openPhases),
    {
      kind: 'select',
      name: 'urgency',
      label: '期限',
      options: [
        { value: 'overdue', label: '已超期' },
        { value: 'today', label: '今天到期' },
        { value: 'soon', label: '五日内到期' },
        { value: 'later', label: '还有时间' },
        { value: 'lapsed', label: '申请人逾期' },
        { value: 'paused', label: '中止' },
        { value: 'notRunning', label: '不在计时' },
      ],
    },
    { kind: 'check', name: 'mine', label: '只看我经办的' },
    { kind: 'check', name: 'unopened', label: '两个工作日未查看的' },
  ],
  sort: { column: 'due', descending: false },
});

/** All cases, the newest first. */
export const allTable = (where: Where): TableDefinition<ListedCase> => ({
  ...base,
  id: 'applications',
  columns: columns(where),
  filters: [
    {
      kind: 'text',
      name: 'q',
      label: '查找',
      placeholder: '编号、姓名全称、证件号码、电话或者证件后四位',
      personal: true,
    },
    phaseFilter(phases),
    {
      kind: 'select',
      name: 'kind',
      label: '申请人类别',
      options: Object.entries(applicantKindNames).map(([value, label]) => ({ value, label })),
    },
    {
      kind: 'select',
      name: 'channel',
      label: '收到方式',
      options: receiptRules.map(({ channel, name }) => ({ value: channel, label: name })),
    },
    { kind: 'day', name: 'from', label: '收到日期从' },
    { kind: 'day', name: 'to', label: '到' },
  ],
  sort: { column: 'received', descending: true },
});
