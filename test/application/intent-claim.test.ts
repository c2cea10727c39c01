import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { holdPorts, readHoldings, releases } from '#functions/application/holdings.store.ts';
import { intentClaims } from '#functions/application/intent-claim.store.ts';
import {
  chosenFor,
  contestedBy,
  firstClaim,
  givenUp,
  type IntentClaim,
} from '#functions/application/intent-claim.ts';
import { newId } from '#functions/runtime/draws.ts';
import { commit } from '#functions/runtime/transaction.ts';
import { aDatabase } from '#test/builders/a-database.ts';
import { applicationsIn, SENT_AT } from '#test/builders/applications-in.ts';

describe('a claim on what a client intends', () => {
  const ids = Array.from({ length: 12 }, (_, nth) => `ap_${String(nth).padStart(26, '0')}`);

  it('has one holder, who is no rival of his own, whatever is done to it', () => {
    const act = fc.tuple(fc.constantFrom('contest', 'give up', 'choose'), fc.constantFrom(...ids));
    fc.assert(
      fc.property(fc.array(act, { maxLength: 30 }), (acts) => {
        let claim: IntentClaim | undefined;
        for (const [what, id] of acts) {
          const before: IntentClaim = claim ?? firstClaim(id, SENT_AT);
          claim =
            what === 'contest'
              ? contestedBy(before, id)
              : what === 'choose'
                ? chosenFor(before, id, SENT_AT)
                : givenUp(before, id);
          if (!claim) continue;
          expect(claim.rivals).not.toContain(claim.holder);
          expect(new Set(claim.rivals).size).toBe(claim.rivals.length);
          expect(claim.rivals.length).toBeLessThanOrEqual(8);
          expect(claim === before || claim.version > before.version).toBe(true);
        }
      }),
    );
  });
});

describe('the register of claims', async () => {
  const database = await aDatabase();
  const { documents, tables } = database;
  const { sent } = applicationsIn(database);
  const ports = holdPorts(documents, tables.register, tables.applications);
  const releasesOf = releases(documents, tables.register);
  const held = readHoldings(documents, tables.register);
  let intents = 0;
  const aWish = async () => {
    const [one, two] = [await sent(), await sent()];
    return { intent: `intent-${++intents}`, one: one.application.id, two: two.application.id };
  };

  it('gives it to the first, tells it to the second, and notes him as rival', async () => {
    const { intent, one, two } = await aWish();
    expect(await ports.claimIntent(intent, one, SENT_AT)).toBeUndefined();
    expect(await ports.claimIntent(intent, one, SENT_AT)).toBeUndefined();
    const anothers = await ports.claimIntent(intent, two, SENT_AT);
    expect(anothers).toMatchObject({ holder: one, rivals: [] });
    if (anothers) {
      await ports.contest(intent, two, anothers);
      await ports.contest(intent, two, anothers);
    }
    expect((await held(one, { intent })).claim).toMatchObject({ holder: one, rivals: [two] });
  });

  it('is not for an application that is over', async () => {
    const { intent, one } = await aWish();
    expect(await ports.claimIntent(intent, newId('ap'), SENT_AT)).toBeUndefined();
    expect(await ports.claimIntent(intent, one, SENT_AT)).toBeUndefined();
    expect((await held(one, { intent })).claim?.holder).toBe(one);
  });

  it('is given back by its holder, and left by a rival', async () => {
    const { intent, one, two } = await aWish();
    await ports.claimIntent(intent, one, SENT_AT);
    const read = await ports.claimIntent(intent, two, SENT_AT);
    if (read) await ports.contest(intent, two, read);
    expect(await commit(documents, await releasesOf(two, { intent }))).toBe('COMMITTED');
    expect((await held(one, { intent })).claim).toMatchObject({ holder: one, rivals: [] });
    expect(await commit(documents, await releasesOf(one, { intent }))).toBe('COMMITTED');
    expect(await held(one, { intent })).toEqual({});
    expect(await ports.claimIntent(intent, two, SENT_AT)).toBeUndefined();
  });

  it('is not given back by one who came to hold it meanwhile, nor under one who contests it meanwhile', async () => {
    const { intent, one, two } = await aWish();
    const early = await releasesOf(one, { intent });
    await ports.claimIntent(intent, one, SENT_AT);
    expect(await commit(documents, early)).toBe('MOVED');
    const before = await releasesOf(two, { intent });
    const read = await ports.claimIntent(intent, two, SENT_AT);
    if (read) await ports.contest(intent, two, read);
    expect(await commit(documents, before)).toBe('MOVED');
  });

  it('is claimed once of many at once', async () => {
    const { intent } = await aWish();
    const many = await Promise.all(Array.from({ length: 6 }, () => sent()));
    const { claimIntent } = intentClaims(documents, tables.register, (id) => ({
      ConditionCheck: {
        TableName: tables.applications,
        Key: { pk: `APP#${id}`, sk: 'HEAD' },
        ConditionExpression: 'attribute_exists(pk)',
      },
    }));
    const answers = await Promise.all(
      many.map(({ application: { id } }) => claimIntent(intent, id, SENT_AT)),
    );
    expect(answers.filter((it) => it === undefined)).toHaveLength(1);
  });
});
