const minute = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Asia/Shanghai',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
});

/** An instant as `YYYY-MM-DD HH:MM` in Shanghai, whatever the server's own zone. */
export const shanghaiMinute = (instant: string): string => minute.format(new Date(instant));

export const shanghaiDay = (instant: string): string => shanghaiMinute(instant).slice(0, 10);
