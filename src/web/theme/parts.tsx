import type { Child } from 'hono/jsx';
import { Icon, type IconName } from './icons.tsx';

export interface Crumb {
  readonly label: string;
  /** Left out for the page itself. */
  readonly href?: string;
}

export const Breadcrumb = ({ crumbs }: { crumbs: readonly Crumb[] }) => (
  <nav class="gk-crumbs" aria-label="当前位置">
    <ol>
      {crumbs.map(({ label, href }) =>
        href === undefined ? (
          <li aria-current="page">{label}</li>
        ) : (
          <li>
            <a href={href}>{label}</a>
          </li>
        ),
      )}
    </ol>
  </nav>
);

export type Tone = 'info' | 'ok' | 'soon' | 'over' | 'paused';

export const Note = ({ icon, tone, children }: { icon: IconName; tone?: Tone; children: Child }) => (
  <div class={tone === undefined ? 'gk-note' : `gk-note gk-note--${tone}`} role="note">
    <Icon name={icon} />
    <div>{children}</div>
  </div>
);

export const Badge = ({ tone, icon, children }: { tone: Tone; icon: IconName; children: Child }) => (
  <span class={`gk-badge gk-badge--${tone}`}>
    <Icon name={icon} />
    {children}
  </span>
);

/** What is not there, why that is so, and the next step. */
export const Empty = ({ title, children, action }: { title: string; children: Child; action?: Child }) => (
  <div class="gk-empty">
    <Icon name="tray" />
    <strong>{title}</strong>
    {children}
    {action && <div class="gk-btns">{action}</div>}
  </div>
);

/** A wide table: it scrolls by itself, reachable by keyboard; the page never scrolls sideways. */
export const ScrollRegion = ({ label, children }: { label: string; children: Child }) => (
  <>
    <p class="gk-swipe">左右滑动查看全表</p>
    <section class="gk-scroll" aria-label={label} tabindex={0}>
      {children}
    </section>
  </>
);

/** Pages by cursor: no page numbers, since rows come and go between two clicks. */
export const Pager = ({
  previous,
  next,
  summary,
  labels = ['上一页', '下一页'],
}: {
  previous: string | null;
  next: string | null;
  summary: string;
  labels?: readonly [string, string];
}) => (
  <nav class="gk-pages" aria-label="翻页">
    <span>{summary}</span>
    {(previous !== null || next !== null) && (
      <span class="gk-btns">
        {previous !== null && (
          <a class="btn btn-outline-primary" href={previous} rel="prev">
            {labels[0]}
          </a>
        )}
        {next !== null && (
          <a class="btn btn-outline-primary" href={next} rel="next">
            {labels[1]}
          </a>
        )}
      </span>
    )}
  </nav>
);
