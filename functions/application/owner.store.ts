import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { readAll } from '../runtime/read-all.ts';
import type { ApplicationId } from '../shared/ids.ts';
import { applicationKey } from './application.store.ts';

/** Whose an application is (the subject of his tokens); undefined where there is none. */
export const ownerOf =
  (documents: DynamoDBDocumentClient, table: string) =>
  async (id: ApplicationId): Promise<string | undefined> => {
    const [head] = await readAll(documents, table, [applicationKey(id)]);
    return head && z.string().parse(head.owner);
  };
