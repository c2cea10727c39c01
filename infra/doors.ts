import type { RouteTable } from '../functions/api/route.ts';
import { ROUTE_TABLES as tables } from '../functions/api/route-tables.ts';
import type { FunctionName } from '../functions/catalogue.ts';

/** Which function answers which routes. */
export const DOORS: readonly { readonly name: FunctionName; readonly routes: RouteTable }[] = [
  { name: 'ApplicantApi', routes: tables.applicant },
  { name: 'OwnerActApi', routes: tables.ownerAct },
  { name: 'PreCheckApi', routes: tables.preCheck },
  { name: 'AgentApi', routes: tables.agent },
  { name: 'SigningApi', routes: { ...tables.signing, ...tables.identityAct } },
  { name: 'HostApi', routes: tables.host },
  { name: 'OfficialApi', routes: { ...tables.official, ...tables.desk } },
  { name: 'ClientApi', routes: tables.client },
  { name: 'AgentRecordApi', routes: tables.agentRecord },
  { name: 'PersonApi', routes: tables.person },
  { name: 'InquiryApi', routes: tables.inquiry },
  { name: 'StopApi', routes: tables.stop },
  { name: 'DataApi', routes: { ...tables.data, ...tables.listEntry } },
  { name: 'ScopeApi', routes: { ...tables.scope, ...tables.registrar } },
  { name: 'DocsApi', routes: tables.docs },
  { name: 'NoticeApi', routes: tables.notice },
  { name: 'PostCheckApi', routes: tables.postCheck },
  { name: 'DefenceApi', routes: tables.defence },
  { name: 'MeasureApi', routes: { ...tables.measure, ...tables.ruleSet } },
  { name: 'PublicApi', routes: { ...tables.public, ...tables.statistics } },
];
