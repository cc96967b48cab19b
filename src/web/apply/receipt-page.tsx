import type { Submitted } from '../../app/commands/applications/submit-application.ts';
import type { ApplyAgency } from '../../app/queries/apply.ts';
import { cite } from '../../law/citation.ts';
import { longDay } from '../clock/words.ts';
import { ArticleChip } from '../theme/article-chip.tsx';
import { ButtonLink, Buttons } from '../theme/buttons.tsx';
import { Note } from '../theme/parts.tsx';
import { ApplyLayout } from './apply-layout.tsx';
import type { ApplyDeps } from './deps.ts';
import { ReceiptPanel } from './receipt-panel.tsx';

/** 接收回执: by what the application is followed. The code is told here alone; who loses it shows his identity. */
export const ReceiptPage = ({
  deps,
  agency,
  submitted,
  due,
  notes,
}: {
  deps: ApplyDeps;
  agency: ApplyAgency;
  submitted: Submitted;
  due: string | null;
  notes: readonly string[];
}) => (
  <ApplyLayout deps={deps} title="申请已经提交" crumb="接收回执">
    <ReceiptPanel agency={agency.name} agencyLabel="受理机关" numberLabel="申请编号" submitted={submitted} />
    <Note icon="alert" tone="soon">
      <p>
        请抄下或者打印申请编号和查询码。查询码只在这里显示，凭它查看进度、领取答复；遗失的，请凭身份证明向受理机关申请重发。
      </p>
    </Note>
    {notes.map((note) => (
      <Note icon="alert" tone="over">
        <p>{note}</p>
      </Note>
    ))}
    <div class="gk-text">
      <p>
        受理机关会与您联系确认收到；本系统已记录提交成功的时间，收到申请之日按其中较早的一日起算。
        <ArticleChip basis={cite('tiaoli2019', '第三十一条第（三）项')} />
      </p>
      {due !== null && (
        <p>
          最迟 <strong>{longDay(due)}</strong> 答复；需要补正、征求第三方意见或者延期的，会告知您新的日期。
          <ArticleChip basis={cite('tiaoli2019', '第三十三条')} />
        </p>
      )}
    </div>
    <Buttons>
      <ButtonLink href={deps.urls.at('/track')} weight="primary">
        查看办理进度
      </ButtonLink>
    </Buttons>
  </ApplyLayout>
);
