import { AGENT_ROUTES } from './agent.routes.ts';
import { AGENT_RECORD_ROUTES } from './agent-record.routes.ts';
import { APPLICANT_ROUTES } from './applicant.routes.ts';
import { CLIENT_ROUTES } from './client.routes.ts';
import { DATA_ROUTES } from './data.routes.ts';
import { DEFENCE_ROUTES } from './defence.routes.ts';
import { DESK_ROUTES } from './desk.routes.ts';
import { DOCS_ROUTES } from './docs.routes.ts';
import { HOST_ROUTES } from './host.routes.ts';
import { IDENTITY_ACT_ROUTES } from './identity-act.routes.ts';
import { INQUIRY_ROUTES } from './inquiry.routes.ts';
import { LIST_ENTRY_ROUTES } from './list-entry.routes.ts';
import { MEASURE_ROUTES } from './measure.routes.ts';
import { NOTICE_ROUTES } from './notice.routes.ts';
import { OFFICIAL_ROUTES } from './official.routes.ts';
import { OWNER_ACT_ROUTES } from './owner-act.routes.ts';
import { PERSON_ROUTES } from './person.routes.ts';
import { POST_CHECK_ROUTES } from './post-check.routes.ts';
import { PRE_CHECK_ROUTES } from './pre-check.routes.ts';
import { PUBLIC_ROUTES } from './public.routes.ts';
import { REGISTRAR_ROUTES } from './registrar.routes.ts';
import type { RouteTable } from './route.ts';
import { RULE_SET_ROUTES } from './rule-set.routes.ts';
import { SCOPE_ROUTES } from './scope.routes.ts';
import { SIGNING_ROUTES } from './signing.routes.ts';
import { STATISTICS_ROUTES } from './statistics.routes.ts';
import { STOP_ROUTES } from './stop.routes.ts';

/** Every route table by its name: what the API is made of, described by and called by. */
export const ROUTE_TABLES = {
  applicant: APPLICANT_ROUTES,
  preCheck: PRE_CHECK_ROUTES,
  ownerAct: OWNER_ACT_ROUTES,
  agent: AGENT_ROUTES,
  agentRecord: AGENT_RECORD_ROUTES,
  signing: SIGNING_ROUTES,
  identityAct: IDENTITY_ACT_ROUTES,
  host: HOST_ROUTES,
  official: OFFICIAL_ROUTES,
  desk: DESK_ROUTES,
  client: CLIENT_ROUTES,
  person: PERSON_ROUTES,
  inquiry: INQUIRY_ROUTES,
  stop: STOP_ROUTES,
  data: DATA_ROUTES,
  listEntry: LIST_ENTRY_ROUTES,
  scope: SCOPE_ROUTES,
  registrar: REGISTRAR_ROUTES,
  docs: DOCS_ROUTES,
  notice: NOTICE_ROUTES,
  postCheck: POST_CHECK_ROUTES,
  defence: DEFENCE_ROUTES,
  measure: MEASURE_ROUTES,
  ruleSet: RULE_SET_ROUTES,
  statistics: STATISTICS_ROUTES,
  public: PUBLIC_ROUTES,
} as const satisfies Record<string, RouteTable>;

export type RouteTableName = keyof typeof ROUTE_TABLES;
