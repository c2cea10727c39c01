import { parseArgs } from 'node:util';
import { type Reviews, replay, reviewsOf } from '#functions/review/replay.ts';
import { scriptFunction } from '#functions/runtime/script.ts';
import { type Stored, type StoredDecision, withStored } from './stored-decisions.ts';

const USAGE = `Usage: npm run -s replay -- [--data DIR] [--json]

Runs every automatic decision of a local system once more, by the release of the rule set that it names
and on the facts that were kept with it, and prints how many come out the same, byte for byte.
`;

/** How one decision came out; `MISSING`: there is no release of that digest. */
interface Replayed {
  readonly id: string;
  readonly outcome: 'IDENTICAL' | 'DIFFERS' | 'MISSING' | 'FAILED';
  readonly says?: string;
}

export interface Counted {
  readonly identical: number;
  readonly differing: readonly Replayed[];
  readonly notReplayable: readonly Replayed[];
}

/** Every automatic decision once more, by its own release. */
export async function replayAll(stored: Stored): Promise<Counted> {
  const releases = new Map<string, Promise<Reviews | undefined>>();
  const reviews = (hash: string) => {
    const known =
      releases.get(hash) ??
      stored.release(hash).then((release) => release && reviewsOf(scriptFunction, release));
    releases.set(hash, known);
    return known;
  };
  const outcomes: Replayed[] = [];
  for await (const it of stored.decisions()) {
    outcomes.push(replayed(it, await reviews(it.decision.ruleSet.hash)));
  }
  const of = (...kinds: readonly Replayed['outcome'][]) =>
    outcomes.filter(({ outcome }) => kinds.includes(outcome));
  return {
    identical: of('IDENTICAL').length,
    differing: of('DIFFERS'),
    notReplayable: of('MISSING', 'FAILED'),
  };
}

function replayed(
  { applicationId, attempt, decision, form }: StoredDecision,
  reviews: Reviews | undefined,
): Replayed {
  const id = `${applicationId} attempt ${attempt} round ${decision.round}`;
  if (!reviews) return { id, outcome: 'MISSING', says: `no release ${decision.ruleSet.hash}` };
  try {
    const { differs } = replay(reviews, decision, form);
    if (differs.length === 0) return { id, outcome: 'IDENTICAL' };
    return { id, outcome: 'DIFFERS', says: `other ${differs.join(', ')}` };
  } catch (error) {
    return { id, outcome: 'FAILED', says: error instanceof Error ? error.name : 'thrown' };
  }
}

/** @returns 0 where every decision comes out the same, 1 where one does not */
async function main(say: (text: string) => void): Promise<number> {
  const { values } = parseArgs({
    options: {
      data: { type: 'string', default: '.data' },
      json: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) {
    say(USAGE);
    return 0;
  }
  const counted = await withStored(values.data, replayAll);
  const { identical, differing, notReplayable } = counted;
  if (values.json) say(`${JSON.stringify(counted)}\n`);
  else {
    say(
      `${identical} identical, ${differing.length} differing, ${notReplayable.length} not replayable\n`,
    );
    for (const { id, says } of [...differing, ...notReplayable]) say(`  ${id}: ${says}\n`);
  }
  return differing.length + notReplayable.length === 0 ? 0 : 1;
}

if (import.meta.main) {
  try {
    process.exitCode = await main((text) => process.stdout.write(text));
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : error}\n`);
    process.exitCode = 2;
  }
}
