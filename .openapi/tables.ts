import { AGENT_ROUTES } from '../functions/api/agent.routes.ts';
import { APPLICANT_ROUTES } from '../functions/api/applicant.routes.ts';
import { OFFICIAL_ROUTES } from '../functions/api/official.routes.ts';
import { PUBLIC_ROUTES } from '../functions/api/public.routes.ts';
import type { Route } from '../functions/api/route.ts';

/** Every route under the name of its use case, and the table that it stands in. */
export const ROUTES = [
  ...named('applicant', APPLICANT_ROUTES),
  ...named('agent', AGENT_ROUTES),
  ...named('official', OFFICIAL_ROUTES),
  ...named('public', PUBLIC_ROUTES),
];

export interface NamedRoute {
  readonly name: string;
  readonly table: string;
  readonly route: Route;
}

function named(table: string, routes: Readonly<Record<string, Route>>): NamedRoute[] {
  return Object.entries(routes).map(([name, route]) => ({ name, table, route }));
}
