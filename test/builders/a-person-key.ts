import { personKeyOf } from '#functions/party/person-hash.ts';
import { indexing } from '#functions/party/person-index.ts';

/** The key of persons in tests. */
export const aPersonKey = () => personKeyOf(new Uint8Array(32).fill(7));

export const anIndex = indexing(aPersonKey);
