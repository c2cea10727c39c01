import { createHash, randomBytes } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import * as z from 'zod';
import type { AssertedPerson } from '#functions/party/signers.ts';
import { PERSONS } from '../accounts.ts';
import { type Answer, formBody, problem } from './json-http.ts';

/** What becomes of a face check. `fails`: the face is another one. */
export const CheckMode = z.enum(['ok', 'silent', 'fails']);
export type CheckMode = z.infer<typeof CheckMode>;

/** An authorisation request (OIDC code flow with PKCE) for the signature of one document. */
const Authorization = z.object({
  response_type: z.literal('code'),
  client_id: z.string().min(1),
  redirect_uri: z.url({ protocol: /^https?$/ }),
  state: z.string().default(''),
  document_hash: z.string().regex(/^[0-9a-f]{64}$/),
  code_challenge: z.string().regex(/^[\w-]{43}$/),
  code_challenge_method: z.literal('S256'),
});
type Authorization = z.infer<typeof Authorization>;

/** Who stands before the camera: an account of ours, or a person by name and document. */
const Shown = z.object({
  login_hint: z.string().optional(),
  name: z.string().optional(),
  kind: z.string().default('RESIDENT_ID'),
  number: z.string().optional(),
  outcome: CheckMode.optional(),
});

const Exchange = z.object({
  grant_type: z.literal('authorization_code'),
  code: z.string(),
  redirect_uri: z.string(),
  client_id: z.string(),
  code_verifier: z.string(),
});

interface Granted extends Authorization {
  readonly person: AssertedPerson;
  readonly outcome: CheckMode;
  readonly until: number;
}

const CODE_LIVES_MS = 10 * 60_000;

interface AuthorizationPorts {
  /** the outcome that was switched on for this account, person or document */
  outcomeOf(of: { account?: string | undefined; documentHash: string }): CheckMode;
  assert(signed: AssertedPerson & { documentHash: string; at: number }): Promise<string>;
  now(): number;
}

/** The code flow of the demo identity provider: a page to choose the outcome, and the token end-point. */
export function authorizationRoutes({ outcomeOf, assert, now }: AuthorizationPorts) {
  const codes = new Map<string, Granted>();

  const redirected = (asked: Authorization, fields: unknown): Answer | undefined => {
    const { login_hint: account, outcome, name, kind, number } = Shown.parse(fields);
    const person = name && number ? { name, document: { kind, number } } : personOf(account);
    if (!person) return undefined;
    for (const [code, { until }] of codes) if (until < now()) codes.delete(code);
    const code = randomBytes(24).toString('base64url');
    codes.set(code, {
      ...asked,
      person,
      outcome: outcome ?? outcomeOf({ account, documentHash: asked.document_hash }),
      until: now() + CODE_LIVES_MS,
    });
    const back = new URL(asked.redirect_uri);
    back.searchParams.set('code', code);
    back.searchParams.set('state', asked.state);
    return { status: 303, body: '', type: 'text/plain', location: back.href };
  };

  return {
    /** with a known `login_hint` at once a code, else the page */
    'GET /demo/identity/authorize': (request: IncomingMessage): Answer => {
      const { searchParams } = new URL(request.url ?? '/', 'http://demo');
      const fields = Object.fromEntries(searchParams);
      const asked = Authorization.parse(fields);
      const { login_hint, outcome } = fields;
      return (
        redirected(asked, { login_hint, outcome }) ?? {
          status: 200,
          body: page(asked),
          type: 'text/html; charset=utf-8',
        }
      );
    },
    'POST /demo/identity/authorize': async (request: IncomingMessage): Promise<Answer> => {
      const fields = await formBody(request);
      return redirected(Authorization.parse(fields), fields) ?? problem(400, 'nobody was shown');
    },
    'POST /demo/identity/token': async (request: IncomingMessage): Promise<Answer | undefined> => {
      const { code, ...said } = Exchange.parse(await formBody(request));
      const granted = codes.get(code);
      codes.delete(code);
      const challenge = createHash('sha256').update(said.code_verifier).digest('base64url');
      const holds =
        granted &&
        granted.until >= now() &&
        granted.client_id === said.client_id &&
        granted.redirect_uri === said.redirect_uri &&
        granted.code_challenge === challenge;
      if (!holds) return { status: 400, body: { error: 'invalid_grant' } };
      if (granted.outcome === 'silent') return undefined;
      if (granted.outcome === 'fails') return { status: 400, body: { error: 'access_denied' } };
      const { person, document_hash: documentHash } = granted;
      return {
        status: 200,
        body: { assertion: await assert({ ...person, documentHash, at: now() }) },
      };
    },
  };
}

export const personOf = (account: string | undefined): AssertedPerson | undefined =>
  Object.entries(PERSONS).find(([id]) => id === account)?.[1];

const escaped = (text: string): string =>
  text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);

/** Where a human chooses who stands before the camera, and what it sees. */
function page(asked: Authorization): string {
  const hidden = Object.entries(asked)
    .map(([name, value]) => `<input type="hidden" name="${name}" value="${escaped(value)}">`)
    .join('');
  const accounts = Object.entries(PERSONS)
    .map(([id, { name }]) => `<option value="${id}">${name}</option>`)
    .join('');
  const outcomes = [
    ['ok', '本人，认证通过 · verified'],
    ['fails', '人脸不符 · the face does not match'],
    ['silent', '无应答 · silent'],
  ]
    .map(
      ([mode, text], at) =>
        `<label><input type="radio" name="outcome" value="${mode}"${at === 0 ? ' checked' : ''}> ${text}</label><br>`,
    )
    .join('');
  return `<!doctype html><html lang="zh-Hans"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>身份认证（演示）</title><body><h1>身份认证（演示） · Identity check (demo)</h1>
<form method="post" action="/demo/identity/authorize">${hidden}
<p><label>账号 · account <select name="login_hint"><option value=""></option>${accounts}</select></label></p>
<p>或 · or <label>姓名 · name <input name="name"></label> <label>身份证号码 · resident ID <input name="number"></label></p>
<p>${outcomes}</p><p><button>确认签署 · sign</button></p></form></body></html>`;
}
