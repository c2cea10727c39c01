import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { applicationKey, attemptKey } from '../application/application.store.ts';
import { Application } from '../application/application.ts';
import { Decision, decisionPart } from '../application/decision.ts';
import type { ApplicationState } from '../application/lifecycle.ts';
import { readAll } from '../runtime/read-all.ts';

/** Heads as they are now, by the id asked for: of what was handed over, as often as it was, what it became. */
async function headsOf(
  documents: DynamoDBDocumentClient,
  table: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Application>> {
  const found = new Map<string, Application>();
  /** id to read → id asked for */
  let next = new Map([...new Set(ids)].map((id) => [id, id]));
  while (next.size > 0) {
    const items = await readAll(documents, table, [...next.keys()].map(applicationKey));
    const onwards = new Map<string, string>();
    for (const head of items.map((item) => Application.parse(item))) {
      const asked = next.get(head.id) ?? head.id;
      found.set(asked, head);
      if (head.handedOverTo) onwards.set(head.handedOverTo, asked);
    }
    next = onwards;
  }
  return found;
}

/** Where applications stand now: state, code, and the findings of the last decision of the present attempt. */
export const standingsOf =
  (documents: DynamoDBDocumentClient, table: string) =>
  async (
    ids: readonly string[],
  ): Promise<
    Map<string, { state: ApplicationState; uscc?: string; findings: Decision['findings'] }>
  > => {
    const heads = await headsOf(documents, table, ids);
    const keys = eachOnce(heads)
      .filter(({ state }) => state !== 'SIGNING' && state !== 'DRAFT')
      .flatMap(decisionKeys);
    const decisions = Map.groupBy(await readAll(documents, table, keys), ({ pk }) => String(pk));
    return new Map(
      [...heads].map(([asked, { id, state, uscc }]) => {
        const last = (decisions.get(`APP#${id}`) ?? [])
          .map((item) => Decision.parse(item))
          .sort((a, b) => b.round - a.round)[0];
        return [asked, { state, ...(uscc && { uscc }), findings: last?.findings ?? [] }];
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
    const heads = await headsOf(documents, table, ids);
    const undecided = eachOnce(heads).filter(({ state }) => state === 'SUBMITTED');
    const decisions = await readAll(documents, table, undecided.flatMap(decisionKeys));
    const referred = new Set(
      decisions.filter(({ verdict }) => verdict === 'REFER').map(({ pk }) => pk),
    );
    return new Map(
      [...heads].map(([asked, { id, state }]) => [
        asked,
        referred.has(applicationKey(id).pk) ? 'REFERRED' : state,
      ]),
    );
  };

/** Two that were asked for may be one by now. */
const eachOnce = (heads: ReadonlyMap<string, Application>): Application[] => [
  ...new Map([...heads.values()].map((head) => [head.id, head])).values(),
];

/** Both rounds of the present attempt. */
const decisionKeys = ({ id: applicationId, attempt }: Application) =>
  [1, 2].map((round) => attemptKey({ applicationId, attempt }, decisionPart(round)));
