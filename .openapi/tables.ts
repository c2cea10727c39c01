import type { Route } from '../functions/api/route.ts';
import { ROUTE_TABLES, type RouteTableName } from '../functions/api/route-tables.ts';

export interface NamedRoute {
  readonly name: string;
  readonly table: RouteTableName;
  readonly route: Route;
}

/** Every route under the name of its use case, and the table that it stands in. */
export const ROUTES: readonly NamedRoute[] = Object.entries(ROUTE_TABLES).flatMap(
  ([table, routes]) =>
    Object.entries<Route>(routes).map(([name, route]) => ({
      name,
      table: table as RouteTableName, // entries forget their keys' type
      route,
    })),
);
