import { setTimeout as sleep } from 'node:timers/promises';
import * as z from 'zod';

/** A handler that does what its event asks, for the tests of the local functions. */
const Event = z.discriminatedUnion('does', [
  z.object({ does: z.literal('tells'), variable: z.string() }),
  z.object({ does: z.literal('fails'), name: z.string() }),
  z.object({ does: z.literal('sleeps'), ms: z.number() }),
  z.object({ does: z.literal('spins') }),
  z.object({ does: z.literal('exits') }),
]);

let running = 0;

export async function handler(event: unknown, context: { functionName: string }) {
  const asked = Event.parse(event);
  switch (asked.does) {
    case 'tells':
      process.env.WRITTEN_BY = context.functionName;
      return { told: process.env[asked.variable], by: context.functionName, nothing: undefined };
    case 'fails':
      throw Object.assign(new Error('as asked'), { name: asked.name });
    case 'sleeps': {
      const together = ++running;
      await sleep(asked.ms);
      running--;
      return { together };
    }
    case 'spins':
      for (;;);
    case 'exits':
      return process.exit(1);
  }
}
