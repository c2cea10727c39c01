import { GetCommand } from '@aws-sdk/lib-dynamodb';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { ApplicationForm } from '#functions/application/form.ts';
import type { Exchanged } from '#functions/party/face-check.ts';
import { DomainError } from '#functions/shared/errors.ts';
import { aDatabase, loseNextAnswer } from '#test/builders/a-database.ts';
import { aForm, anIndividualBusiness, people } from '#test/builders/a-form.ts';
import { anIdentityProvider, personAs } from '#test/builders/an-identity-provider.ts';
import { freshName, SENT_AT } from '#test/builders/applications-in.ts';
import { aSigningApi, slugOf } from './a-signing-api.ts';

const database = await aDatabase();
const { provider, asserted } = await anIdentityProvider();
const exchanges: object[] = [];
let exchanged: () => Promise<Exchanged> = async () => ({ outcome: 'CODE_REFUSED' });
const oidc = {
  ...provider,
  authorization_endpoint: 'https://identity.example/authorize',
  token_endpoint: 'https://identity.example/token',
  client_id: 'market-entry',
};
const { waiting, linksOf, send, store, registered, clock } = aSigningApi(
  database,
  oidc,
  async (code) => {
    exchanges.push(code);
    return exchanged();
  },
);

const HOUR = 3600;
const NOW_S = Date.parse(SENT_AT) / 1000;
const DAY_MS = 86_400_000;
beforeEach(() => {
  clock.now = Date.parse(SENT_AT);
  exchanges.length = 0;
  vi.spyOn(console, 'error').mockImplementation(() => {});
});

const aShop = (change: Partial<ApplicationForm> = {}) =>
  anIndividualBusiness({ name: freshName().replace('有限公司', '店'), ...change });

/** A 个体 of one person, his link, and his assertion over it. */
async function one(change: Record<string, unknown> = {}, form = aShop()) {
  const made = await waiting(form);
  const link = made.links.get('p1') ?? { id: '', secret: '', link: '' };
  const { documentHash } = made;
  const assertion = await asserted(personAs(form, 'p1'), { documentHash, ...change });
  const sign = (body: object = { assertion }) =>
    send('sign', { id: link.id, body: { secret: link.secret, ...body } });
  const unchanged = async () => {
    const { application, sent } = await store.read(made.id);
    expect([application.state, application.version, sent.signatures]).toEqual(['SIGNING', 1, []]);
  };
  return { ...made, form, link, assertion, sign, unchanged };
}

describe('links to sign', () => {
  it('are made for each person who is missing, each with a secret of its own behind the #', async () => {
    const { links } = await waiting(aForm({ name: freshName() }));
    expect([...links.keys()]).toEqual(['p1', 'p2', 'p3']);
    expect(new Set([...links.values()].map(({ secret }) => secret)).size).toBe(3);
    for (const { id, secret, link } of links.values())
      expect(link).toBe(`https://registrar.example/signing?id=${id}#${secret}`);
  });

  it('keep no secret: only its digest is stored', async () => {
    const { link } = await one();
    const { Item } = await database.documents.send(
      new GetCommand({
        TableName: database.tables.access,
        Key: { pk: `SIGNING#${link.id}`, sk: 'SIGNING' },
      }),
    );
    expect(Item).toMatchObject({ person: 'p1', openUntil: '2026-12-23T04:00:00.000Z' });
    expect(JSON.stringify(Item)).not.toContain(link.secret);
  });

  it('asked for again keep their ids, and the old secrets open nothing', async () => {
    const { id, link } = await one();
    const again = (await linksOf(id)).get('p1');
    expect(again?.id).toBe(link.id);
    const opened = (secret = '') => send('openSigning', { id: link.id, body: { secret } });
    expect((await opened(link.secret)).status).toBe(404);
    expect((await opened(again?.secret)).status).toBe(200);
  });

  it('are made once for a person whom the form names under two keys', async () => {
    const form = aForm({ name: freshName(), people: { ...people, p3: people.p2 } });
    expect([...(await waiting(form)).links.keys()]).toEqual(['p1', 'p2']);
  });

  it('are for the owner alone, and only while signatures are waited for', async () => {
    const { id, sign } = await one();
    const stranger = { sub: 'applicant-2', aud: 'applicant' };
    expect((await send('makeSignings', { id, claims: stranger })).status).toBe(404);
    expect((await send('makeSignings', { id: 'ap_x' })).status).toBe(404);
    await sign();
    expect(slugOf(await send('makeSignings', { id }))).toBe('not-in-this-state');
  });
});

