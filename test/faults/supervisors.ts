import * as z from 'zod';
import { verified } from '#test/defence/verified.ts';
import { at, type Caller, type Door } from './door.ts';

const Stop = z.looseObject({
  id: z.string(),
  state: z.string(),
  version: z.number(),
  proposedBy: z.string().optional(),
});
type Stop = z.infer<typeof Stop>;
const Stops = z.object({ stops: z.array(Stop) });
const Inquiry = z.looseObject({ id: z.string(), state: z.string(), version: z.number() });
const PostCheck = z.looseObject({ due: z.unknown().optional() });

/** What heads of registrars do beside deciding cases. */
export function supervisorsOf(call: Door) {
  const as = (subject: string): Caller => ({ subject, audience: 'official', grade: 'SUPERVISOR' });

  const resume = async (stop: Stop, first: string, second: string): Promise<void> => {
    const path = 'POST /v1/stops/{id}/resumption';
    const parameters = { id: stop.id };
    const proposed =
      stop.state === 'RESUMING'
        ? stop
        : Stop.safeParse(
            (await call('StopApi', as(first), path, { parameters, headers: at(stop.version) }))
              .body,
          ).data;
    if (!proposed) return;
    const confirmer = proposed.proposedBy === second ? first : second;
    const headers = at(proposed.version);
    await call('StopApi', as(confirmer), `${path}/confirmation`, { parameters, headers });
  };

  return {
    async stop(subject: string, scope: object): Promise<Stop | undefined> {
      const { status, body } = await call('StopApi', as(subject), 'POST /v1/stops', {
        body: { scope, reason: '核查' },
        headers: { 'idempotency-key': subject },
      });
      return status < 300 ? Stop.parse(body) : undefined;
    },

    /** Two officials resume whatever is stopped; who lost an answer looks again. */
    async resumeAll(first: string, second: string): Promise<void> {
      for (let tries = 0; tries < 4; tries++) {
        const { body } = await call('StopApi', as(first), 'GET /v1/stops');
        const holding = Stops.parse(body).stops.filter(({ state }) => state !== 'ENDED');
        if (holding.length === 0) return;
        for (const it of holding) await resume(it, first, second);
      }
    },

    /** Decides an inquiry; the last act twice at once. */
    async inquire(id: string, how: 'ANNULS' | 'REJECTS', name: string): Promise<void> {
      const read = async () => {
        const reply = await call('InquiryApi', as(`${name}-1`), 'GET /v1/inquiries/{id}', {
          parameters: { id },
        });
        return Inquiry.safeParse(reply.body).data;
      };
      const act = async (who: number, act: string, version: number) =>
        call('InquiryApi', as(`${name}-${who}`), 'POST /v1/inquiries/{id}/acts', {
          parameters: { id },
          headers: at(version),
          body: { act, reason: '理由' },
        });
      const steps =
        how === 'ANNULS'
          ? ([
              ['ACCEPT', 1],
              ['PROPOSE_ANNULMENT', 1],
              ['CONFIRM_ANNULMENT', 2],
            ] as const)
          : ([
              ['ACCEPT', 1],
              ['REJECT', 1],
            ] as const);
      for (const [index, [step, who]] of steps.entries()) {
        const now = await read();
        if (!now) return;
        const last = index === steps.length - 1;
        await Promise.all([act(who, step, now.version), last && act(who, step, now.version)]);
      }
    },

    /** Looks at a business after the event: what is due is found in order, by two at once. */
    async check(uscc: string, name: string): Promise<void> {
      const route = 'GET /v1/post-checks/{uscc}';
      const parameters = { uscc };
      const { status, body } = await call('PostCheckApi', as(name), route, { parameters });
      if (status >= 300 || PostCheck.parse(body).due === undefined) return;
      const result = { parameters, headers: at(1), body: { result: 'IN_ORDER', found: '相符' } };
      const post = 'POST /v1/post-checks/{uscc}/results';
      await Promise.all(
        [1, 2].map((who) => call('PostCheckApi', as(`${name}-${who}`), post, result)),
      );
    },

    /** Whether the file that defends a decision verifies; undefined where there is none. */
    async defence(id: string, name: string): Promise<boolean | undefined> {
      const route = 'GET /v1/applications/{id}/defence-file';
      const { status, text } = await call('DefenceApi', as(name), route, { parameters: { id } });
      return status < 300 ? (await verified(text)).holds : undefined;
    },
  };
}
