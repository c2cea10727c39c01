/**
 * Why a call brought nothing.
 *
 * OFFLINE: no answer came; whether the call arrived is not known. SIGNED_OUT: the session is over.
 * PROBLEM: the API says what is wrong (RFC 9457). UNKNOWN: something between us answered.
 */
export type FailureKind = 'OFFLINE' | 'SIGNED_OUT' | 'PROBLEM' | 'UNKNOWN';

export interface Told {
  readonly slug?: string | undefined;
  readonly title?: string | undefined;
  readonly detail?: string | undefined;
  /** to be quoted to us */
  readonly instance?: string | undefined;
  /** the faults that it is about, where there are places to point at */
  readonly errors?: readonly { readonly pointer: string; readonly detail: string }[];
}

/** Thrown by every call that does not succeed. */
export class Failure extends Error {
  readonly kind: FailureKind;
  readonly told: Told;

  constructor(kind: FailureKind, told: Told = {}) {
    super(told.slug ?? kind);
    this.name = 'Failure';
    this.kind = kind;
    this.told = told;
  }
}

export const isProblem = (error: unknown, ...slugs: readonly string[]): boolean =>
  error instanceof Failure && error.told.slug !== undefined && slugs.includes(error.told.slug);

/** Whether the same call may succeed: it was perhaps not received, or came at a bad moment. */
export const mayBeSentAgain = (error: unknown): boolean =>
  isProblem(error, 'contended', 'internal') ||
  (error instanceof Failure && (error.kind === 'OFFLINE' || error.kind === 'UNKNOWN'));

/** What an answer that is no success says; API Gateway's own are no problem documents. */
export async function failureOf(response: Response): Promise<Failure> {
  if (response.status === 401) return new Failure('SIGNED_OUT');
  const isOurs = response.headers.get('content-type')?.startsWith('application/problem+json');
  if (!isOurs) return new Failure('UNKNOWN');
  const { type, title, detail, instance, errors = [] } = await response.json();
  const slug = String(type).split('/').at(-1);
  return new Failure('PROBLEM', { slug, title, detail, instance, errors });
}
