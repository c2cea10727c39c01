import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { BundleOn } from '../scope/bundle.ts';
import type { Clock } from '../shared/calendar.ts';
import { bundlesOf } from './bundles-in-force.ts';
import { publishedData } from './published.store.ts';

/** How bundles are found, by what this process knows to be published. */
export function publishedBundles(
  documents: DynamoDBDocumentClient,
  table: string,
  now: Clock,
): () => Promise<BundleOn> {
  const editions = publishedData(documents, table, now);
  return async () => bundlesOf(await editions());
}
