import { shanghaiDay } from '../../../app/calendar-years.ts';
import { policyRow } from '../../../app/policy/index.ts';
import type { GroupLetter } from '../../../app/queries/groups/group-letter.ts';
import type { GroupSheet } from '../../../app/queries/groups/group-sheet.ts';
import { phasesFor } from '../../../domain/application/group.ts';
import { answerOf } from '../../../law/answers.ts';
import { DecisionBar, Fingerprint } from '../../theme/approval.tsx';
import { ArticleChip } from '../../theme/article-chip.tsx';
import { Button, ButtonLink, Buttons } from '../../theme/buttons.tsx';
import { DueChip } from '../../theme/due-chip.tsx';
import { FileField } from '../../theme/file-field.tsx';
import { Form } from '../../theme/form.tsx';
import { FormErrors } from '../../theme/form-errors.tsx';
import { OfficeFrame } from '../../theme/office-frame.tsx';
import { Panel } from '../../theme/panel.tsx';
import { TextArea } from '../../theme/text-area.tsx';
import { TextField } from '../../theme/text-field.tsx';
import { type Fault, faultOf, formErrors } from '../faults.ts';
import type { OfficePage, Sent } from '../page.ts';
import { helpOf } from './field-help.ts';
import { FieldList } from './field-list.tsx';
import type { GroupActDef } from './group-defs.ts';
import { groupCrumbs } from './group-page.tsx';
import { count, groupPath } from './group-words.ts';
import { LetterView } from './letter-view.tsx';
import { placedFaults } from './placed-faults.ts';
import { dueOf } from './words.ts';

interface Props {
  readonly page: OfficePage;
  readonly sheet: GroupSheet;
  readonly sent: Sent;
  readonly faults: readonly Fault[];
}

const standing = (sheet: GroupSheet, act: GroupActDef['act']): number =>
  phasesFor(act).reduce((sum, phase) => sum + (sheet.line.byPhase[phase] ?? 0), 0);

/** One act on a group as a form: what it does to each, how many stand where it can be done. */
export const GroupActPage = ({
  page,
  sheet,
  def,
  sent,
  faults: given,
}: Props & { readonly def: GroupActDef }) => {
  const { shell, at, fields, context } = page;
  const row = policyRow(`applicationGroup.${def.act}`)!;
  const today = shanghaiDay(context.now());
  const faults = placedFaults(given, ['on', ...def.fields.map(({ name }) => name)]);
  const back = groupPath(sheet.line);
  return (
    <OfficeFrame
      shell={shell}
      title={row.label}
      section={at('/office/applications')}
      crumbs={groupCrumbs({ page, sheet }, row.label)}
      badges={<DueChip due={dueOf(sheet.line.clock, context.calendar())} today={today} />}
      lead={sheet.line.title}
    >
      <FormErrors errors={formErrors(faults)} />
      <Panel
        id="act"
        title={row.label}
        {...(row.basis === undefined ? {} : { aside: <ArticleChip basis={row.basis} /> })}
      >
        <p>{def.lead}</p>
        <p>
          处在这一环节的有 <strong>{count(standing(sheet, def.act))}</strong>{' '}
          件。不符合条件的不办，办完后逐件列明原因。
        </p>
        <Form action={at(`${back}/${def.path}`)} fields={fields} guard files={def.takesFile ?? false}>
          <TextField
            name="on"
            kind="date"
            label={def.dayLabel ?? '办理之日'}
            need
            value={sent.on ?? today}
            {...helpOf(`applicationGroup.${def.act}`, 'on')}
            error={faultOf(faults, 'on')}
          />
          <FieldList form={`applicationGroup.${def.act}`} fields={def.fields} sent={sent} faults={faults} />
          {def.takesFile && (
            <FileField
              name="file"
              label="附件"
              need
              accept=".pdf,.jpg,.jpeg,.png,.doc,.docx,.xls,.xlsx,.zip"
              hint="不超过20 MB，加密保存。申请人会收到同样的文件名。"
              error={faultOf(faults, 'name')}
            />
          )}
          <Buttons>
            <Button weight="primary">{row.label}</Button>
            <ButtonLink href={at(back)} weight="link">
              返回
            </ButtonLink>
          </Buttons>
        </Form>
      </Panel>
    </OfficeFrame>
  );
};

/** The one approval of a group: the letter as one of them gets it, what is approved, for how many. */
export const GroupApprovePage = ({
  page,
  sheet,
  letter,
  sent,
  faults,
}: Props & { readonly letter: GroupLetter }) => {
  const { shell, at, fields, context } = page;
  const today = shanghaiDay(context.now());
  const cases = standing(sheet, 'approve');
  return (
    <OfficeFrame
      shell={shell}
      title="审批整组答复"
      section={at('/office/applications')}
      crumbs={groupCrumbs({ page, sheet }, '审批')}
      badges={<DueChip due={dueOf(sheet.line.clock, context.calendar())} today={today} />}
      {...(sheet.draft === null ? {} : { lead: answerOf(sheet.draft.answer).name })}
      actbar
    >
      <FormErrors errors={formErrors(faults)} />
      <div class="gk-split">
        <LetterView letter={letter.letter} />
        <div class="gk-stack">
          <Panel id="sample" title="样件">
            <p>
              这是登记编号 <span class="gk-nw">{letter.number}</span>{' '}
              的答复书。其余各件的姓名、编号、收到日期、经过和文号不同，答复的内容相同。
            </p>
            <p>
              <a href={at(groupPath(sheet.line))}>看各件申请和审查意见</a>
            </p>
          </Panel>
          <Panel id="decision" title="决定">
            <Fingerprint sha256={letter.text}>
              一次批准 {count(cases)} 件。批准后每件各出一份答复书、各有校验值；改动一个字，须重新审批。
            </Fingerprint>
            <Form
              action={at(`${groupPath(sheet.line)}/approve`)}
              fields={{ ...fields, on: today, text: letter.text }}
            >
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
    </OfficeFrame>
  );
};
