import { parentPort } from 'node:worker_threads';
import { Binder, carryOut, type Order } from './bind.ts';

if (parentPort === null) throw new Error('bind-worker runs as a worker thread only');
const port = parentPort;
const binder = Binder.open();
port.on('message', async (order: Order) => {
  const done = await carryOut(await binder, order);
  if (typeof done === 'object' && 'bytes' in done) port.postMessage(done, [done.bytes.buffer as ArrayBuffer]);
  else port.postMessage(done);
});
