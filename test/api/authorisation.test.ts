import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { decodeJwt } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Audience, parametersOf } from '#functions/api/route.ts';
import type { ApplicationForm } from '#functions/application/form.ts';
import { AssertedPerson } from '#functions/party/signers.ts';
import { promisesInForce } from '#functions/registrar/promises.ts';
import { legalDateOf } from '#functions/shared/days.ts';
import { usccOf } from '#functions/shared/unified-social-credit-code.ts';
import { ACCOUNTS } from '#local/accounts.ts';
import { SIGNING_HOST } from '#local/sample/hosts.ts';
import { type System, startSystem } from '#local/system.ts';
import { type NamedRoute, ROUTES } from '#openapi/tables.ts';
import { anIndividualBusinessOfToday, atHostToday, today } from '#test/builders/a-form-of-today.ts';
import { signatures } from '#test/builders/signatures.ts';
import { eventually } from '#test/journeys/running-system.ts';
import { asDocumented } from './as-documented.ts';
import { aFreshKey, callRoute, memberOf, routeOf, type Said, textOf } from './caller.ts';
import { forgedTokens } from './forged-tokens.ts';

const dataDir = mkdtempSync(join(tmpdir(), 'authorisation-'));
let system: System;
let forge: Awaited<ReturnType<typeof forgedTokens>>;
/** account → token */
const tokens = new Map<string, string>();
/** Things that somebody owns, by the first noun of the path: application, batch, case. */
const owned: Record<string, { id: string; owner: string; another: readonly string[] }> = {};

const nounOf = ({ route }: NamedRoute): string =>
  route.path.split('/')[route.path.includes('/notices/{number}') ? 4 : 2] ?? '';
const PROTECTED = ROUTES.filter(({ route }) => route.audiences.length > 0);
/** No one’s: a report on a candidate of the rules, the same for every official. */
const OF_NOBODY = ['rule-sets'];
const OF_THINGS = PROTECTED.filter(
  (named) => parametersOf(named.route).length > 0 && !OF_NOBODY.includes(nounOf(named)),
);
const PUBLIC = ROUTES.filter(({ route }) => route.audiences.length === 0);
/** An application is another's thing for an official than for an applicant: that of another registrar. */
const ownedBy = (named: NamedRoute) =>
  owned[`${nounOf(named)} of ${named.route.audiences.join()}`] ?? owned[nounOf(named)];
const UNKNOWN: Readonly<Record<string, string>> = {
  applications: 'ap_01KARZ3QB0ZZZZZZZZZZZZZZZZ',
  batches: 'ba_01KARZ3QB0ZZZZZZZZZZZZZZZZ',
  cases: 'ca_01KARZ3QB0ZZZZZZZZZZZZZZZZ-1',
  notices: 'ap_01KARZ3QB0ZZZZZZZZZZZZZZZZ/440115-2026-RECEIPT-01KARZ3QB0ZZZZZZZZZZZZZZZZ-1',
  'post-checks': usccOf({ class: '2', division: '440115', serial: 999_999 }),
  hosts: 'H-9999/ap_01KARZ3QB0ZZZZZZZZZZZZZZZZ',
  inquiries: 'in_01KARZ3QB0ZZZZZZZZZZZZZZZZ-1',
  stops: 'st_01KARZ3QB0ZZZZZZZZZZZZZZZZ',
  editions: 'ed_01KARZ3QB0ZZZZZZZZZZZZZZZZ',
  'list-entries': 'le_01KARZ3QB0ZZZZZZZZZZZZZZZZ',
};

/** A version that nothing has yet: the owner hears 412, and nobody else anything. */
const STALE = 999_999;

