import { describe, expect, it } from 'vitest';
import { correct, edit } from '#functions/intake/correct.ts';
import { refuseSignature } from '#functions/intake/refuse-signature.ts';
import { addSignatures } from '#functions/intake/sign.ts';
import { submit, takeIn } from '#functions/intake/submit.ts';
import { type SweepWaitingPorts, sweepWaiting } from '#functions/intake/sweep-waiting.ts';
import { waitingStore } from '#functions/intake/waiting.store.ts';
import { aDatabase, requestsOf } from '#test/builders/a-database.ts';
import { aForm, atHost } from '#test/builders/a-form.ts';
import { anIdentityProvider } from '#test/builders/an-identity-provider.ts';
import { freshHost, freshName, SENT_AT } from '#test/builders/applications-in.ts';
import { anIntake } from './an-intake.ts';

const DAY = 86_400_000;
const { signed } = await anIdentityProvider();

/** A clock over a database of its own: it finds whatever is there. */
async function aClock() {
  const database = await aDatabase();
  const { ports, ...intake } = anIntake(database);
  const { documents, tables } = database;
  const sweep = (days: number, most?: number, change: Partial<SweepWaitingPorts> = {}) =>
    sweepWaiting(
      {
        ...ports,
        ...waitingStore(documents, tables.applications),
        now: () => Date.parse(SENT_AT) + 60_000 + days * DAY,
        ...change,
      },
      most,
    )();
  const taken = async (submitted: boolean, form = aForm({ name: freshName() })) => {
    const sent = intake.sending({ form });
    await takeIn(ports, sent, submitted);
    return sent.id;
  };
  return { ...intake, database, ports, sweep, taken };
}
const none = { reminded: 0, lapsed: 0, failed: 0 };

describe('an application that waits for signatures', async () => {
  const { sweep, taken, read, stateOf, ports, store } = await aClock();

  it('reminds after 3 and 7 days, and lapses after 30, each once', async () => {
    const id = await taken(true);
    expect(await sweep(2.9)).toEqual(none);
    expect(await sweep(3)).toEqual({ ...none, reminded: 1 });
    expect((await read(id)).application).toMatchObject({
      state: 'SIGNING',
      version: 1,
      reminders: 1,
      remindedAt: '2026-11-26T04:01:00.000Z',
    });
    expect(await sweep(3)).toEqual(none);
    expect(await sweep(7)).toEqual({ ...none, reminded: 1 });
    expect(await sweep(29)).toEqual(none);
    expect(await sweep(30)).toEqual({ ...none, lapsed: 1 });
    expect((await store.history(id)).at(-1)).toMatchObject({
      from: 'SIGNING',
      to: 'LAPSED',
      by: 'clock',
    });
    expect(await sweep(31)).toEqual(none);
  });

  it('is reminded once, not twice, after an outage over both', async () => {
    const id = await taken(true);
    expect(await sweep(12)).toEqual({ ...none, reminded: 1 });
    expect(await sweep(12)).toEqual(none);
    expect(await sweep(30)).toEqual({ ...none, lapsed: 1 });
    expect(await stateOf(id)).toBe('LAPSED');
  });

  it('begins to wait anew when it was edited and submitted again, not by a signature', async () => {
    const id = await taken(true);
    expect(await sweep(3)).toEqual({ ...none, reminded: 1 });
    const later = { ...ports, now: () => Date.parse(SENT_AT) + 60_000 + 5 * DAY };
    const { form } = (await read(id)).sent;
    await addSignatures(later, await read(id), await signed(form, ['p3']));
    expect((await read(id)).application).toMatchObject({ reminders: 1 });
    await edit(later, await read(id), { ...form, termYears: 30 });
    await submit(later, await read(id), []);
    expect((await read(id)).application.reminders).toBeUndefined();
    expect(await sweep(7)).toEqual(none);
    expect(await sweep(8)).toEqual({ ...none, reminded: 1 });
    expect(await sweep(34.9)).toEqual({ ...none, reminded: 1 });
    expect(await sweep(35)).toEqual({ ...none, lapsed: 1 });
  });

  it('keeps a refusal in sight until it lapses', async () => {
    const id = await taken(true);
    await refuseSignature(ports, await read(id), 'p2', { code: 'DISAGREES' });
    await sweep(3);
    await sweep(7);
    expect(await sweep(30)).toEqual({ ...none, lapsed: 1 });
    const { application, parts } = await read(id);
    expect(application).toMatchObject({ state: 'LAPSED', refusedAt: '2026-11-23T04:01:00.000Z' });
    expect([...parts.keys()]).toContain('#REFUSAL#p2');
  });

  it('is left alone once its last signature came', async () => {
    const id = await taken(true);
    await addSignatures(ports, await read(id), await signed((await read(id)).sent.form));
    expect(await sweep(60)).toEqual(none);
    expect(await stateOf(id)).toBe('SUBMITTED');
  });

  it('that somebody signs at the moment of the clock is signed, or lapses, never both', async () => {
    const id = await taken(true);
    await sweep(7);
    const stale = await read(id);
    const record = async () => stale;
    await addSignatures(ports, stale, await signed(stale.sent.form));
    expect(await sweep(30, undefined, { record })).toEqual(none);
    expect(await stateOf(id)).toBe('SUBMITTED');
  });
});

