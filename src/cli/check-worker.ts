import { parentPort, workerData } from 'node:worker_threads';
import { openExaminer, type Settings, type Task } from './check/examine.ts';

const port = parentPort;
if (port === null) throw new Error('check-worker runs as a worker thread only');

const examiner = await openExaminer(workerData as Settings);
port.on('message', async (task: Task) => {
  const done = await examiner.run(task);
  port.postMessage(
    done,
    done.flatMap(({ entry, digest }) => [
      entry.buffer as ArrayBuffer,
      ...(digest ? [digest.sketch.buffer as ArrayBuffer] : []),
    ]),
  );
});
port.postMessage('ready');
