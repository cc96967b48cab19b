const clockFace = 'M2.8 10a7.2 7.2 0 1 0 14.4 0 7.2 7.2 0 1 0-14.4 0';

const paths = {
  menu: 'M3 5.5h14M3 10h14M3 14.5h14',
  download: 'M10 3v9.5M6 9l4 4 4-4M4 16.5h12',
  upload: 'M10 13V3.5M6 7l4-4 4 4M4 16.5h12',
  check: 'm4 10.5 4 4 8-9',
  alert: 'M10 2.8 18.2 17H1.8zM10 8v4.2M10 14.3v.4',
  flag: 'M5 17.5V3M5 3.5h10l-2 3.5 2 3.5H5',
  info: `M10 9v5M10 6v.4${clockFace}`,
  tray: 'M3 11 5 4h10l2 7v5.5H3zM3 11h4l1 2.5h4l1-2.5h4',
  lock: 'M4.5 9h11v8h-11zM7 9V6.5a3 3 0 0 1 6 0V9',
  cross: 'm5 5 10 10M15 5 5 15',
  plus: 'M10 4v12M4 10h12',
  search: 'M3.5 9a5.5 5.5 0 1 0 11 0 5.5 5.5 0 1 0-11 0M13.2 13.2l4.3 4.3',
  bell: 'M5 14V9a5 5 0 0 1 10 0v5l1.5 1h-13zM8.5 17.2h3',
  person: 'M6.7 6.8a3.3 3.3 0 1 0 6.6 0 3.3 3.3 0 1 0-6.6 0M3.5 17c.5-3.8 3-5.5 6.5-5.5s6 1.7 6.5 5.5',
  people:
    'M4.2 7a2.8 2.8 0 1 0 5.6 0 2.8 2.8 0 1 0-5.6 0M2 16c.3-3.2 2.2-4.6 5-4.6s4.7 1.4 5 4.6M12.5 4.5a2.7 2.7 0 0 1 0 5.2M14 11.8c2.3.3 3.7 1.7 4 4.2',
  home: 'M3 9.5 10 3.5l7 6M5 8.5V17h10V8.5M8.5 17v-5h3v5',
  file: 'M5 2.5h6.5L15.5 6.5v11H5zM11.5 2.5v4h4M7.5 10.5h5.5M7.5 13.5h5.5',
  compose: 'M11 3H4.5v14h11V9.5M8 12l1-3 6.5-6.5 2 2L11 11z',
  gavel: 'M3 17h8M8 5l6 6M6 7l4-4M12 13l4-4M11 8l-7 7',
  chat: 'M3 4h14v10H9.5L6 17v-3H3z',
  chart: 'M3 17h14M5.5 14V9.5M10 14V4M14.5 14V7',
  grid: 'M3 3h5.5v5.5H3zM11.5 3H17v5.5h-5.5zM3 11.5h5.5V17H3zM11.5 11.5H17V17h-5.5z',
  eye: 'M1.8 10S4.8 4.5 10 4.5 18.2 10 18.2 10 15.2 15.5 10 15.5 1.8 10 1.8 10zM7.6 10a2.4 2.4 0 1 0 4.8 0 2.4 2.4 0 1 0-4.8 0',
  gear: 'M7.4 10a2.6 2.6 0 1 0 5.2 0 2.6 2.6 0 1 0-5.2 0M10 2.5v2.3M10 15.2v2.3M2.5 10h2.3M15.2 10h2.3M4.7 4.7l1.6 1.6M13.7 13.7l1.6 1.6M15.3 4.7l-1.6 1.6M6.3 13.7l-1.6 1.6',
  clock: `M10 5.8V10l2.8 2${clockFace}`,
  pause: `M8 7v6M12 7v6${clockFace}`,
  back: 'M7.5 4.5 3.5 8.5l4 4M3.5 8.5H12a4 4 0 0 1 0 8H8',
  pencil: 'm4 16 .8-3.5L13.5 4 16 6.5 7.5 15.2z',
  ring: 'M5.5 10a4.5 4.5 0 1 0 9 0 4.5 4.5 0 1 0-9 0',
  dot: 'M5.5 10a4.5 4.5 0 1 0 9 0 4.5 4.5 0 1 0-9 0',
  left: 'm12 5-5 5 5 5',
  right: 'm8 5 5 5-5 5',
  up: 'm5 12 5-5 5 5',
  down: 'm5 8 5 5 5-5',
  printer: 'M6 7V3h8v4M6 14H3.5V7h13v7H14M6 11.5h8V17H6z',
  calendar: 'M3.5 5h13v12h-13zM3.5 8.5h13M7 3v3.5M13 3v3.5',
  columns: 'M3 4h14v12H3zM7.7 4v12M12.3 4v12',
  copy: 'M7.5 7.5H16V17H7.5zM12.5 7.5V3H4v9.5h3.5',
} as const;

export type IconName = keyof typeof paths;

/** A line icon that repeats a word beside it; hidden from screen readers. */
export const Icon = ({ name }: { name: IconName }) => (
  <svg
    class={name === 'dot' ? 'gk-i gk-i--full' : 'gk-i'}
    viewBox="0 0 20 20"
    aria-hidden="true"
    focusable="false"
  >
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
