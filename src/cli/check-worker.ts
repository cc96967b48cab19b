import { parentPort, workerData } from 'node:worker_threads';
import { openExaminer, type Task } from './check/examine.ts';
import type { WorkerData } from './check/pool.ts';
import { Spool } from './check/spool.ts';

const port = parentPort;
if (port === null) throw new Error('check-worker runs as a worker thread only');

const { settings, spool } = workerData as WorkerData;
const examiner = await openExaminer(settings, new Spool(spool));
port.on('message', async (task: Task) => {
  const done = await examiner.run(task);
  const sketches = done.flatMap(({ digest }) => (digest ? [digest.sketch.buffer as ArrayBuffer] : []));
  port.postMessage(done, sketches);
});
port.postMessage('ready');
