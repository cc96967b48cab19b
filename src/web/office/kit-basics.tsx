import { cite } from '../../law/citation.ts';
import { ArticleChip } from '../theme/article-chip.tsx';
import { Button, ButtonLink, Buttons, MainButton } from '../theme/buttons.tsx';
import { DueChip } from '../theme/due-chip.tsx';
import { Panel } from '../theme/panel.tsx';
import { Badge, Empty, Note } from '../theme/parts.tsx';
import { StatusBadge } from '../theme/status-badge.tsx';
import { kitRows, TODAY } from './kit-rows.ts';

const ButtonsPart = ({ at }: { at: string }) => (
  <Panel id="buttons" title="按钮">
    <form class="gk-stack" action={at}>
      <Buttons>
        <Button weight="primary">送审批</Button>
        <Button>保存草稿</Button>
        <Button weight="danger" icon="back">
          退回
        </Button>
        <ButtonLink href={at} weight="link">
          返回列表
        </ButtonLink>
      </Buttons>
      <Buttons>
        <MainButton missing={['部分公开的理由', '附件 2 的遮盖']}>送审批</MainButton>
        <Button disabled>延期答复</Button>
        <button class="btn btn-primary" type="button" aria-busy="true">
          <span class="gk-spin" aria-hidden="true" />
          正在提交
        </button>
      </Buttons>
      <Buttons>
        <button class="btn btn-outline-primary" type="button" hidden data-copy="坪公开〔2026〕38号">
          复制文号
        </button>
      </Buttons>
    </form>
  </Panel>
);

const StatesPart = () => (
  <Panel id="states" title="状态、期限、条款">
    <div class="gk-row">
      <StatusBadge state="draft">草稿</StatusBadge>
      <StatusBadge state="waiting">待审</StatusBadge>
      <StatusBadge state="running">办理中</StatusBadge>
      <StatusBadge state="paused">期限中止</StatusBadge>
      <StatusBadge state="returned">被退回</StatusBadge>
      <StatusBadge state="soon">将到期</StatusBadge>
      <StatusBadge state="over">已超期</StatusBadge>
      <StatusBadge state="done">已办结</StatusBadge>
      <StatusBadge state="published">已公开</StatusBadge>
      <Badge tone="ok" icon="check">
        相符
      </Badge>
    </div>
    <div class="gk-row">
      {kitRows.map(({ due }) => (
        <DueChip due={due} today={TODAY} />
      ))}
      <DueChip due={{ kind: 'done', late: true, on: '2025-12-30' }} today={TODAY} />
      <DueChip due={{ kind: 'running', left: 9, on: '2026-10-25', unit: '日' }} today={TODAY} />
      <DueChip due={{ kind: 'none' }} today={TODAY} />
    </div>
    <div class="gk-row">
      <ArticleChip basis={cite('tiaoli2019', '第五十条')} />
      <ArticleChip basis={cite('tiaoli2019', '第三十三条')} />
      <ArticleChip basis={cite('gongwen2012', '第九条')} />
    </div>
  </Panel>
);

const NotesPart = () => (
  <Panel id="notes" title="提示">
    <Note icon="info">
      <p>今天之内都可以撤回，撤回后回到初审。</p>
    </Note>
    <Note icon="check" tone="ok">
      <p>200 格全部读出，勾稽关系相符。</p>
    </Note>
    <Note icon="alert" tone="soon">
      <p>
        附件第 2 页有 1 个手机号码没有遮盖。<a href="#notes">去遮盖</a>
      </p>
    </Note>
    <Note icon="alert" tone="over">
      <p>不能发布：内容在批准之后改动过。请重新送审批。</p>
    </Note>
    <Note icon="pause" tone="paused">
      <p>期限中止：等待第三方意见，最迟 2026年10月21日恢复计算。</p>
    </Note>
  </Panel>
);

const EmptyPart = ({ at }: { at: string }) => (
  <Panel id="empty" title="空状态">
    <Empty
      title="没有今天到期的事项"
      action={
        <ButtonLink href={`${at}#list`} icon="calendar">
          看未来两周
        </ButtonLink>
      }
    >
      最近一件 10月20日到期。
    </Empty>
  </Panel>
);

export const Basics = ({ at }: { at: string }) => (
  <div class="gk-pair">
    <div>
      <ButtonsPart at={at} />
      <StatesPart />
    </div>
    <div>
      <NotesPart />
      <EmptyPart at={at} />
    </div>
  </div>
);
