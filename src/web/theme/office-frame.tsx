import type { Child } from 'hono/jsx';
import { FlashLine } from './flash-line.tsx';
import { LawContext } from './law-link.ts';
import { OfficeBar } from './office-bar.tsx';
import { OfficeNav } from './office-nav.tsx';
import type { Flash, OfficeShell } from './office-shell.ts';
import { Breadcrumb, type Crumb } from './parts.tsx';

export interface OfficeFrameProps {
  readonly shell: OfficeShell;
  /** The page's one h1, and its title. */
  readonly title: string;
  /** Address of the navigation entry the page belongs to. */
  readonly section: string;
  /** From the entry down to this page; none on the entry's own page. */
  readonly crumbs?: readonly Crumb[];
  /** State and due day, right behind the title. */
  readonly badges?: Child;
  /** One quiet sentence behind the title. */
  readonly lead?: string;
  /** Buttons at the right end of the title's line; at most one is primary. */
  readonly actions?: Child;
  readonly flash?: Flash | null;
  /** Leaves room at the foot of a phone for a bar of decisions. */
  readonly actbar?: boolean;
  readonly children: Child;
}

const Head = ({ title, badges, lead, actions }: OfficeFrameProps) => (
  <div class="gk-ohead">
    <h1>{title}</h1>
    {badges}
    {lead !== undefined && <span class="gk-muted">{lead}</span>}
    {actions !== undefined && <div class="end">{actions}</div>}
  </div>
);

/** A page of the office: bar, navigation, content. Takes plain data; accounts and databases are wired elsewhere. */
export const OfficeFrame = (props: OfficeFrameProps) => {
  const { shell, title, section, crumbs = [], flash = null, actbar = false } = props;
  return (
    <html lang="zh-CN">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <title>{`${title} - ${shell.system} · ${shell.agency}`}</title>
        <link rel="icon" href="data:," />
        <link rel="stylesheet" href={shell.style} />
        <script src={shell.script} defer />
      </head>
      <body class={actbar ? 'gk-office gk-has-actbar' : 'gk-office'} id="top">
        <a class="gk-skip" href="#main">
          跳到正文
        </a>
        <OfficeBar shell={shell} />
        <OfficeNav shell={shell} section={section} within={crumbs.length > 0} />
        <main class="gk-omain" id="main" tabindex={-1}>
          {shell.notice !== undefined && (
            <p class="gk-onotice" role="note">
              {shell.notice}
            </p>
          )}
          {crumbs.length > 0 && <Breadcrumb crumbs={crumbs} />}
          <FlashLine flash={flash} />
          <Head {...props} />
          <LawContext.Provider value={shell.lawHref}>{props.children}</LawContext.Provider>
        </main>
      </body>
    </html>
  );
};
