import type { ErasedCase } from '../../../app/queries/retention.ts';
import { phaseNames } from '../../../domain/application/phases.ts';
import { answerOf } from '../../../law/answers.ts';
import { deletionDuty, usualRetention } from '../../../law/retention.ts';
import { ArticleChip } from '../../theme/article-chip.tsx';
import { Facts } from '../../theme/facts.tsx';
import { OfficeFrame } from '../../theme/office-frame.tsx';
import { Panel } from '../../theme/panel.tsx';
import type { OfficePage } from '../page.ts';
import { instantWords } from '../session-table.tsx';
import { mayHere } from './case-ref.ts';

/** A case whose personal data was deleted by plan: what the statistics keep, and the list it was deleted by. */
export const ErasedPage = ({ page, left }: { page: OfficePage; left: ErasedCase }) => {
  const list = page.at('/office/applications');
  return (
    <OfficeFrame
      shell={page.shell}
      title={left.number}
      section={list}
      crumbs={[{ label: '依申请公开', href: list }, { label: left.number }]}
      lead="个人信息已按保管期限删除"
    >
      <Panel id="left" title="保留的内容">
        <p>
          申请、文书、附件和其中的个人信息已经销毁，不能恢复。统计所需的数据继续保留，表三、表四不变。
          <ArticleChip basis={deletionDuty} />
        </p>
        <Facts
          facts={[
            ['编号', left.number],
            ['环节', phaseNames[left.phase]],
            ['收到之日', left.received_on ?? '—'],
            ['办结之日', left.ended_on ?? '—'],
            ['处理结果', left.answer === null ? '—' : answerOf(left.answer).name],
            [
              '保管期限',
              `${usualRetention[left.kind].label}，${left.years}年，自${left.counted_from}的次年起算`,
            ],
            ['销毁', instantWords(left.confirmed_at)],
            ...(mayHere(page, 'retention.read')
              ? [
                  [
                    '销毁清册',
                    <a href={page.at(`/office/applications/retention/${left.destruction_id}`)}>查看</a>,
                  ] as const,
                ]
              : []),
          ]}
        />
      </Panel>
    </OfficeFrame>
  );
};
