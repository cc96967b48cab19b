import type { FollowedClaim } from '../../app/claims/shown-claim.ts';
import type { FollowedApplication } from '../../app/queries/applications/follow-application.ts';
import { claimRules } from '../../law/claims.ts';
import { longDay } from '../clock/words.ts';
import { ArticleChip } from '../theme/article-chip.tsx';
import { Button, Buttons } from '../theme/buttons.tsx';
import { CheckBox } from '../theme/check-box.tsx';
import { Form } from '../theme/form.tsx';
import { Panel } from '../theme/panel.tsx';
import { TextArea } from '../theme/text-area.tsx';
import type { Fault } from './apply-page.tsx';
import type { ApplyDeps } from './deps.ts';
import { RecordFields } from './record-fields.tsx';

interface Props {
  readonly deps: ApplyDeps;
  readonly followed: FollowedApplication;
  readonly faults: readonly Fault[];
}

/** What came of a claim, in words, with the article. */
export const ClaimAnswer = ({ claim: { answer } }: { claim: FollowedClaim }) =>
  answer === null ? (
    <p class="gk-muted">正在办理，结果会显示在这里。</p>
  ) : (
    <>
      {answer.words.map((text, n) => (
        <p>
          {text}
          {n === 0 && <ArticleChip basis={answer.basis} />}
        </p>
      ))}
      <p class="gk-muted">{longDay(answer.on)}答复。</p>
    </>
  );

/** What the applicant asked over records about himself and over his data, each with what came of it. */
export const Claims = ({ deps, followed: { claims } }: Pick<Props, 'deps' | 'followed'>) =>
  claims.length === 0 ? null : (
    <Panel id="claims" title="您提出的更正和个人信息请求">
      {claims.map((claim) => (
        <section class="gk-text" aria-label={`${claimRules[claim.kind].name}，${claim.receivedOn}`}>
          <h3>{claimRules[claim.kind].name}</h3>
          <p class="gk-muted">
            {longDay(claim.receivedOn)}收到，编号 <span class="gk-nw">{claim.receiptNumber}</span>
          </p>
          {claim.record !== null && <p>{claim.record.record}</p>}
          <ClaimAnswer claim={claim} />
          {claim.answer?.result === 'given' && (
            <p>
              <a href={deps.urls.at('/track/copy.txt')}>下载个人信息副本</a>
            </p>
          )}
        </section>
      ))}
    </Panel>
  );

const isOpen = ({ claims }: FollowedApplication, kind: FollowedClaim['kind']): boolean =>
  claims.some((claim) => claim.kind === kind && claim.answer === null);

/** 更正 of a record that the answer gave, sent in from here; before an answer the way to ask for any other. */
export const Rectify = ({ deps, followed, faults }: Props) => {
  const { basis } = claimRules.rectification;
  const { agency } = followed;
  const other = deps.urls.at('/apply/rectify', { agency: agency.slug });
  return (
    <Panel id="rectify" title="记录有误，要求更正" aside={<ArticleChip basis={basis} />}>
      <p>
        有证据证明{agency.name}
        提供的与您自身相关的政府信息记录不准确的，可以要求更正。有权更正的，审核属实后更正并告知您；不属于该机关职能范围的，会转送有权更正的行政机关处理并告知您，或者告知您向哪个行政机关提出。
      </p>
      {isOpen(followed, 'rectification') ? (
        <p class="gk-muted">您的更正请求正在办理。</p>
      ) : followed.acts.includes('rectify') ? (
        <details
          class="gk-more"
          open={faults.some(({ field }) => /^(?:record|wrong|right|proof)$/.test(field))}
        >
          <summary>在这里提出更正</summary>
          <Form action={deps.urls.at('/track/rectify')} files label="要求更正">
            <RecordFields sent={{}} faults={faults} />
            <Buttons>
              <Button>提交更正请求</Button>
            </Buttons>
          </Form>
        </details>
      ) : (
        <p>
          <a href={other}>填写更正请求</a>
        </p>
      )}
    </Panel>
  );
};

const dataActs = [
  {
    kind: 'copy',
    path: '/track/data-copy',
    summary: '要一份我的个人信息副本',
    hint: '受理机关核对身份后，可以在本页下载。',
    button: '请求提供副本',
  },
  {
    kind: 'deletion',
    path: '/track/data-deletion',
    summary: '请求删除我的个人信息',
    hint: '办结归档并且保管期限已满的，由两人以上核对、批准后销毁；法律、行政法规规定的保存期限未满的，暂不删除，只作存储，并说明理由。',
    button: '请求删除',
  },
] as const;

/** A copy and the deletion of one's own data (个人信息保护法第四十五条、第四十七条). */
export const OwnData = ({ deps, followed, faults }: Props) => (
  <Panel id="own-data" title="您的个人信息">
    {dataActs.map(({ kind, path, summary, hint, button }) => (
      <details class="gk-more" open={faults.some(({ field }) => field === `${kind}Own`)}>
        <summary>{summary}</summary>
        {isOpen(followed, kind) ? (
          <p class="gk-muted">请求已经收到，正在办理。</p>
        ) : (
          <Form action={deps.urls.at(path)} label={summary}>
            <p>
              {hint}
              <ArticleChip basis={claimRules[kind].basis} />
            </p>
            <TextArea name={`${kind}Words`} label="说明" need={false} rows={2} maxlength={500} />
            <CheckBox
              name={`${kind}Own`}
              id={`f-${kind}Own`}
              label="我是申请人本人，或者申请人委托的代理人"
              checked={false}
            />
            <Buttons>
              <Button>{button}</Button>
            </Buttons>
          </Form>
        )}
      </details>
    ))}
  </Panel>
);
