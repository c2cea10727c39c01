import { Failure } from '../api/failure.ts';

/** As long as nothing moves, the connection is taken for lost. */
const STILL_MS = 40_000;

/**
 * Puts a file where the API said, straight into the bucket.
 *
 * @param moved told how many bytes have gone
 * @throws {Failure} OFFLINE when the connection is lost, UNKNOWN when the address is over
 */
export const upload = (
  url: string,
  file: Blob,
  moved: (bytes: number) => void,
  stopped: AbortSignal,
): Promise<void> =>
  new Promise((done, failed) => {
    // fetch does not tell how far an upload is
    const request = new XMLHttpRequest();
    let watch: number | undefined;
    const alive = () => {
      clearTimeout(watch);
      watch = window.setTimeout(() => request.abort(), STILL_MS);
    };
    const stop = () => request.abort();
    stopped.addEventListener('abort', stop);
    request.upload.onprogress = ({ loaded }) => {
      alive();
      moved(loaded);
    };
    request.onload = () => (request.status < 300 ? done() : failed(new Failure('UNKNOWN')));
    request.onerror = () => failed(new Failure('OFFLINE'));
    request.onabort = () => failed(stopped.aborted ? stopped.reason : new Failure('OFFLINE'));
    request.onloadend = () => {
      clearTimeout(watch);
      stopped.removeEventListener('abort', stop);
    };
    request.open('PUT', url);
    alive();
    request.send(file.slice()); // without a type, which the address was not signed for
  });
