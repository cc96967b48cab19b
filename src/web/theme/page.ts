import type { Child } from 'hono/jsx';
import type { Site } from '../http/services.ts';
import type { Urls } from '../http/urls.ts';

/** 栏目标签 of the 政府网站 design rules; `type` is one of the values listed there. */
export interface Column {
  readonly name: string;
  readonly type: string;
  readonly description: string;
  readonly keywords: readonly string[];
}

/** 内容页标签. */
export interface Article {
  readonly title: string;
  /** `YYYY-MM-DD HH:MM`, Shanghai time. */
  readonly publishedAt: string;
  /** 来源: the issuing agency. */
  readonly source: string;
}

export interface Frame {
  readonly site: Site;
  readonly urls: Urls;
}

export interface LayoutProps {
  readonly frame: Frame;
  readonly title: string;
  readonly column: Column;
  readonly article?: Article | undefined;
  /** Path of the page's one true address; left out on pages that have none. */
  readonly canonical?: string;
  readonly noindex?: boolean;
  /** The navigation entry the page belongs to. */
  readonly current?: 'home' | 'reports' | 'apply' | 'check' | 'deadline' | 'search' | 'rules' | 'law';
  /** The search form of the header is left out where the page has its own. */
  readonly ownSearch?: boolean;
  /** Pages with a column beside a wide table take more of a large screen. */
  readonly wide?: boolean;
  /** A further style sheet of this page alone. */
  readonly sheet?: 'check.css';
  /** The page's agency is an invented one. */
  readonly demonstration?: boolean;
  readonly children: Child;
}
