import * as z from 'zod';
import { MandateId } from '../party/mandate.ts';
import { assertion, PageAsked, unproved } from './asker.ts';
import { MandatesView, MandateView } from './client-view.ts';
import type { RouteTable } from './route.ts';

const audiences = [] as const;

const acting = [...unproved, 'not-in-this-state', 'version-stale', 'contended'] as const;

/** What a client may do with the mandates given in her name, by her identity alone: no account, no token. */
export const CLIENT_ROUTES = {
  readMandateDocument: {
    method: 'GET',
    path: '/v1/mandates/document',
    audiences,
    summary: {
      zh: '查看、终止、选定本人的委托须签署的文书摘要（当日有效）。',
      en: 'What a client signs to see her mandates, or to end or choose one: the digest for today.',
    },
    query: z.object({
      /** LIST needs no mandate */
      act: z.enum(['LIST', 'END', 'CHOICE']).default('LIST'),
      mandate: MandateId.optional(),
    }),
    answers: {
      200: z.strictObject({
        enquiry: z.string(),
        /** the legal date for which it is */
        on: z.iso.date(),
        documentHash: z.string().regex(/^[0-9a-f]{64}$/),
      }),
    },
  },
  listMandates: {
    method: 'POST',
    path: '/v1/mandates',
    audiences,
    summary: {
      zh: '以本人名义给出的全部委托，新的在前；每页以 next 为游标续读。',
      en: 'Every mandate given in my name, newest first; `next` is the cursor of the next page.',
    },
    body: PageAsked,
    answers: { 200: MandatesView },
    problems: unproved,
  },
  endMandate: {
    method: 'POST',
    path: '/v1/mandates/{id}/end',
    audiences,
    summary: {
      zh: '终止委托：未办结的申请即时撤回，名称、托管位置随之释放；已登记的不受影响。',
      en: 'Ends a mandate: an application that is not decided is withdrawn with it and gives back what it held; what is registered stays.',
    },
    body: z.strictObject({ assertion }),
    answers: { 200: MandateView },
    problems: acting,
  },
  chooseMandate: {
    method: 'POST',
    path: '/v1/mandates/{id}/choice',
    audiences,
    summary: {
      zh: '多方为本人办理同一拟设主体的，选定本委托；其他申请即时撤回。',
      en: 'Of several applications for the same business, this one: the others are withdrawn.',
    },
    body: z.strictObject({ assertion }),
    answers: { 200: MandateView },
    problems: acting,
  },
} as const satisfies RouteTable;
