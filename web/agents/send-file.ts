import { call } from '../api/call.ts';
import { isProblem } from '../api/failure.ts';
import { dropSending, type KeptSending, keepSending } from './kept-sending.ts';
import { upload } from './upload.ts';

export type SendingStep = 'CREATING' | 'UPLOADING' | 'SUBMITTING';

interface Watcher {
  /** @param bytes how many have gone, while UPLOADING */
  step(step: SendingStep, bytes?: number): void;
  readonly stopped: AbortSignal;
}

/**
 * Sends a file to its end, or goes on where it was lost: the same key is the same batch, what has
 * arrived is not uploaded again, and what has been submitted is found so.
 *
 * @param file not needed any more when it has arrived
 * @returns id of the batch
 * @throws {Failure}
 */
export async function sendFile(
  sending: KeptSending,
  file: Blob | undefined,
  watcher: Watcher,
): Promise<string> {
  const { id, version } = sending.uploaded ?? (await arrived(sending, file, watcher));
  if (version !== undefined) {
    watcher.step('SUBMITTING');
    await submit(id, version);
  }
  dropSending();
  return id;
}

/** The batch whose file is there; without a version where it has been submitted already. */
async function arrived(
  sending: KeptSending,
  file: Blob | undefined,
  { step, stopped }: Watcher,
): Promise<{ readonly id: string; readonly version?: number }> {
  step('CREATING');
  const { key, format, bytes } = sending;
  const body = { format, bytes };
  const batch = await call('POST /v1/batches', { body, idempotencyKey: key });
  if (!batch.upload || !file) return { id: batch.id };
  await upload(batch.upload.url, file, (moved) => step('UPLOADING', moved), stopped);
  const uploaded = { id: batch.id, version: batch.version };
  keepSending({ ...sending, uploaded });
  return uploaded;
}

/** A submission whose answer was lost is met by a batch that has moved on. */
async function submit(id: string, version: number): Promise<void> {
  try {
    await call('POST /v1/batches/{id}/submission', { parameters: { id }, version });
  } catch (error) {
    if (!isProblem(error, 'version-stale', 'not-in-this-state')) throw error;
  }
}
