/** What this tab remembers of a file that it has not sent to its end; nothing that the file says or is called. */
export interface KeptSending {
  /** idempotency key: the same one is the same batch */
  readonly key: string;
  readonly format: 'NDJSON' | 'CSV';
  readonly bytes: number;
  /** when the file was last changed, in milliseconds: another state of it is another file */
  readonly modified: number;
  /** the file has arrived, and only its submission is missing */
  readonly uploaded?: { readonly id: string; readonly version: number };
}

const KEPT = 'agent-sending';

/** Undefined where nothing is left to be sent. */
export const keptSending = (): KeptSending | undefined =>
  JSON.parse(sessionStorage.getItem(KEPT) ?? 'null') ?? undefined;

export const keepSending = (sending: KeptSending): KeptSending => {
  sessionStorage.setItem(KEPT, JSON.stringify(sending));
  return sending;
};

export const dropSending = (): void => sessionStorage.removeItem(KEPT);

/** Goes on with what was begun of the same file, else begins anew. */
export function sendingOf(format: KeptSending['format'], file: File): KeptSending {
  const begun = keptSending();
  const { size: bytes, lastModified: modified } = file;
  if (begun?.format === format && begun.bytes === bytes && begun.modified === modified)
    return begun;
  return keepSending({ key: crypto.randomUUID(), format, bytes, modified });
}
