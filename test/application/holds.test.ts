import { describe, expect, it } from 'vitest';
import {
  type HoldPorts,
  hold,
  holdName,
  holdPlaceAt,
  wanted,
} from '#functions/application/holds.ts';
import { aForm, anIndividualBusiness, atHost } from '#test/builders/a-form.ts';
import { SENT_AT } from '#test/builders/applications-in.ts';
import { aHost } from '#test/builders/review-facts.ts';

const ID = 'ap_01M82ZBDYEAMN8ZTTFCSH5X6YN';

/** Ports that note what they are asked for, and give it. */
function granting(host = aHost()) {
  const asked: unknown[] = [];
  const ports: HoldPorts = {
    async claimIntent(intent) {
      asked.push(['intent', intent]);
      return undefined;
    },
    async reserveName({ key }, _id, now, until) {
      asked.push(['name', key, now, until]);
      return [];
    },
    host: async () => host,
    async holdPlace({ id }, _application, _at, agreed) {
      asked.push(['place', id, agreed]);
      return 'HELD';
    },
  };
  return { ports, asked };
}

describe('what an application wants for itself alone', () => {
  it('is the 字号 at its registrar, within the industry', () => {
    expect(wanted({ form: aForm() }, SENT_AT)).toEqual({
      name: { registrar: '440115', key: '晨岚', industry: 'F52' },
    });
  });

  it('is no name where it has none, or no registrar of ours', () => {
    expect(wanted({ form: anIndividualBusiness({ name: undefined }) }, SENT_AT)).toEqual({});
    expect(wanted({ form: aForm({ registrar: '110101' }) }, SENT_AT)).toEqual({});
  });

  it('is a place at its host’s, and the number that they agreed on', () => {
    const { premises } = atHost;
    expect(wanted({ form: aForm(atHost) }, SENT_AT).place).toEqual({ host: 'H-0001' });
    expect(wanted({ form: aForm({ premises: { ...premises, place: 7 } }) }, SENT_AT).place).toEqual(
      {
        host: 'H-0001',
        agreed: 7,
      },
    );
    expect(
      wanted({ form: aForm({ premises: { ...premises, place: 7.5 } }) }, SENT_AT).place,
    ).toEqual({
      host: 'H-0001',
    });
  });

  it('is no place where the address is its own, whatever host it names', () => {
    const premises = { ...atHost.premises, kind: 'OWN' };
    expect(wanted({ form: aForm({ premises }) }, SENT_AT).place).toBeUndefined();
  });
});

describe('holding', () => {
  it('reserves a name for two months, to the end of the day in Guangzhou', async () => {
    const { ports, asked } = granting();
    const name = { registrar: '440115', key: '晨岚', industry: 'F52' };
    await holdName(ports, ID, name, '2026-12-31T15:59:59.999Z');
    await holdName(ports, ID, name, '2026-12-31T16:00:00.000Z');
    expect(asked).toEqual([
      ['name', '晨岚', '2026-12-31T15:59:59.999Z', '2027-02-28T16:00:00.000Z'],
      ['name', '晨岚', '2026-12-31T16:00:00.000Z', '2027-03-01T16:00:00.000Z'],
    ]);
  });

  it('asks for name and place, and for nothing that is not wanted', async () => {
    const { ports, asked } = granting();
    await hold(ports, ID, wanted({ form: aForm(atHost) }, SENT_AT), SENT_AT);
    expect(asked).toHaveLength(2);
    await hold(ports, ID, {}, SENT_AT);
    expect(asked).toHaveLength(2);
  });

  it('stops nothing where the host does not exist', async () => {
    const { ports, asked } = granting();
    const unknown = { ...ports, host: async () => undefined };
    await hold(unknown, ID, { place: { host: 'H-9999' } }, SENT_AT);
    expect(asked).toEqual([]);
  });

  it.each([
    ['of a host that takes no tenants', aHost({ status: 'SUSPENDED' }), undefined, 'NONE_FREE'],
    ['before the first', aHost(), 0, 'TAKEN'],
    ['after the last', aHost({ places: 25 }), 26, 'TAKEN'],
    ['with the last number', aHost({ places: 25 }), 25, 'HELD'],
  ] as const)('of a place %s', async (_, host, agreed, outcome) => {
    expect(await holdPlaceAt(granting(host).ports, ID, host, agreed, SENT_AT)).toBe(outcome);
  });
});
