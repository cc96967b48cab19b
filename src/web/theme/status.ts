import type { IconName } from './icons.tsx';

export type State =
  | 'draft'
  | 'waiting'
  | 'running'
  | 'paused'
  | 'returned'
  | 'soon'
  | 'over'
  | 'done'
  | 'published';

const marks: Readonly<Record<State, readonly [tone: string, icon: IconName]>> = {
  draft: ['plain', 'pencil'],
  waiting: ['plain', 'ring'],
  running: ['info', 'dot'],
  paused: ['paused', 'pause'],
  returned: ['soon', 'back'],
  soon: ['soon', 'clock'],
  over: ['over', 'alert'],
  done: ['ok', 'check'],
  published: ['info', 'info'],
};

/** Tone and icon of a state; colour never stands alone. */
export const markOf = (state: State) => marks[state];
