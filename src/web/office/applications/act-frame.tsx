import type { Child } from 'hono/jsx';
import { shanghaiDay } from '../../../app/calendar-years.ts';
import { type ActId, policyRow } from '../../../app/policy/index.ts';
import type { Clock } from '../../../domain/application/clock.ts';
import { DecisionBar, Fingerprint } from '../../theme/approval.tsx';
import { ArticleChip } from '../../theme/article-chip.tsx';
import { Button, ButtonLink, Buttons } from '../../theme/buttons.tsx';
import { DueChip } from '../../theme/due-chip.tsx';
import { Form } from '../../theme/form.tsx';
import { FormErrors } from '../../theme/form-errors.tsx';
import { OfficeFrame } from '../../theme/office-frame.tsx';
import { Panel } from '../../theme/panel.tsx';
import type { Crumb } from '../../theme/parts.tsx';
import { TextArea } from '../../theme/text-area.tsx';
import { TextField } from '../../theme/text-field.tsx';
import { type Fault, faultOf, formErrors } from '../faults.ts';
import type { OfficePage, Sent } from '../page.ts';
import type { FieldDef } from './field-defs.ts';
import { helpOf } from './field-help.ts';
import { FieldList } from './field-list.tsx';
import { placedFaults } from './placed-faults.ts';
import { dueOf } from './words.ts';

/** What an act is done to, a case or a group, as the pages of its acts show it. */
export interface Acted {
  readonly page: OfficePage;
  readonly crumbs: (last: string) => readonly Crumb[];
  readonly clock: Clock | null;
  /** Address of its own page, under which its acts stand. */
  readonly own: string;
  readonly sent: Sent;
  readonly faults: readonly Fault[];
}

const Frame = (
  props: Acted & {
    readonly title: string;
    readonly last: string;
    readonly lead: string | null;
    readonly actbar?: boolean;
    readonly faults: readonly Fault[];
    readonly children: Child;
  },
) => {
  const { page, crumbs, clock, title, last, lead, actbar = false, faults, children } = props;
  const today = shanghaiDay(page.context.now());
  return (
    <OfficeFrame
      shell={page.shell}
      title={title}
      section={page.at('/office/applications')}
      crumbs={crumbs(last)}
      badges={<DueChip due={dueOf(clock, page.context.calendar())} today={today} />}
      {...(lead === null ? {} : { lead })}
      {...(actbar ? { actbar } : {})}
    >
      <FormErrors errors={formErrors(faults)} />
      {children}
    </OfficeFrame>
  );
};

export interface ActFrameProps extends Acted {
  readonly act: ActId;
  /** Of what it is done to. */
  readonly title: string;
  readonly lead: string;
  readonly path: string;
  readonly dayLabel?: string;
  readonly fields: readonly FieldDef[];
  /** Stands between what the act does and its form. */
  readonly before?: Child;
  /** Beside the fields: a file. */
  readonly file?: Child;
  /** Beside the button. */
  readonly aside?: Child;
}

/** One act as a form of its own: what it does, by which article, what it asks. */
export const ActFrame = (props: ActFrameProps) => {
  const { page, act, title, lead, path, own, dayLabel = '办理之日', fields, sent, file } = props;
  const row = policyRow(act)!;
  const faults = placedFaults(props.faults, ['on', ...fields.map(({ name }) => name)]);
  return (
    <Frame {...props} title={row.label} last={row.label} lead={title} faults={faults}>
      <Panel
        id="act"
        title={row.label}
        {...(row.basis === undefined ? {} : { aside: <ArticleChip basis={row.basis} /> })}
      >
        <p>{lead}</p>
        {props.before}
        <Form action={`${own}/${path}`} fields={page.fields} guard files={file !== undefined}>
          <TextField
            name="on"
            kind="date"
            label={dayLabel}
            need
            value={sent.on ?? shanghaiDay(page.context.now())}
            {...helpOf(act, 'on')}
            error={faultOf(faults, 'on')}
          />
          <FieldList form={act} under={row.basis} fields={fields} sent={sent} faults={faults} />
          {file}
          <Buttons>
            <Button weight="primary">{row.label}</Button>
            {props.aside}
            <ButtonLink href={own} weight="link">
              返回
            </ButtonLink>
          </Buttons>
        </Form>
      </Panel>
    </Frame>
  );
};

export interface ApprovalFrameProps extends Acted {
  readonly title: string;
  readonly answer: string | null;
  /** The paper that is approved. */
  readonly letter: Child;
  /** What was looked at before. */
  readonly looked: Child;
  /** What the approval is bound to, and in words. */
  readonly bound: { readonly sha256: string; readonly words: Child };
  readonly hidden?: Readonly<Record<string, string>>;
}

/** The approval of an answer, made for a phone: the letter, what was looked at before, the decision. */
export const ApprovalFrame = (props: ApprovalFrameProps) => {
  const { page, title, answer, letter, looked, bound, hidden = {}, own, sent, faults } = props;
  const today = shanghaiDay(page.context.now());
  return (
    <Frame {...props} title={title} last="审批" lead={answer} actbar>
      <div class="gk-split">
        {letter}
        <div class="gk-stack">
          {looked}
          <Panel id="decision" title="决定">
            <Fingerprint sha256={bound.sha256}>{bound.words}</Fingerprint>
            <Form action={`${own}/approve`} fields={{ ...page.fields, on: today, ...hidden }}>
              <TextArea
                name="opinion"
                hint="批准的可以不填；退回的写明哪里要改。"
                label="意见"
                need="退回时必填"
                rows={3}
                value={sent.opinion ?? ''}
                error={faultOf(faults, 'opinion') ?? faultOf(faults, 'reason')}
              />
              <DecisionBar>
                <Button weight="danger" icon="back" name="decision" value="return">
                  退回
                </Button>
                <Button weight="primary" icon="check" name="decision" value="approve">
                  批准签发
                </Button>
              </DecisionBar>
            </Form>
          </Panel>
        </div>
      </div>
    </Frame>
  );
};
