import { cite } from '../../law/citation.ts';
import { longDay } from '../clock/words.ts';
import { ArticleChip } from '../theme/article-chip.tsx';
import { Button, Buttons } from '../theme/buttons.tsx';
import { Form } from '../theme/form.tsx';
import { Panel } from '../theme/panel.tsx';
import { TextArea } from '../theme/text-area.tsx';
import type { ProgressPageProps } from './progress-page.tsx';

/** Reasons asked for (第三十五条): why, until when, and where to give them; the period of answer runs on. */
export const Reasons = ({ deps, followed, faults, today }: ProgressPageProps) => {
  const { reasons } = followed;
  if (reasons === null || !followed.acts.includes('giveReasons')) return null;
  const { why, until } = reasons;
  const past = until !== null && today > until;
  return (
    <Panel
      id="reasons"
      title="需要您说明理由"
      aside={<ArticleChip basis={cite('tiaoli2019', '第三十五条')} />}
    >
      <p>
        受理机关认为申请的数量、频次明显超过合理范围，请您
        {until !== null && (
          <>
            在 <strong>{longDay(until)}</strong>（含当日）之前
          </>
        )}
        说明理由。
      </p>
      {why !== null && <p>受理机关的说明：{why}</p>}
      <p class="gk-muted">
        {past
          ? '期限已过。答复还没有提交审查，现在仍可以说明。'
          : '理由不合理，或者逾期没有说明的，受理机关可以不予处理；理由合理但不能按期答复的，会告诉您延迟到哪一天。答复期限照常计算。'}
      </p>
      <Form action={deps.urls.at('/track/reasons')} label="说明理由">
        <TextArea
          name="reasons"
          label="您的理由"
          need
          rows={5}
          maxlength={2000}
          error={faults.find(({ field }) => field === 'reasons')?.message ?? null}
        />
        <Buttons>
          <Button weight="primary">提交理由</Button>
        </Buttons>
      </Form>
    </Panel>
  );
};
