import type { CaseSheet } from '../../../app/queries/applications/case-sheet.ts';
import { groundTitle } from '../../../domain/application/answer-check.ts';
import { answerOf } from '../../../law/answers.ts';
import { applicantKindNames } from '../../../law/applicants.ts';
import { deliveryRules } from '../../../law/delivery.ts';
import { remedyOn } from '../../../law/remedies.ts';
import { ArticleChip } from '../../theme/article-chip.tsx';
import { Panel } from '../../theme/panel.tsx';
import { Note } from '../../theme/parts.tsx';
import type { OfficePage } from '../page.ts';
import { draftLacks } from './draft-lacks.ts';
import { DraftWarnings } from './draft-warnings.tsx';
import { outcomeName } from './outcome-names.ts';

const remedyWords = {
  reviewFirst: '先申请行政复议，对复议决定不服的再起诉',
  either: '可以申请行政复议，也可以直接起诉',
  none: '程序性文书，不告知',
} as const;

/** By when a letter to another agency asks for a reply; no article sets a day for it. */
const askedUntil = ({ state: { clock } }: CaseSheet, ref: string): string => {
  const asked = clock.find((entry) => entry.type === 'agencyAsked' && entry.ref === ref);
  return asked?.due === undefined ? '' : `（请于${asked.due}前回复）`;
};

const Opinions = ({ sheet }: { sheet: CaseSheet }) => (
  <table class="gk-table gk-cards">
    <caption class="visually-hidden">征求意见</caption>
    <thead>
      <tr>
        <th scope="col">征求谁</th>
        <th scope="col">发出</th>
        <th scope="col">对方收到</th>
        <th scope="col">意见</th>
      </tr>
    </thead>
    <tbody>
      {sheet.opinions.map(({ ref, party, sent_on, received_on, view, reasonable }) => (
        <tr>
          <th scope="row">
            {ref}：{party.name}
          </th>
          <td data-l="发出">{sent_on}</td>
          <td data-l="收到">{received_on ?? '未登记'}</td>
          <td data-l="意见">
            {view === null
              ? `等待反馈${askedUntil(sheet, ref)}`
              : view === 'agrees'
                ? '同意公开'
                : view === 'none'
                  ? '不再回复'
                  : `不同意公开${reasonable === null ? '' : reasonable ? '，理由合理' : '，理由不合理'}`}
          </td>
        </tr>
      ))}
    </tbody>
  </table>
);

/** An answer given before the case was taken over: its letter is in the old file, and this is what is known of it. */
const OldLetter = ({ sheet: { state, letters } }: { sheet: CaseSheet }) => {
  const { letter } = state;
  if (letter === null || letters.some(({ number }) => number === letter.number)) return null;
  return (
    <>
      <dt>答复书</dt>
      <dd>{letter.number}（移入前发出，见原案卷）</dd>
      <dt>送达</dt>
      <dd>
        {letter.sentOn}，{deliveryRules[letter.method].name}
        {letter.proof === null ? '，凭证未登记' : `，凭证：${letter.proof}`}
      </dd>
    </>
  );
};

/** What the draft still lacks before it can be handed on, with the way there. */
const Missing = ({ page, sheet }: { page: OfficePage; sheet: CaseSheet }) => {
  const lacking = draftLacks(page.context, sheet);
  return lacking === null ? null : (
    <Note icon="info" tone="soon">
      <p>
        还不能提交审查：{lacking.message}
        <a href={page.at(`/office/applications/${sheet.id}/draft`)}>修改拟稿</a>
      </p>
    </Note>
  );
};

/** The answer as drafted or given: what it says, in which cell it counts, which remedy it tells. */
export const AnswerPanel = ({ page, sheet }: { page: OfficePage; sheet: CaseSheet }) => {
  const { at } = page;
  const { draft, answer, endedOn } = sheet.state;
  const id = answer ?? draft?.answer ?? null;
  if (id === null && sheet.opinions.length === 0) return null;
  const known = id === null ? null : answerOf(id);
  const day = endedOn ?? sheet.clock?.on ?? '2024-01-01';
  return (
    <Panel
      id="answer"
      title={known === null ? '征求意见' : answer === null ? '答复（拟稿）' : '答复'}
      {...(known === null ? {} : { aside: <ArticleChip basis={known.basis} /> })}
    >
      {known !== null && (
        <dl class="gk-facts">
          <dt>决定</dt>
          <dd>{known.name}</dd>
          {draft?.disclosed.map(({ title, pages }) => (
            <>
              <dt>公开</dt>
              <dd>
                {title}
                {pages !== null && `（${pages}页）`}
              </dd>
            </>
          ))}
          {draft?.withheld.map(({ what, ground, reasons }) => (
            <>
              <dt>不予公开</dt>
              <dd>
                {what}：{groundTitle(ground)}。{reasons}
              </dd>
            </>
          ))}
          {draft?.reasons != null && (
            <>
              <dt>理由</dt>
              <dd>{draft.reasons}</dd>
            </>
          )}
          {draft?.searches.map(({ place, on, terms, by }) => (
            <>
              <dt>检索</dt>
              <dd>
                {on}，{place}，“{terms}”，{by}
              </dd>
            </>
          ))}
          <OldLetter sheet={sheet} />
          <dt>年报计入</dt>
          <dd>
            表三 {applicantKindNames[sheet.state.applicant]} × {outcomeName(known.outcome)}
          </dd>
          <dt>救济告知</dt>
          <dd>{remedyWords[remedyOn(known.outcome, day)]}</dd>
        </dl>
      )}
      <Missing page={page} sheet={sheet} />
      <DraftWarnings state={sheet.state} />
      {sheet.state.phase === 'drafting' && sheet.letters.some(({ status }) => status === 'draft') && (
        <p>
          <a href={at(`/office/applications/${sheet.id}/wording`)}>修改答复书文字</a>
        </p>
      )}
      {sheet.opinions.length > 0 && <Opinions sheet={sheet} />}
    </Panel>
  );
};