const form = anIndividualBusinessOfToday();
/** A body that each route takes; what is not here has none. */
const BODIES: Readonly<Record<string, object>> = {
  createApplication: { form },
  preCheck: { form },
  editApplication: { form },
  submitApplication: { signatures: [] },
  correctApplication: { form },
  createBatch: { format: 'NDJSON', bytes: 100 },
  takeNextCase: {},
  decideCases: {
    rule: 'NM-07',
    outcome: 'RETURN',
    reason: '不应由他人决定。',
    cases: [{ id: 'ca_01KARZ3QB0ZZZZZZZZZZZZZZZZ-1', version: 1 }],
  },
  decideCase: { outcome: 'REFUSE', reason: '不应由他人决定。' },
  extendCase: { reason: '不应由他人延长。' },
  verifyLicence: { licence: 'none' },
  verifyNotice: { jws: 'none' },
  recordPostCheck: { result: 'IN_ORDER', found: '不应由他人核查。' },
  recordIdentityAct: {
    person: 'p1',
    kind: 'IN_PERSON',
    document: 'N-1',
    documentHash: '0'.repeat(64),
  },
  openSigning: { secret: 'none' },
  sign: { secret: 'none', code: 'none' },
  refuseSigning: { secret: 'none', reason: 'OTHER' },
  signCustodyAgreement: { digest: '0'.repeat(64) },
  refuseCustodyAgreement: { reason: 'OTHER' },
  actInInquiry: { act: 'ACCEPT', reason: '不应由他人受理。' },
  stopIssuance: { scope: { kind: 'REGISTRAR', id: '440106' }, reason: '不应由他人停办。' },
  endListEntry: { until: today, reason: '不应由他人终止。' },
};
const QUERIES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  listIssued: { since: '2026-01-01T00:00:00.000Z' },
  listEditions: { kind: 'STOP_LIST' },
  searchCases: { q: 'ca_01KARZ3QB0ZZZZZZZZZZZZZZZZ-1' },
  listHosts: { registrar: '440115' },
};

/** A whole call of a route, which only authorisation can refuse. */
const saidTo = ({ name, route }: NamedRoute, id = 'x', version = 1): Said => ({
  parameters: Object.fromEntries(
    parametersOf(route).map((parameter, at) => [parameter, id.split('/')[at] ?? id]),
  ),
  headers: {
    ...(route.creates && aFreshKey()),
    ...(route.changes && { 'if-match': `"${version}"` }),
  },
  ...(BODIES[name] && { body: BODIES[name] }),
  ...(QUERIES[name] && { query: QUERIES[name] }),
});
const call = (named: NamedRoute, id?: string, token?: string, version?: number) =>
  callRoute(system.baseUrl, named.route, saidTo(named, id, version), token);
const tokenOf = (account: string): string => {
  const token = tokens.get(account);
  if (token === undefined) throw new RangeError(`no token of ${account}`);
  return token;
};

/** The inquiry that p1 of a registered form opens by saying “not me”. */
async function anInquiry(id: string, { people }: ApplicationForm): Promise<string> {
  const today = await callRoute(system.baseUrl, routeOf('readNamingsDocument'), {});
  const assertion = await system.identity.assert({
    ...AssertedPerson.parse(people?.p1),
    documentHash: textOf(today.body, 'documentHash'),
    at: Date.now(),
  });
  const said = { parameters: { id }, body: { assertion, statement: '非本人办理。' } };
  const denied = await callRoute(system.baseUrl, routeOf('denyNaming'), said);
  return textOf(denied.body, 'inquiry', 'id');
}

