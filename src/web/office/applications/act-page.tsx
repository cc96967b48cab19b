import { shanghaiDay } from '../../../app/calendar-years.ts';
import { policyRow } from '../../../app/policy/index.ts';
import type { CaseSheet } from '../../../app/queries/applications/case-sheet.ts';
import { ArticleChip } from '../../theme/article-chip.tsx';
import { Button, ButtonLink, Buttons } from '../../theme/buttons.tsx';
import { DueChip } from '../../theme/due-chip.tsx';
import { Form } from '../../theme/form.tsx';
import { FormErrors } from '../../theme/form-errors.tsx';
import { OfficeFrame } from '../../theme/office-frame.tsx';
import { Panel } from '../../theme/panel.tsx';
import { TextField } from '../../theme/text-field.tsx';
import { type Fault, faultOf, formErrors } from '../faults.ts';
import type { OfficePage, Sent } from '../page.ts';
import type { ActDef } from './act-defs.ts';
import { helpOf } from './field-help.ts';
import { FieldList } from './field-list.tsx';
import { placedFaults } from './placed-faults.ts';
import { dueOf } from './words.ts';

export interface ActPageProps {
  readonly page: OfficePage;
  readonly sheet: CaseSheet;
  readonly def: ActDef;
  readonly sent: Sent;
  readonly faults: readonly Fault[];
}

export const caseCrumbs = ({ page: { at }, sheet }: Pick<ActPageProps, 'page' | 'sheet'>, last: string) => [
  { label: '依申请公开', href: at('/office/applications') },
  {
    label: sheet.state.number ?? sheet.receiptNumber,
    href: at(`/office/applications/${sheet.id}`),
  },
  { label: last },
];

/** One act on a case as a form of its own: what it does, by which article, what it asks. */
export const ActPage = (props: ActPageProps) => {
  const { page, sheet, def, sent } = props;
  const { shell, at, fields, context } = page;
  const row = policyRow(def.act)!;
  const today = shanghaiDay(context.now());
  const asked = def.fields(sheet, today, context.calendar());
  const faults = placedFaults(props.faults, ['on', ...asked.map(({ name }) => name)]);
  const back = at(`/office/applications/${sheet.id}`);
  return (
    <OfficeFrame
      shell={shell}
      title={row.label}
      section={at('/office/applications')}
      crumbs={caseCrumbs(props, row.label)}
      badges={<DueChip due={dueOf(sheet.clock, context.calendar())} today={today} />}
      lead={sheet.summary.title}
    >
      <FormErrors errors={formErrors(faults)} />
      <Panel
        id="act"
        title={row.label}
        {...(row.basis === undefined ? {} : { aside: <ArticleChip basis={row.basis} /> })}
      >
        <p>{def.lead}</p>
        <Form action={at(`/office/applications/${sheet.id}/${def.path}`)} fields={fields} guard>
          <TextField
            name="on"
            kind="date"
            label={def.dayLabel ?? '办理之日'}
            need
            value={sent.on ?? today}
            hint={helpOf(def.act, 'on').hint}
            error={faultOf(faults, 'on')}
          />
          <FieldList form={def.act} under={row.basis} fields={asked} sent={sent} faults={faults} />
          <Buttons>
            <Button weight="primary">{row.label}</Button>
            {def.act === 'application.submitForReview' && (
              <ButtonLink href={`${back}/draft`}>修改拟稿</ButtonLink>
            )}
            <ButtonLink href={back} weight="link">
              返回
            </ButtonLink>
          </Buttons>
        </Form>
      </Panel>
    </OfficeFrame>
  );
};
