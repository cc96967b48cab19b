import type { GroupLetter } from '../../../app/queries/groups/group-letter.ts';
import type { GroupSheet } from '../../../app/queries/groups/group-sheet.ts';
import { phasesFor } from '../../../domain/application/group.ts';
import { answerOf } from '../../../law/answers.ts';
import { FileField } from '../../theme/file-field.tsx';
import { Panel } from '../../theme/panel.tsx';
import { type Fault, faultOf } from '../faults.ts';
import type { OfficePage, Sent } from '../page.ts';
import { type Acted, ActFrame, ApprovalFrame } from './act-frame.tsx';
import type { GroupActDef } from './group-defs.ts';
import { groupCrumbs } from './group-page.tsx';
import { count, groupPath } from './group-words.ts';
import { LetterView } from './letter-view.tsx';

interface Props {
  readonly page: OfficePage;
  readonly sheet: GroupSheet;
  readonly sent: Sent;
  readonly faults: readonly Fault[];
}

const standing = (sheet: GroupSheet, act: GroupActDef['act']): number =>
  phasesFor(act).reduce((sum, phase) => sum + (sheet.line.byPhase[phase] ?? 0), 0);

/** A group as the pages of its acts show it. */
const actedGroup = ({ page, sheet, sent, faults }: Props): Acted => ({
  page,
  crumbs: (last) => groupCrumbs({ page, sheet }, last),
  clock: sheet.line.clock,
  own: page.at(groupPath(sheet.line)),
  sent,
  faults,
});

const Enclosure = ({ faults }: Pick<Props, 'faults'>) => (
  <FileField
    name="file"
    label="附件"
    need
    accept=".pdf,.jpg,.jpeg,.png,.doc,.docx,.xls,.xlsx,.zip"
    hint="不超过20 MB，加密保存。申请人会收到同样的文件名。"
    error={faultOf(faults, 'name')}
  />
);

/** One act on a group as a form: what it does to each, how many stand where it can be done. */
export const GroupActPage = (props: Props & { readonly def: GroupActDef }) => {
  const { sheet, def, faults } = props;
  return (
    <ActFrame
      {...actedGroup(props)}
      act={`applicationGroup.${def.act}`}
      title={sheet.line.title}
      lead={def.lead}
      path={def.path}
      {...(def.dayLabel === undefined ? {} : { dayLabel: def.dayLabel })}
      fields={def.fields}
      before={
        <p>
          处在这一环节的有 <strong>{count(standing(sheet, def.act))}</strong>{' '}
          件。不符合条件的不办，办完后逐件列明原因。
        </p>
      }
      {...(def.takesFile ? { file: <Enclosure faults={faults} /> } : {})}
    />
  );
};

const Sample = ({ page: { at }, sheet, letter }: Props & { readonly letter: GroupLetter }) => (
  <Panel id="sample" title="样件">
    <p>
      这是登记编号 <span class="gk-nw">{letter.number}</span>{' '}
      的答复书。其余各件的姓名、编号、收到日期、经过和文号不同，答复的内容相同。
    </p>
    <p>
      <a href={at(groupPath(sheet.line))}>看各件申请和审查意见</a>
    </p>
  </Panel>
);

/** The one approval of a group: the letter as one of them gets it, what is approved, for how many. */
export const GroupApprovePage = (props: Props & { readonly letter: GroupLetter }) => {
  const { sheet, letter } = props;
  return (
    <ApprovalFrame
      {...actedGroup(props)}
      title="审批整组答复"
      answer={sheet.draft === null ? null : answerOf(sheet.draft.answer).name}
      letter={<LetterView letter={letter.letter} />}
      looked={<Sample {...props} />}
      bound={{
        sha256: letter.text,
        words: `一次批准 ${count(standing(sheet, 'approve'))} 件。批准后每件各出一份答复书、各有校验值；改动一个字，须重新审批。`,
      }}
      hidden={{ text: letter.text }}
    />
  );
};
