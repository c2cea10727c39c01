import { describe, expect, it } from 'vitest';
import { type HistoryEvent, NO_HISTORY, nextEvent } from '#functions/application/history.ts';
import type { ApplicationState } from '#functions/application/lifecycle.ts';
import type { Sections } from '#functions/defence/defence-file.ts';
import { toldEvent } from '#functions/defence/told-event.ts';
import type { Json } from '#functions/shared/canonical-json.ts';

const SENT = { form: { type: 'LIMITED_COMPANY' }, documentHash: 'h1' };
const DECISION = { outcome: 'REFUSE', reason: '字号含有国家字样。', by: 'official-1' };
const FACE = {
  name: '广州市南沙区晨岚百货有限公司',
  head: '岑晓岚',
  type: '有限责任公司',
  capitalFen: 100_000_000,
  address: '广州市南沙区望潮街12号305房',
  scope: '日用百货销售',
  registrar: '广州市南沙区市场监督管理局',
  established: '2026-11-24',
  uscc: '91440115MA00000017',
};
const BUSINESS = {
  schemaVersion: 1,
  uscc: FACE.uscc,
  status: 'REGISTERED',
  registrar: '440115',
  serial: 1,
  face: FACE,
  applicationId: 'ap_01JD0000000000000000000000',
  attempt: 1,
};

/** What a file holds of an application with one attempt, decided in both ways. */
const aFile = (change: Partial<Sections> = {}): Sections => ({
  application: { id: BUSINESS.applicationId, events: 2, historyHead: NO_HISTORY },
  attempts: [{ attempt: 1, sent: SENT, beside: {} }],
  decisions: [{ attempt: 1, findings: [], ruleSet: { id: '2026-11', hash: 'r1' } }],
  cases: [
    { attempt: 1, id: 'ca_1', reason: 'REVIEW', decision: { ...DECISION, handedOverTo: 'ap_2' } },
  ],
  answers: {},
  standings: [],
  rules: {},
  history: [],
  notices: [],
  readings: [],
  beside: {},
  register: { business: BUSINESS, licence: { licence: 'a.b.c~' }, beside: {} },
  keys: { ours: [], others: [] },
  ...change,
});

const anEvent = (to: ApplicationState, subject: Json, attempt = 1): Promise<HistoryEvent> =>
  nextEvent(
    {
      seq: 1,
      at: '2026-11-23T04:00:00.000Z',
      attempt,
      to,
      by: 'applicant-1',
      previous: NO_HISTORY,
      salt: 'salt',
    },
    subject,
  );

describe('an event of the history', () => {
  it.each<[ApplicationState, Json]>([
    ['SUBMITTED', SENT],
    ['SUBMITTED', { documentHash: SENT.documentHash }],
    ['RETURNED', { findings: [], ruleSet: { id: '2026-11', hash: 'r1' } }],
    ['REFERRED', { caseId: 'ca_1', reason: 'LOST_TWICE' }],
    ['REFUSED', { caseId: 'ca_1', decision: { ...DECISION, handedOverTo: 'ap_2' } }],
    ['REGISTERED', { business: BUSINESS, licence: 'a.b.c~' }],
    ['WITHDRAWN', { withdrawn: 1 }],
    [
      'HANDED_OVER',
      { from: BUSINESS.applicationId, to: 'ap_2', by: DECISION.by, reason: DECISION.reason },
    ],
  ])('%s is told where the file has its data', async (to, subject) => {
    expect(await toldEvent(await anEvent(to, subject), aFile())).toBe('TOLD');
  });

  it('REGISTERED is told of a business that was checked and annulled since', async () => {
    const registered = { ...BUSINESS, postCheck: { class: 'HIGH', due: '2026-12-24' } };
    const event = await anEvent('REGISTERED', { business: registered, licence: 'a.b.c~' });
    const at = '2027-01-01T00:00:00.000Z';
    const annulment = {
      at,
      proposedBy: 'o1',
      confirmedBy: 'o2',
      reason: '冒用',
      inquiry: 'iq_1',
    };
    const check = {
      schemaVersion: 1,
      uscc: FACE.uscc,
      number: 1,
      ...registered.postCheck,
      finding: { result: 'IN_ORDER', found: '属实' },
      by: 'o1',
      at,
    };
    const now = {
      business: { ...BUSINESS, status: 'ANNULLED', annulment },
      licence: { licence: 'a.b.c~' },
    };
    expect(
      await toldEvent(event, aFile({ register: { ...now, beside: { 'CHECK#0001': check } } })),
    ).toBe('TOLD');
    expect(await toldEvent(event, aFile({ register: { ...now, beside: {} } }))).toBe('OTHER');
  });

  it('may be of a case that was decided elsewhere, where the application was handed over', async () => {
    const event = await anEvent('SUBMITTED', { from: 'ap_0', to: BUSINESS.applicationId });
    const { application } = aFile();
    const handedOver = { ...application, handedOverFrom: 'ap_0' };
    expect(await toldEvent(event, aFile({ application: handedOver }))).toBe('OPEN');
    expect(await toldEvent({ ...event, seq: 2 }, aFile({ application: handedOver }))).toBe('OTHER');
  });

  it('is of another attempt than the data', async () => {
    expect(await toldEvent(await anEvent('SUBMITTED', SENT, 2), aFile())).toBe('OTHER');
  });

  it('cannot be told once its salt is erased', async () => {
    const { salt: _erased, ...event } = await anEvent('SUBMITTED', SENT);
    expect(await toldEvent(event, aFile())).toBe('ERASED');
  });

  it('may be of a draft that was edited before it was sent', async () => {
    const draft = { ...SENT, form: { type: 'INDIVIDUAL_BUSINESS' } };
    expect(await toldEvent(await anEvent('DRAFT', draft), aFile())).toBe('OPEN');
    expect(await toldEvent(await anEvent('SUBMITTED', draft), aFile())).toBe('OTHER');
  });
});
