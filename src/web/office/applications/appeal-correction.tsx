import type { AppealSheet } from '../../../app/queries/appeals/appeal-list.ts';
import { Button } from '../../theme/buttons.tsx';
import { Form } from '../../theme/form.tsx';
import { Panel } from '../../theme/panel.tsx';
import { type AppealPageProps, kindOptions, procedureOptions } from './appeals-page.tsx';
import type { FieldDef } from './field-defs.ts';
import { FieldList } from './field-list.tsx';

/** Stands for no procedure: a choice once made cannot be taken back otherwise. */
export const noProcedure = 'none';

/** The result is taken back. */
export const undoEnd = 'undo';

/** What was registered, to be corrected. */
const correctFields = (appeal: AppealSheet): readonly FieldDef[] => [
  { kind: 'radio', name: 'kind', label: '种类', need: true, options: kindOptions, value: appeal.kind },
  {
    kind: 'radio',
    name: 'procedure',
    label: '复议程序',
    need: true,
    options: [...procedureOptions, { value: noProcedure, label: '不适用（诉讼）' }],
    value: appeal.procedure ?? noProcedure,
  },
  { kind: 'text', name: 'organ', label: '复议机关或者法院', need: true, value: appeal.facts?.organ ?? '' },
  { kind: 'date', name: 'acceptedOn', label: '受理或者立案之日', need: true, value: appeal.accepted_on },
  { kind: 'text', name: 'notice', label: '通知书文号', need: false, value: appeal.facts?.notice ?? '' },
  {
    kind: 'area',
    name: 'grounds',
    label: '对方的请求和理由',
    need: false,
    value: appeal.facts?.grounds ?? '',
  },
  {
    kind: 'text',
    name: 'number',
    label: '对应申请的登记编号',
    need: false,
    value: appeal.number ?? '',
    hint: '例如 2026-0012；没有的不填。',
  },
  ...(appeal.ended_on === null
    ? []
    : [
        {
          kind: 'radio',
          name: 'undoEnd',
          label: '已登记的结果',
          options: [
            { value: 'keep', label: `保留：${appeal.words ?? ''}` },
            { value: undoEnd, label: '撤回，恢复为尚未审结' },
          ],
          value: 'keep',
        } as const,
      ]),
  { kind: 'area', name: 'reason', label: '为什么更正', need: true },
];

/** Corrects a registration that was wrong; folded away, since it is seldom needed. */
export const CorrectAppeal = ({ page, sent, faults, appeal }: AppealPageProps & { appeal: AppealSheet }) => (
  <Panel id="correct" title="更正登记">
    <details class="gk-more" open={'reason' in sent}>
      <summary>种类、程序、机关、受理之日、对应申请或者结果登记错了</summary>
      <Form action={page.at(`/office/appeals/${appeal.id}/correct`)} fields={page.fields}>
        <FieldList form="appeal.correct" fields={correctFields(appeal)} sent={sent} faults={faults} />
        <Button>更正</Button>
      </Form>
    </details>
  </Panel>
);
