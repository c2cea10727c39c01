/** One call between parts of the system, in milliseconds of one clock. */
export interface Call {
  readonly service: 'dynamodb' | 'kms' | 'lambda' | 's3' | 'sfn';
  readonly name: string;
  readonly startedAt: number;
  readonly endedAt: number;
  /** bytes of the request's and of the answer's body, where they were counted */
  readonly sent?: number;
  readonly answered?: number;
}

interface Node extends Call {
  readonly inside: Node[];
}

/** Only these make calls of their own. */
const CALLS_OTHERS: readonly Call['service'][] = ['lambda', 'sfn'];

/**
 * The round trips that waited for one another in a trace of one request: the longest chain of calls
 * of which each began after the one before had ended, where a call of a function or a machine is one
 * round trip and the chain inside it. Calls that overlap count once, the longer of them.
 *
 * @param calls of one request only: what else ran in the time would be taken for a part of it
 */
export function serialRoundTrips(calls: readonly Call[]): number {
  const roots: Node[] = [];
  const open: Node[] = [];
  for (const call of calls.toSorted((a, b) => a.startedAt - b.startedAt || b.endedAt - a.endedAt)) {
    const node: Node = { ...call, inside: [] };
    while (open.length > 0 && (open.at(-1)?.endedAt ?? 0) < call.endedAt) open.pop();
    (open.at(-1)?.inside ?? roots).push(node);
    if (CALLS_OTHERS.includes(call.service)) open.push(node);
  }
  return longestChain(roots);
}

/** Weighted interval scheduling: the heaviest chain of calls that do not overlap. */
function longestChain(nodes: readonly Node[]): number {
  const byEnd = nodes.toSorted((a, b) => a.endedAt - b.endedAt);
  const chains: { readonly endedAt: number; readonly length: number }[] = [];
  let longest = 0;
  for (const node of byEnd) {
    const before = chains.findLast(({ endedAt }) => endedAt <= node.startedAt)?.length ?? 0;
    longest = Math.max(longest, before + 1 + longestChain(node.inside));
    chains.push({ endedAt: node.endedAt, length: longest });
  }
  return longest;
}
