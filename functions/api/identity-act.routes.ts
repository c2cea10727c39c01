import * as z from 'zod';
import { IdentityAct } from '../party/identity-act.ts';
import type { RouteTable } from './route.ts';
import { ProgressView } from './signing-view.ts';

const { person, kind, document, documentHash, at } = IdentityAct.shape;

/** What an official does for a person whom the face check does not know (实施细则 art. 16). */
export const IDENTITY_ACT_ROUTES = {
  recordIdentityAct: {
    method: 'POST',
    path: '/v1/applications/{id}/identity-acts',
    audiences: ['official'],
    summary: {
      zh: '记录现场核验或公证核验：该人员已在纸质材料上签署。',
      en: 'Records that a person was verified in person or by a notary, and signed on paper.',
    },
    body: z.strictObject({
      person,
      kind,
      /** reference of the paper in the file; never a personal name or number */
      document: document.min(1).max(200),
      /** the document that was before the person */
      documentHash: documentHash.length(64),
    }),
    answers: {
      201: z.strictObject({ person, kind, document, documentHash, at, application: ProgressView }),
    },
    problems: [
      'not-in-this-state',
      'already-signed',
      'signature-of-another-document',
      'signature-of-another-person',
      'contended',
    ],
  },
} as const satisfies RouteTable;
