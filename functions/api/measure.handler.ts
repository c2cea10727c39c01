import * as z from 'zod';
import { readPublished } from '../published/published.store.ts';
import { shadowReports } from '../review/shadow.store.ts';
import { documents } from '../runtime/documents.ts';
import { readEnvironment } from '../runtime/environment.ts';
import { switchedOffStore } from '../statistics/switched-off.store.ts';
import { tallyStore } from '../statistics/tally.store.ts';
import { httpHandler } from './http.handler.ts';
import { MEASURE_ROUTES } from './measure.routes.ts';
import { measureUseCases } from './measure.ts';
import { RULE_SET_ROUTES } from './rule-set.routes.ts';
import { ruleSetUseCases } from './rule-set.ts';

const { APPLICATIONS_TABLE, REGISTER_TABLE, PROBLEM_BASE } = readEnvironment({
  APPLICATIONS_TABLE: z.string(),
  REGISTER_TABLE: z.string(),
  PROBLEM_BASE: z.url(),
});
const published = readPublished(documents, REGISTER_TABLE);

export const handler = httpHandler(
  { ...MEASURE_ROUTES, ...RULE_SET_ROUTES },
  {
    ...measureUseCases({
      tallies: tallyStore(documents, APPLICATIONS_TABLE).tallies,
      offSince: switchedOffStore(documents, APPLICATIONS_TABLE).offSince,
      editions: async () => (await published()).editions,
      now: Date.now,
    }),
    ...ruleSetUseCases({ shadow: shadowReports(documents, APPLICATIONS_TABLE).read }),
  },
  PROBLEM_BASE,
);
