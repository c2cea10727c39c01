import type { Case, Sample } from '../application/case.ts';
import type { Business } from '../register/business.ts';
import { type Inquiry, inquiryOfCheck, openedInquiry } from '../register/inquiry.ts';
import type { DueCheck } from '../register/post-check.ts';
import { legalDateOf } from '../shared/days.ts';
import { attemptOfCase } from '../shared/ids.ts';
import { inEffect } from './sample.ts';

/** What follows from a second reading: the case as it is closed, and what is opened beside the business. */
export interface Conclusion {
  readonly closed: Case;
  readonly business?: Business;
  /** due at once, before the one that was due anyway */
  readonly postCheck?: DueCheck;
  readonly inquiry?: Inquiry;
}

/** Numbered before the checks of the business, which count from 1. */
const BEFORE_ALL_CHECKS = 0;

/**
 * What follows from a second reading whose decision stands; undefined where nothing does yet or
 * it followed already. The registration stands: who would have refused it opens the registrar's own
 * inquiry (条例 art. 40), who would have returned it or handed it over a check after the event.
 */
export function concluded(
  read: Case,
  business: Business | undefined,
  at: string,
): Conclusion | undefined {
  const { sample, decision } = read;
  if (!sample || sample.agreed !== undefined || !decision) return undefined;
  if (!inEffect(read, Date.parse(at))) return undefined;
  const closed = (came: Sample): Case => ({
    ...read,
    state: 'CLOSED',
    carriedOutAt: at,
    version: read.version + 1,
    sample: came,
  });
  if (decision.outcome === 'REGISTER') return { closed: closed({ agreed: true }) };
  if (business?.status !== 'REGISTERED') return { closed: closed({ agreed: false }) };
  if (decision.outcome !== 'REFUSE') {
    const postCheck = { class: 'HIGH', due: legalDateOf(at) } as const;
    const isSooner = !business.postCheck || postCheck.due < business.postCheck.due;
    const follows = closed({ agreed: false, led: 'POST_CHECK' });
    return isSooner ? { closed: follows, business, postCheck } : { closed: follows };
  }
  const { uscc, registrar } = business;
  const { applicationId, attempt } = attemptOfCase(read.id);
  const inquiry = openedInquiry(
    {
      id: inquiryOfCheck(applicationId, BEFORE_ALL_CHECKS),
      uscc,
      applicationId,
      attempt,
      registrar,
      statement: decision.reason,
    },
    at,
  );
  return { closed: closed({ agreed: false, led: 'INQUIRY' }), business, inquiry };
}
