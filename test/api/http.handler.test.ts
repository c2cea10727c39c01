import { describe, expect, it } from 'vitest';
import { agent, aHandler, creating, official, ROUTES } from './a-handler.ts';
import { anEvent } from './an-event.ts';

describe('a call', () => {
  it('reaches its use case with all that the route asks for', async () => {
    const { send, calls } = aHandler();
    await send(
      'create',
      creating({
        body: { name: '岚' },
        headers: { 'idempotency-key': 'k-1', 'accept-language': 'en' },
      }),
    );
    await send('change', {
      claims: official,
      parameters: { id: '7' },
      headers: { 'if-match': '"3"' },
    });
    await send('read', { query: { limit: '20' } });
    expect(calls).toMatchObject([
      {
        body: { name: '岚' },
        caller: { subject: 'agent-1', audience: 'agent' },
        idempotencyKey: 'k-1',
        language: 'en',
      },
      { parameters: { id: '7' }, version: 3, language: 'zh-Hans' },
      { query: { limit: 20 }, caller: undefined },
    ]);
  });

  it('may come in base 64', async () => {
    const { handle, calls } = aHandler();
    const event = anEvent(
      ROUTES.create,
      creating({ text: Buffer.from('{"name":"岚"}').toString('base64') }),
    );
    await handle({ ...event, isBase64Encoded: true });
    expect(calls).toMatchObject([{ body: { name: '岚' } }]);
  });

  it.each([
    { aud: 'official', registrars: '[440115 440106]', of: ['440115', '440106'] },
    { aud: ['official'], registrars: ['440115', '440106'], of: ['440115', '440106'] },
    { aud: '[account official]', registrars: '440115', of: ['440115'] },
    { aud: 'official', registrars: '[]', of: [] },
    { aud: 'official', registrars: '4401150 44010 44x115', of: [] },
  ])('is from an official of $of where the token says $registrars', async ({ of, ...claims }) => {
    const { send, calls } = aHandler();
    await send('change', { claims: { sub: 'o', ...claims }, headers: { 'if-match': '"1"' } });
    const caller = { subject: 'o', audience: 'official', registrars: of, grade: 'OFFICER' };
    expect(calls[0]?.caller).toEqual(caller);
  });

  it.each([
    ['SUPERVISOR', 'SUPERVISOR'],
    ['OFFICER', 'OFFICER'],
    ['supervisor', 'OFFICER'],
    ['[SUPERVISOR OFFICER]', 'OFFICER'],
    [true, 'OFFICER'],
  ])('is of the lowest grade unless the token says more: %s', async (said, grade) => {
    const { send, calls } = aHandler();
    const claims = { sub: 'o', aud: 'official', registrars: '[440115]', grade: said };
    await send('change', { claims, headers: { 'if-match': '"1"' } });
    expect(calls[0]?.caller?.grade).toBe(grade);
  });

  it('has no registrars but an official’s', async () => {
    const { send, calls } = aHandler();
    await send('create', creating({ body: {}, claims: { ...agent, registrars: '440115' } }));
    expect(calls[0]?.caller?.registrars).toEqual([]);
  });

  it.each([
    { sub: 'o', aud: 'agent' },
    { sub: 'o', aud: 'https://official.example' },
    { sub: 'o', aud: 'not-official' },
    { sub: '', aud: 'official' },
    { aud: 'official' },
    { sub: 'o' },
  ])('does not get in with the claims %j', async (claims) => {
    const { send, calls } = aHandler();
    const { statusCode } = await send('change', { claims, headers: { 'if-match': '"1"' } });
    expect(statusCode).toBe(404);
    expect(calls).toEqual([]);
  });
});

describe('an answer', () => {
  it('carries its version as ETag, its type, and what keeps it from others', async () => {
    const { send } = aHandler(async () => ({
      status: 202,
      body: { id: 7 },
      version: 4,
      headers: { location: '/v1/things/7' },
    }));
    expect(await send('read')).toMatchObject({
      statusCode: 202,
      body: { id: 7 },
      headers: {
        etag: '"4"',
        'content-type': 'application/json; charset=utf-8',
        'cache-control': 'no-store',
        location: '/v1/things/7',
        'x-content-type-options': 'nosniff',
        'strict-transport-security': expect.stringContaining('max-age='),
        'referrer-policy': 'no-referrer',
      },
    });
  });

  it('may be a text of another type, or nothing', async () => {
    const text = aHandler(async () => ({
      status: 200,
      body: 'a.b.c',
      headers: { 'content-type': 'application/statuslist+jwt' },
    }));
    const answered = await text.handle(anEvent(ROUTES.read));
    expect(answered).toMatchObject({
      body: 'a.b.c',
      headers: { 'content-type': 'application/statuslist+jwt' },
    });
    const { body: none, headers } = await aHandler().send('read');
    expect(none).toBeUndefined();
    expect(headers).not.toHaveProperty('content-type');
  });
});
