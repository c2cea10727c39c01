import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { callPage } from '../api/call.ts';
import { FailureNote } from '../parts/failure-note.tsx';
import { Loading } from '../parts/loading.tsx';
import { inWords } from '../parts/moment.ts';
import { Page } from '../parts/page.tsx';
import { isSignedIn } from '../sign-in/session.ts';
import { signOut } from '../sign-in/sign-in.ts';
import { SignInPage } from '../sign-in/sign-in-page.tsx';
import { anApplication } from './an-application.ts';

/** So many are read one by one for their names, which the list does not have. */
const AT_ONCE = 10;

export function ApplicationsPage() {
  const { t } = useTranslation();
  const list = useInfiniteQuery({
    queryKey: ['applications'],
    queryFn: ({ pageParam: cursor }) =>
      callPage('GET /v1/applications', { query: { limit: AT_ONCE, ...(cursor && { cursor }) } }),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
    enabled: isSignedIn('applicant'),
  });
  const { data, error, isFetching, hasNextPage, fetchNextPage, refetch } = list;
  if (!data && !isSignedIn('applicant')) return <SignInPage audience="applicant" />;
  const applications = data?.pages.flatMap(({ page }) => page.applications) ?? [];
  return (
    <Page title={t('applications.title')}>
      {data && applications.length === 0 && <p>{t('applications.empty')}</p>}
      <ul className="found">
        {applications.map((application) => (
          <Row key={application.id} of={application} />
        ))}
      </ul>
      {isFetching && <Loading />}
      {error && !isFetching && <FailureNote error={error} retry={() => void refetch()} />}
      {hasNextPage && !isFetching && !error && (
        <button type="button" onClick={() => void fetchNextPage()}>
          {t('applications.more')}
        </button>
      )}
      <p className="apart">
        <button type="button" onClick={signOut}>
          {t('frame.signOut')}
        </button>
      </p>
    </Page>
  );
}

interface RowProps {
  readonly of: {
    readonly id: string;
    readonly state: keyof typeof TONES;
    readonly updatedAt: string;
  };
}

/** How an application's state looks: whether all is well, or its owner must do something. */
export const TONES = {
  DRAFT: 'state',
  SIGNING: 'state',
  SUBMITTED: 'state',
  REGISTERED: 'state good',
  RETURNED: 'state bad',
  REFERRED: 'state',
  REFUSED: 'state bad',
  WITHDRAWN: 'state',
  LAPSED: 'state bad',
  HANDED_OVER: 'state',
} as const;

function Row({ of: { id, state, updatedAt } }: RowProps) {
  const { t, i18n } = useTranslation();
  const { data } = useQuery(anApplication(id, i18n.language));
  return (
    <li>
      <Link href={`/applications/${id}`}>
        <strong>{data ? (data.form.name ?? t('applications.unnamed')) : '…'}</strong>
        <span className={TONES[state]}>{t(`state.${state}`)}</span>
        <span>{t('applications.updated', { at: inWords(updatedAt, i18n.language) })}</span>
      </Link>
    </li>
  );
}
