import { parentPort, workerData } from 'node:worker_threads';
import { openExaminer, type Settings, type Task } from './check/examine.ts';

const port = parentPort;
if (port === null) throw new Error('check-worker runs as a worker thread only');

const examiner = await openExaminer(workerData as Settings);
port.on('message', async (task: Task) => {
  const done = await examiner.run(task);
  // The entries of a task share one buffer, and a buffer can be handed over once only.
  const entries = done.slice(0, 1).map(({ entry }) => entry.buffer as ArrayBuffer);
  const sketches = done.flatMap(({ digest }) => (digest ? [digest.sketch.buffer as ArrayBuffer] : []));
  port.postMessage(done, [...entries, ...sketches]);
});
port.postMessage('ready');
