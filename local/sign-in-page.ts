import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Provider } from 'oidc-provider';
import type { Account } from './accounts.ts';
import { formBody } from './demo/json-http.ts';

/** The page on which a person says who he is: one of the demo accounts of the kind that is asked for, without a password. */
export function signInPage(provider: Provider, accounts: readonly Account[]) {
  const chosen = async (
    request: IncomingMessage,
    among: readonly Account[],
  ): Promise<Account | undefined> => {
    const { account } = await formBody(request).catch((): Record<string, string> => ({}));
    return among.find(({ id }) => id === account);
  };

  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    // too late, or of another browser: there is nothing to go back to
    const begun = await provider.interactionDetails(request, response).catch(() => undefined);
    if (!begun) return answer(response, 400, OVER);
    const people = accounts.filter(({ audience }) =>
      String(begun.params.resource).endsWith(`:${audience}`),
    );
    const known = request.method === 'POST' ? await chosen(request, people) : undefined;
    if (!known) return answer(response, 200, page(people));
    const login = { accountId: known.id };
    // whoever was signed in in this browser before is so no more
    response.setHeader('set-cookie', [
      '_session=; path=/; max-age=0',
      '_session.sig=; path=/; max-age=0',
    ]);
    await provider
      .interactionFinished(request, response, { login })
      .catch(() => answer(response, 400, OVER));
  };
}

const answer = (response: ServerResponse, status: number, text: string): void => {
  const headers = { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' };
  response.writeHead(status, headers).end(text);
};

const OVER =
  '<!doctype html><html lang="zh-Hans"><meta charset="utf-8"><title>登录（演示）</title><p>登录已过期，请重新开始。 · Too late: <a href="/">begin again</a>.</p></html>';

function page(people: readonly Account[]): string {
  const buttons = people
    .map(
      ({ id, name }) =>
        `<p><button name="account" value="${id}">${name} <small>${id}</small></button></p>`,
    )
    .join('');
  return `<!doctype html><html lang="zh-Hans"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>登录（演示）</title><style>body{font:16px/1.6 system-ui;margin:2rem auto;max-width:28rem;padding:0 1rem}button{font:inherit;padding:.75rem 1rem;width:100%;text-align:left}</style>
<body><main><h1>登录（演示） · Sign in (demo)</h1><p>请选择演示账号。 · Choose a demo account.</p><form method="post">${buttons}</form></main></body></html>`;
}
