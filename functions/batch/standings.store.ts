import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { applicationKey, attemptKey } from '../application/application.store.ts';
import { Application } from '../application/application.ts';
import { Decision, decisionPart } from '../application/decision.ts';
import type { ApplicationState } from '../application/lifecycle.ts';
import { readAll } from '../runtime/read-all.ts';

/** Where applications stand now: state, code, and the findings of the last decision of the present attempt. */
export const standingsOf =
  (documents: DynamoDBDocumentClient, table: string) =>
  async (
    ids: readonly string[],
  ): Promise<
    Map<string, { state: ApplicationState; uscc?: string; findings: Decision['findings'] }>
  > => {
    const heads = (await readAll(documents, table, [...new Set(ids)].map(applicationKey))).map(
      (item) => Application.parse(item),
    );
    const keys = heads
      .filter(({ state }) => state !== 'SIGNING' && state !== 'DRAFT')
      .flatMap(decisionKeys);
    const decisions = Map.groupBy(await readAll(documents, table, keys), ({ pk }) => String(pk));
    return new Map(
      heads.map(({ id, state, uscc }) => {
        const last = (decisions.get(`APP#${id}`) ?? [])
          .map((item) => Decision.parse(item))
          .sort((a, b) => b.round - a.round)[0];
        return [id, { state, ...(uscc && { uscc }), findings: last?.findings ?? [] }];
      }),
    );
  };

/**
 * Where applications stand now, by state alone. What the review refers counts as REFERRED at once,
 * though its case is opened a moment later by another machine.
 */
export const statesOf =
  (documents: DynamoDBDocumentClient, table: string) =>
  async (ids: readonly string[]): Promise<Map<string, ApplicationState>> => {
    const heads = (await readAll(documents, table, ids.map(applicationKey))).map((item) =>
      Application.parse(item),
    );
    const undecided = heads.filter(({ state }) => state === 'SUBMITTED');
    const decisions = await readAll(documents, table, undecided.flatMap(decisionKeys));
    const referred = new Set(
      decisions.filter(({ verdict }) => verdict === 'REFER').map(({ pk }) => pk),
    );
    return new Map(
      heads.map(({ id, state }) => [id, referred.has(applicationKey(id).pk) ? 'REFERRED' : state]),
    );
  };

/** Both rounds of the present attempt. */
const decisionKeys = ({ id: applicationId, attempt }: Application) =>
  [1, 2].map((round) => attemptKey({ applicationId, attempt }, decisionPart(round)));