beforeAll(async () => {
  system = await startSystem({ dataDir, port: 0, log: () => {} });
  forge = await forgedTokens(join(dataDir, 'oidc.jwk'));
  for (const { id } of ACCOUNTS) tokens.set(id, await system.token(id));
  const make = async (name: string, account: string, body: object) =>
    textOf(
      (
        await callRoute(
          system.baseUrl,
          routeOf(name),
          { headers: aFreshKey(), body },
          tokenOf(account),
        )
      ).body,
      'id',
    );
  owned.applications = {
    id: await make('createApplication', 'lin-qinghe', { form }),
    owner: 'lin-qinghe',
    another: ['zhou-mubai', 'agent-qihang'],
  };
  owned['applications of official'] = {
    id: owned.applications.id,
    owner: 'supervisor-nansha',
    another: ['official-tianhe'],
  };
  owned.batches = {
    id: await make('createBatch', 'agent-qihang', { format: 'NDJSON', bytes: 100 }),
    owner: 'agent-qihang',
    another: ['agent-lanting'],
  };
  const promised = anIndividualBusinessOfToday({
    premises: { kind: 'OWN', address: '广州市南沙区望潮街12号305房', proof: 'PROMISE' },
    promises: { address: true, version: promisesInForce(today)?.version },
  });
  const registered = await make('createApplication', 'lin-qinghe', {
    submit: true,
    form: promised,
    signatures: await signatures(promised, system.identity),
  });
  const read = async (name: string) =>
    (
      await callRoute(
        system.baseUrl,
        routeOf(name),
        { parameters: { id: registered } },
        tokenOf('lin-qinghe'),
      )
    ).body;
  owned.notices = {
    id: `${registered}/${textOf(await read('listNotices'), 'notices', 0, 'number')}`,
    owner: 'lin-qinghe',
    another: ['zhou-mubai', 'agent-qihang'],
  };
  owned['post-checks'] = {
    id: textOf(await read('readApplication'), 'licence', 'uscc'),
    owner: 'official-nansha',
    another: ['official-tianhe'],
  };
  const stateWords = anIndividualBusinessOfToday();
  const referred = { ...stateWords, name: stateWords.name?.replace('南沙区', '南沙区中国') };
  await make('createApplication', 'lin-qinghe', {
    submit: true,
    form: referred,
    signatures: await signatures(referred, system.identity),
  });
  const { body } = await eventually(
    () => callRoute(system.baseUrl, routeOf('listCases'), {}, tokenOf('official-nansha')),
    (told) => JSON.stringify(told.body).includes('ca_'),
  );
  owned.cases = {
    id: textOf(body, 'cases', 0, 'id'),
    owner: 'supervisor-nansha',
    another: ['official-tianhe'],
  };
  const hosted = anIndividualBusinessOfToday(atHostToday(SIGNING_HOST));
  const agreement = await make('createApplication', 'lin-qinghe', {
    submit: true,
    form: hosted,
    signatures: await signatures(hosted, system.identity),
  });
  owned.hosts = { id: `${SIGNING_HOST}/${agreement}`, owner: 'host-0004', another: ['host-0001'] };
  owned.inquiries = {
    id: await anInquiry(registered, promised),
    owner: 'official-nansha',
    another: ['official-tianhe'],
  };
  owned.stops = {
    id: await make('stopIssuance', 'supervisor', {
      scope: { kind: 'REGISTRAR', id: '440106' },
      reason: '核查期间暂停发照。',
    }),
    owner: 'supervisor',
    another: ['official-nansha'],
  };
  // what is published and listed is every official's to read; four eyes and grades are tested with their doors
  owned.editions = {
    id: await make('proposeEdition', 'supervisor', {
      content: { kind: 'STOP_LIST', words: [{ word: '示例禁词', ground: 'PUBLIC_INTEREST' }] },
      from: legalDateOf(Date.now() + 2 * 86_400_000),
      reason: '主管部门通报。',
    }),
    owner: 'supervisor-nansha',
    another: [],
  };
  owned['list-entries'] = {
    id: await make('enterListEntry', 'supervisor', {
      subject: { kind: 'BUSINESS', uscc: '91440115MAX000023X' },
      number: 'NS-2026-018',
      list: 'FAVOURED',
      ground: 'WHITELIST',
      from: today,
      source: '广州市南沙区商务局',
      reason: '直播电商白名单。',
    }),
    owner: 'supervisor',
    another: [],
  };
}, 60_000);
afterAll(async () => {
  await system?.stop();
  rmSync(dataDir, { recursive: true, force: true });
});

const REFUSED = { status: 401, body: { message: 'Unauthorized' } };

describe('a route that asks for a token', () => {
  it.each(PROTECTED)('$name answers 401 without one', async (named) => {
    const told = await call(named);
    expect(told).toMatchObject(REFUSED);
    expect(told.headers.get('www-authenticate')).toMatch(/^Bearer/);
    asDocumented(named.route, told);
  });

  it.each(PROTECTED)('$name lets in its audiences and no other', async (named) => {
    for (const { id: account, audience } of ACCOUNTS) {
      const told = await call(named, UNKNOWN[nounOf(named)], tokenOf(account));
      asDocumented(named.route, told);
      const letIn = named.route.audiences.some((it: Audience) => it === audience);
      if (letIn) expect(told.status).not.toBe(401);
      else {
        expect(told).toMatchObject(REFUSED);
        expect(told.headers.get('www-authenticate')).toContain(
          'the token does not have a valid audience',
        );
      }
    }
  });

  it.each(PROTECTED)('$name refuses every token that is no good', async (named) => {
    const account = ACCOUNTS.find(({ audience }) =>
      named.route.audiences.some((it: Audience) => it === audience),
    );
    const claims = decodeJwt(tokenOf(account?.id ?? ''));
    const { good, ...bad } = forge;
    const unknown = UNKNOWN[nounOf(named)];
    expect((await call(named, unknown, await good?.(claims))).status).not.toBe(401);
    expect(Object.keys(bad).length).toBeGreaterThan(15);
    for (const [what, made] of Object.entries(bad)) {
      const told = await call(named, unknown, await made(claims));
      expect({ what, status: told.status, body: told.body }).toEqual({ what, ...REFUSED });
    }
  });
});

