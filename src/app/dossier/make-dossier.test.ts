import { PDFDocument } from 'pdf-lib';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type CaseOffice, caseOffice, entered } from '../../../test/support/applications.ts';
import { testStore } from '../../../test/support/database.ts';
import { done } from '../../../test/support/office.ts';
import type { Store } from '../../store/store.ts';
import { addFile } from '../commands/applications/add-file.ts';
import { type Binding, BindingFailed, openBinding } from './binder.ts';
import { makeDossier } from './make-dossier.ts';
import { type Matter, matterOf } from './matter.ts';

let store: Store;
let office: CaseOffice;
let matter: Matter;
const day = '2026-03-02';
const making = { by: '甲', at: '2026-03-02 12:00', purpose: '行政复议答复' };
const mostBytes = 100 * 1024 * 1024;

beforeAll(async () => {
  store = await testStore();
  office = await caseOffice(store);
  const { applicationId } = await entered(office, day);
  const scan = await PDFDocument.create();
  for (let page = 0; page < 2; page += 1) scan.addPage();
  const bytes = new Uint8Array(await scan.save());
  for (const name of ['一.pdf', '二.pdf'])
    await done(
      addFile(office.as('clerk', day), {
        agencyId: office.agencyId,
        applicationId,
        kind: 'identity',
        name,
        bytes,
      }),
    );
  matter = await done(matterOf(office.as('clerk', day), { agencyId: office.agencyId, id: applicationId }));
});
afterAll(() => store.close());

const context = () => office.as('clerk', day);
async function readBack(bytes: Uint8Array) {
  const document = await getDocument({ data: bytes.slice(), verbosity: 0 }).promise;
  const { items } = await (await document.getPage(2)).getTextContent();
  const index = items.map((item) => ('str' in item ? item.str : '')).join('');
  const attached = (await document.getAttachments()) as Record<string, { filename: string }> | null;
  return {
    pages: document.numPages,
    index,
    attached: Object.values(attached ?? {}).map(({ filename }) => filename),
  };
}

describe('the file of a case', () => {
  it('is the same to the byte for the same case at the same time', async () => {
    const [one, two] = await Promise.all([1, 2].map(() => makeDossier(context(), matter, making)));
    expect(one!.sha256).toBe(two!.sha256);
    expect(one).toMatchObject({ documents: 5 });
  });

  it('holds what came in as it came, where a file takes more than the thread is given', async () => {
    let closed = 0;
    const open = async (): Promise<Binding> => {
      const binding = await openBinding(null);
      return {
        ...binding,
        add: (part) => {
          if (part.do === 'pdf' && !part.ours) throw new BindingFailed('装订用时过长');
          return binding.add(part);
        },
        close: async () => {
          closed += 1;
        },
      };
    };
    const made = await makeDossier(context(), matter, making, { open, mostBytes });
    const { attached, index } = await readBack(made.bytes);
    expect(attached).toEqual(['2 一.pdf', '3 二.pdf']);
    expect(index).toContain('附原件');
    expect(closed).toBe(2);
  });

  it('names what is too much for one PDF in its index, to go along apart', async () => {
    const { bytes } = matter.files[0]!;
    const made = await makeDossier(context(), matter, making, {
      open: () => openBinding(null),
      mostBytes: bytes + 1,
    });
    const { attached, index } = await readBack(made.bytes);
    expect(attached).toEqual([]);
    expect(index.match(/另附/g)).toHaveLength(2);
    expect(index).toContain('2—3');
  });

  it('is made after one that failed', async () => {
    const open = async (): Promise<Binding> => {
      throw new Error('no thread');
    };
    await expect(makeDossier(context(), matter, making, { open, mostBytes })).rejects.toThrow('no thread');
    expect((await makeDossier(context(), matter, making)).documents).toBe(5);
  });
});
