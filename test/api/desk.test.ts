import { describe, expect, it } from 'vitest';
import type { Case } from '#functions/application/case.ts';
import { decisionPart } from '#functions/application/decision.ts';
import { queueStore } from '#functions/case/queue.store.ts';
import { newId } from '#functions/runtime/draws.ts';
import { attemptOfCase, caseIdOf } from '#functions/shared/ids.ts';
import { aDatabase } from '#test/builders/a-database.ts';
import { aForm } from '#test/builders/a-form.ts';
import { freshName, SENT_AT } from '#test/builders/applications-in.ts';
import { aFinding } from '#test/statistics/decisions-in.ts';
import { aDesk } from './a-desk.ts';

const database = await aDatabase();
const { cases, stored, anOfficial, aCase, referred, store, woken } = aDesk(database);

const RETURN = { rule: 'NM-07', outcome: 'RETURN', reason: '名称含有国家字样，未经批准。' };
const chosen = (...those: readonly { id: string; version: number }[]) =>
  those.map(({ id, version }) => ({ id, version }));
const outcomes = ({ body }: Awaited<ReturnType<ReturnType<typeof anOfficial>>>) =>
  body.results.map(({ outcome }: { outcome: string }) => outcome);

describe('cases decided together', () => {
  it('have a decision each, held and his, and their machines are woken', async () => {
    const own = [await aCase('440103', { taskToken: 'token-1' }), await aCase('440103')];
    const call = anOfficial(['440103']);
    const told = await call('decideCases', { body: { ...RETURN, cases: chosen(...own) } });
    expect(told.body.results).toEqual(own.map(({ id }) => ({ id, outcome: 'DECIDED' })));
    for (const { id } of own)
      expect(await stored(id)).toMatchObject({
        state: 'DECIDED',
        version: 2,
        holder: 'official-1',
        decision: {
          outcome: 'RETURN',
          reason: RETURN.reason,
          by: 'official-1',
          effectiveAt: '2026-11-23T04:01:00.000Z',
        },
      });
    expect(woken).toContain('token-1');
  });

  it('are told one by one where they cannot be, and the others are decided', async () => {
    const held = { holder: 'official-2', leaseUntil: '2026-11-23T04:10:00.000Z' };
    const proposal = {
      outcome: 'REGISTER',
      reason: '理由',
      by: 'official-2',
      at: SENT_AT,
    } as const;
    const mine = await aCase('440104', { ...held, holder: 'official-1' });
    const stale = await aCase('440104');
    const those = [
      mine,
      { ...stale, version: 7 },
      await aCase('440104', held),
      await aCase('440104', { rules: ['AD-10', 'NM-07'] }),
      await aCase('440104', { rules: ['AD-10'] }),
      await aCase('440104', { reason: 'NOT_ME' }),
      await aCase('440104', { lost: true }),
      await aCase('440104', { proposal }),
      await aCase('440105'),
      { id: caseIdOf({ applicationId: newId('ap'), attempt: 1 }), version: 1 },
    ];
    const told = await anOfficial(['440104'])('decideCases', {
      body: { ...RETURN, cases: chosen(...those) },
    });
    expect(outcomes(told)).toEqual([
      'DECIDED',
      'version-stale',
      'case-not-held',
      ...Array.from({ length: 5 }, () => 'not-together'),
      'not-found',
      'not-found',
    ]);
    for (const { id } of those.slice(1, 9)) expect((await stored(id)).state).toBe('OPEN');
  });

  it('of old, without the rules kept, are looked at alone', async () => {
    const { application } = await referred({}, { registrar: '440111' });
    const id = caseIdOf({ applicationId: application.id, attempt: 1 });
    const body = { ...RETURN, cases: [{ id, version: 1 }] };
    expect(outcomes(await anOfficial(['440111'])('decideCases', { body }))).toEqual([
      'not-together',
    ]);
  });

  it('are the same when the call is repeated, and another’s word changes nothing', async () => {
    const own = [await aCase('440112'), await aCase('440112')];
    const body = { ...RETURN, cases: chosen(...own) };
    const call = anOfficial(['440112']);
    const first = await call('decideCases', { body });
    expect(await call('decideCases', { body })).toEqual(first);
    const [once, again] = await Promise.all(
      [await aCase('440112')].flatMap((it) => {
        const said = { body: { ...RETURN, cases: chosen(it) } };
        return [call('decideCases', said), call('decideCases', said)];
      }),
    );
    expect([once, again].map((it) => it && outcomes(it))).toEqual([['DECIDED'], ['DECIDED']]);
    const other = { ...body, reason: '另一理由' };
    expect(outcomes(await call('decideCases', { body: other }))).toEqual([
      'version-stale',
      'version-stale',
    ]);
    for (const { id } of own) expect((await stored(id)).version).toBe(2);
  });

  it('are not registered where a licence cannot be made, or a bar in law stands against it', async () => {
    const { premises: _, ...nowhere } = aForm({ name: freshName() });
    const incomplete = await aCase('440113', {}, nowhere);
    const barred = await aCase('440113');
    const task = { applicationId: barred.applicationId, attempt: 1 };
    const { parts } = await store.read(barred.applicationId, 1);
    const findings = [aFinding('NM-07', 'PROPOSE_REFUSAL')];
    await store.keepPart(task, decisionPart(1), {
      ...Object(parts.get(decisionPart(1))),
      findings,
    });
    const body = { ...RETURN, outcome: 'REGISTER', cases: chosen(incomplete, barred) };
    const told = await anOfficial(['440113'])('decideCases', { body });
    expect(outcomes(told)).toEqual(['not-registrable', 'not-together']);
  });

  it('are never refused together, and never more than fifty', async () => {
    const call = anOfficial(['440114']);
    const it = await aCase('440114');
    const refuse = { ...RETURN, outcome: 'REFUSE', cases: chosen(it) };
    expect((await call('decideCases', { body: refuse })).status).toBe(400);
    const many = { ...RETURN, cases: Array.from({ length: 51 }, () => chosen(it)[0]) };
    expect((await call('decideCases', { body: many })).status).toBe(400);
  });

  it('are decided though the machine’s token came between', async () => {
    const it = await aCase('440183');
    const keepToken = async (next: Case, was: Case) => {
      if (!was.taskToken) await cases.keepToken(attemptOfCase(was.id), 'token-2');
      return cases.write(next, was);
    };
    const call = anOfficial(['440183'], 'official-1', { write: keepToken });
    const told = await call('decideCases', { body: { ...RETURN, cases: chosen(it) } });
    expect(outcomes(told)).toEqual(['DECIDED']);
    expect(woken).toContain('token-2');
  });

  it('keep what was decided where a defect stops one of them, and a repeated call does the rest', async () => {
    const own = [await aCase('440184'), await aCase('440184')];
    const body = { ...RETURN, cases: chosen(...own) };
    const failing = anOfficial(['440184'], 'official-1', {
      write: async (next, was) =>
        next.id === own[0]?.id ? Promise.reject(new TypeError('a defect')) : cases.write(next, was),
    });
    expect((await failing('decideCases', { body })).status).toBe(500);
    expect((await stored(own[1]?.id ?? '')).state).toBe('DECIDED');
    expect(outcomes(await anOfficial(['440184'])('decideCases', { body }))).toEqual([
      'DECIDED',
      'DECIDED',
    ]);
  });
});