describe('somebody else’s thing', () => {
  it.each(OF_THINGS)('$name answers as for one that does not exist', async (named) => {
    const thing = ownedBy(named);
    if (!thing) throw new RangeError(`nothing is owned among ${nounOf(named)}`);
    for (const account of thing.another) {
      const none = await call(named, UNKNOWN[nounOf(named)], tokenOf(account));
      for (const version of [1, STALE]) {
        const theirs = await call(named, thing.id, tokenOf(account), version);
        asDocumented(named.route, theirs);
        expect(theirs.status).toBe(404);
        expect(withoutInstance(theirs)).toEqual(withoutInstance(none));
      }
    }
  });

  it.each(OF_THINGS)('$name is open to its owner', async (named) => {
    const thing = ownedBy(named);
    const told = await call(named, thing?.id, tokenOf(thing?.owner ?? ''), STALE);
    asDocumented(named.route, told);
    if (named.route.changes) expect(told.status).toBe(412);
    else expect([200, 201, 409, 422]).toContain(told.status);
  });

  it('is in nobody else’s list', async () => {
    const lists = PROTECTED.filter(
      ({ name, route }) => name.startsWith('list') && parametersOf(route).length === 0,
    );
    expect(lists).toHaveLength(7);
    for (const named of lists) {
      const thing = owned[nounOf(named)];
      for (const account of thing?.another ?? [])
        expect((await call(named, '', tokenOf(account))).text).not.toContain(thing?.id);
      expect((await call(named, '', tokenOf(thing?.owner ?? ''))).text).toContain(thing?.id);
    }
  });

  it('is no official’s by asking for another registrar', async () => {
    const official = tokenOf('official-tianhe');
    for (const [name, said] of [
      ['listCases', { query: { registrar: '440115' } }],
      ['takeNextCase', { body: { registrar: '440115' } }],
      ['countCases', { query: { registrar: '440115' } }],
    ] as const) {
      const told = await callRoute(system.baseUrl, routeOf(name), said, official);
      expect(told.status).toBe(404);
    }
  });

  it('is no official’s by searching for it, nor by deciding it with others', async () => {
    const { id = '', owner = '' } = owned.cases ?? {};
    const asked = (account: string, name: string, said: Said) =>
      callRoute(system.baseUrl, routeOf(name), said, tokenOf(account));
    const found = async (account: string, q: string) =>
      memberOf((await asked(account, 'searchCases', { query: { q } })).body, 'cases');
    for (const q of [id, `ap_${id.slice(3, 29)}`]) {
      expect(await found(owner, q)).toMatchObject([{ id }]);
      expect(await found('official-tianhe', q)).toEqual([]);
    }
    const body = { ...BODIES.decideCases, cases: [{ id, version: 1 }] };
    const told = await asked('official-tianhe', 'decideCases', { body });
    expect(told.body).toEqual({ results: [{ id, outcome: 'not-found' }] });
  });

  it('is not made over by another’s Idempotency-Key', async () => {
    const headers = aFreshKey();
    const said = { headers, body: { form } };
    const make = (account: string) =>
      callRoute(system.baseUrl, routeOf('createApplication'), said, tokenOf(account));
    const [first, second] = [await make('lin-qinghe'), await make('zhou-mubai')];
    expect([first.status, second.status]).toEqual([201, 201]);
    expect(memberOf(second.body, 'id')).not.toBe(memberOf(first.body, 'id'));
  });
});

describe('a public route', () => {
  it.each(PUBLIC)('$name asks for no token, and is no other with one', async (named) => {
    const open = await call(named);
    asDocumented(named.route, open);
    expect(open.status).not.toBe(401);
    const known = await call(named, undefined, tokenOf('supervisor'));
    expect(known.status).toBe(open.status);
  });
});

/** The answer but for what is of this one answer: its number and its moment. */
const withoutInstance = ({ status, headers, text }: Awaited<ReturnType<typeof call>>) => ({
  status,
  headers: Object.fromEntries([...headers].filter(([name]) => name !== 'date')),
  body: text.replace(/urn:request:[0-9a-f-]+/, ''),
});
