import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { FailureNote } from '../parts/failure-note.tsx';
import { FormData } from '../parts/form-data.tsx';
import { Loading } from '../parts/loading.tsx';
import { Page } from '../parts/page.tsx';
import { isSignedIn } from '../sign-in/session.ts';
import { lastAudience } from '../sign-in/sign-in.ts';
import { SignInPage } from '../sign-in/sign-in-page.tsx';
import { type Application, anApplication } from './an-application.ts';
import { Disclosures } from './disclosures.tsx';
import { Findings } from './findings.tsx';
import { Licence } from './licence.tsx';
import { NextSteps } from './next-steps.tsx';
import { Notices } from './notices.tsx';
import { Whereabouts } from './whereabouts.tsx';

/** One application as its owner, or the agent who sent it, follows it: where it is first, then what there is to do, read and keep. */
export function ApplicationPage({ id }: { readonly id: string }) {
  const { t, i18n } = useTranslation();
  const isAgents = lastAudience() === 'agent';
  const audience = isAgents ? 'agent' : 'applicant';
  const { data, error, isFetching, refetch } = useQuery({
    ...anApplication(id, i18n.language),
    enabled: isSignedIn(audience),
  });
  if (!data && !isSignedIn(audience)) return <SignInPage audience={audience} />;
  return (
    <Page title={data ? (data.form.name ?? t('applications.unnamed')) : t('application.title')}>
      {!data && isFetching && <Loading />}
      {error && !isFetching && <FailureNote error={error} retry={() => void refetch()} />}
      {data && <Sections of={data} />}
      <p className="apart">
        {isAgents ? (
          <Link href="/agents">{t('frame.agents')}</Link>
        ) : (
          <Link href="/applications">{t('applications.title')}</Link>
        )}
      </p>
    </Page>
  );
}

/** States whose findings still say something: the review has been, and they are not all remarks of a draft. */
const REVIEWED: readonly Application['state'][] = ['RETURNED', 'REFERRED', 'REFUSED', 'REGISTERED'];

function Sections({ of }: { readonly of: Application }) {
  const { t } = useTranslation();
  const { id, state, findings, form, licence, tasks } = of;
  return (
    <>
      <Whereabouts of={of} />
      {licence && <Licence of={licence} />}
      {tasks && <NextSteps tasks={tasks} uscc={licence?.uscc} type={form.type} />}
      {(REVIEWED.includes(state) || findings.length > 0) && (
        <Findings findings={findings} form={form} />
      )}
      <Notices id={id} state={state} />
      <section aria-labelledby="form">
        <h2 id="form">{t('application.formTitle')}</h2>
        <details className="paper">
          <summary>{t('application.formTitle')}</summary>
          <FormData data={form} />
        </details>
        <p className="hint">
          {t('notMe.named')} <Link href="/not-me">{t('notMe.link')}</Link>
        </p>
      </section>
      <Disclosures id={id} />
    </>
  );
}
