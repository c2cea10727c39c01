import * as z from 'zod';
import { readEnvironment } from '../runtime/environment.ts';
import { DOCS_ROUTES } from './docs.routes.ts';
import { docsPage } from './docs-page.ts';
import { httpHandler } from './http.handler.ts';
import openApi from './openapi.json' with { type: 'json' };

const { PROBLEM_BASE } = readEnvironment({ PROBLEM_BASE: z.url() });

/** What others may keep, in seconds. */
const CACHED = { 'cache-control': 'public, max-age=300' };

/** The committed document, as it is. It touches no table, so that a large document is in no other bundle. */
export const handler = httpHandler(
  DOCS_ROUTES,
  {
    readOpenApi: async () => ({ status: 200, body: openApi, headers: CACHED }),

    async readDocs() {
      const { html, contentSecurityPolicy } = await docsPage(openApi);
      return {
        status: 200,
        body: html,
        headers: {
          'content-type': 'text/html; charset=utf-8',
          'content-security-policy': contentSecurityPolicy,
          ...CACHED,
        },
      };
    },
  },
  PROBLEM_BASE,
);
