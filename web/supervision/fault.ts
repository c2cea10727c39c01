/** One fault of what was sent. */
export interface Fault {
  /** JSON Pointer (RFC 6901) into what was sent */
  readonly pointer: string;
  readonly detail: string;
}
