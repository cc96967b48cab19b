export interface Tab {
  readonly label: string;
  readonly href: string;
  readonly count?: number;
  /** Red only for what is due or late. */
  readonly urgent?: boolean;
  readonly current?: boolean;
}

/** Parts of a page as links with counts: each has an address. */
export const Tabs = ({ label, tabs }: { label: string; tabs: readonly Tab[] }) => (
  <nav class="gk-tabs" aria-label={label}>
    {tabs.map(({ label: name, href, count, urgent, current }) => (
      <a href={href} {...(current ? { 'aria-current': 'page' } : {})}>
        {name}
        {count !== undefined && <b {...(urgent && count > 0 ? { class: 'over' } : {})}>{count}</b>}
      </a>
    ))}
  </nav>
);
