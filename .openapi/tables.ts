import { AGENT_ROUTES } from '../functions/api/agent.routes.ts';
import { AGENT_RECORD_ROUTES } from '../functions/api/agent-record.routes.ts';
import { APPLICANT_ROUTES } from '../functions/api/applicant.routes.ts';
import { CLIENT_ROUTES } from '../functions/api/client.routes.ts';
import { DATA_ROUTES } from '../functions/api/data.routes.ts';
import { DEFENCE_ROUTES } from '../functions/api/defence.routes.ts';
import { DESK_ROUTES } from '../functions/api/desk.routes.ts';
import { DOCS_ROUTES } from '../functions/api/docs.routes.ts';
import { HOST_ROUTES } from '../functions/api/host.routes.ts';
import { IDENTITY_ACT_ROUTES } from '../functions/api/identity-act.routes.ts';
import { INQUIRY_ROUTES } from '../functions/api/inquiry.routes.ts';
import { LIST_ENTRY_ROUTES } from '../functions/api/list-entry.routes.ts';
import { MEASURE_ROUTES } from '../functions/api/measure.routes.ts';
import { NOTICE_ROUTES } from '../functions/api/notice.routes.ts';
import { OFFICIAL_ROUTES } from '../functions/api/official.routes.ts';
import { OWNER_ACT_ROUTES } from '../functions/api/owner-act.routes.ts';
import { PERSON_ROUTES } from '../functions/api/person.routes.ts';
import { POST_CHECK_ROUTES } from '../functions/api/post-check.routes.ts';
import { PRE_CHECK_ROUTES } from '../functions/api/pre-check.routes.ts';
import { PUBLIC_ROUTES } from '../functions/api/public.routes.ts';
import { REGISTRAR_ROUTES } from '../functions/api/registrar.routes.ts';
import type { Route } from '../functions/api/route.ts';
import { RULE_SET_ROUTES } from '../functions/api/rule-set.routes.ts';
import { SCOPE_ROUTES } from '../functions/api/scope.routes.ts';
import { SIGNING_ROUTES } from '../functions/api/signing.routes.ts';
import { STATISTICS_ROUTES } from '../functions/api/statistics.routes.ts';
import { STOP_ROUTES } from '../functions/api/stop.routes.ts';

/** Every route under the name of its use case, and the table that it stands in. */
export const ROUTES = [
  ...named('applicant', APPLICANT_ROUTES),
  ...named('preCheck', PRE_CHECK_ROUTES),
  ...named('ownerAct', OWNER_ACT_ROUTES),
  ...named('agent', AGENT_ROUTES),
  ...named('agentRecord', AGENT_RECORD_ROUTES),
  ...named('signing', SIGNING_ROUTES),
  ...named('identityAct', IDENTITY_ACT_ROUTES),
  ...named('host', HOST_ROUTES),
  ...named('official', OFFICIAL_ROUTES),
  ...named('desk', DESK_ROUTES),
  ...named('client', CLIENT_ROUTES),
  ...named('person', PERSON_ROUTES),
  ...named('inquiry', INQUIRY_ROUTES),
  ...named('stop', STOP_ROUTES),
  ...named('data', DATA_ROUTES),
  ...named('listEntry', LIST_ENTRY_ROUTES),
  ...named('scope', SCOPE_ROUTES),
  ...named('registrar', REGISTRAR_ROUTES),
  ...named('docs', DOCS_ROUTES),
  ...named('notice', NOTICE_ROUTES),
  ...named('postCheck', POST_CHECK_ROUTES),
  ...named('defence', DEFENCE_ROUTES),
  ...named('measure', MEASURE_ROUTES),
  ...named('ruleSet', RULE_SET_ROUTES),
  ...named('statistics', STATISTICS_ROUTES),
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
