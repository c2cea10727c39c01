import { HOST_ROUTES } from '#functions/api/host.routes.ts';
import { hostUseCases } from '#functions/api/host.ts';
import { httpHandler } from '#functions/api/http.handler.ts';
import { placeList } from '#functions/cluster/place-list.store.ts';
import { awaitingHost } from '#functions/party/custody.store.ts';
import { businessesOf } from '#functions/register/register.store.ts';
import { bundleInForce } from '#functions/scope/catalogue.ts';
import type { Database } from '#test/builders/a-database.ts';
import { anIntake } from '#test/intake/an-intake.ts';
import { anEvent, read, type Sent } from './an-event.ts';

/** The host's API on the real stores; machines are only told of. */
export function aHostApi(database: Database) {
  const { documents, tables } = database;
  const intake = anIntake(database);
  const handle = httpHandler(
    HOST_ROUTES,
    hostUseCases({
      ...intake.ports,
      awaiting: awaitingHost(documents, tables.register, tables.applications),
      places: placeList(documents, tables.register),
      businesses: businessesOf(documents, tables.register),
      bundles: async () => bundleInForce,
    }),
    'https://api.example/problems',
  );
  return {
    intake,
    /** as the account of this host, unless the call says otherwise */
    send: async (
      name: keyof typeof HOST_ROUTES,
      host: string,
      { id, account = accountOf(host), ...sent }: Sent & { id?: string; account?: string } = {},
    ) => {
      const parameters = { host, ...(id !== undefined && { id }) };
      const claims = { sub: account, aud: 'host' };
      return read(await handle(anEvent(HOST_ROUTES[name], { parameters, claims, ...sent })));
    },
  };
}

/** The account of a test's host. */
export const accountOf = (host: string): string => `account of ${host}`;
