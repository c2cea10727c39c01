import fc from 'fast-check';
import { expect, it } from 'vitest';
import { anArbitraryForm } from './an-arbitrary-form.ts';
import { aReviewer } from './corpus/a-reviewer.ts';

const { decide } = await aReviewer();

/**
 * What the pre-check of a form cannot tell: who has signed and whether he could, what e-licences, the agent
 * system and lists say of the companies and the agent, and that the client has sent the same before.
 */
const TOLD_LATER =
  /^(ID-03 |ID-09 |ID-10 |EL-\d\d |BA-01 |BA-02 \/mandate\/agent |BA-03 |AG-01 |BA-0[48] \/mandate\/agent |RC-01 \/mandate\/agent )/;
const now = (tells: readonly string[]) => tells.filter((label) => !TOLD_LATER.test(label));

it('a pre-check tells of any form what the review tells the moment after', async () => {
  await fc.assert(
    fc.asyncProperty(anArbitraryForm, async (form) => {
      const { found, preChecked } = await decide({
        id: 'any',
        base: 'company',
        form,
        world: {},
        tells: [],
      });
      expect(now(found)).toEqual(now(preChecked.found));
    }),
    { numRuns: 120 },
  );
}, 120_000);
