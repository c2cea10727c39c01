import { describe, expect, it } from 'vitest';
import { ownedApplications } from '#functions/application/owned.store.ts';
import { aDatabase } from '#test/builders/a-database.ts';
import { applicationsIn } from '#test/builders/applications-in.ts';

const database = await aDatabase();
const { sent } = applicationsIn(database);
const owned = ownedApplications(database.documents, database.tables.applications);

/** Ids sort by the millisecond, so each application gets one of its own. */
async function several(owner: string, count: number): Promise<string[]> {
  const ids: string[] = [];
  while (ids.length < count) {
    ids.push((await sent({ owner })).application.id);
    await new Promise((resolve) => setTimeout(resolve, 2));
  }
  return ids;
}

describe('an owner’s applications', () => {
  it('are listed newest first, with what a list shows', async () => {
    const ids = await several('owner-1', 3);
    const { applications, next } = await owned('owner-1', 10);
    expect(applications.map(({ id }) => id)).toEqual(ids.toReversed());
    expect(applications[0]).toMatchObject({ state: 'SUBMITTED', version: 1 });
    expect(next).toBeUndefined();
  });

  it('come page by page, each once', async () => {
    const ids = await several('owner-2', 5);
    const seen: string[] = [];
    let before: string | undefined;
    do {
      const { applications, next } = await owned('owner-2', 2, before);
      expect(applications.length).toBeLessThanOrEqual(2);
      seen.push(...applications.map(({ id }) => id));
      before = next;
    } while (before);
    expect(seen).toEqual(ids.toReversed());
  });

  it('are nobody else’s, even with another’s page mark', async () => {
    const [foreign] = await several('owner-3', 1);
    const ids = await several('owner-4', 1);
    expect((await owned('owner-4', 10)).applications.map(({ id }) => id)).toEqual(ids);
    const { applications } = await owned('owner-3', 10, ids[0]);
    expect(applications.every(({ id }) => id === foreign)).toBe(true);
  });

  it('begin anew with a page mark that is none', async () => {
    const ids = await several('owner-5', 1);
    const { applications } = await owned('owner-5', 10, 'ap_not-an-id');
    expect(applications.map(({ id }) => id)).toEqual(ids);
  });
});
