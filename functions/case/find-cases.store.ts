import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { applicationKey } from '../application/application.store.ts';
import { Application } from '../application/application.ts';
import type { Case } from '../application/case.ts';
import { readCards } from '../name/near-names.store.ts';
import { businessesOf } from '../register/register.store.ts';
import { readAll } from '../runtime/read-all.ts';
import type { AttemptTask } from '../shared/ids.ts';
import { casesOrSamples } from './case-or-sample.store.ts';
import type { Sought } from './find-cases.ts';

/** Applications of one 字号 that are looked at, and the last attempts of each. */
const MOST_APPLICATIONS = 50;
const LAST_ATTEMPTS = 2;
/** The same of one application alone. */
const ATTEMPTS_OF_ONE = 25;

/**
 * The cases of these registrars that a text asks for, the newest first: five requests at most, however
 * large the register is. A name finds who holds it or has reserved it; who was refused it is found by its id.
 */
export const findCases = (
  documents: DynamoDBDocumentClient,
  applicationsTable: string,
  registerTable: string,
) => {
  const byCode = async (codes: readonly string[]): Promise<readonly string[]> =>
    (await businessesOf(documents, registerTable)(codes)).map((it) => it.applicationId);

  const byName = async (
    keys: readonly string[],
    registrars: readonly string[],
  ): Promise<readonly string[]> => {
    const wanted = registrars.flatMap((registrar) =>
      keys.map((key) => ({ registrar, key, industry: '*' })),
    );
    const cards = await readCards(documents, registerTable)(wanted);
    const holdings = cards.flatMap((card) => Object.values(card?.holdings ?? {}));
    const holders = (kind: 'LIVE' | 'RESERVED') =>
      holdings.flatMap((it) => (it.kind === kind ? it.holder : []));
    const applications = [
      ...holders('RESERVED'),
      ...(await byCode(holders('LIVE').slice(0, MOST_APPLICATIONS))),
    ];
    return applications.slice(0, MOST_APPLICATIONS);
  };

  const tasksOf = async (ids: readonly string[]): Promise<readonly AttemptTask[]> => {
    const keys = [...new Set(ids)].map(applicationKey);
    const heads = (await readAll(documents, applicationsTable, keys)).map((it) =>
      Application.parse(it),
    );
    const last = heads.length === 1 ? ATTEMPTS_OF_ONE : LAST_ATTEMPTS;
    return heads.flatMap(({ id: applicationId, attempt }) =>
      Array.from({ length: Math.min(last, attempt) }, (_, back) => ({
        applicationId,
        attempt: attempt - back,
      })),
    );
  };

  const sought = async (
    asked: Sought,
    registrars: readonly string[],
  ): Promise<readonly AttemptTask[]> => {
    switch (asked.kind) {
      case 'CASE':
        return [asked.task];
      case 'APPLICATION':
        return tasksOf([asked.id]);
      case 'BUSINESS':
        return tasksOf(await byCode([asked.uscc]));
      case 'NAME':
        return tasksOf(await byName(asked.keys, registrars));
    }
  };

  return async (asked: Sought, registrars: readonly string[]): Promise<readonly Case[]> => {
    const cases = await casesOrSamples(
      documents,
      applicationsTable,
    )(await sought(asked, registrars));
    return cases
      .filter(({ registrar }) => registrars.includes(registrar))
      .toSorted((a, b) => Date.parse(b.openedAt) - Date.parse(a.openedAt));
  };
};
