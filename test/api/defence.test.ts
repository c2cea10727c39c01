import { beforeEach, describe, expect, it, vi } from 'vitest';
import { DEFENCE_ROUTES } from '#functions/api/defence.routes.ts';
import { defenceUseCases } from '#functions/api/defence.ts';
import { httpHandler } from '#functions/api/http.handler.ts';
import { readLog } from '#functions/application/read-log.store.ts';
import { defenceFileStore } from '#functions/defence/defence-file.store.ts';
import { newSalt } from '#functions/runtime/draws.ts';
import { caseIdOf } from '#functions/shared/ids.ts';
import { aDatabase } from '#test/builders/a-database.ts';
import { aLicenceSigner } from '#test/builders/a-licence-signer.ts';
import { applicationsIn, SENT_AT } from '#test/builders/applications-in.ts';
import { anEvent, read } from './an-event.ts';

const database = await aDatabase();
const { documents, tables } = database;
const { approved, sent, referred, decidedByOfficial } = applicationsIn(database);
const store = defenceFileStore(
  documents,
  tables.applications,
  tables.register,
  tables.batches,
  async () => undefined,
);
const signer = await aLicenceSigner();
const handle = httpHandler(
  DEFENCE_ROUTES,
  defenceUseCases({
    ...store,
    ourKeys: async () => [{ jwk: await signer.publicJwk() }],
    signer,
    noteReading: readLog(documents, tables.applications, newSalt),
    now: () => Date.parse(SENT_AT),
  }),
  'https://api.example/problems',
);

interface Official {
  readonly sub?: string;
  readonly grade?: string;
  readonly registrars?: string;
}
async function ask(
  name: keyof typeof DEFENCE_ROUTES,
  id: string,
  { sub = 'supervisor-1', grade = 'SUPERVISOR', registrars = '[440115]' }: Official = {},
) {
  const claims = { sub, aud: 'official', registrars, grade };
  return read(await handle(anEvent(DEFENCE_ROUTES[name], { claims, parameters: { id } })));
}
const slugOf = ({ body }: { body: { type?: string } }) => body.type?.split('/').at(-1);
const caseOf = (id: string) => caseIdOf({ applicationId: id, attempt: 1 });
const readings = async (id: string) =>
  (await store.items(id)).filter(({ sk }) => sk.startsWith('READ#'));

beforeEach(() => void vi.spyOn(console, 'error').mockImplementation(() => {}));

describe('a defence file', () => {
  it('is not found where there is no such thing, or another registrar’s', async () => {
    const { application } = await decidedByOfficial('REFUSE');
    for (const id of ['x', 'ap_x', 'ca_01JD0000000000000000000000-1', caseOf(application.id)]) {
      expect(slugOf(await ask('readApplicationDefenceFile', id))).toBe('not-found');
    }
    const nobodys = 'ap_01JD0000000000000000000000';
    expect(slugOf(await ask('readApplicationDefenceFile', nobodys))).toBe('not-found');
    expect(slugOf(await ask('readCaseDefenceFile', caseOf(nobodys)))).toBe('not-found');
    const tianhe = { registrars: '[440106]' };
    const own = caseOf(application.id);
    expect(slugOf(await ask('readCaseDefenceFile', own, tianhe))).toBe('not-found');
    expect(slugOf(await ask('readApplicationDefenceFile', application.id, tianhe))).toBe(
      'not-found',
    );
    expect(slugOf(await ask('readCaseDefenceFile', own.replace(/-1$/, '-2')))).toBe('not-found');
    expect(await readings(application.id)).toEqual([]);
  });

  it('is not there before a decision', async () => {
    const { application } = await sent();
    expect(slugOf(await ask('readApplicationDefenceFile', application.id))).toBe(
      'not-in-this-state',
    );
    const open = await referred();
    expect(slugOf(await ask('readCaseDefenceFile', caseOf(open.application.id)))).toBe(
      'not-in-this-state',
    );
    expect(await readings(open.application.id)).toEqual([]);
  });

  it('is the supervisor’s, and the deciding official’s of his case', async () => {
    const { application } = await decidedByOfficial('REFUSE');
    const officer = { sub: 'official-2', grade: 'OFFICER' };
    const id = caseOf(application.id);
    expect(slugOf(await ask('readCaseDefenceFile', id, officer))).toBe('supervisor-only');
    expect(slugOf(await ask('readApplicationDefenceFile', application.id, officer))).toBe(
      'supervisor-only',
    );
    const decider = { ...officer, sub: 'official-1' };
    for (const one of [decider, {}]) {
      const { status, headers } = await ask('readCaseDefenceFile', id, one);
      expect(status).toBe(200);
      expect(headers['content-disposition']).toBe(
        `attachment; filename="defence-file-${application.id}.json"`,
      );
    }
    expect(await readings(application.id)).toMatchObject([
      { by: expect.any(String), what: 'DEFENCE_FILE', registrar: '440115', at: SENT_AT },
      { what: 'DEFENCE_FILE' },
    ]);
  });

  it('is answered to nobody whose reading could not be noted', async () => {
    const { application } = await approved();
    const broken = httpHandler(
      DEFENCE_ROUTES,
      defenceUseCases({
        ...store,
        ourKeys: async () => [],
        signer,
        noteReading: () => Promise.reject(new Error('throttled')),
        now: Date.now,
      }),
      'https://api.example/problems',
    );
    const claims = { sub: 's', aud: 'official', registrars: '[440115]', grade: 'SUPERVISOR' };
    const event = anEvent(DEFENCE_ROUTES.readApplicationDefenceFile, {
      claims,
      parameters: { id: application.id },
    });
    expect(slugOf(read(await broken(event)))).toBe('internal');
  });
});
