import type { Day } from '../domain/workday/index.ts';

const formatter = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai' });

/** The legal day of an instant, in Shanghai. */
export const dayOf = (at: Date): Day => formatter.format(at) as Day;
