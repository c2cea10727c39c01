import type { System } from '#local/system.ts';
import type { Exchange } from '#openapi/exchange.ts';
import type { Answer } from '#test/journeys/api.ts';
import { callRoute, exchangeOf, routeOf, type Said } from './caller.ts';

/** Calls of demo accounts (of nobody, where none is named), and what of them the document shows. */
export function recorder(system: Pick<System, 'baseUrl' | 'token'>) {
  const exchanges: Exchange[] = [];
  const call = async (operation: string, said: Said = {}, account?: string): Promise<Answer> =>
    callRoute(system.baseUrl, routeOf(operation), said, account && (await system.token(account)));
  const shown = async (
    example: string,
    operation: string,
    said: Said = {},
    account?: string,
  ): Promise<unknown> => {
    const told = await call(operation, said, account);
    exchanges.push(exchangeOf(example, operation, said, told));
    return told.body;
  };
  return { exchanges, call, shown };
}
