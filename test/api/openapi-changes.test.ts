import { describe, expect, it } from 'vitest';
import openApi from '#functions/api/openapi.json' with { type: 'json' };
import { breakingChanges } from '#openapi/breaking-changes.ts';

/** A small document of one route; `change` alters a copy of it. */
const before = {
  info: { version: '1.4.0' },
  paths: {
    '/v1/things': {
      post: {
        security: [{ applicant: [] }, { agent: [] }],
        parameters: [
          { name: 'Idempotency-Key', in: 'header', required: true, schema: { type: 'string' } },
          {
            name: 'limit',
            in: 'query',
            required: false,
            schema: { type: 'integer', maximum: 500 },
          },
        ],
        requestBody: {
          required: true,
          content: { 'application/json': { schema: { $ref: '#/components/schemas/Asked' } } },
        },
        responses: {
          200: {
            content: { 'application/json': { schema: { $ref: '#/components/schemas/Told' } } },
          },
          202: {
            content: { 'application/json': { schema: { $ref: '#/components/schemas/Told' } } },
          },
          404: { content: { 'application/problem+json': { schema: {} } } },
        },
      },
    },
  },
  components: {
    schemas: {
      Asked: {
        type: 'object',
        properties: {
          kind: { type: 'string', enum: ['A', 'B'] },
          name: { type: 'string', maxLength: 100 },
          rows: {
            type: 'array',
            items: { type: 'object', properties: { n: { type: 'integer' } } },
          },
        },
        required: ['kind'],
      },
      Told: {
        type: 'object',
        properties: {
          id: { type: 'string' },
          state: { type: 'string', enum: ['OPEN', 'CLOSED'] },
          inner: { type: 'object', properties: { at: { type: 'string' } }, required: ['at'] },
        },
        required: ['id', 'state'],
      },
    },
  },
};
type Document = typeof before;
const post = (it: Document) => it.paths['/v1/things'].post;

/** Takes a member away, or puts one in, wherever it stands. */
const without = (it: object, member: string) => Reflect.deleteProperty(it, member);
const put = (it: object, member: string, value: unknown) => Reflect.set(it, member, value);

const changed = (change: (copy: Document) => void): string[] => {
  const after = structuredClone(before);
  change(after);
  return breakingChanges(before, after);
};
const schemas = (it: Document) => it.components.schemas;

describe('a change that breaks a client', () => {
  it.each<{ what: string; change: (it: Document) => void; says: RegExp }>([
    { what: 'a route gone', change: (it) => without(it.paths, '/v1/things'), says: /removed/ },
    {
      what: 'an audience gone',
      change: (it) => void post(it).security.pop(),
      says: /no longer lets in: agent/,
    },
    {
      what: 'a parameter gone',
      change: (it) => void post(it).parameters.pop(),
      says: /no longer takes query limit/,
    },
    {
      what: 'a parameter required',
      change: (it) => put(post(it).parameters[1] ?? {}, 'required', true),
      says: /now requires query limit/,
    },
    {
      what: 'a tighter parameter',
      change: (it) => put(post(it).parameters[1]?.schema ?? {}, 'maximum', 50),
      says: /maximum is tighter/,
    },
    {
      what: 'a member of the request gone',
      change: (it) => without(schemas(it).Asked.properties, 'name'),
      says: /body\/name: no longer taken/,
    },
    {
      what: 'a member of the request required',
      change: (it) => void schemas(it).Asked.required.push('name'),
      says: /body\/name: now required/,
    },
    {
      what: 'a value of the request gone',
      change: (it) => void schemas(it).Asked.properties.kind.enum.pop(),
      says: /body\/kind: no longer takes B/,
    },
    {
      what: 'a shorter text',
      change: (it) => put(schemas(it).Asked.properties.name, 'maxLength', 99),
      says: /body\/name: maxLength is tighter/,
    },
    {
      what: 'another type deep in the request',
      change: (it) => put(schemas(it).Asked.properties.rows.items.properties.n, 'type', 'string'),
      says: /body\/rows\/\*\/n: another type/,
    },
    {
      what: 'a status gone',
      change: (it) => without(post(it).responses, '202'),
      says: /no longer answers 202/,
    },
    {
      what: 'a member of the answer gone',
      change: (it) => without(schemas(it).Told.properties.inner.properties, 'at'),
      says: /inner\/at: no longer told/,
    },
    {
      what: 'a member of the answer that may be missing',
      change: (it) => void schemas(it).Told.required.pop(),
      says: /state: may now be missing/,
    },
    {
      what: 'an answer that may be null',
      change: (it) => put(schemas(it).Told.properties.id, 'type', ['string', 'null']),
      says: /id: another type/,
    },
    {
      what: 'another type in the answer',
      change: (it) => put(schemas(it).Told.properties.id, 'type', 'integer'),
      says: /id: another type/,
    },
  ])('is $what', ({ change, says }) => {
    const found = changed(change);
    expect(found.join('\n')).toMatch(says);
  });

  it('is allowed by a higher first number of the version', () => {
    const found = changed((it) => {
      without(it.paths, '/v1/things');
      it.info.version = '2.0.0';
    });
    expect(found).toEqual([]);
  });
});

describe('a change that breaks nobody', () => {
  it.each<{ what: string; change: (it: Document) => void }>([
    { what: 'none at all', change: () => {} },
    { what: 'a new route', change: (it) => put(it.paths, '/v1/more', { get: {} }) },
    {
      what: 'a new member that may be sent',
      change: (it) => put(schemas(it).Asked.properties, 'extra', { type: 'string' }),
    },
    {
      what: 'a new value that may be sent',
      change: (it) => void schemas(it).Asked.properties.kind.enum.push('C'),
    },
    {
      what: 'a new member in an answer',
      change: (it) => put(schemas(it).Told.properties, 'extra', { type: 'string' }),
    },
    { what: 'a problem that is gone', change: (it) => without(post(it).responses, '404') },
    {
      what: 'a member that may be null when it is sent',
      change: (it) => put(schemas(it).Asked.properties.name, 'type', ['string', 'null']),
    },
    {
      what: 'a longer text',
      change: (it) => put(schemas(it).Asked.properties.name, 'maxLength', 200),
    },
  ])('is $what', ({ change }) => {
    expect(changed(change)).toEqual([]);
  });
});

describe('the committed document', () => {
  it('breaks nobody against itself, and is seen to break without any one of its routes', () => {
    expect(breakingChanges(openApi, structuredClone(openApi))).toEqual([]);
    for (const path of Object.keys(openApi.paths)) {
      const after = structuredClone(openApi);
      without(after.paths, path);
      expect(breakingChanges(openApi, after)).not.toEqual([]);
    }
  });
});
