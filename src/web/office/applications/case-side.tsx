import type { ActId } from '../../../app/policy/index.ts';
import { policyRow } from '../../../app/policy/index.ts';
import type { CaseSheet } from '../../../app/queries/applications/case-sheet.ts';
import { extensionOf } from '../../../domain/application/case-clock.ts';
import { weekdayName } from '../../../domain/workday/index.ts';
import { orderBases } from '../../../law/appeals.ts';
import { cite } from '../../../law/citation.ts';
import { claimRules } from '../../../law/claims.ts';
import { deadlines } from '../../../law/deadlines.ts';
import { longDay, stateWords } from '../../clock/words.ts';
import { ArticleChip } from '../../theme/article-chip.tsx';
import { Button, ButtonLink } from '../../theme/buttons.tsx';
import { Form } from '../../theme/form.tsx';
import { Panel } from '../../theme/panel.tsx';
import { SelectField } from '../../theme/select-field.tsx';
import type { OfficePage } from '../page.ts';
import { actDefOf } from './act-defs.ts';
import { mayHere } from './case-ref.ts';
import { draftLacks } from './draft-lacks.ts';
import { unconfirmedWords } from './words.ts';

const onlineReceipt = cite('tiaoli2019', '第三十一条第（三）项');

interface SideProps {
  readonly page: OfficePage;
  readonly sheet: CaseSheet;
}

const Steps = ({ used, length }: { used: number; length: number }) => (
  <div class="gk-steps" role="img" aria-label={`${length} 个工作日中已用 ${Math.min(used, length)} 个`}>
    {Array.from({ length }, (_, n) => (
      <i {...(n < used - 1 ? { class: 'on' } : n === used - 1 ? { class: 'now' } : {})} />
    ))}
  </div>
);

const Days = ({ sheet: { clock, account, state } }: SideProps) => {
  if (clock === null) return <p class="gk-muted">确认收到申请后开始计算期限。</p>;
  const extension = extensionOf(state.clock) ?? 0;
  const length = deadlines.answer.workdays + extension;
  const out = account.filter(({ kind }) => ['asking', 'correction', 'payment'].includes(kind)).length;
  return (
    <>
      {clock.due !== null && (
        <p>
          最迟 <strong class="gk-nw">{longDay(clock.due)}</strong>
          <span class="gk-muted">（{weekdayName(clock.due)}）答复</span>
        </p>
      )}
      {clock.ordered !== undefined && (
        <p class="gk-muted">
          按{clock.ordered === 'review' ? '复议决定' : '判决'}确定的履行期限
          <ArticleChip basis={orderBases[clock.ordered]} />
        </p>
      )}
      {clock.unconfirmed && (
        <p class="gk-note gk-note--soon">
          <span>
            还没有与申请人确认收到，{unconfirmedWords}（{state.submittedOn}）。请尽快确认。
            <ArticleChip basis={onlineReceipt} />
          </span>
        </p>
      )}
      <Steps used={clock.used} length={length} />
      <dl class="gk-facts">
        <dt>状态</dt>
        <dd>{stateWords[clock.state]}</dd>
        <dt>已用</dt>
        <dd>
          {clock.used} / {length} 个工作日
        </dd>
        <dt>不计入</dt>
        <dd>{out} 日（征求意见、补正、缴费）</dd>
        {state.phase === 'drafting' && state.handler !== null && state.handler.until !== null && (
          <>
            <dt>内部期限</dt>
            <dd>
              {state.handler.until}（{state.handler.unit}）
            </dd>
          </>
        )}
        {state.correction !== null && (
          <>
            <dt>补正期限</dt>
            <dd>{state.correction.due}</dd>
          </>
        )}
        {extension > 0 && (
          <>
            <dt>延期</dt>
            <dd>{extension} 个工作日</dd>
          </>
        )}
      </dl>
      <a href="#account">看逐日计算</a>
      {clock.warnings.map(({ message }) => (
        <p class="gk-note gk-note--soon">{message}</p>
      ))}
    </>
  );
};

/** Acts that lead on; the others stand beneath, folded. */
const onward: ReadonlySet<string> = new Set([
  'application.receive',
  'application.register',
  'application.takeCorrection',
  'application.draft',
  'application.submitForReview',
  'application.reviewLegal',
  'application.reviewSecrecy',
  'application.approve',
  'application.send',
  'application.proveDelivery',
  'application.close',
  'application.archive',
  'application.takePayment',
  'application.extend',
  'application.takeOpinion',
]);

const pathOf = (act: ActId): string | null => {
  if (act === 'application.draft') return 'draft';
  if (act === 'application.approve') return 'approve';
  return actDefOf(act)?.path ?? null;
};

