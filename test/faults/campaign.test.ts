import { afterAll, describe, expect, it } from 'vitest';
import { runHistory } from './history.ts';
import { planOf } from './plan.ts';
import { startWorld } from './world.ts';

const SEED = 1;
const HISTORIES = 200;
const AT_ONCE = 20;

const world = await startWorld();
afterAll(() => world.stop());

describe('random histories with several faults break nothing', () => {
  const starts = Array.from({ length: HISTORIES / AT_ONCE }, (_, index) => index * AT_ONCE);

  it.each(starts)(`${AT_ONCE} from %i on`, { timeout: 600_000 }, async (from) => {
    for (let history = from; history < from + AT_ONCE; history++) {
      const { broken, said } = await runHistory(world, planOf(SEED, history));
      const replay = `npm run faults -- --one ${SEED}.${history} --runs 20`;
      expect({ broken, ...(broken.length > 0 && { replay, said }) }).toEqual({ broken: [] });
    }
  });
});
