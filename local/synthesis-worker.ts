import { parentPort, workerData } from 'node:worker_threads';
import { synthesise } from '#infra/synthesise.ts';

parentPort?.postMessage(synthesise('local', workerData ?? undefined));
