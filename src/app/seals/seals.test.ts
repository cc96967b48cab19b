import { crc32, deflateSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type CaseOffice, caseOffice, entered, noon, ofCase } from '../../../test/support/applications.ts';
import { testStore } from '../../../test/support/database.ts';
import { done, testVault } from '../../../test/support/office.ts';
import { samplePng } from '../../../test/support/seal.ts';
import { isRefusal } from '../../domain/refusal.ts';
import { lettersOf } from '../../store/application-letters.ts';
import type { Store } from '../../store/store.ts';
import { withdrawApplication } from '../commands/applications/withdraw-application.ts';
import { addSeal } from '../commands/seals/add-seal.ts';
import { endSeal } from '../commands/seals/end-seal.ts';
import { appContext } from '../context.ts';
import { letterDownload } from '../queries/applications/case-documents.ts';
import { followLetter } from '../queries/applications/follow-application.ts';
import { sealList } from '../queries/seals.ts';
import { readSealPng } from './seal-png.ts';

const good = Buffer.from(samplePng());

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type), data]);
  const out = Buffer.alloc(12 + data.length);
  out.writeUInt32BE(data.length, 0);
  body.copy(out, 4);
  out.writeUInt32BE(crc32(body), 8 + data.length);
  return out;
}

/** A square PNG of one colour but for a disc in its middle, row by row with a filter. */
function png(
  side: number,
  { ground = 0, height = side, colour = 6, filter = 0, raw = null as Buffer | null } = {},
) {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(side, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, colour, 0, 0, 0], 8);
  const stride = side * 4 + 1;
  const rows = Buffer.alloc(stride * height);
  const at = (x: number, y: number): number =>
    Math.hypot(x - side / 2, y - side / 2) < side / 4 ? 255 : ground;
  for (let y = 0; y < height; y += 1) {
    rows[y * stride] = filter;
    for (let x = 0; x < side; x += 1) {
      const before = filter === 1 && x > 0 ? at(x - 1, y) : filter === 2 && y > 0 ? at(x, y - 1) : 0;
      rows[y * stride + 4 + x * 4] = (at(x, y) - before) & 0xff;
    }
  }
  return Buffer.concat([
    good.subarray(0, 8),
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(raw ?? rows)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}
const broken = (): Buffer => {
  const bytes = Buffer.from(good);
  bytes[60] = bytes[60]! ^ 1;
  return bytes;
};

describe('the image of a seal', () => {
  it.each([
    ['drawn by us', good],
    ['its rows as they are', png(300)],
    ['each row by the pixel before', png(300, { filter: 1 })],
    ['each row by the row above', png(300, { filter: 2 })],
  ])('is taken: %s', (_, bytes) => {
    expect(readSealPng(bytes)).toMatchObject({ side: expect.any(Number) });
  });

  it.each([
    ['nothing', Buffer.alloc(0), '请选择印章图片'],
    ['a JPEG', Buffer.from([0xff, 0xd8, 0xff, 0xe0]), 'PNG 格式'],
    ['more than 1 MB', Buffer.concat([good, Buffer.alloc(1024 * 1024)]), '超过1 MB'],
    ['too coarse', png(200), '现为200×200'],
    ['too fine', png(2_001), '现为2001×2001'],
    ['not square', png(400, { height: 300 }), '现为400×300'],
    ['without alpha', png(300, { colour: 2 }), '背景透明'],
    ['on a white ground', png(300, { ground: 255 }), '背景不透明'],
    ['one bit turned', broken(), '已损坏'],
    ['cut off', good.subarray(0, -20), '已损坏'],
    ['more pixels than it says', png(300, { raw: Buffer.alloc(50_000_000) }), '已损坏'],
    ['fewer pixels than it says', png(300, { raw: Buffer.alloc(1_000) }), '已损坏'],
  ])('is refused: %s', (_, bytes, words) => {
    const refusal = readSealPng(bytes);
    expect(isRefusal(refusal) && refusal.message).toContain(words);
  });

  it('keeps nothing beside the picture: no text of a program, nothing after its end', () => {
    const [head, rest] = [good.subarray(0, 33), good.subarray(33)];
    const text = chunk('tEXt', Buffer.from('Author\0张三'));
    const read = readSealPng(Buffer.concat([head, text, rest, Buffer.from('MZ')]));
    if (isRefusal(read)) throw new Error(read.message);
    expect(Buffer.compare(read.bytes, good)).toBe(0);
  });
});

describe('the seal of an agency', () => {
  let store: Store;
  let office: CaseOffice;
  beforeAll(async () => {
    store = await testStore();
    office = await caseOffice(store);
  });
  afterAll(() => store.close());

  const add = (
    from: string,
    to: string | null,
    image: Uint8Array<ArrayBuffer>,
    who: 'head' | 'clerk' = 'head',
  ) =>
    addSeal(office.as(who, '2026-03-02'), {
      agencyId: office.agencyId,
      from: from as never,
      to: to as never,
      image,
    });
  /** The seal on the confirmation of a withdrawal of a day. */
  const sealOf = async (letter: { id: string; application_id: string }) => {
    const input = { agencyId: office.agencyId, id: letter.application_id, letterId: letter.id };
    return (await done(letterDownload(office.as('clerk', '2026-12-01'), input))).dress.seal;
  };
  const letterOn = async (day: string) => {
    const { applicationId } = await entered(office, day);
    await done(
      withdrawApplication(office.as('clerk', day), {
        ...ofCase(office, applicationId, day),
        confirmation: '签字',
      }),
    );
    return (await lettersOf(store.database, { agencyId: office.agencyId, id: applicationId }))[0]!;
  };
  const same = (a: Uint8Array | null, b: Uint8Array) => a !== null && Buffer.compare(a, b) === 0;

  it('is kept by the head of the office alone, and listed for nobody without a part in it', async () => {
    expect(await add('2026-03-02', null, good, 'clerk')).toMatchObject({ code: 'policy.role' });
    const list = (who: 'head' | 'legal') =>
      sealList(office.as(who, '2026-03-02'), { agencyId: office.agencyId });
    expect(await list('legal')).toMatchObject({ code: 'policy.role' });
    expect(await list('head')).toEqual([]);
    expect(await add('2026-03-02', '2026-03-01', good)).toMatchObject({ code: 'seal.days' });
  });

  it('stands on letters from its first to its last day; a later one changes no letter that was sent', async () => {
    const before = await letterOn('2026-03-02');
    const [first, second] = [good, png(300)];
    await done(add('2026-03-03', null, first));
    const early = await letterOn('2026-03-03');
    await done(add('2026-03-10', '2026-03-20', second));
    const [middle, late] = [await letterOn('2026-03-12'), await letterOn('2026-03-23')];
    expect(await sealOf(before)).toBeNull();
    expect(same(await sealOf(early), first)).toBe(true);
    expect(same(await sealOf(middle), second)).toBe(true);
    expect(same(await sealOf(late), first)).toBe(true);
    const [newest, oldest] = await done(
      sealList(office.as('head', '2026-03-23'), { agencyId: office.agencyId }),
    );
    expect([newest!.from, oldest!.from]).toEqual(['2026-03-10', '2026-03-03']);
    const end = { agencyId: office.agencyId, sealId: oldest!.id, to: '2026-03-23' as never };
    expect(await endSeal(office.as('approver', '2026-03-23'), end)).toMatchObject({ code: 'policy.role' });
    await done(endSeal(office.as('head', '2026-03-23'), end));
    expect(await endSeal(office.as('head', '2026-03-24'), end)).toMatchObject({ code: 'seal.ended' });
    expect(await sealOf(await letterOn('2026-03-24'))).toBeNull();
    expect(same(await sealOf(late), first)).toBe(true);
  });

  it('stands on what the applicant takes down, too', async () => {
    const on = '2026-03-12';
    const { applicationId, receiptNumber, code } = await entered(office, on);
    const input = { ...ofCase(office, applicationId, on), confirmation: '签字' };
    await done(withdrawApplication(office.as('clerk', on), input));
    const [letter] = await lettersOf(store.database, { agencyId: office.agencyId, id: applicationId });
    const outside = { ...appContext(store, 'public', testVault), now: noon(on) };
    const proof = { receiptNumber, code, address: null };
    const { dress } = await done(followLetter(outside, { proof, letterId: letter!.id }));
    expect([same(dress.seal, png(300)), dress.draft]).toEqual([true, false]);
  });

  it('lies in the database encrypted, and leaves its hash in the record', async () => {
    const rows = await store.database.selectFrom('seal_image').selectAll().execute();
    for (const { sealed_image: sealed } of rows)
      expect(Buffer.from(sealed).includes(good.subarray(8, 33))).toBe(false);
    const events = await store.database
      .selectFrom('event')
      .select(['kind', 'facts'])
      .where('kind', 'like', 'seal.%')
      .execute();
    expect(events.map(({ kind }) => kind).sort()).toEqual(['seal.added', 'seal.added', 'seal.ended']);
    expect(JSON.stringify(events)).toContain(rows[0]!.image_hash);
  });

  it('does not open as another agency’s', async () => {
    const row = await store.database.selectFrom('seal_image').selectAll().limit(1).executeTakeFirstOrThrow();
    const { openImage } = await import('./seal-image.ts');
    expect(() => openImage(testVault, { ...row, agency_id: crypto.randomUUID() })).toThrow();
  });
});
