import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import openApi from '#functions/api/openapi.json' with { type: 'json' };
import { PROBLEMS } from '#functions/api/problems.ts';
import { problemsOf, routeKey } from '#functions/api/route.ts';
import { openApiOf } from '#openapi/document.ts';
import examples from '#openapi/examples.json' with { type: 'json' };
import { Exchange } from '#openapi/exchange.ts';
import { ROUTES } from '#openapi/tables.ts';

const Operation = z.looseObject({
  operationId: z.string(),
  summary: z.string(),
  description: z.string(),
  security: z.array(z.record(z.string(), z.array(z.never()))),
  responses: z.record(z.string(), z.unknown()),
  parameters: z.array(z.looseObject({ name: z.string(), in: z.string() })).default([]),
});
const { paths, components } = z
  .looseObject({
    paths: z.record(z.string(), z.record(z.string(), Operation)),
    components: z.looseObject({ schemas: z.record(z.string(), z.looseObject({})) }),
  })
  .parse(openApi);
const operations = Object.entries(paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({
    key: `${method.toUpperCase()} ${path}`,
    ...operation,
  })),
);
const operationOf = (name: string) =>
  Operation.parse(operations.find(({ operationId }) => operationId === name));

describe('the OpenAPI document', () => {
  it('is what the route tables give', () => {
    expect(openApiOf(z.array(Exchange).parse(examples))).toEqual(openApi);
  });

  it('has every route of the tables and no other', () => {
    expect(operations.map(({ key }) => key).toSorted()).toEqual(
      ROUTES.map(({ route }) => routeKey(route)).toSorted(),
    );
  });

  it.each(ROUTES)('$name says who may call it, what it answers and what may go wrong', (named) => {
    const { security, responses, summary, description } = operationOf(named.name);
    const { route } = named;
    expect(security.flatMap((way) => Object.keys(way))).toEqual(route.audiences);
    const problems = problemsOf(route).map((slug) => String(PROBLEMS[slug].status));
    const gateway = [...(route.audiences.length > 0 ? ['401'] : []), '429'];
    expect(Object.keys(responses).toSorted()).toEqual(
      [...new Set([...Object.keys(route.answers), ...problems, ...gateway])].toSorted(),
    );
    expect(summary).toMatch(/^[A-Z].*\.$/);
    expect(description).toMatch(/\p{Script=Han}.*。$/u);
  });

  it('refers to nothing that it does not hold', () => {
    const held = new Set(
      Object.entries(components).flatMap(([kind, entries]) =>
        Object.keys(z.looseObject({}).parse(entries)).map((name) => `#/components/${kind}/${name}`),
      ),
    );
    const referred = [...JSON.stringify(openApi).matchAll(/"\$ref":"([^"]+)"/g)];
    expect(referred.length).toBeGreaterThan(50);
    expect(referred.map(([, ref = '']) => ref).filter((ref) => !held.has(ref))).toEqual([]);
  });

  it('lets answers grow, and refuses members of requests that it does not name', () => {
    const { schemas } = components;
    expect(schemas.ApplicationForm).toMatchObject({ additionalProperties: false });
    for (const name of ['Application', 'Case', 'Finding', 'Problem'])
      expect(schemas[name]).not.toHaveProperty('additionalProperties');
  });
});
