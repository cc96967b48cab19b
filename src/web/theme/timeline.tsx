import type { Child } from 'hono/jsx';
import { Icon, type IconName } from './icons.tsx';

export interface TimelineEntry {
  readonly title: string;
  /** `YYYY-MM-DD` or `YYYY-MM-DD HH:MM`, Shanghai time; none for what is still to come. */
  readonly at: string | null;
  readonly text?: Child;
  readonly state: 'done' | 'now' | 'paused' | 'returned' | 'future';
}

const icons: Readonly<Record<TimelineEntry['state'], IconName>> = {
  done: 'check',
  now: 'dot',
  paused: 'pause',
  returned: 'back',
  future: 'ring',
};

const words: Partial<Readonly<Record<TimelineEntry['state'], string>>> = {
  now: '（现在）',
  future: '（未到）',
};

/** What happened and what is to come. The office puts the newest first, the portal the oldest: the order is given. */
export const Timeline = ({ entries }: { entries: readonly TimelineEntry[] }) => (
  <ol class="gk-tl">
    {entries.map(({ title, at, text, state }) => (
      <li class={`is-${state}`}>
        <Icon name={icons[state]} />
        <div class="head">
          <strong>{title}</strong>
          {words[state] !== undefined && <span class="visually-hidden">{words[state]}</span>}
          {at !== null && <time datetime={at.replace(' ', 'T')}>{at}</time>}
        </div>
        {text !== undefined && <p>{text}</p>}
      </li>
    ))}
  </ol>
);
