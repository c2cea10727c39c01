import { useTranslation } from 'react-i18next';
import { Link, Redirect } from 'wouter';
import type { Output } from '../api/routes.ts';
import { wayBack } from './way-back.ts';

/** A person's act, as it is told at once or read later. */
export type Signed = Pick<
  Output<'POST /v1/signings/{id}/signature'> | Output<'POST /v1/signings/{id}/opening'>,
  'application'
> & { readonly state: 'OPEN' | 'SIGNED' | 'REFUSED' };

/** How far the application is with it, to someone who only signs. */
const PROGRESS = {
  DRAFT: 'signing.drafted',
  SUBMITTED: 'signing.submitted',
  REGISTERED: 'signing.registered',
  RETURNED: 'signing.returned',
  REFERRED: 'signing.referred',
  REFUSED: 'signing.ended',
  WITHDRAWN: 'signing.ended',
  LAPSED: 'signing.ended',
  HANDED_OVER: 'signing.referred',
} as const;

interface OutcomeProps extends Pick<Signed, 'state' | 'application'> {
  /** of the signing */
  readonly id: string;
}

/** What the person has done, and what became of it. */
export function Outcome({ id, state, application }: OutcomeProps) {
  const { t } = useTranslation();
  const back = wayBack(id);
  const { state: reached, missing, uscc } = application;
  if (back && state === 'SIGNED') return <Redirect to={back} replace />;
  return (
    <section aria-labelledby="done">
      <h2 id="done" className={state === 'SIGNED' ? 'state good' : 'state'}>
        {t(state === 'SIGNED' ? 'signing.signedTitle' : 'signing.refusedTitle')}
      </h2>
      <p role="status">
        {state === 'REFUSED' && t('signing.refusedText')}
        {state === 'SIGNED' &&
          (reached === 'SIGNING' ? t('signing.waiting', { count: missing }) : t(PROGRESS[reached]))}
      </p>
      {uscc && (
        <p>
          <Link className="button" href={`/register/${uscc}`}>
            {t('signing.seeBusiness')}
          </Link>
        </p>
      )}
      {back && (
        <p>
          <Link className="button" href={back}>
            {t('signing.wayBack')}
          </Link>
        </p>
      )}
    </section>
  );
}
