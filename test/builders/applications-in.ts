import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { applicationStore } from '#functions/application/application.store.ts';
import type { ApplicationRecord } from '#functions/application/application.ts';
import type { Case, CaseDecision } from '#functions/application/case.ts';
import { type Decision, decisionPart } from '#functions/application/decision.ts';
import type { ApplicationForm, Signatures } from '#functions/application/form.ts';
import { hold, wanted } from '#functions/application/holds.ts';
import type { ApplicationState } from '#functions/application/lifecycle.ts';
import { caseStore, openingOf } from '#functions/case/case.store.ts';
import type { Host } from '#functions/cluster/host.ts';
import { hostKey, placeStore } from '#functions/cluster/place.store.ts';
import { sentAttempt } from '#functions/intake/submit.ts';
import { nameStore } from '#functions/name/name.store.ts';
import { newId, newSalt } from '#functions/runtime/draws.ts';
import { caseIdOf } from '#functions/shared/ids.ts';
import type { Database } from './a-database.ts';
import { aForm } from './a-form.ts';
import { aHost } from './review-facts.ts';

/** Noon of a working Monday in Guangzhou: when the builders' applications were sent. */
export const SENT_AT = '2026-11-23T04:00:00.000Z';

let names = 0;
/** Characters that all sound different, by their place in a 字号: no two names are near each other. */
const CHARACTERS = [
  '晨岚珩瑾曦波春达德恩芳歌光海',
  '欢佳康乐林满美宁鹏琪仁瑞森尚',
  '泰天望文祥信雅扬元泽章真舟卓',
];
/** A 字号 that no other application of this file has, nor one near it; 2,744 of them. */
export function freshWord(): string {
  const at = names++;
  return CHARACTERS.map((its, place) => its.charAt(Math.floor(at / 14 ** place) % 14)).join('');
}
/** A lawful trade name with a 字号 of its own. */
export const freshName = (): string => `广州市南沙区${freshWord()}百货有限公司`;

let hosts = 0;
/** A host that no other test of this file uses, put into the register. */
export async function freshHost({ documents, tables }: Database, change: Partial<Host> = {}) {
  const host = aHost({ id: `H-${String(++hosts).padStart(4, '0')}`, ...change });
  const Item = { ...hostKey(host.id), ...host };
  await documents.send(new PutCommand({ TableName: tables.register, Item }));
  return host;
}

interface Sent {
  readonly form?: ApplicationForm;
  readonly signatures?: Signatures;
  /** the states it passes while it is taken in */
  readonly to?: readonly ApplicationState[];
  readonly row?: NonNullable<ApplicationRecord['application']['row']>;
  readonly owner?: string;
  readonly at?: string;
  /** keyed hash of client and intended business */
  readonly intent?: string;
}

/** Applications in the database as the procedure leaves them, each with an id and a name of its own. */
export function applicationsIn(database: Database) {
  const { documents, tables } = database;
  const store = applicationStore(documents, tables.applications, newSalt);
  const cases = caseStore(documents, tables.applications);
  const open = openingOf(documents, tables.applications, store);

  const sent = async ({
    form = aForm({ name: freshName() }),
    signatures = [],
    to = ['SUBMITTED'],
    owner = 'applicant-1',
    at = SENT_AT,
    row,
    intent,
  }: Sent = {}): Promise<ApplicationRecord> => {
    const id = newId('ap');
    const submitted = to.at(-1) === 'SUBMITTED' ? { submittedAt: at } : {};
    const head = {
      id,
      attempt: 1,
      owner,
      createdAt: at,
      updatedAt: at,
      ...submitted,
      ...(row && { row }),
      ...(form.registrar !== undefined && { registrar: form.registrar }),
    };
    const attempt = {
      ...(await sentAttempt(1, form, signatures)),
      ...submitted,
      ...(intent && { intent }),
    };
    const writes = await store.born(head, attempt, { to, at, by: owner, subject: {} });
    for (const [, { Put }] of writes) {
      if (Put) await documents.send(new PutCommand({ TableName: Put.TableName, Item: Put.Item }));
    }
    return store.read(id, 1);
  };

  const decided = async (
    { application }: ApplicationRecord,
    verdict: Decision['verdict'],
    round = 1,
  ): Promise<ApplicationRecord> => {
    const task = { applicationId: application.id, attempt: application.attempt };
    const decision: Decision = {
      schemaVersion: 1,
      round,
      decidedAt: SENT_AT,
      verdict,
      findings: [],
      rules: [],
      ruleSet: { id: 'test', hash: '' },
      facts: {},
    };
    await store.keepPart(task, decisionPart(round), decision);
    return store.read(application.id, application.attempt);
  };

  const referred = async (
    of: Sent = {},
    change: Partial<Case> = {},
  ): Promise<ApplicationRecord> => {
    const record = await decided(await sent(of), 'REFER');
    const { id } = record.application;
    await open(record, {
      schemaVersion: 1,
      id: caseIdOf({ applicationId: id, attempt: 1 }),
      state: 'OPEN',
      version: 1,
      registrar: '440115',
      reason: 'REVIEW',
      openedAt: SENT_AT,
      openedBy: 'execution-1',
      due: '2026-11-26T16:00:00.000Z',
      escalations: 0,
      ...change,
    });
    return store.read(id, 1);
  };

  return {
    store,
    /** sent, and held by nobody yet; SUBMITTED unless `to` says otherwise */
    sent,
    /** the automatic decision of a round kept with it */
    decided,
    /** approved by the automatic review */
    approved: async (of: Sent = {}) => decided(await sent(of), 'APPROVE'),
    /** before an official, its case open unless `change` says otherwise */
    referred,
    /** referred, and decided by an official; in effect at once unless `effectiveAt` says otherwise */
    decidedByOfficial: async (
      outcome: CaseDecision['outcome'],
      of: Sent = {},
      effectiveAt = SENT_AT,
      taskToken?: string,
    ): Promise<ApplicationRecord> => {
      const { application } = await referred(of, taskToken ? { taskToken } : {});
      const task = { applicationId: application.id, attempt: 1 };
      const read = await cases.read(task);
      const decision = { outcome, reason: '核对无误', by: 'official-1', at: SENT_AT, effectiveAt };
      await cases.write({ ...read, state: 'DECIDED', version: 2, decision }, read);
      return store.read(application.id, 1);
    },
    /** what intake does beside, while it is submitted: name and place reserved as far as they can be had */
    hold: ({ application, sent }: ApplicationRecord) => {
      const names = nameStore(documents, tables.register);
      const { host, hold: holdPlace } = placeStore(documents, tables.register);
      const ports = {
        claimIntent: async () => undefined,
        reserveName: names.reserve,
        host,
        holdPlace,
      };
      return hold(ports, application.id, wanted(sent, SENT_AT), SENT_AT);
    },
  };
}