describe('opening a link', () => {
  const opening = async (of: { link: { id: string; secret: string } }, language = 'zh-Hans') =>
    send('openSigning', {
      id: of.link.id,
      body: { secret: of.link.secret },
      headers: { 'accept-language': language },
    });

  it('says in plain words what is signed, then shows every paper that this person signs', async () => {
    const shop = await one();
    const { status, body } = await opening(shop);
    expect(status).toBe(200);
    expect(body).toMatchObject({
      id: shop.link.id,
      state: 'OPEN',
      roles: ['OPERATOR', 'LIAISON'],
      business: { type: 'INDIVIDUAL_BUSINESS', name: shop.form.name, registrar: '440115' },
      documentHash: shop.documentHash,
      application: { state: 'SIGNING', missing: 1 },
    });
    expect(body.says).toContain('经营者、登记联络员');
    expect(body.says).toContain(shop.form.name);
    expect(body.business.scope).toMatch(/^一般项目：/);
    expect(body.parts.map((it: { part: string }) => it.part)).toEqual([
      'APPLICATION',
      'CONSENT:p1',
    ]);
    expect((await opening(shop, 'en')).body.says).toContain('You sign, as operator, liaison,');
  });

  it('shows nobody what is another’s to sign', async () => {
    const form = aForm({ name: freshName() });
    const { links } = await waiting(form);
    const link = links.get('p3');
    const { body } = await send('openSigning', {
      id: link?.id ?? '',
      body: { secret: link?.secret },
    });
    expect(body.parts.map((it: { part: string }) => it.part)).toEqual(['CONSENT:p3']);
    expect(JSON.stringify(body)).not.toContain(people.p1.document.number);
    expect(JSON.stringify(body)).not.toContain(people.p2.name);
  });

  it('leads to the provider with the document’s digest and a challenge, never with the person', async () => {
    const shop = await one();
    const { searchParams, origin, pathname } = new URL((await opening(shop)).body.authorize);
    expect(origin + pathname).toBe(oidc.authorization_endpoint);
    expect(Object.fromEntries(searchParams)).toMatchObject({
      response_type: 'code',
      client_id: 'market-entry',
      redirect_uri: 'https://registrar.example/signing',
      state: shop.link.id,
      document_hash: shop.documentHash,
      code_challenge_method: 'S256',
    });
    expect(searchParams.toString()).not.toContain(shop.link.secret);
    expect(searchParams.toString()).not.toContain(people.p1.document.number);
  });

  it('needs the secret: without it, the signing does not exist', async () => {
    const { link } = await one();
    const open = async (id: string, secret: string) =>
      slugOf(await send('openSigning', { id, body: { secret } }));
    expect(await open(link.id, `${link.secret.slice(0, -1)}!`)).toBe('not-found');
    expect(await open(link.id, link.secret.slice(1))).toBe('not-found');
    expect(await open(`si_${'0'.repeat(26)}`, link.secret)).toBe('not-found');
    expect(await open('si_x', link.secret)).toBe('not-found');
  });

  it('is over when the application has lapsed, and may be read after it was signed', async () => {
    const late = await one();
    clock.now += 30 * DAY_MS;
    expect(slugOf(await opening(late))).toBe('link-over');
    clock.now = Date.parse(SENT_AT);
    const shop = await one();
    await shop.sign();
    const { body } = await opening(shop);
    expect(body).toMatchObject({
      state: 'SIGNED',
      application: { state: 'SUBMITTED', missing: 0 },
    });
    expect(body).not.toHaveProperty('authorize');
  });
});

