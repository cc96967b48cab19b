import type { Citation } from '../../law/citation.ts';
import type { IconName } from './icons.tsx';

export interface NavItem {
  readonly href: string;
  readonly label: string;
  readonly icon?: IconName;
  /** How much waits there; 0 is not shown. */
  readonly count?: number;
}

export interface NavGroup {
  /** null for the entries above all groups. */
  readonly group: string | null;
  readonly items: readonly NavItem[];
}

/** A button of its own form: acts are sent, never linked. `fields` are hidden ones, the token of the session among them. */
export interface Act {
  readonly label: string;
  readonly action: string;
  readonly fields?: Readonly<Record<string, string>>;
}

export interface Choice {
  readonly label: string;
  readonly href: string;
  readonly current?: boolean;
}

/** What one line on top of the page says after an act; `undo` where the law lets it be taken back. */
export interface Flash {
  readonly tone: 'ok' | 'soon' | 'over';
  readonly text: string;
  readonly undo?: Act;
}

/** What all pages of the office share for one person: plain data, known before any page is. */
export interface OfficeShell {
  /** Short name of the system, on the bar. */
  readonly system: string;
  readonly home: string;
  readonly agency: string;
  /** Other agencies the person works for; none means no switcher. */
  readonly agencies: readonly Choice[];
  readonly nav: readonly NavGroup[];
  readonly search: { readonly action: string; readonly value?: string } | null;
  readonly notices: { readonly href: string; readonly unread: number } | null;
  readonly person: {
    readonly name: string;
    /** What the person is here, such as 政务公开专员. */
    readonly role?: string;
    readonly links: readonly Choice[];
    readonly acts: readonly Act[];
  } | null;
  /** Today as the foot of the navigation says it, one line each: 今天是 2026年10月16日, 星期五 · 工作日. */
  readonly today: readonly string[];
  /** A line over all pages: invented data, or that the system is being maintained. */
  readonly notice?: string;
  /** Addresses of the built style sheet and script. */
  readonly style: string;
  readonly script: string;
  /** The address of an article on the law page, null where its text is not there. */
  readonly lawHref: LawHref;
}

export type LawHref = (citation: Citation) => string | null;
