import type { LetterSheet } from '../../../app/queries/applications/case-documents.ts';
import type { CaseSheet } from '../../../app/queries/applications/case-sheet.ts';
import { answerOf } from '../../../law/answers.ts';
import { DRAFT_MARK } from '../../../report/render/letter-page.ts';
import { Button, ButtonLink } from '../../theme/buttons.tsx';
import { Form } from '../../theme/form.tsx';
import { OfficeFrame } from '../../theme/office-frame.tsx';
import { Panel } from '../../theme/panel.tsx';
import { StatusBadge } from '../../theme/status-badge.tsx';
import { TextField } from '../../theme/text-field.tsx';
import { Timeline } from '../../theme/timeline.tsx';
import { type Fault, faultOf } from '../faults.ts';
import type { OfficePage, Sent } from '../page.ts';
import { ApprovalFrame } from './act-frame.tsx';
import { actedCase, caseCrumbs } from './act-page.tsx';
import { mayHere } from './case-ref.ts';
import { courseOf } from './course.ts';
import { DraftWarnings } from './draft-warnings.tsx';
import { LetterView } from './letter-view.tsx';

interface LetterPageProps {
  readonly page: OfficePage;
  readonly sheet: CaseSheet;
  readonly letter: LetterSheet;
}

/** What was typed, and what is wrong with it. */
interface FormState {
  readonly sent?: Sent;
  readonly faults?: readonly Fault[];
}

const Enclosures = ({ letter }: { letter: LetterSheet }) => (
  <Panel
    id="enclosures"
    title="附件"
    aside={<span class="gk-muted">{letter.enclosures.length} 个，一并送达</span>}
  >
    {letter.enclosures.length === 0 ? (
      <p class="gk-muted">没有附件。</p>
    ) : (
      <ol>
        {letter.enclosures.map(({ name, bytes }) => (
          <li>
            {name} <span class="gk-muted">{Math.ceil(bytes / 1024)} KB</span>
          </li>
        ))}
      </ol>
    )}
  </Panel>
);

/** Of a notice on the way; the proof of the answer is an act of its own. */
const Proof = ({ page, sheet, letter, sent = {}, faults = [] }: LetterPageProps & FormState) => {
  const row = sheet.letters.find(({ id }) => id === letter.id);
  if (row === undefined || row.status !== 'sent' || row.number === null) return null;
  if (row.number === sheet.state.letter?.number || !mayHere(page, 'application.proveNotice')) return null;
  return (
    <Panel id="proof" title="送达凭证">
      {row.proven ? (
        <p>已登记。</p>
      ) : (
        <Form
          action={page.at(`/office/applications/${sheet.id}/letters/${letter.id}/proof`)}
          fields={page.fields}
        >
          <TextField
            name="on"
            kind="date"
            label="送达之日"
            need
            value={sent.on ?? row.datedOn ?? ''}
            hint="照签收单、邮局收据或者发送记录填写。"
            error={faultOf(faults, 'on')}
          />
          <TextField
            name="proof"
            label="送达凭证"
            need
            value={sent.proof ?? ''}
            hint="例如：邮政交寄单号、签收人和日期、邮件发送记录。"
            error={faultOf(faults, 'proof')}
          />
          <Button>登记</Button>
        </Form>
      )}
    </Panel>
  );
};

/** A letter of the case, to read and print. */
export const LetterPage = (props: LetterPageProps & FormState) => {
  const { page, sheet, letter } = props;
  const file = (format: string) => page.at(`/office/applications/${sheet.id}/letters/${letter.id}.${format}`);
  return (
    <OfficeFrame
      shell={page.shell}
      title={letter.letter.title}
      section={page.at('/office/applications')}
      crumbs={caseCrumbs(props, letter.letter.title)}
      {...(letter.status === 'sent' ? {} : { badges: <StatusBadge state="draft">{DRAFT_MARK}</StatusBadge> })}
      actions={
        <>
          <ButtonLink href={file('pdf')} icon="download">
            下载 PDF
          </ButtonLink>
          <ButtonLink href={file('docx')} icon="download">
            下载 Word
          </ButtonLink>
        </>
      }
    >
      {letter.status !== 'sent' && <p class="gk-note">尚未发出：下载的文件每页标有“草稿”，不能送达。</p>}
      <LetterView letter={letter.letter} />
      <Enclosures letter={letter} />
      <Proof {...props} />
    </OfficeFrame>
  );
};

const reviewed: ReadonlySet<string> = new Set([
  'draft',
  'submitForReview',
  'reviewLegal',
  'reviewSecrecy',
  'return',
]);

/** The approval of an answer: the letter, its enclosures, who looked at it, the decision. */
export const ApprovePage = (
  props: LetterPageProps & { readonly sent: Sent; readonly faults: readonly Fault[] },
) => {
  const { sheet, letter } = props;
  const acts = sheet.acts.filter(({ act }) => reviewed.has(act));
  return (
    <ApprovalFrame
      {...actedCase(props)}
      title="审批答复书"
      answer={sheet.state.draft === null ? null : answerOf(sheet.state.draft.answer).name}
      letter={<LetterView letter={letter.letter} />}
      looked={
        <>
          <DraftWarnings state={sheet.state} />
          <Enclosures letter={letter} />
          <Panel id="reviews" title="已经过的审查">
            <Timeline entries={courseOf({ ...sheet, acts })} />
          </Panel>
        </>
      }
      bound={{
        sha256: letter.root,
        words: `批准的就是这份告知书和${letter.enclosures.length}个附件；改动一个字，须重新审批。`,
      }}
    />
  );
};
