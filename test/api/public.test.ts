import { beforeEach, describe, expect, it, vi } from 'vitest';
import { httpHandler } from '#functions/api/http.handler.ts';
import { PROBLEMS } from '#functions/api/problems.ts';
import { PUBLIC_ROUTES } from '#functions/api/public.routes.ts';
import { type PublicPorts, publicUseCases } from '#functions/api/public.ts';
import { assemble, businessLicence } from '#functions/business-licence/credential.ts';
import { ourStatusList, statusListUri } from '#functions/business-licence/licence-status.ts';
import { Business } from '#functions/register/business.ts';
import { demoRegion } from '#test/builders/a-licence.ts';
import { aLicenceSigner } from '#test/builders/a-licence-signer.ts';
import { anEvent, type Sent } from './an-event.ts';

const issuer = 'https://licence.gz.example';
const now = Date.parse('2026-11-23T02:00:00.000Z');
const signer = await aLicenceSigner();
const jwks = { keys: [await signer.publicJwk()] };
const business = Business.parse({
  schemaVersion: 1,
  uscc: '91440115MAX0000153',
  status: 'REGISTERED',
  registrar: '440115',
  serial: 7,
  applicationId: 'ap_01JCZZZZZZZZZZZZZZZZZZZZZZ',
  attempt: 1,
  face: {
    name: '广州市南沙区晨岚百货店',
    head: '林知夏',
    type: '个体工商户',
    capitalFen: null,
    address: '广州市南沙区望潮街12号305房',
    scope: '日用百货销售。',
    registrar: '广州市南沙区市场监督管理局',
    established: '2026-11-23',
    uscc: '91440115MAX0000153',
  },
});
const list = '440115-0';
const statusList = (id: string) =>
  ourStatusList(
    { uri: statusListUri(issuer, id), marks: new Map([[8, 1]]), issuedAt: now },
    signer,
  );

async function licence(idx: number) {
  let salts = 0;
  const { signingInput, disclosures } = await businessLicence(business.face, {
    issuer,
    statusList: { uri: statusListUri(issuer, list), idx },
    keyId: jwks.keys[0]?.kid ?? '',
    issuedAt: now,
    salt: () => `salt-${++salts}`,
  });
  return assemble(signingInput, await signer.sign(signingInput), disclosures);
}

/** The public API of a register with one business. */
function aPublicApi(change: Partial<PublicPorts> = {}) {
  const useCases = publicUseCases({
    business: async (uscc) => (uscc === business.uscc ? business : undefined),
    named: async (keys) => (keys.includes('晨岚') ? [business] : []),
    jwks: async () => jwks,
    statusList: async (id) => (id === list ? statusList(id) : undefined),
    issuer,
    now: () => now,
    ...change,
  });
  const handle = httpHandler(PUBLIC_ROUTES, useCases, 'https://api.example/problems');
  return async (name: keyof typeof PUBLIC_ROUTES, sent: Sent = {}) => {
    const {
      statusCode,
      headers = {},
      body = '',
    } = await handle(anEvent(PUBLIC_ROUTES[name], sent));
    const json = /json/.test(String(headers['content-type']));
    return { status: statusCode, headers, body: json ? JSON.parse(body) : body };
  };
}
const send = aPublicApi();
beforeEach(() => void vi.spyOn(console, 'error').mockImplementation(() => {}));

describe('the register, asked by anybody', () => {
  it('publishes the face of a licence, and nothing of the procedure', async () => {
    const { status, body } = await send('readBusiness', { parameters: { uscc: business.uscc } });
    expect(status).toBe(200);
    expect(body).toEqual({
      ...business.face,
      status: 'REGISTERED',
      registrarDivision: '440115',
      basis: 'CONFIRMED',
    });
  });

  it.each(['91440115MAX0000154', '91440115MA00000000', '', '../x', '440106198804123025'])(
    'has no business of the code %j',
    async (uscc) => {
      expect((await send('readBusiness', { parameters: { uscc } })).status).toBe(404);
    },
  );
});

