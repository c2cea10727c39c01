import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { applicationKey, attemptKey } from '../application/application.store.ts';
import { Application } from '../application/application.ts';
import { Decision, decisionPart } from '../application/decision.ts';
import { readAll } from './batch.store.ts';

/** Where applications stand now: state, code, and the findings of the last decision of the present attempt. */
export const standingsOf =
  (documents: DynamoDBDocumentClient, table: string) =>
  async (
    ids: readonly string[],
  ): Promise<Map<string, { state: string; uscc?: string; findings: Decision['findings'] }>> => {
    const heads = (await readAll(documents, table, [...new Set(ids)].map(applicationKey))).map(
      (item) => Application.parse(item),
    );
    const keys = heads
      .filter(({ state }) => state !== 'SIGNING' && state !== 'DRAFT')
      .flatMap(({ id: applicationId, attempt }) =>
        [1, 2].map((round) => attemptKey({ applicationId, attempt }, decisionPart(round))),
      );
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

/** Where applications stand now, by state alone. */
export const statesOf =
  (documents: DynamoDBDocumentClient, table: string) =>
  async (ids: readonly string[]): Promise<Map<string, string>> =>
    new Map(
      (await readAll(documents, table, ids.map(applicationKey))).map((item) => [
        String(item.id),
        String(item.state),
      ]),
    );
