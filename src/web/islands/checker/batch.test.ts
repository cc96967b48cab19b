import { strToU8, zipSync } from 'fflate';
import { afterEach, describe, expect, it } from 'vitest';
import { cleanReport, spoil } from '../../../../test/support/generate.ts';
import { fileLayouts } from '../../../../test/support/layouts.ts';
import type { SampleReport } from '../../../../test/support/sample-model.ts';
import { makeUrls } from '../../http/urls.ts';
import { Batch } from './batch.ts';
import { examine } from './examine.ts';
import type { FileState } from './model.ts';
import { Pool } from './pool.ts';
import type { DroppedFile } from './protocol.ts';
import type { DeskToReader, ReaderToDesk } from './reader-protocol.ts';
import { unpack } from './unpack.ts';
import { firstAddress, render } from './views.ts';

const ports: MessagePort[] = [];
afterEach(() => {
  for (const port of ports.splice(0)) port.close();
});

/** A reader on this thread; it says nothing of files whose name begins with `hang`. */
function reader(): MessagePort {
  const { port1, port2 } = new MessageChannel();
  ports.push(port1, port2);
  port1.onmessage = async ({ data }: MessageEvent<DeskToReader>) => {
    const say = (message: ReaderToDesk) => port1.postMessage(message);
    if (data.kind === 'read' && !data.task.path.startsWith('hang'))
      say({ kind: 'examined', done: await examine(data.task) });
    if (data.kind === 'unpack') say({ kind: 'unpacked', done: await unpack(data.id, data.path, data.file) });
  };
  return port2;
}

function desk(readers = 2) {
  const changes: FileState[] = [];
  const pool = new Pool(() => {});
  for (let seat = 0; seat < readers; seat++) pool.seat(seat, reader(), () => {});
  return { batch: new Batch(pool, (file) => changes.push(file)), pool, changes };
}

const layout = fileLayouts.find(({ name }) => name === 'html')!;
const fileOf = (path: string, report: SampleReport): DroppedFile => ({
  path,
  file: new File([layout.bytes(report) as BlobPart], path),
});
const junk = (path: string, content: string): DroppedFile => ({ path, file: new File([content], path) });
const township = (seed: number, year: number) => cleanReport(seed, { kind: 'township', form: '2021', year });
const nothing = () => {};
const urls = makeUrls('https://www.example.gov.cn/xxgk', {});