describe('signing by link', () => {
  it('submits with the last person’s signature, and only then', async () => {
    const form = aForm({ name: freshName() });
    const { id, links, documentHash } = await waiting(form);
    const states: unknown[] = [];
    for (const [person, { id: signing, secret }] of [...links].reverse()) {
      const assertion = await asserted(personAs(form, person), { documentHash });
      const { body } = await send('sign', { id: signing, body: { secret, assertion } });
      states.push([body.application.state, body.application.missing]);
    }
    expect(states).toEqual([
      ['SIGNING', 2],
      ['SIGNING', 1],
      ['SUBMITTED', 0],
    ]);
    expect(registered.filter((it) => it.applicationId === id)).toHaveLength(1);
    const by = (await store.history(id)).at(-1)?.by;
    expect(by).toBe(links.get('p1')?.id);
  });

  it('takes the assertion that the provider gives for a code, asked for with the link’s own verifier', async () => {
    const shop = await one();
    exchanged = async () => ({ outcome: 'ASSERTED', assertion: shop.assertion });
    const { status, body } = await shop.sign({ code: 'c1' });
    expect([status, body.application.state]).toEqual([200, 'SUBMITTED']);
    expect(exchanges).toEqual([
      {
        code: 'c1',
        verifier: expect.stringMatching(/^[\w-]{43}$/),
        redirectUri: 'https://registrar.example/signing',
      },
    ]);
  });

  it('sent twice signs once, and answers the same', async () => {
    const shop = await one();
    const first = await shop.sign();
    expect((await shop.sign()).body).toEqual(first.body);
    expect((await store.read(shop.id)).sent.signatures).toHaveLength(1);
  });

  it('goes on where a call broke off whose answer was lost', async () => {
    const shop = await one();
    loseNextAnswer(database.documents);
    expect(slugOf(await shop.sign())).toBe('internal');
    expect((await shop.sign()).body.application.state).toBe('SUBMITTED');
    expect((await store.read(shop.id)).sent.signatures).toHaveLength(1);
    expect(registered.filter((it) => it.applicationId === shop.id)).toHaveLength(1);
  });

  it('by all of a large family at the same moment loses nobody', async () => {
    const relatives = Object.fromEntries(
      Array.from({ length: 12 }, (_, at) => [
        `f${at}`,
        { name: `亲属${at}`, document: { kind: 'PASSPORT', number: `E1234567${at}` } },
      ]),
    );
    const form = aShop({
      operation: 'FAMILY',
      people: { p1: people.p1, ...relatives },
      roles: { operator: 'p1', family: Object.keys(relatives), liaison: 'p1' },
    });
    const { id, links, documentHash } = await waiting(form);
    const answers = await Promise.all(
      [...links].map(async ([person, { id: signing, secret }]) => {
        const assertion = await asserted(personAs(form, person), { documentHash });
        return send('sign', { id: signing, body: { secret, assertion } });
      }),
    );
    expect(answers.map(({ status }) => status)).toEqual(Array.from({ length: 13 }, () => 200));
    expect((await store.read(id)).application.state).toBe('SUBMITTED');
  });

  it.each<[string, Record<string, unknown>]>([
    ['signature-of-another-document', { documentHash: 'ab'.repeat(32) }],
    [
      'signature-of-another-person',
      {
        person: {
          name: people.p2.name,
          document: { kind: 'RESIDENT_ID', number: people.p2.document.number },
        },
      },
    ],
    [
      'signature-of-another-person',
      {
        person: {
          name: people.p1.name,
          document: { kind: 'RESIDENT_ID', number: people.p2.document.number },
        },
      },
    ],
    ['signature-too-old', { auth_time: NOW_S - 72 * HOUR - 1 }],
    ['signature-too-old', { iat: NOW_S - 80 * HOUR, auth_time: NOW_S - 80 * HOUR }],
    ['signature-too-old', { exp: NOW_S - 1 }],
    ['identity-provider-unknown', { iss: 'https://elsewhere.example' }],
    ['identity-provider-unknown', { aud: 'https://elsewhere.example' }],
    ['identity-provider-unknown', { jti: undefined }],
    ['identity-provider-unknown', { method: 'voice' }],
  ])('answers %s, and changes nothing: %j', async (slug, change) => {
    const shop = await one(change);
    const answer = await shop.sign();
    expect([slugOf(answer), answer.status]).toEqual([slug, 422]);
    await shop.unchanged();
  });

  it('does not believe a provider that has another key', async () => {
    const stranger = await anIdentityProvider();
    const shop = await one();
    const { documentHash } = shop;
    const assertion = await stranger.asserted(personAs(shop.form, 'p1'), { documentHash });
    expect(slugOf(await shop.sign({ assertion }))).toBe('identity-provider-unknown');
    expect(slugOf(await shop.sign({ assertion: 'nonsense' }))).toBe('identity-provider-unknown');
    await shop.unchanged();
  });

  it('refuses an assertion that signed another application, though the document is the same', async () => {
    const form = aShop();
    const shop = await one({}, form);
    const twin = await one({}, form);
    await shop.sign();
    expect(slugOf(await twin.sign({ assertion: shop.assertion }))).toBe('signature-replayed');
    await twin.unchanged();
    expect((await twin.sign()).status).toBe(200);
  });

  it('does not take the signature of one party for another’s, though it is the application’s', async () => {
    const form = aForm({ name: freshName() });
    const { id, links, documentHash } = await waiting(form);
    const assertion = await asserted(personAs(form, 'p1'), { documentHash });
    const sign = (person: string) => {
      const { id: signing = '', secret } = links.get(person) ?? {};
      return send('sign', { id: signing, body: { secret, assertion } });
    };
    expect((await sign('p1')).status).toBe(200);
    expect(slugOf(await sign('p2'))).toBe('signature-of-another-person');
    expect((await store.read(id)).application.version).toBe(2);
  });

  it('answers a second signature of the same person as signed already', async () => {
    const shop = await one();
    await shop.sign();
    const { documentHash } = shop;
    const assertion = await asserted(personAs(shop.form, 'p1'), { documentHash });
    expect(slugOf(await shop.sign({ assertion }))).toBe('already-signed');
    expect(slugOf(await shop.sign({ code: 'c' }))).toBe('already-signed');
    expect(exchanges).toEqual([]);
  });

  it('is over where the link is: too late, or the application taken back', async () => {
    const late = await one();
    clock.now += 30 * DAY_MS;
    expect(slugOf(await late.sign({ code: 'c' }))).toBe('link-over');
    expect(exchanges).toEqual([]);
    await late.unchanged();
  });

  it('needs the secret', async () => {
    const shop = await one();
    expect(slugOf(await shop.sign({ secret: 'x', assertion: shop.assertion }))).toBe('not-found');
    await shop.unchanged();
  });

  it('tells the two other ways where the face does not match, and says a refused code is one', async () => {
    const shop = await one();
    exchanged = async () => ({ outcome: 'FACE_FAILED' });
    const failed = await shop.sign({ code: 'c' });
    expect(slugOf(failed)).toBe('face-check-failed');
    expect(failed.body.detail).toMatch(/公证.*现场/);
    exchanged = async () => ({ outcome: 'CODE_REFUSED' });
    expect(slugOf(await shop.sign({ code: 'c' }))).toBe('face-check-refused');
    await shop.unchanged();
  });

  it('stays in SIGNING with its clock while the provider is silent', async () => {
    const shop = await one();
    exchanged = async () => {
      throw new DomainError('IdentityProviderUnavailable');
    };
    const silent = await shop.sign({ code: 'c' });
    expect([silent.status, slugOf(silent)]).toEqual([503, 'identity-provider-silent']);
    expect(silent.headers).toMatchObject({ 'retry-after': '60' });
    await shop.unchanged();

    clock.now += HOUR * 1000;
    const { form, documentHash } = shop;
    const seen = NOW_S + HOUR;
    const assertion = await asserted(personAs(form, 'p1'), {
      documentHash,
      iat: seen,
      auth_time: seen,
    });
    exchanged = async () => ({ outcome: 'ASSERTED', assertion });
    expect((await shop.sign({ code: 'd' })).body.application.state).toBe('SUBMITTED');
  });
});

describe('refusing to sign', () => {
  it('keeps the application waiting, and may be thought better of', async () => {
    const shop = await one();
    const refusing = { secret: shop.link.secret, reason: 'DISAGREES', text: '经营范围不对' };
    const { status, body } = await send('refuseSigning', { id: shop.link.id, body: refusing });
    expect([status, body.state, body.application.state]).toEqual([200, 'REFUSED', 'SIGNING']);
    expect((await shop.sign()).body.application.state).toBe('SUBMITTED');
    expect(slugOf(await send('refuseSigning', { id: shop.link.id, body: refusing }))).toBe(
      'already-signed',
    );
  });

  it('needs the secret and a reason that is one', async () => {
    const { link, unchanged } = await one();
    const refuse = (body: object) => send('refuseSigning', { id: link.id, body });
    expect((await refuse({ secret: 'x', reason: 'OTHER' })).status).toBe(404);
    expect((await refuse({ secret: link.secret, reason: 'BORED' })).status).toBe(400);
    await unchanged();
  });
});
