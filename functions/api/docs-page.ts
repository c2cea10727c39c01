import * as z from 'zod';

const Operation = z.object({
  operationId: z.string(),
  tags: z.array(z.string()),
  summary: z.string(),
  description: z.string(),
  security: z.array(z.record(z.string(), z.unknown())).default([]),
  parameters: z
    .array(z.object({ name: z.string(), in: z.string(), required: z.boolean() }))
    .default([]),
  requestBody: z.unknown().optional(),
  responses: z.record(z.string(), z.unknown()),
});
const Content = z.object({
  content: z
    .record(
      z.string(),
      z.object({
        schema: z.unknown(),
        examples: z.record(z.string(), z.object({ value: z.unknown().optional() })).default({}),
      }),
    )
    .optional(),
});
const Document = z.object({
  info: z.object({ version: z.string(), summary: z.string(), description: z.string() }),
  tags: z.array(z.object({ name: z.string(), description: z.string() })),
  paths: z.record(z.string(), z.record(z.string(), Operation)),
  components: z.object({ schemas: z.record(z.string(), z.unknown()) }),
});

const STYLE = `body{font:16px/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem;color:#1a1a1a}
h3{margin-bottom:0}code,pre{font:14px/1.4 ui-monospace,monospace}pre{background:#f4f4f4;padding:.75rem;overflow:auto;max-height:30rem}
details{margin:.25rem 0}summary{cursor:pointer}section{border-top:1px solid #ccc}p{margin:.25rem 0}`;

/** The API as a page to read: no script, and no style but its own. */
export interface DocsPage {
  readonly html: string;
  /** lets the page's own style in, and nothing else */
  readonly contentSecurityPolicy: string;
}

/**
 * Renders the committed document for people, in both languages.
 *
 * @throws {z.ZodError} for a document that is not ours
 */
export async function docsPage(document: unknown): Promise<DocsPage> {
  const { info, tags, paths, components } = Document.parse(document);
  const operations = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, it]) => ({ path, method, ...it })),
  );
  const body = [
    `<h1>market-entry ${escaped(info.version)}</h1><p>${escaped(info.summary)}</p>`,
    `<p>${escaped(info.description)}</p><p><a href="/openapi.json">openapi.json</a></p>`,
    ...tags.map(
      ({ name, description }) =>
        `<h2 id="${name}">${escaped(description)}</h2>` +
        operations
          .filter((it) => it.tags.includes(name))
          .map(operationSection)
          .join(''),
    ),
    '<h2>Schemas</h2>',
    ...Object.entries(components.schemas).map(([name, schema]) =>
      folded(name, schema, `schema-${name}`),
    ),
  ].join('\n');
  const html = `<!doctype html>
<html lang="zh-Hans"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>market-entry API</title><style>${STYLE}</style></head><body>
${body}
</body></html>
`;
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(STYLE));
  const hash = Buffer.from(digest).toString('base64');
  return {
    html,
    contentSecurityPolicy: `default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
  };
}

type Shown = z.infer<typeof Operation> & { readonly path: string; readonly method: string };

function operationSection(operation: Shown): string {
  const { path, method, operationId, summary, description, security, parameters } = operation;
  const audiences = security.flatMap((way) => Object.keys(way)).join(', ') || '—';
  const asked = parameters.map((it) => `${it.name} (${it.in}${it.required ? '' : ', optional'})`);
  const answers = Object.entries(operation.responses).map(([status, answer]) =>
    bodyOf(`${status}`, answer),
  );
  return `<section id="${operationId}"><h3><code>${method.toUpperCase()} ${escaped(path)}</code></h3>
<p lang="zh-Hans">${escaped(description)}</p><p lang="en">${escaped(summary)}</p>
<p>token: ${audiences}${asked.length > 0 ? ` · ${escaped(asked.join(' · '))}` : ''}</p>
${operation.requestBody === undefined ? '' : bodyOf('request', operation.requestBody)}${answers.join('')}</section>`;
}

/** A request's or an answer's body: its schema and each example, folded up. */
function bodyOf(label: string, body: unknown): string {
  const { content } = Content.catch({}).parse(body);
  if (!content) return `<p><code>${escaped(label)}</code></p>`;
  return Object.entries(content)
    .map(([media, { schema, examples }]) => {
      const given = Object.entries(examples).filter(([, { value }]) => value !== undefined);
      return [
        folded(`${label} ${media}`, schema),
        ...given.map(([name, { value }]) => folded(`${label} · ${name}`, value)),
      ].join('');
    })
    .join('');
}

const folded = (label: string, value: unknown, id?: string): string =>
  `<details${id ? ` id="${escaped(id)}"` : ''}><summary><code>${escaped(label)}</code></summary><pre>${escaped(JSON.stringify(value, null, 2) ?? '')}</pre></details>`;

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