describe('the counts of a desk', () => {
  it('are of one of his registrars, and say where there are others', async () => {
    await aCase('440117', { holder: 'official-1', leaseUntil: '2026-11-23T04:10:00.000Z' });
    await aCase('440117');
    const call = anOfficial(['440117']);
    expect((await call('countCases')).body).toEqual({
      waiting: 1,
      held: 1,
      mine: 1,
      dueToday: 0,
      overdue: 0,
      more: false,
    });
    const few = anOfficial(['440117'], 'official-1', {
      queue: (registrar) =>
        queueStore(database.documents, database.tables.applications).queue(registrar, 1),
    });
    expect((await few('countCases')).body).toMatchObject({ more: true });
    expect((await call('countCases', { query: { registrar: '440118' } })).status).toBe(404);
  });
});

describe('the reasons', () => {
  it('are told with the law, in the reader’s language', async () => {
    const call = anOfficial(['440103']);
    const asked = async (language: string) =>
      (
        await call('readReasons', {
          query: { rule: 'OG-05' },
          headers: { 'accept-language': language },
        })
      ).body.reasons[0];
    expect(await asked('zh-CN')).toMatchObject({
      id: 'REF-01',
      outcome: 'REFUSE',
      basis: ['《公司法》第178条', '《市场主体登记管理条例》第12条'],
      text: expect.stringContaining('不予登记'),
    });
    expect((await asked('zh-HK')).text).toContain('不予登記');
    expect((await asked('en')).text).toMatch(/^Whoever/);
    expect((await call('readReasons', { query: { rule: 'x' } })).status).toBe(400);
  });
});
