import { characterMap } from './character-maps.ts';
import { examine, loadDivisions } from './examine.ts';
import type { DeskToReader, ReaderToDesk } from './reader-protocol.ts';
import { unpack } from './unpack.ts';

async function answer(message: DeskToReader, say: (answer: ReaderToDesk) => void): Promise<void> {
  if (message.kind === 'expect') await loadDivisions();
  else if (message.kind === 'read')
    say({ kind: 'examined', done: await examine(message.task, { characterMap }) });
  else say({ kind: 'unpacked', done: await unpack(message.id, message.path, message.file) });
}

// A PDF has hundreds of small packed streams: pdf.js unpacks them by itself in less time than the browser hands them on.
Reflect.deleteProperty(globalThis, 'DecompressionStream');

// The page hands over a port to the desk; from then on the page is not spoken to.
self.addEventListener('message', ({ data }: MessageEvent<{ readonly port: MessagePort }>) => {
  const { port } = data;
  const say = (message: ReaderToDesk): void => port.postMessage(message);
  port.onmessage = ({ data: asked }: MessageEvent<DeskToReader>) => void answer(asked, say);
  say({ kind: 'ready' });
});
