export * from './calendar.ts';
export * from './day.ts';
export * from './loaded-year.ts';
export * from './notice.ts';
export * from './reminders.ts';
export * from './table.ts';
export * from './workdays.ts';