describe('what lapses', async () => {
  const { sweep, taken, read, stateOf, held, ports, database } = await aClock();

  it('is a draft after 90 days without an edit', async () => {
    const id = await taken(false);
    expect(await sweep(89)).toEqual(none);
    expect(await sweep(90)).toEqual({ ...none, lapsed: 1 });
    expect(await stateOf(id)).toBe('LAPSED');
  });

  it.each([
    ['returned', 30],
    ['corrected', 90],
    ['corrected and to be signed', 30],
  ])('is one that was %s after %i days, and gives name and place back', async (until, days) => {
    const host = await freshHost(database);
    const premises = { ...atHost.premises, host: host.id };
    const form = aForm({ ...atHost, premises, name: freshName() });
    const id = await taken(true, form);
    await addSignatures(ports, await read(id), await signed(form));
    const at = new Date(ports.now()).toISOString();
    await ports.move(await read(id), { to: ['RETURNED'], at, by: 'review', subject: {} });
    if (until !== 'returned') await correct(ports, await read(id), form);
    if (until === 'corrected and to be signed') await submit(ports, await read(id), []);
    await sweep(7);
    await sweep(days - 1);
    expect(await held(id, form)).toEqual({ name: true, place: true });
    await sweep(days);
    expect(await stateOf(id)).toBe('LAPSED');
    expect(await held(id, form)).toEqual({ name: false, place: false });
  });
});

describe('thousands that fall due at once', async () => {
  const { sweep, taken, database } = await aClock();

  it('are worked off in runs that are bounded', async () => {
    const all = 70;
    for (let count = 0; count < all; count++) await taken(true);
    const requests = requestsOf(database.documents);
    const first = await sweep(3, 32);
    expect(first.reminded).toBeGreaterThan(0);
    expect(first.reminded).toBeLessThanOrEqual(32);
    expect(requests.length).toBeLessThanOrEqual(32 * 3);
    let reminded = first.reminded;
    for (let run = 0; run < 20 && reminded < all; run++) reminded += (await sweep(3, 32)).reminded;
    expect(reminded).toBe(all);
    expect(await sweep(3)).toEqual(none);
  });

  it('do not stop at one that fails', async () => {
    const { sweep: swept, taken: take, ports } = await aClock();
    const bad = await take(true);
    await take(true);
    const record: SweepWaitingPorts['record'] = async (id) => {
      if (id === bad) throw new Error('broken');
      return ports.record(id);
    };
    expect(await swept(3, undefined, { record })).toEqual({ ...none, reminded: 1, failed: 1 });
  });
});
