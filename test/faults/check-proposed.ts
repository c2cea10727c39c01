import type { Case } from '#functions/application/case.ts';
import type { Decision } from '#functions/application/decision.ts';
import type { SaidOfCase } from './clients.ts';
import type { Must } from './left-items.ts';

/** Two register against a bar in law, the second what he has read; and what one was told of a proposal stands. */
export function checkProposed(
  say: Must,
  { decision, proposal, reason, state }: Case,
  last: Decision | undefined,
  said: SaidOfCase | undefined,
): void {
  const barred = last?.findings.some(({ consequence }) => consequence === 'PROPOSE_REFUSAL');
  const overrides = barred !== false && decision?.outcome === 'REGISTER';
  const { by, confirmedBy } = decision ?? {};
  say(
    !overrides || confirmedBy !== undefined,
    `was registered against a bar, or unreviewed, by ${by} alone`,
  );
  say(confirmedBy === undefined || overrides, `was confirmed by ${confirmedBy} without a bar`);
  say(confirmedBy === undefined || confirmedBy !== by, `was confirmed by ${by} who proposed it`);
  say(state === 'OPEN' || proposal === undefined, 'has a decision and a proposal');
  if (!said) return;
  const { asked, takenBack, standing } = said;
  say(
    confirmedBy === undefined || asked.has(`${decision?.reason} by ${confirmedBy}`),
    `was confirmed by ${confirmedBy}, who never read ${decision?.reason}`,
  );
  for (const it of [decision, proposal])
    say(!it || !takenBack.has(it.reason), `goes by ${it?.reason}, which was taken back`);
  // a denial makes the official propose anew, and what its people end needs no proposal
  say(
    standing === undefined ||
      proposal?.reason === standing ||
      reason === 'NOT_ME' ||
      (state === 'CLOSED' && decision === undefined),
    `was proposed with ${standing}, and is with ${proposal?.reason}`,
  );
}
