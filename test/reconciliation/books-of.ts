import { wantedName } from '#functions/name/wanted-name.ts';
import type { Item } from '#functions/reconciliation/books.ts';
import { registrarOf } from '#functions/registrar/registrars.ts';
import { usccOf } from '#functions/shared/unified-social-credit-code.ts';
import { aForm } from '#test/builders/a-form.ts';

export const AT = '2026-11-23T04:00:00.000Z';
export const APPLICATION = 'ap_01K0000000000000000000000A';
const BATCH = 'ba_01K0000000000000000000000B';
const SERIAL = 41;
export const USCC = usccOf({ class: '1', division: '440115', serial: SERIAL });
const DIGEST = '0'.repeat(64);

const counts = {
  registered: 1,
  returned: 0,
  referred: 0,
  signing: 0,
  unfinished: 0,
  invalid: 0,
  linked: 0,
};
const tenant = { schemaVersion: 1, place: 7, holder: APPLICATION, uscc: USCC, at: AT };
const form = aForm({
  name: '广州市南沙区晨岚百货有限公司',
  premises: { kind: 'CLUSTER', host: 'H-0001' },
});

/** Under which the name card keeps the form's name. */
export const INDUSTRY = wantedName(form.name, registrarOf('440115', '2026-11-23'))?.industry ?? '';

/** One row of an agent's batch, registered at a host's: everything that the tables hold of it, by a short name. */
export const WHOLE = {
  head: {
    pk: `APP#${APPLICATION}`,
    sk: 'HEAD',
    schemaVersion: 1,
    id: APPLICATION,
    state: 'REGISTERED',
    version: 2,
    attempt: 1,
    owner: 'agent-qihang',
    registrar: '440115',
    row: { batchId: BATCH, row: 1, clientRowRef: 'R-1' },
    createdAt: AT,
    updatedAt: AT,
    submittedAt: AT,
    uscc: USCC,
    events: 2,
    historyHead: DIGEST,
  },
  sent: {
    pk: `APP#${APPLICATION}`,
    sk: 'ATTEMPT#0001',
    schemaVersion: 1,
    attempt: 1,
    form,
    signatures: [],
    documentHash: DIGEST,
    submittedAt: AT,
  },
  born: { pk: `APP#${APPLICATION}`, sk: 'HISTORY#000001' },
  registered: { pk: `APP#${APPLICATION}`, sk: 'HISTORY#000002' },
  business: {
    pk: `USCC#${USCC}`,
    sk: 'BUSINESS',
    schemaVersion: 1,
    uscc: USCC,
    status: 'REGISTERED',
    registrar: '440115',
    serial: SERIAL,
    face: {
      name: form.name,
      head: '林清禾',
      type: '有限责任公司',
      capitalFen: 100,
      address: '广州市南沙区榕荫街1号801房（集群注册）编号H-0001-7',
      scope: '日用百货销售',
      registrar: '广州市南沙区市场监督管理局',
      established: '2026-11-23',
      uscc: USCC,
    },
    applicationId: APPLICATION,
    attempt: 1,
  },
  licence: { pk: `USCC#${USCC}`, sk: 'LICENCE', schemaVersion: 1, licence: 'a.b.c~', keyId: 'k' },
  card: {
    pk: 'NAME#440115#晨岚',
    sk: 'CARD',
    schemaVersion: 1,
    version: 2,
    holdings: { [INDUSTRY]: { kind: 'LIVE', holder: USCC } },
  },
  claim: {
    pk: 'INTENT#d4Vn0-keyed-hash',
    sk: 'CLAIM',
    schemaVersion: 1,
    version: 1,
    holder: APPLICATION,
    at: AT,
    rivals: [],
  },
  place: { pk: 'HOST#H-0001', sk: 'PLACE#000007', ...tenant },
  tenant: { pk: 'HOST#H-0001', sk: `TENANT#${APPLICATION}`, ...tenant },
  lot: { pk: 'CODES#440115', sk: 'LOT', drawn: 100 },
  batch: {
    pk: `BATCH#${BATCH}`,
    sk: 'HEAD',
    schemaVersion: 1,
    id: BATCH,
    agent: 'agent-qihang',
    state: 'CLOSED',
    version: 4,
    format: 'NDJSON',
    bytes: 10,
    createdAt: AT,
    rows: 1,
    chunks: 1,
    closedChunks: 1,
    ...counts,
  },
  chunk: { pk: `BATCH#${BATCH}#00001`, sk: 'CHUNK', schemaVersion: 1, counts },
  row: {
    pk: `BATCH#${BATCH}#00001`,
    sk: 'ROW#000001',
    schemaVersion: 1,
    row: 1,
    state: 'TAKEN_IN',
    clientRowRef: 'R-1',
    applicationId: APPLICATION,
  },
  reference: {
    pk: 'REF#agent-qihang#R-1',
    sk: 'REF',
    schemaVersion: 1,
    batchId: BATCH,
    row: 1,
    applicationId: APPLICATION,
    documentHash: DIGEST,
  },
} as const satisfies Record<string, Item>;

export type Name = keyof typeof WHOLE;

/** The items without some of them, and with others changed. */
export const itemsWith = (
  without: readonly Name[],
  changes: Partial<Record<Name, object>> = {},
): Item[] =>
  Object.entries(WHOLE)
    .filter(([name]) => !without.some((it) => it === name))
    .map(([name, item]) => ({
      ...item,
      ...Object.entries(changes).find(([it]) => it === name)?.[1],
    }));
