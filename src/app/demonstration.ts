import { readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { sql } from 'kysely';
import { isRefusal } from '../domain/refusal.ts';
import { assetFolder } from '../store/assets.ts';
import { importReport } from './commands/import-report.ts';
import type { AppContext } from './context.ts';

/*
 * The demonstration county, 云岫县, is invented: place, people, figures and sentences. Its codes begin with 9909; the
 * codes of GB/T 2260 end at 82, so that no real place is ever met. The reports are files read by the same reader and
 * stored by the same import as real ones, faults included.
 */

/** Reports of the demonstration: `<division code>-<year>.<type>`. */
function demonstrationFiles(): { path: string; code: string }[] {
  const folder = assetFolder('demonstration', import.meta.url);
  return readdirSync(folder)
    .filter((name) => /^9909\d{2}(\d{3})?-\d{4}\.(txt|html)$/.test(name))
    .sort()
    .map((name) => ({ path: join(folder, name), code: name.slice(0, name.indexOf('-')) }));
}

/**
 * Fills a store that has no agency of its own with the demonstration county, and returns how many reports were
 * added. A seeding that was cut short is completed; a store with real agencies is left alone.
 */
export async function seedDemonstration(context: AppContext): Promise<number> {
  const files = demonstrationFiles();
  const { rows } = await context.store.read((database) =>
    sql<{ real: number; reports: number }>`
      select (select count(*) from agency where not demonstration) as real,
        (select count(*) from annual_report) as reports`.execute(database),
  );
  const { real, reports } = rows[0]!;
  if (real > 0 || reports >= files.length) return 0;
  let added = 0;
  for (const { path, code } of files) {
    const bytes = await readFile(path);
    const outcome = await importReport(context, { bytes, path, agencyCode: code, demonstration: true });
    if (isRefusal(outcome)) throw new Error(`示范县的报告 ${path} 未能导入：${outcome.message}`);
    if (outcome.result === 'imported') added += 1;
  }
  return added;
}
