// One network of a judge, trained in a thread of its own.
import { parentPort, workerData } from 'node:worker_threads';
import { register } from 'tsx/esm/api';

register();
const { trainBag } = await import('./train-bag.ts');
const { shape, examples, options } = workerData;
parentPort.postMessage({
  weights: trainBag(shape, examples, options, (line) => parentPort.postMessage({ line })),
});
