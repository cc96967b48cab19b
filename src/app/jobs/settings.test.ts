import { describe, expect, it } from 'vitest';
import { allJobs } from './all-jobs.ts';
import { jobSettings } from './settings.ts';

describe('the schedule', () => {
  it('is a backup each night, a drill each Sunday, and seven, four and twelve that stay', () => {
    const settings = jobSettings({}, 'data');
    expect(settings).toEqual({
      dataFolder: 'data',
      backupFolder: 'data/backups',
      backupAt: { hour: 2, minute: 30 },
      keep: { daily: 7, weekly: 4, monthly: 12 },
      drillDay: 0,
    });
    expect(allJobs(settings).map(({ name, cron }) => [name, cron])).toEqual([
      ['seal-access-log', '20 1 * * *'],
      ['verify-files', '40 3 * * *'],
      ['forget-attempts', '15 4 * * *'],
      ['carry-group-acts', '* * * * *'],
      ['keep-retention', '40 6 * * *'],
      ['make-backup', '30 2 * * *'],
      ['rehearse-restore', '30 4 * * 0'],
    ]);
  });

  it('is as the variables say; the drill of a backup at night’s end is the next day’s', () => {
    const settings = jobSettings(
      {
        GONGKAI_BACKUP_FOLDER: '/mnt/b',
        GONGKAI_BACKUP_TIME: '23:05',
        GONGKAI_BACKUP_KEEP: '14,0,3',
        GONGKAI_DRILL_DAY: '6',
      },
      'data',
    );
    expect(settings.keep).toEqual({ daily: 14, weekly: 0, monthly: 3 });
    expect(allJobs(settings).map(({ cron }) => cron)).toEqual([
      '20 1 * * *',
      '40 3 * * *',
      '15 4 * * *',
      '* * * * *',
      '40 6 * * *',
      '5 23 * * *',
      '5 1 * * 0',
    ]);
  });

  it.each([
    [
      { GONGKAI_BACKUP_FOLDER: 'off' },
      ['seal-access-log', 'verify-files', 'forget-attempts', 'carry-group-acts', 'keep-retention'],
    ],
    [
      { GONGKAI_DRILL_DAY: 'off' },
      [
        'seal-access-log',
        'verify-files',
        'forget-attempts',
        'carry-group-acts',
        'keep-retention',
        'make-backup',
      ],
    ],
  ])('leaves out what is switched off: %j', (environment, names) => {
    expect(allJobs(jobSettings(environment, 'data')).map(({ name }) => name)).toEqual(names);
  });

  it.each([
    ['GONGKAI_BACKUP_TIME', '25:00'],
    ['GONGKAI_BACKUP_TIME', '2:30'],
    ['GONGKAI_BACKUP_KEEP', '7'],
    ['GONGKAI_BACKUP_KEEP', '7,4,-1'],
    ['GONGKAI_DRILL_DAY', 'Sunday'],
  ])('refuses %s=%s with one sentence', (name, value) => {
    expect(() => jobSettings({ [name]: value }, 'data')).toThrow(`${name}=${value}：写法不对`);
  });
});
