import { describe, expect, it } from 'vitest';
import type { ArrowCase } from './arrow-cases.ts';
import { runHistory } from './history.ts';
import type { World } from './world.ts';

// one that ends too late would work on beside the next
const PATIENT = { timeout: 60_000 };

/** A test of each case: the fault was met, and what it left is in order. */
export const oneFaultBreaksNothing = (world: World, cases: readonly ArrowCase[]) =>
  describe('one fault at an arrow breaks nothing', PATIENT, () => {
    it.each(cases)('$arrow: $kind', async ({ plan, fault }) => {
      const { broken, injected, said } = await runHistory(world, { ...plan, faults: [fault] });
      expect({ broken, ...(broken.length > 0 && { said }) }).toEqual({ broken: [] });
      expect(injected).toEqual([fault]);
    });
  });
