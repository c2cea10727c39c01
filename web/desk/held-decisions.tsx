import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'wouter';
import { call } from '../api/call.ts';
import { FailureNote } from '../parts/failure-note.tsx';
import type { CaseView } from './a-case.ts';
import { Countdown } from './countdown.tsx';
import { useNow } from './use-now.ts';

/** A decision of this desk that can still be taken back, and until when by this computer's clock. */
export interface HeldDecision {
  readonly of: CaseView;
  readonly until: number;
}

interface HeldDecisionsProps {
  readonly held: readonly HeldDecision[];
  readonly letGo: (id: string) => void;
}

/** Decisions on other cases than the one that is open, as long as they are held: one may go on and still take them back. */
export function HeldDecisions({ held, letGo }: HeldDecisionsProps) {
  const { t } = useTranslation();
  const now = useNow(1000);
  const [location] = useLocation();
  const running = held.filter(
    ({ of, until }) => until > now && location !== `/desk/cases/${of.id}`,
  );
  if (running.length === 0) return null;
  return (
    <section className="wide held" aria-label={t('deskHeld.title')}>
      <ul>
        {running.map(({ of, until }) => (
          <Held key={of.id} of={of} until={until} letGo={letGo} />
        ))}
      </ul>
    </section>
  );
}

function Held({ of, until, letGo }: HeldDecision & Pick<HeldDecisionsProps, 'letGo'>) {
  const { t } = useTranslation();
  const [, navigate] = useLocation();
  const queries = useQueryClient();
  const { id, version, decision } = of;
  const undoing = useMutation({
    mutationFn: () => call('DELETE /v1/cases/{id}/decision', { parameters: { id }, version }),
    onSuccess: () => {
      letGo(id);
      void queries.invalidateQueries({ queryKey: ['cases'] });
      navigate(`/desk/cases/${id}`);
    },
  });
  return (
    <li>
      <span>
        <Link href={`/desk/cases/${id}`}>{of.form.name ?? t('applications.unnamed')}</Link>
        {decision && ` · ${t(`application.outcome.${decision.outcome}`)}`}
      </span>
      <Countdown until={until} />
      <button type="button" disabled={undoing.isPending} onClick={() => undoing.mutate()}>
        {t('deskHeld.undo')}
      </button>
      {undoing.error && <FailureNote error={undoing.error} />}
    </li>
  );
}
