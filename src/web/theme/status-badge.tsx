import { Icon } from './icons.tsx';
import { markOf, type State } from './status.ts';

/** Where a matter stands: one a row. The words are the caller's: 待签发, 拟稿, 已送达. */
export const StatusBadge = ({ state, children }: { state: State; children: string }) => {
  const [tone, icon] = markOf(state);
  return (
    <span class={`gk-badge gk-badge--${tone}`}>
      <Icon name={icon} />
      {children}
    </span>
  );
};
