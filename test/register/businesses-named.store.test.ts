import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { describe, expect, it } from 'vitest';
import { businessKey } from '#functions/register/business-key.ts';
import { businessesNamed, MOST_FOUND } from '#functions/register/businesses-named.store.ts';
import { usccOf } from '#functions/shared/unified-social-credit-code.ts';
import { aDatabase } from '#test/builders/a-database.ts';

const { documents, tables } = await aDatabase();
const put = (Item: object) =>
  documents.send(new PutCommand({ TableName: tables.register, Item: { ...Item } }));

const codes = (from: number, count: number): string[] =>
  Array.from({ length: count }, (_, at) =>
    usccOf({ class: '2', division: '440115', serial: from + at }),
  );

/** A card of one 字号, held by these, and the businesses themselves. */
async function borne(registrar: string, key: string, by: readonly string[]): Promise<void> {
  const live = by.map((holder, at) => [`F${at}`, { kind: 'LIVE', holder }]);
  const reserved = ['X1', { kind: 'RESERVED', holder: 'ap_01ARZ3NDEKTSV4RRFFQ69G5FAV' }];
  const holdings = Object.fromEntries([...live, reserved]);
  await put({ pk: `NAME#${registrar}#${key}`, sk: 'CARD', version: 1, holdings });
  for (const uscc of by)
    await put({
      ...businessKey(uscc),
      ...{ schemaVersion: 1, uscc, status: 'REGISTERED', registrar, serial: 1, attempt: 1 },
      applicationId: 'ap_01ARZ3NDEKTSV4RRFFQ69G5FAV',
      face: {
        ...{ name: key, head: '林清禾', type: '个体工商户', capitalFen: null, address: '某处' },
        ...{ scope: '一般项目', registrar: '某局', established: '2026-11-23', uscc },
      },
    });
}

describe('businesses by their 字号', () => {
  it('are those of every industry and registrar, and nobody who only reserved it', async () => {
    const [one = '', two = '', other = ''] = codes(1, 3);
    await borne('440115', '晨岚', [one, two]);
    await borne('440106', '晨岚', [other]);
    await borne('440115', '别家', codes(9, 1));
    const found = await businessesNamed(documents, tables.register)(
      ['晨岚', '无此'],
      ['440115', '440106'],
    );
    expect(found.map(({ uscc }) => uscc).toSorted()).toEqual([one, two, other].toSorted());
  });

  it('are fifty at most, however many there are', async () => {
    await borne('440115', '常见', codes(100, MOST_FOUND + 5));
    const found = await businessesNamed(documents, tables.register)(['常见'], ['440115']);
    expect(found).toHaveLength(MOST_FOUND);
  });
});
