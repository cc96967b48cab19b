import type { CountedAppealLine, CountedLine } from '../../../app/queries/applications/counted-cases.ts';
import { answerOf } from '../../../law/answers.ts';
import { appealKindNames, appealResultNames } from '../../../law/appeals.ts';
import { applicantKindNames } from '../../../law/applicants.ts';
import type { Column, TableDefinition } from '../../theme/table-model.ts';
import { channelName, stepWords } from './words.ts';

interface Where {
  readonly at: (path: string) => string;
  /** Of several agencies, which are then named. */
  readonly below: boolean;
}

const agencyColumn = <Row extends { readonly agency: string }>(below: boolean): readonly Column<Row>[] =>
  below ? [{ id: 'agency', label: '机关', value: ({ agency }) => agency }] : [];

/** The cases behind a figure of table 三. */
export const countedTable = ({ at, below }: Where): TableDefinition<CountedLine> => ({
  id: 'counted',
  title: '申请',
  unit: '件',
  key: ({ agencyId, number, id }) => id ?? `${agencyId} ${number ?? ''}`,
  filters: [],
  sort: { column: 'agency', descending: false },
  columns: [
    {
      id: 'number',
      label: '编号',
      value: ({ number }) => number ?? '尚未登记',
      href: ({ id }) => (id === null ? null : at(`/office/applications/${id}`)),
      header: true,
    },
    ...agencyColumn<CountedLine>(below),
    { id: 'title', label: '申请内容', value: ({ title }) => title, shown: !below },
    { id: 'applicant', label: '申请人', value: ({ applicant }) => applicant, shown: !below },
    { id: 'kind', label: '类别', value: ({ kind }) => applicantKindNames[kind] },
    { id: 'channel', label: '收到方式', value: ({ channel }) => channelName(channel) },
    { id: 'received', label: '收到日期', kind: 'day', value: ({ receivedOn }) => receivedOn },
    { id: 'ended', label: '答复日期', kind: 'day', value: ({ endedOn }) => endedOn },
    {
      id: 'answer',
      label: '处理结果',
      value: ({ answer }) => (answer === null ? null : answerOf(answer).name),
    },
    {
      id: 'phase',
      label: '环节',
      value: ({ phase, waitingFor }) => stepWords(phase, waitingFor),
      shown: false,
    },
  ],
});

/** The reviews and suits behind a figure of table 四. */
export const countedAppealsTable = ({ at, below }: Where): TableDefinition<CountedAppealLine> => ({
  id: 'counted',
  title: '复议、诉讼',
  unit: '件',
  key: ({ agency, id, acceptedOn }) => id ?? `${agency} ${acceptedOn}`,
  filters: [],
  sort: { column: 'agency', descending: false },
  columns: [
    {
      id: 'kind',
      label: '种类',
      value: ({ kind }) => appealKindNames[kind],
      href: ({ id }) => (id === null ? null : at(`/office/appeals/${id}`)),
      header: true,
    },
    ...agencyColumn<CountedAppealLine>(below),
    { id: 'accepted', label: '受理日期', kind: 'day', value: ({ acceptedOn }) => acceptedOn },
    { id: 'ended', label: '审结日期', kind: 'day', value: ({ endedOn }) => endedOn },
    { id: 'result', label: '现在的结果', value: ({ result }) => appealResultNames[result] },
    { id: 'words', label: '结案方式', value: ({ words }) => words },
    {
      id: 'case',
      label: '对应申请',
      value: ({ applicationId }) => (applicationId === null ? null : '打开'),
      href: ({ applicationId }) =>
        applicationId === null ? null : at(`/office/applications/${applicationId}`),
    },
  ],
});
