import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Day } from '../../domain/workday/index.ts';
import { type CalendarDay, calendarFile } from './icalendar.ts';

const stamp = new Date('2026-11-27T02:00:00Z');
const day = (more: Partial<CalendarDay> = {}): CalendarDay => ({
  id: 'answer-1',
  on: '2026-12-31' as Day,
  summary: '答复期限届满：2026-0012',
  description: '依据条例第三十三条推算。',
  remindBefore: [3, 1],
  ...more,
});
const file = (...days: CalendarDay[]) =>
  calendarFile(days, { name: '期限', stamp, host: 'www.yunxi.example', subscribed: true });
/** Lines as a program reads them: what goes on is joined (RFC 5545, 3.1). */
const unfolded = (text: string) => text.replace(/\r\n /g, '').split('\r\n');
const read = (text: string): string =>
  text.replace(/\\([\\;,nN])/g, (_, sign: string) => (/n/i.test(sign) ? '\n' : sign));

describe('a calendar', () => {
  it('holds whole days, over the end of the year too, with an identity that stays', () => {
    const lines = unfolded(file(day()));
    for (const line of [
      'UID:answer-1@www.yunxi.example',
      'DTSTAMP:20261127T020000Z',
      'DTSTART;VALUE=DATE:20261231',
      'DTEND;VALUE=DATE:20270101',
      'X-WR-TIMEZONE:Asia/Shanghai',
      'METHOD:PUBLISH',
    ])
      expect(lines).toContain(line);
    expect(unfolded(file(day({ on: '2027-01-05' as Day })))).toContain('UID:answer-1@www.yunxi.example');
  });

  it('reminds at nine in the morning, days before', () => {
    expect(unfolded(file(day())).filter((line) => line.startsWith('TRIGGER'))).toEqual([
      'TRIGGER:-P2DT15H',
      'TRIGGER:-PT15H',
    ]);
  });

  it('begins and ends what it opens, even when it is empty', () => {
    for (const text of [file(), file(day(), day({ id: 'b' }))]) {
      const open: string[] = [];
      for (const line of unfolded(text)) {
        if (line.startsWith('BEGIN:')) open.push(line.slice(6));
        if (line.startsWith('END:')) expect(open.pop()).toBe(line.slice(4));
      }
      expect(open).toEqual([]);
      expect(text.endsWith('END:VCALENDAR\r\n')).toBe(true);
    }
  });

  it('keeps every text whole and every line within 75 octets, whatever stands in it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (words) => {
        const text = file(day({ summary: `案：${words}`, remindBefore: [] }));
        for (const line of text.split('\r\n'))
          expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75);
        const summary = unfolded(text).filter((line) => line.startsWith('SUMMARY:'));
        expect(summary).toHaveLength(1);
        // biome-ignore lint/suspicious/noControlCharactersInRegex: what is taken out
        const kept = words.replace(/\r\n?/g, '\n').replace(/[\u0000-\u0008\u000b-\u001f\u007f]/g, '');
        expect(read(summary[0]!.slice(8))).toBe(`案：${kept}`);
      }),
    );
  });

  it('lets no text begin a line of its own', () => {
    const text = file(day({ summary: 'x\r\nEND:VCALENDAR\nBEGIN:VEVENT' }));
    expect(unfolded(text).filter((line) => line === 'BEGIN:VEVENT')).toHaveLength(1);
    expect(unfolded(text)).toContain('SUMMARY:x\\nEND:VCALENDAR\\nBEGIN:VEVENT');
  });
});
