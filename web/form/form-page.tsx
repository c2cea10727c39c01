import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, Redirect } from 'wouter';
import { type Application, anApplication } from '../applications/an-application.ts';
import { FailureNote } from '../parts/failure-note.tsx';
import { Loading } from '../parts/loading.tsx';
import { Page } from '../parts/page.tsx';
import { isSignedIn, signedInAs } from '../sign-in/session.ts';
import { SignInPage } from '../sign-in/sign-in-page.tsx';
import { keptDraft, slotOf } from './draft.ts';
import { Form } from './form.tsx';
import './form.css';

/** The online form: of a new application, or of one that its owner still has to send, sign or mend. */
export function FormPage({ id }: { readonly id?: string | undefined }) {
  // who began stays, though the session ends while he types
  const [account] = useState(() => (isSignedIn('applicant') ? signedInAs()?.subject : undefined));
  if (account === undefined) return <SignInPage audience="applicant" />;
  if (id === undefined) return <NewForm account={account} />;
  return <OpenedForm account={account} id={id} key={id} />;
}

interface Account {
  readonly account: string;
}

function NewForm({ account }: Account) {
  const [kept] = useState(() => keptDraft(account, undefined, localStorage));
  if (kept?.id !== undefined) return <Redirect to={`/apply/${kept.id}?step=send`} replace />;
  return <Form account={account} kept={kept} />;
}

/** States in which it is its owner's turn; else it is read at its own page. */
const OPEN: readonly Application['state'][] = ['DRAFT', 'SIGNING', 'RETURNED'];
/** Signers sign at their own devices, which is looked for again and again. */
const LOOK_AGAIN_MS = 3_000;

function OpenedForm({ account, id }: Account & { readonly id: string }) {
  const { t, i18n } = useTranslation();
  const [kept] = useState(() => keptDraft(account, id, localStorage));
  const { data, error, isFetching, refetch } = useQuery({
    ...anApplication(id, i18n.language),
    refetchInterval: ({ state }) => (state.data?.state === 'SIGNING' ? LOOK_AGAIN_MS : false),
  });
  const isOver = data !== undefined && !OPEN.includes(data.state);
  useEffect(() => {
    if (isOver) localStorage.removeItem(slotOf(account, id));
  }, [isOver, account, id]);
  if (isOver) return <Redirect to={`/applications/${id}`} replace />;
  if (data || (error && kept)) return <Form account={account} kept={kept} application={data} />;
  return (
    <Page title={t('form.title')}>
      {error && !isFetching ? (
        <FailureNote error={error} retry={() => void refetch()} />
      ) : (
        <Loading />
      )}
      <p className="apart">
        <Link href="/applications">{t('applications.title')}</Link>
      </p>
    </Page>
  );
}
