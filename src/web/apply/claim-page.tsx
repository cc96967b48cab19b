import type { FollowedAlone } from '../../app/queries/claims/follow-claim.ts';
import { claimRules } from '../../law/claims.ts';
import { longDay } from '../clock/words.ts';
import { ArticleChip } from '../theme/article-chip.tsx';
import { Button, Buttons } from '../theme/buttons.tsx';
import { Form } from '../theme/form.tsx';
import { Panel } from '../theme/panel.tsx';
import { ApplyLayout } from './apply-layout.tsx';
import { ClaimAnswer } from './claim-panels.tsx';
import type { ApplyDeps } from './deps.ts';
import { masked } from './progress-words.ts';

/** A request for 更正 as whoever made it follows it. */
export const ClaimPage = ({ deps, claim }: { deps: ApplyDeps; claim: FollowedAlone }) => {
  const { record, agency, receiptNumber, receivedOn, claimant, answer, kind } = claim;
  return (
    <ApplyLayout
      deps={deps}
      title={`编号 ${receiptNumber}`}
      crumb="办理进度"
      lead={`${agency.name}　${claimRules[kind].name}　提出人：${masked(claimant)}　${answer === null ? '正在审核' : '已答复'}`}
    >
      <Panel id="answer" title="办理结果" aside={<ArticleChip basis={claimRules[kind].basis} />}>
        <ClaimAnswer claim={claim} />
        {answer?.letter && (
          <p>
            政府信息更正告知书：<a href={deps.urls.at('/track/claim/letter.pdf')}>下载 PDF</a>、
            <a href={deps.urls.at('/track/claim/letter.docx')}>下载 Word</a>
          </p>
        )}
      </Panel>
      <Panel id="asked" title="您的请求">
        <dl class="gk-defs">
          <dt>收到日期</dt>
          <dd>{longDay(receivedOn)}</dd>
          <dt>哪一项记录</dt>
          <dd>{record?.record}</dd>
          <dt>哪里不准确</dt>
          <dd>{record?.wrong}</dd>
          <dt>正确的是</dt>
          <dd>{record?.right}</dd>
        </dl>
      </Panel>
      <Form action={deps.urls.at('/track/leave')} label="结束查看">
        <Buttons>
          <Button>结束查看</Button>
        </Buttons>
      </Form>
    </ApplyLayout>
  );
};
