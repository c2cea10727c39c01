import { describe, expect, it } from 'vitest';
import { noticeStore } from '#functions/notice/notice.store.ts';
import { noticesOf } from '#functions/notice/notices-of.ts';
import { serve } from '#functions/notice/serve.ts';
import { renderFinding } from '#functions/review/finding-in-words.ts';
import { aDatabase } from '#test/builders/a-database.ts';
import { aLicenceSigner } from '#test/builders/a-licence-signer.ts';
import { applicationsIn } from '#test/builders/applications-in.ts';
import { clock } from './a-dossier.ts';

const database = await aDatabase();
const { documents, tables } = database;
const { sent, referred, store: applications } = applicationsIn(database);
const store = noticeStore(documents, tables.applications, tables.register);
const signer = await aLicenceSigner();

/** A receipt, signed but not kept. */
async function aReceipt(id: string) {
  const [due] = noticesOf(await store.dossier(id), clock);
  if (!due) throw new Error('nothing is due');
  const ports = {
    kept: async () => undefined,
    keep: async () => 'KEPT' as const,
    render: renderFinding,
    newSalt: () => 'salt',
    now: () => Date.parse('2026-11-24T01:00:00.000Z'),
    signer,
    issuer: 'https://registry.example',
  };
  return { due, notice: await serve(ports, id, due, { to: 'APPLICANT', by: 'applicant-1' }) };
}

describe('a notice', () => {
  it('is kept once: whoever comes second finds the first', async () => {
    const { id } = (await sent()).application;
    const { due, notice } = await aReceipt(id);
    const second = await aReceipt(id);
    expect(second.notice.jws).not.toBe(notice.jws);
    expect(await store.keep(due.name, notice)).toBe('KEPT');
    expect(await store.keep(due.name, second.notice)).toBe('THERE');
    expect(await store.kept(id, due.name)).toEqual(notice);
    expect(await store.served(id)).toEqual([notice]);
  });

  it('stands where no task reads it with the attempt', async () => {
    const { id } = (await sent()).application;
    const { due, notice } = await aReceipt(id);
    await store.keep(due.name, notice);
    expect([...(await applications.read(id, 1)).parts.keys()]).toEqual(['']);
    expect(await applications.history(id)).toHaveLength(1);
  });
});

describe('a dossier', () => {
  it('has every attempt with its parts, and the history', async () => {
    const { id } = (await referred()).application;
    const { application, attempts, history, checks } = await store.dossier(id);
    expect(application.state).toBe('REFERRED');
    expect([...(attempts.get(1)?.parts.keys() ?? [])].sort()).toEqual(['', '#CASE', '#DECISION#1']);
    expect(history.map(({ to }) => to)).toEqual(['SUBMITTED', 'REFERRED']);
    expect(checks).toEqual([]);
  });

  it('is none of an id that nobody has', async () => {
    await expect(store.dossier('ap_01KARZ3QB0ZZZZZZZZZZZZZZZZ')).rejects.toMatchObject({
      name: 'ApplicationNotFound',
    });
  });
});