describe('a batch', () => {
  it('of one clean report finds nothing, and shows the report', async () => {
    const { batch } = desk();
    expect(await batch.check([fileOf('一.html', township(3, 2023))], {}, nothing)).toBe(true);
    await batch.refine();
    const [file] = batch.state.files;
    expect(file).toMatchObject({
      state: 'read',
      summary: { year: 2023, counts: { error: 0, warning: 0 } },
    });
    expect(firstAddress(batch)).toBe(`report/${file!.id}`);
    expect(batch.checked(file!.id)?.places).toBe('used');
  });

  it('reads on when some of its files cannot be read, and says why of each', async () => {
    const { batch } = desk();
    await batch.check(
      [
        fileOf('县/一.html', spoil(township(3, 2023), 3).report),
        junk('县/二.docx', 'PK no document'),
        junk('县/三.html', ''),
        junk('县/四.rar', 'Rar!'),
        junk('县/五.zip', 'PK'),
        fileOf('县/六.html', township(8, 2023)),
      ],
      { png: 2 },
      nothing,
    );
    const { files, skipped } = batch.state;
    const failed = files.filter(({ state }) => state === 'failed');
    expect(files.filter(({ state }) => state === 'read')).toHaveLength(2);
    expect(failed.map(({ path }) => path).sort()).toEqual(
      ['县/二.docx', '县/三.html', '县/四.rar', '县/五.zip'].sort(),
    );
    for (const { message } of failed) expect(message).toMatch(/^[^\n]{6,120}。$/u);
    expect(skipped).toEqual({ png: 2 });
    expect(firstAddress(batch)).toBe('county');
    const { html } = render(
      batch,
      { view: 'county', filter: { severity: null, rule: null, sort: 'worst' } },
      urls,
    );
    for (const { path } of failed) expect(html).toContain(path.split('/')[1]);
  });

  it('checks each year with the one before it, whichever comes first, and shows the years of one agency', async () => {
    const { batch } = desk();
    const before = township(3, 2022);
    const now = township(3, 2023);
    // What was carried over into 2023 is not what 2022 carried over.
    now.cells['applications.carriedIn.naturalPerson'] =
      before.cells['applications.carriedOut.naturalPerson']!;
    await batch.check([fileOf('2023.html', now), fileOf('2022.html', before)], {}, nothing);
    const [late, early] = batch.state.files;
    expect(batch.checked(late!.id)?.previous).toEqual({ id: early!.id, year: 2022 });
    expect(batch.checked(early!.id)?.previous).toBeNull();
    const key = batch.keyOf(late!);
    expect(firstAddress(batch)).toBe(`years/${encodeURIComponent(key)}`);
    expect(late!.summary?.byRule).toHaveProperty('R304');
    const { html } = render(batch, { view: 'years', key }, urls);
    expect(html).toContain('2022');
  });

  it('takes years in that are added later', async () => {
    const { batch } = desk();
    await batch.check([fileOf('2023.html', township(3, 2023))], {}, nothing);
    await batch.check([fileOf('2022.html', township(3, 2022))], {}, nothing);
    const [late, early] = batch.state.files;
    expect(batch.checked(late!.id)?.previous?.id).toBe(early!.id);
  });

  it('finds reports of different agencies that read alike, once however often it is joined', async () => {
    const { batch } = desk();
    const one = township(3, 2023);
    const other = { ...township(8, 2023), sections: one.sections };
    await batch.check([fileOf('一.html', one), fileOf('二.html', other)], {}, nothing);
    await batch.check([fileOf('三.html', township(11, 2023))], {}, nothing);
    expect(batch.state.files.map(({ summary }) => summary?.byRule.R014 ?? 0)).toEqual([1, 1, 0]);
    expect(batch.reports()[0]!.findings.filter(({ code }) => code === 'R014')).toHaveLength(1);
  });

  it('opens archives', async () => {
    const { batch } = desk();
    const content = zipSync({ '甲/一.html': layout.bytes(township(3, 2023)), '乙.png': strToU8('x') });
    await batch.check([{ path: '报送.zip', file: new File([content as BlobPart], '报送.zip') }], {}, nothing);
    expect(batch.state.files.map(({ path, state }) => [path, state])).toEqual([['报送/甲/一.html', 'read']]);
    expect(batch.state.skipped).toEqual({ png: 1 });
  });

  it('gives up a file whose reader was lost, and that file only', async () => {
    const { batch, pool } = desk(1);
    const done = batch.check([junk('hang.txt', 'x'), fileOf('一.html', township(3, 2023))], {}, nothing);
    await new Promise((resolve) => setTimeout(resolve, 50));
    pool.seat(0, reader(), () => {});
    await done;
    expect(batch.state.files.map(({ state }) => state)).toEqual(['failed', 'read']);
    expect(batch.state.files[0]!.message).toContain('未能读完');
  });

  it('that is cleared lets go whatever comes of it later', async () => {
    const { batch, changes } = desk();
    const first = batch.check([fileOf('一.html', township(3, 2023))], {}, nothing);
    batch.clear();
    const second = batch.check([fileOf('二.html', township(8, 2023))], {}, nothing);
    expect(await second).toBe(true);
    expect(batch.state.files.map(({ path }) => path)).toEqual(['二.html']);
    expect(changes.filter(({ path, state }) => path === '一.html' && state === 'read')).toEqual([]);
    expect(await first).toBe(false);
  });
});
