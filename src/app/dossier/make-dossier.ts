import type { AppContext } from '../context.ts';
import { renderPaperPdf } from '../pdf-renderer.ts';
import { type Binding, BindingFailed, openBinding } from './binder.ts';
import { type Content, contentsOf, hashOf } from './contents.ts';
import { coverPaper, type Entry, indexPaper, type Making } from './front.ts';
import type { Matter } from './matter.ts';

/** A file as one PDF. */
export interface Dossier {
  readonly bytes: Uint8Array;
  readonly sha256: string;
  /** Numbered pages, cover and index not counted. */
  readonly pages: number;
  readonly documents: number;
}

/** Who binds, and the bytes of files from outside that one PDF holds: what is beyond is named in the index and goes apart. */
const usual = { open: (): Promise<Binding> => openBinding(), mostBytes: 100 * 1024 * 1024 };

const notes = {
  encrypted: '加密，附原件',
  damaged: '不能逐页装订，附原件',
  tooLarge: '页数、像素过多，附原件',
  other: '附原件',
} as const;

interface Course {
  readonly context: AppContext;
  readonly binding: Binding;
  /** Whether files from outside are bound page by page, or laid in as they came. */
  readonly pageByPage: boolean;
  page: number;
  room: number;
}

const isImage = (type: string): type is 'image/jpeg' | 'image/png' =>
  type === 'image/jpeg' || type === 'image/png';

/** Pages of a document, or why it has none; a file from outside is only looked into where it may be. */
async function bound({ binding, pageByPage }: Course, content: Content, bytes: Uint8Array, title: string) {
  const { mediaType, ours } = content;
  if (!ours && !pageByPage) return 'damaged' as const;
  if (mediaType === 'application/pdf') return binding.add({ do: 'pdf', bytes, title, ours });
  return isImage(mediaType)
    ? binding.add({ do: 'image', bytes, title, type: mediaType })
    : ('other' as const);
}

async function entryOf(course: Course, content: Content, index: number): Promise<Entry> {
  const bytes = await content.open();
  const { title, number, on } = content;
  const entry = { title, number, on, hash: hashOf(bytes) };
  if (content.bytes > course.room) return { ...entry, pages: null, note: '另附' };
  course.room -= content.bytes;
  const outcome = await bound(course, content, bytes, `${index + 1} ${title}`);
  if (typeof outcome === 'object') {
    const first = course.page + 1;
    course.page += outcome.pages;
    return { ...entry, pages: { first, last: course.page }, note: '' };
  }
  const name = `${index + 1} ${number || title}`;
  await course.binding.add({
    do: 'attach',
    bytes,
    name,
    type: content.mediaType,
    at: course.context.now(),
  });
  return { ...entry, pages: null, note: notes[outcome] };
}

async function bind(
  context: AppContext,
  matter: Matter,
  making: Making,
  pageByPage: boolean,
  { open, mostBytes }: typeof usual,
): Promise<Dossier> {
  const binding = await open();
  const course: Course = { context, binding, pageByPage, page: 0, room: mostBytes };
  try {
    const entries: Entry[] = [];
    for (const content of contentsOf(context, matter))
      entries.push(await entryOf(course, content, entries.length));
    const now = context.now();
    const { state, row } = matter.record;
    const { bytes } = await binding.finish({
      papers: [
        await renderPaperPdf(coverPaper(matter, entries, making), now),
        await renderPaperPdf(indexPaper(matter, entries), now),
      ],
      title: `政府信息公开申请案卷 ${state.number ?? row.receipt_number}`,
      author: matter.agency,
      made: now,
    });
    return { bytes, sha256: hashOf(bytes), pages: course.page, documents: entries.length };
  } finally {
    await binding.close();
  }
}

let turn: Promise<unknown> = Promise.resolve();

/**
 * Makes the file of a case; one at a time in a process, so that its memory is that of one. Where a file from outside
 * cannot be bound without more than it is given, all of them are laid in as they came. Throws PdfUnavailable.
 */
export function makeDossier(
  context: AppContext,
  matter: Matter,
  making: Making,
  by = usual,
): Promise<Dossier> {
  const mine = turn.then(async () => {
    try {
      return await bind(context, matter, making, true, by);
    } catch (error) {
      if (!(error instanceof BindingFailed)) throw error;
      return bind(context, matter, making, false, by);
    }
  });
  turn = mine.catch(() => undefined);
  return mine;
}
