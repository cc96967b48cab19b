import { shanghaiDay } from '../../../app/calendar-years.ts';
import type { AnswerDraft } from '../../../domain/application/answer-draft.ts';
import { reasonsFor } from '../../../domain/application/reasons.ts';
import { type AnswerId, answerOf, answers } from '../../../law/answers.ts';
import { outcomeGroupNames } from '../../../law/outcomes.ts';
import { ArticleChip, chipWords } from '../../theme/article-chip.tsx';
import { Button, ButtonLink, Buttons } from '../../theme/buttons.tsx';
import { type Due, DueChip } from '../../theme/due-chip.tsx';
import { Fieldset } from '../../theme/fieldset.tsx';
import { Form } from '../../theme/form.tsx';
import { FormErrors } from '../../theme/form-errors.tsx';
import { OfficeFrame } from '../../theme/office-frame.tsx';
import { Panel } from '../../theme/panel.tsx';
import type { Crumb } from '../../theme/parts.tsx';
import { TextField } from '../../theme/text-field.tsx';
import { type Fault, faultOf, formErrors } from '../faults.ts';
import type { OfficePage, Sent } from '../page.ts';
import {
  disclosedFields,
  methodField,
  rowsOffered,
  searchFields,
  singleFields,
  type Wanted,
  withheldFields,
} from './draft-form.ts';
import type { FieldDef } from './field-defs.ts';
import { helpOf } from './field-help.ts';
import { FieldList } from './field-list.tsx';
import { placedFaults } from './placed-faults.ts';

/** What is answered: one application, or all of one text. */
export interface DraftSubject {
  /** Under /office: where it stands. */
  readonly path: string;
  readonly crumbs: readonly Crumb[];
  readonly lead: string;
  readonly due: Due;
  readonly draft: AnswerDraft | null;
  readonly wanted?: Wanted;
}

export interface DraftPageProps {
  readonly page: OfficePage;
  readonly subject: DraftSubject;
  /** Null while the kind of answer is still to be chosen. */
  readonly answer: AnswerId | null;
  readonly sent: Sent;
  readonly faults: readonly Fault[];
}

type Group = keyof typeof outcomeGroupNames;

/** First which answer: each with its article, in the order of table 三. */
const Choose = ({ page: { at }, subject: { path } }: DraftPageProps) => (
  <Panel id="choose" title="怎样答复">
    {(Object.keys(outcomeGroupNames) as Group[]).map((group) => {
      const some = answers.filter(({ id, outcome }) => outcome.startsWith(group) && !id.startsWith('other.'));
      return some.length === 0 ? null : (
        <section class="gk-choices">
          <h3>{outcomeGroupNames[group]}</h3>
          <ul class="gk-worklist">
            {some.map(({ id, name, basis }) => (
              <li>
                <a href={at(`${path}/draft`, { answer: id })}>{name}</a>
                <span class="gk-muted">{chipWords(basis)}</span>
              </li>
            ))}
          </ul>
        </section>
      );
    })}
  </Panel>
);

/** Wordings to start from; without script they are copied by hand. */
const Library = ({ answer }: { answer: AnswerId }) => {
  const texts = reasonsFor(answer);
  return texts.length === 0 ? null : (
    <details class="gk-note">
      <summary>参考写法（{texts.length}）</summary>
      {texts.map(({ title, text }) => (
        <p>
          <strong>{title}：</strong>
          {text}
        </p>
      ))}
    </details>
  );
};

const rows = Array.from({ length: rowsOffered }, (_, index) => index);

/** Rows of one kind: the first and those filled in are open, the others unfold one by one, without script too. */
const Rows = ({
  name,
  fieldsOf,
  sent,
  faults,
}: {
  name: string;
  fieldsOf: (index: number) => readonly FieldDef[];
  sent: Sent;
  faults: readonly Fault[];
}) => (
  <>
    {rows.map((index) => {
      const fields = fieldsOf(index);
      const [main] = fields;
      const kept = main !== undefined && 'value' in main ? main.value : '';
      const filled = (sent[main?.name ?? ''] ?? kept ?? '') !== '';
      return index === 0 || filled ? (
        <FieldList form="application.draft" fields={fields} sent={sent} faults={faults} />
      ) : (
        <details class="gk-more">
          <summary>再加一项{name}</summary>
          <FieldList form="application.draft" fields={fields} sent={sent} faults={faults} />
        </details>
      );
    })}
  </>
);

const Parts = ({ subject, answer, sent, faults, page }: DraftPageProps & { answer: AnswerId }) => {
  const needs = answerOf(answer).needs;
  const draft = subject.draft?.answer === answer ? subject.draft : null;
  const today = shanghaiDay(page.context.now());
  const list = { sent, faults };
  return (
    <>
      {needs.includes('provision') && (
        <Fieldset title="公开的内容" hint="不用的行留空。">
          <Rows
            name="公开的内容"
            fieldsOf={(index) => disclosedFields(index, draft, subject.wanted)}
            {...list}
          />
        </Fieldset>
      )}
      {needs.includes('withheld') && (
        <Fieldset title="不予公开的内容" hint="逐项写明内容、依据和理由；不用的行留空。">
          <Rows name="不予公开的内容" fieldsOf={(index) => withheldFields(index, draft)} {...list} />
        </Fieldset>
      )}
      {needs.includes('searches') && (
        <Fieldset title="检索记录" hint="复议和诉讼中由本机关证明已尽检索义务。">
          <Rows name="检索" fieldsOf={(index) => searchFields(index, draft, today)} {...list} />
        </Fieldset>
      )}
      <FieldList
        form="application.draft"
        fields={[
          ...singleFields(answer, draft),
          ...(subject.wanted === undefined ? [] : [methodField(draft)]),
        ]}
        {...list}
      />
    </>
  );
};

const namesOf = (answer: AnswerId): string[] =>
  [
    ...disclosedFields(0, null),
    ...withheldFields(0, null),
    ...searchFields(0, null, ''),
    ...singleFields(answer, null),
  ].map(({ name }) => name);

/** Drawing up an answer: first which one, then what its article asks for. */
export const DraftPage = (props: DraftPageProps) => {
  const { page, subject, answer, sent } = props;
  const faults = answer === null ? props.faults : placedFaults(props.faults, namesOf(answer));
  const { shell, at, fields, context } = page;
  const today = shanghaiDay(context.now());
  const { path: base, due } = subject;
  return (
    <OfficeFrame
      shell={shell}
      title="拟写答复"
      section={at('/office/applications')}
      crumbs={subject.crumbs}
      badges={<DueChip due={due} today={today} />}
      lead={subject.lead}
    >
      <FormErrors errors={formErrors(faults)} />
      {answer === null ? (
        <Choose {...props} />
      ) : (
        <Panel
          id="draft"
          title={answerOf(answer).name}
          aside={<ArticleChip basis={answerOf(answer).basis} />}
        >
          <p>
            <a href={at(`${base}/draft`, { choose: '1' })}>换一种答复</a>
          </p>
          <Library answer={answer} />
          <Form action={at(`${base}/draft`)} fields={{ ...fields, answer }} guard>
            <TextField
              name="on"
              kind="date"
              label="拟稿之日"
              need
              value={sent.on ?? today}
              {...helpOf('application.draft', 'on')}
              error={faultOf(faults, 'on')}
            />
            <Parts {...props} faults={faults} answer={answer} />
            <Buttons>
              <Button weight="primary">保存拟稿，生成答复书</Button>
              <ButtonLink href={at(base)} weight="link">
                返回
              </ButtonLink>
            </Buttons>
          </Form>
        </Panel>
      )}
    </OfficeFrame>
  );
};
