import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { brokenLink, HistoryEvent, NO_HISTORY, nextEvent } from '#functions/application/history.ts';
import { ApplicationState } from '#functions/application/lifecycle.ts';
import { digestOf } from '#functions/shared/digest.ts';

type Answer = readonly [to: ApplicationState, by: string, subject: string];

const told = fc.tuple(
  fc.constantFrom(...ApplicationState.options),
  fc.string({ minLength: 1 }),
  fc.string(),
);
const histories = fc.array(told, { minLength: 2, maxLength: 6 });

async function chained(events: readonly Answer[]): Promise<HistoryEvent[]> {
  const chain: HistoryEvent[] = [];
  for (const [index, [to, by, subject]] of events.entries()) {
    const before = chain.at(-1);
    chain.push(
      await nextEvent(
        {
          seq: index + 1,
          at: `2026-11-23T04:00:0${index}.000Z`,
          attempt: 1,
          ...(before && { from: before.to }),
          to,
          by,
          salt: `salt-${index}`,
          previous: before?.digest ?? NO_HISTORY,
        },
        { subject },
      ),
    );
  }
  return chain;
}

/** What the head of the application says of its history's end. */
const isWhole = async (events: readonly HistoryEvent[], head: string | undefined) =>
  (await brokenLink(events)) === undefined && events.at(-1)?.digest === head;

const CHANGES: readonly Partial<HistoryEvent>[] = [
  { at: '2020-01-01T00:00:00.000Z' },
  { attempt: 2 },
  { from: 'HANDED_OVER', to: 'HANDED_OVER' },
  { by: '' },
  { seq: 99 },
  { subject: 'another' },
  { previous: 'f'.repeat(64) },
  { digest: 'f'.repeat(64) },
];

describe('the history of an application', () => {
  it('holds from its first event to the head', async () => {
    await fc.assert(
      fc.asyncProperty(histories, async (events) => {
        const chain = await chained(events);
        return isWhole(chain, chain.at(-1)?.digest);
      }),
      { numRuns: 50 },
    );
  });

  it.each(CHANGES)('shows which event was changed: %o', async (change) => {
    await fc.assert(
      fc.asyncProperty(histories, fc.nat(), async (events, pick) => {
        const chain = await chained(events);
        const at = pick % chain.length;
        const forged = chain.map((event, index) =>
          index === at ? { ...event, ...change } : event,
        );
        fc.pre(JSON.stringify(forged) !== JSON.stringify(chain));
        expect(await brokenLink(forged)).toBe(at + 1);
      }),
      { numRuns: 20 },
    );
  });

  it('shows that an event was written anew with a digest that is right', async () => {
    await fc.assert(
      fc.asyncProperty(histories, fc.nat(), async (events, pick) => {
        const chain = await chained(events);
        const at = pick % (chain.length - 1);
        const { digest: _, subject: __, ...event } = chain[at] ?? expect.unreachable();
        const anew = await nextEvent({ ...event, salt: 'salt', by: 'forger' }, {});
        expect(await brokenLink(chain.with(at, anew))).toBe(at + 2);
      }),
      { numRuns: 50 },
    );
  });

  it('shows that an event is missing, the last one by the head', async () => {
    await fc.assert(
      fc.asyncProperty(histories, fc.nat(), async (events, pick) => {
        const chain = await chained(events);
        const left = chain.toSpliced(pick % chain.length, 1);
        return !(await isWhole(left, chain.at(-1)?.digest));
      }),
      { numRuns: 50 },
    );
  });

  it('shows that two events changed places, even renumbered', async () => {
    await fc.assert(
      fc.asyncProperty(histories, fc.nat(), async (events, pick) => {
        const chain = await chained(events);
        const at = pick % (chain.length - 1);
        const swapped = chain
          .toSpliced(at, 2, ...chain.slice(at, at + 2).toReversed())
          .map((event, index) => ({ ...event, seq: index + 1 }));
        expect(await brokenLink(swapped)).toBe(at + 1);
      }),
      { numRuns: 50 },
    );
  });

  it('stays whole when what an event is about is erased, and its salt with it', async () => {
    const chain = await chained([
      ['SUBMITTED', 'applicant-1', 'a form'],
      ['RETURNED', 'automatic review', 'findings'],
    ]);
    const erased = chain.map(({ salt: _, ...event }) => HistoryEvent.parse(event));
    expect(await brokenLink(erased)).toBeUndefined();
  });

  it('proves with the salt what an event was about', async () => {
    const [event] = await chained([['SUBMITTED', 'applicant-1', 'a form']]);
    expect(event?.subject).toBe(await digestOf(['salt-0', { subject: 'a form' }]));
    expect(event?.subject).not.toBe(await digestOf(['salt-0', { subject: 'another form' }]));
  });
});
