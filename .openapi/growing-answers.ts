import * as z from 'zod';

interface Document {
  readonly info: { readonly version: string };
  readonly paths: Readonly<
    Record<string, Readonly<Record<string, { readonly responses: object }>>>
  >;
  readonly components: { readonly schemas: Readonly<Record<string, unknown>> };
}

/**
 * Answers may grow, requests may not: `additionalProperties: false` is taken from every schema that
 * no request leads to.
 */
export function growingAnswers(whole: object): Document {
  const document = z.custom<Document>().parse(JSON.parse(JSON.stringify(whole)));
  const { schemas } = document.components;
  const asked = new Set<string>();
  const follow = (value: unknown): void => {
    for (const name of namesIn(value)) {
      if (asked.has(name)) continue;
      asked.add(name);
      follow(schemas[name]);
    }
  };
  const operations = Object.values(document.paths).flatMap((path) => Object.values(path));
  for (const { responses: _answers, ...asks } of operations) follow(asks);
  for (const { responses } of operations) open(responses);
  for (const [name, schema] of Object.entries(schemas)) if (!asked.has(name)) open(schema);
  return document;
}

/** Names of the schemas that a value refers to. */
function namesIn(value: unknown): string[] {
  const found = JSON.stringify(value)?.matchAll(/"#\/components\/schemas\/(\w+)"/g) ?? [];
  return [...found].flatMap(([, name]) => name ?? []);
}

function open(value: unknown): void {
  if (typeof value !== 'object' || value === null) return;
  if ('additionalProperties' in value && value.additionalProperties === false)
    delete value.additionalProperties;
  for (const member of Object.values(value)) open(member);
}
