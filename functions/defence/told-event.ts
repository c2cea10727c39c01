import * as z from 'zod';
import { Case } from '../application/case.ts';
import type { HistoryEvent } from '../application/history.ts';
import { Business } from '../register/business.ts';
import { PostCheck } from '../register/post-check.ts';
import type { Json } from '../shared/canonical-json.ts';
import { digestOf } from '../shared/digest.ts';
import { plain, type Sections } from './defence-file.ts';

/**
 * TOLD: the data in the file are what the event was about. ERASED: its salt is gone, so nobody can
 * tell any more. OPEN: its data are not in the file, such as a draft that was edited before it was
 * sent. OTHER: the file has data of this event, and they are others.
 */
export type Told = 'TOLD' | 'ERASED' | 'OPEN' | 'OTHER';

const Sent = z.looseObject({ form: z.unknown(), documentHash: z.string() });
const Decided = z.looseObject({
  attempt: z.int(),
  findings: z.unknown(),
  ruleSet: z.unknown(),
});
const Decision = z.looseObject({
  handedOverTo: z.unknown().optional(),
  by: z.unknown(),
  reason: z.unknown(),
});
type Decision = z.infer<typeof Decision>;
const Filed = z.looseObject({ attempt: z.int(), id: z.string(), decision: Decision.optional() });

/** States whose data the file always holds. */
const ALWAYS_THERE: readonly string[] = ['SUBMITTED', 'RETURNED', 'REGISTERED', 'REFUSED'];

/** Whether an event's salted digest is that of the data in the file. */
export async function toldEvent(event: HistoryEvent, sections: Sections): Promise<Told> {
  const { salt } = event;
  if (salt === undefined) return 'ERASED';
  for (const subject of subjectsOf(event, sections)) {
    if ((await digestOf([salt, subject])) === event.subject) return 'TOLD';
  }
  // of an application handed over to us, the first event is about the case that was decided elsewhere
  const elsewhere = event.seq === 1 && sections.application.handedOverFrom !== undefined;
  return ALWAYS_THERE.includes(event.to) && !elsewhere ? 'OTHER' : 'OPEN';
}

/** What the event may have been about, in the forms in which the system tells its history. */
function subjectsOf({ attempt }: HistoryEvent, sections: Sections): Json[] {
  const { application, attempts, decisions, cases, register } = sections;
  const sent = attempts.filter((it) => it.attempt === attempt).map((it) => Sent.parse(it.sent));
  const reviewed = decisions.map((it) => Decided.parse(it)).filter((it) => it.attempt === attempt);
  const filed = cases.map((it) => Filed.parse(it)).filter((it) => it.attempt === attempt);
  return [
    ...sent.flatMap(({ form, documentHash }) => [{ form, documentHash }, { documentHash }]),
    ...reviewed.map(({ findings, ruleSet }) => ({ findings, ruleSet })),
    ...filed.flatMap(({ id, decision }) => [
      ...(decision === undefined
        ? []
        : [{ caseId: id, decision }, handOver(application, decision)]),
      ...Case.shape.reason.options.map((reason) => ({ caseId: id, reason })),
    ]),
    { withdrawn: attempt },
    { withdrawn: attempt, because: application.withdrawnBecause },
    ...registered(register),
  ].map(plain);
}

/** 移送: what both applications tell of it. */
const handOver = ({ id }: Sections['application'], { handedOverTo, by, reason }: Decision) => ({
  from: id,
  to: handedOverTo,
  by,
  reason,
});

/** The business as it was when it was registered: what came later, checks and an annulment, is left out again. */
function registered({ business, licence, beside }: Sections['register']): object[] {
  const { data } = Business.safeParse(business);
  if (!data) return [];
  const { annulment: _later, postCheck, ...then } = data;
  const first = Object.values(beside)
    .map((item) => PostCheck.safeParse(item).data)
    .find((check) => check?.number === 1);
  const due = first ? { class: first.class, due: first.due } : postCheck;
  return [undefined, due].map((it) => ({
    business: { ...then, status: 'REGISTERED', postCheck: it },
    licence: licence?.licence,
  }));
}