describe('the register, searched by a name', () => {
  const search = (name: string) => send('searchRegister', { query: { name } });
  const found = { uscc: business.uscc, name: '广州市南沙区晨岚百货店', status: 'REGISTERED' };

  it.each(['广州市南沙区晨岚百货店', '晨岚', ' 晨岚 ', '广州晨岚贸易有限公司'])(
    'finds by %j whoever bears its 字号, with what one chooses by and no more',
    async (name) => {
      const { status, body } = await search(name);
      expect([status, body.businesses]).toMatchObject([200, [found]]);
      expect(Object.keys(body.businesses[0]).toSorted()).toEqual([
        'established',
        'name',
        'registrar',
        'status',
        'uscc',
      ]);
    },
  );

  it('finds nobody by another, and asks for no key that is none', async () => {
    expect((await search('棠梨')).body).toEqual({ businesses: [] });
    expect((await search('\uFDFA'.repeat(200))).body).toEqual({ businesses: [] });
  });

  it.each(['', '长'.repeat(201)])('refuses %j', async (name) => {
    expect((await search(name)).status).toBe(400);
  });
});

describe('a licence, shown by anybody', () => {
  const verify = async (shown: string) => send('verifyLicence', { body: { licence: shown } });

  it('is told to be ours and in force', async () => {
    expect(await verify(await licence(7))).toMatchObject({
      status: 200,
      body: { valid: true, uscc: business.uscc, status: 'VALID' },
    });
  });

  it('is told to be revoked', async () => {
    expect((await verify(await licence(8))).body).toMatchObject({
      valid: false,
      reason: 'NOT_IN_FORCE',
    });
  });

  it('is told not to be ours, without a fault', async () => {
    const others = await (await demoRegion()).licence();
    for (const shown of [others, 'no licence', '', `${await licence(7)}x`]) {
      const { status, body } = await verify(shown);
      expect([status, body.valid]).toEqual([200, false]);
      expect(body).not.toHaveProperty('name');
    }
  });

  it('is a fault of ours where our own list is gone', async () => {
    const { status, body } = await aPublicApi({ statusList: async () => undefined })(
      'verifyLicence',
      {
        body: { licence: await licence(7) },
      },
    );
    expect([status, body.type]).toEqual([500, 'https://api.example/problems/internal']);
  });

  it('has 64 kB at most', async () => {
    expect((await verify('x'.repeat(65_537))).status).toBe(400);
  });
});

describe('what others may keep', () => {
  it('is the keys and the status list, for a while', async () => {
    const keys = await send('readKeys');
    expect(keys).toMatchObject({ status: 200, body: jwks });
    expect(JSON.stringify(keys.body)).not.toContain('"d"');
    const token = await send('readStatusList', { parameters: { id: list } });
    expect(token.headers['content-type']).toBe('application/statuslist+jwt');
    expect(token.body).toMatch(/^[\w-]+\.[\w-]+\.[\w-]+$/);
    for (const { headers } of [keys, token])
      expect(headers['cache-control']).toBe('public, max-age=300');
  });

  it.each(['440115-1', '440115', 'x', '440115-0/..'])('is no status list %j', async (id) => {
    expect((await send('readStatusList', { parameters: { id } })).status).toBe(404);
  });
});

describe('the page of a problem', () => {
  it.each(Object.entries(PROBLEMS))(
    '%s says what to do, in both languages',
    async (slug, { status, zh, en }) => {
      const parameters = { slug };
      const chinese = await send('readProblem', { parameters });
      expect(chinese).toMatchObject({ status: 200, body: { slug, status, ...zh } });
      const english = await send('readProblem', {
        parameters,
        headers: { 'accept-language': 'en' },
      });
      expect(english.body).toMatchObject({ slug, status, ...en });
    },
  );

  it.each(['', 'constructor', '__proto__', 'nothing'])('is not there for %j', async (slug) => {
    expect((await send('readProblem', { parameters: { slug } })).status).toBe(404);
  });
});