const Acts = ({
  page: { at },
  sheet,
  acts,
  first,
}: SideProps & { acts: readonly ActId[]; first: boolean }) => (
  <div class="gk-btns gk-caseacts">
    {acts.map((act, index) => (
      <ButtonLink
        href={at(`/office/applications/${sheet.id}/${pathOf(act)}`)}
        weight={first && index === 0 ? 'primary' : 'plain'}
      >
        {policyRow(act)!.label}
      </ButtonLink>
    ))}
  </div>
);

const Next = (props: SideProps) => {
  const offered = props.sheet.offered.filter((act) => pathOf(act) !== null);
  const { state, acts } = props.sheet;
  const ready =
    state.draft !== null &&
    acts.at(-1)?.act !== 'return' &&
    draftLacks(props.page.context, props.sheet) === null;
  // A draft that says all it must is handed on; drawing it up again comes second, unless it was just sent back.
  const rank = (act: ActId): number => (act === 'application.draft' && ready ? 1 : 0);
  const next = offered.filter((act) => onward.has(act)).sort((a, b) => rank(a) - rank(b));
  const others = offered.filter((act) => !onward.has(act));
  if (offered.length === 0) return <p class="gk-muted">现在没有您要办理的事项。</p>;
  return (
    <>
      <Acts {...props} acts={next} first />
      {others.length > 0 && (
        <details open={next.length === 0}>
          <summary>其他办理</summary>
          <Acts {...props} acts={others} first={false} />
        </details>
      )}
    </>
  );
};

const HandOver = ({ page: { at, fields }, sheet }: SideProps) => (
  <Form action={at(`/office/applications/${sheet.id}/hand-over`)} fields={fields} label="移交办理">
    <SelectField
      name="holderId"
      label="移交给"
      hint="以后由此人负责，期限不变；会通知本人。"
      blank="请选择"
      value={null}
      options={sheet.staff
        .filter(({ id }) => id !== sheet.holder.id)
        .map(({ id, name }) => ({ value: id, label: name }))}
    />
    <Button>移交</Button>
  </Form>
);

const linkedCases = 8;

/** What to know before answering; nothing follows of itself. */
const CaseAdvice = ({ page: { at }, sheet: { advice } }: SideProps) =>
  advice.length === 0 ? null : (
    <Panel id="advice" title="请留意">
      <ul class="gk-worklist">
        {advice.map(({ message, basis, cases }) => (
          <li>
            <span>
              {message}
              <ArticleChip basis={basis} />
            </span>
            {cases.length > 0 && (
              <span class="gk-muted">
                {cases.slice(0, linkedCases).map(({ id, number }, n) => (
                  <>
                    {n > 0 && '、'}
                    <a href={at(`/office/applications/${id}`)} class="gk-nw">
                      {number}
                    </a>
                  </>
                ))}
                {cases.length > linkedCases && '等'}
              </span>
            )}
          </li>
        ))}
      </ul>
      <p class="gk-muted">仅供参考，由经办人核对后决定。</p>
    </Panel>
  );

/** Days, next acts, who holds it, what is alike. */
export const CaseSide = (props: SideProps) => {
  const { page, sheet } = props;
  return (
    <div>
      <Panel id="days" title="期限" aside={<ArticleChip basis={deadlines.answer.basis} />}>
        <Days {...props} />
      </Panel>
      <Panel id="next" title="下一步">
        <Next {...props} />
      </Panel>
      <Panel id="holder" title="首问负责">
        <p>
          {sheet.holder.name === null ? '还没有人经办。' : `现由${sheet.holder.name}负责。`}
          {sheet.first !== null && `首问：${sheet.first}。`}
        </p>
        {mayHere(page, 'application.handOver') && <HandOver {...props} />}
      </Panel>
      {sheet.claims.length > 0 && (
        <Panel id="claims" title="更正和个人信息">
          <ul class="gk-worklist">
            {sheet.claims.map(({ id, kind, open }) => (
              <li>
                <a href={page.at(`/office/claims/${id}`)}>{claimRules[kind].name}</a>
                <span class="gk-muted">{open ? '待答复' : '已答复'}</span>
              </li>
            ))}
          </ul>
        </Panel>
      )}
      <CaseAdvice {...props} />
      {sheet.alike.length > 0 && (
        <Panel id="alike" title="相同或相近">
          <ul class="gk-worklist">
            {sheet.alike.slice(0, 6).map((one) => (
              <li>
                <a href={page.at(`/office/applications/${one.id}`)}>
                  {one.number} {one.title}
                </a>
                <span class="gk-muted">
                  {one.sameApplicant && one.sameContent
                    ? '同一申请人、内容相同'
                    : one.sameContent
                      ? '内容相同'
                      : '同一申请人'}
                </span>
              </li>
            ))}
          </ul>
        </Panel>
      )}
    </div>
  );
};
