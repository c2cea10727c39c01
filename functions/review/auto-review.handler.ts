import * as z from 'zod';
import { applicationStore } from '../application/application.store.ts';
import { holdPorts } from '../application/holdings.store.ts';
import { nearNames } from '../name/near-names.store.ts';
import { keptStandings } from '../party/agent-standing.store.ts';
import { agentSystem } from '../party/agent-system.client.ts';
import { IdentityProvider, identitiesOf } from '../party/identity-provider.ts';
import { AgentSystem } from '../party/standing-answer.ts';
import { leaveTraces } from '../party/subject.store.ts';
import { publishedData } from '../published/published.store.ts';
import { documents } from '../runtime/documents.ts';
import { newSalt } from '../runtime/draws.ts';
import { json, readEnvironment } from '../runtime/environment.ts';
import { taskHandler } from '../runtime/task-handler.ts';
import { AutoReviewResult, AutoReviewTask, autoReview } from './auto-review.ts';
import { readHeldAndKnown } from './held-and-known.store.ts';
import { keepDecision } from './review.store.ts';
import { keepReviewBasis } from './review-basis.store.ts';
import { AGENT_SYSTEM_NAME } from './review-basis-keys.ts';

const { APPLICATIONS_TABLE, BATCHES_TABLE, REGISTER_TABLE, AGENT_SYSTEM, IDENTITY_PROVIDER } =
  readEnvironment({
    APPLICATIONS_TABLE: z.string(),
    BATCHES_TABLE: z.string(),
    AGENT_SYSTEM: json(AgentSystem),
    REGISTER_TABLE: z.string(),
    IDENTITY_PROVIDER: json(IdentityProvider),
  });
const applications = applicationStore(documents, APPLICATIONS_TABLE, newSalt);
const keepBasis = keepReviewBasis(
  documents,
  APPLICATIONS_TABLE,
  [
    { name: IDENTITY_PROVIDER.issuer, jwks: IDENTITY_PROVIDER.jwks },
    { name: AGENT_SYSTEM_NAME, jwks: AGENT_SYSTEM.jwks },
  ],
  Date.now,
);

export const handler = taskHandler(
  AutoReviewTask,
  AutoReviewResult,
  autoReview({
    record: async ({ applicationId, attempt }) => {
      const [record] = await Promise.all([applications.read(applicationId, attempt), keepBasis()]);
      return record;
    },
    held: readHeldAndKnown(documents, REGISTER_TABLE),
    nearNames: nearNames(documents, REGISTER_TABLE),
    published: publishedData(documents, REGISTER_TABLE, Date.now),
    ...holdPorts(documents, REGISTER_TABLE, APPLICATIONS_TABLE),
    standing: keptStandings(
      documents,
      BATCHES_TABLE,
      agentSystem(AGENT_SYSTEM, Date.now),
      Date.now,
    ),
    identities: identitiesOf(IDENTITY_PROVIDER),
    leave: leaveTraces(documents, REGISTER_TABLE),
    keep: keepDecision(documents, APPLICATIONS_TABLE, applications),
    now: Date.now,
  }),
);
