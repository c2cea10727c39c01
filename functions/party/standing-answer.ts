import { createLocalJWKSet, type JSONWebKeySet, jwtVerify } from 'jose';
import * as z from 'zod';
import { AgentStanding } from '../application/agent-standing.ts';

/** The national system in which registration agents are disclosed (全国经营主体登记代理系统), as configured: its keys are never fetched. */
export const AgentSystem = z.object({
  /** an agent's standing is read at `{url}/agents/{agent}/standing` */
  url: z.url(),
  jwks: z.object({ keys: z.array(z.looseObject({ kty: z.string(), kid: z.string() })).min(1) }),
});
export type AgentSystem = z.infer<typeof AgentSystem>;

const Claims = AgentStanding.omit({ at: true, standing: true }).extend({
  standing: AgentStanding.shape.standing.exclude(['SILENT']),
  iat: z.int(),
});

/** How old an answer may be, and how far the other clock may run ahead of ours, in seconds. */
const FRESH = 300;
const CLOCK_TOLERANCE = 60;

/**
 * What a signed answer (JWT, type `agent-standing+jwt`, ES256; RFC 8725) says of the agent that was
 * asked about; undefined where it is not genuine, not fresh, or of another agent.
 *
 * @param now milliseconds since the epoch
 */
export async function readStanding(
  answer: string,
  agent: string,
  jwks: JSONWebKeySet,
  now: number,
): Promise<AgentStanding | undefined> {
  try {
    const { payload } = await jwtVerify(answer, createLocalJWKSet(jwks), {
      typ: 'agent-standing+jwt',
      algorithms: ['ES256'],
      requiredClaims: ['iat'],
      maxTokenAge: FRESH,
      clockTolerance: CLOCK_TOLERANCE,
      currentDate: new Date(now),
    });
    const { iat, ...said } = Claims.parse(payload);
    if (said.agent !== agent) return undefined;
    return { ...said, at: new Date(iat * 1000).toISOString() };
  } catch {
    return undefined;
  }
}
