const paths = {
  menu: 'M3 5.5h14M3 10h14M3 14.5h14',
  download: 'M10 3v9.5M6 9l4 4 4-4M4 16.5h12',
  check: 'm4 10.5 4 4 8-9',
  alert: 'M10 2.8 18.2 17H1.8zM10 8v4.2M10 14.3v.4',
  flag: 'M5 17.5V3M5 3.5h10l-2 3.5 2 3.5H5',
  info: 'M10 9v5M10 6v.4M2.8 10a7.2 7.2 0 1 0 14.4 0 7.2 7.2 0 1 0-14.4 0',
  tray: 'M3 11 5 4h10l2 7v5.5H3zM3 11h4l1 2.5h4l1-2.5h4',
  lock: 'M4.5 9h11v8h-11zM7 9V6.5a3 3 0 0 1 6 0V9',
  cross: 'm5 5 10 10M15 5 5 15',
} as const;

export type IconName = keyof typeof paths;

/** A line icon that repeats a word beside it; hidden from screen readers. */
export const Icon = ({ name }: { name: IconName }) => (
  <svg class="gk-i" viewBox="0 0 20 20" aria-hidden="true" focusable="false">
    <path d={paths[name]} />
  </svg>
);

export const Mark = () => (
  <svg class="gk-mark" viewBox="0 0 48 48" aria-hidden="true" focusable="false">
    <rect width="48" height="48" rx="4" fill="currentColor" />
    <g fill="none" stroke="#fff" stroke-width="2.6">
      <path d="M13 10.5h22v27H13z" />
      <path d="M18.5 17.5h11M18.5 24h11M18.5 30.5h6" />
    </g>
  </svg>
);
