import { useQuery } from '@tanstack/react-query';
import { type SubmitEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'wouter';
import { parseUscc } from '#functions/shared/unified-social-credit-code.ts';
import { call } from '../api/call.ts';
import { FailureNote } from '../parts/failure-note.tsx';
import { Field } from '../parts/field.tsx';
import { Loading } from '../parts/loading.tsx';
import { dayInWords } from '../parts/moment.ts';
import { Page } from '../parts/page.tsx';
import { Wrong } from '../parts/wrong.tsx';

/** The register by name; a code goes straight to its business. */
export function SearchPage() {
  const { t } = useTranslation();
  const [, navigate] = useLocation();
  const [typed, setTyped] = useState('');
  const [sought, setSought] = useState('');
  const [isEmpty, setEmpty] = useState(false);

  const search = (event: SubmitEvent) => {
    event.preventDefault();
    const text = typed.trim();
    setEmpty(text === '');
    const code = parseUscc(text);
    if (code.ok) navigate(`/register/${code.code}`);
    else setSought(text);
  };

  return (
    <Page title={t('search.title')}>
      <search>
        <form onSubmit={search} noValidate>
          <Field
            label={t('search.label')}
            hint={t('search.hint')}
            isWrong={isEmpty}
            said={isEmpty && <Wrong>{t('search.empty')}</Wrong>}
          >
            {(input) => (
              <div className="line">
                <input
                  {...input}
                  type="search"
                  maxLength={200}
                  autoComplete="off"
                  value={typed}
                  onChange={({ target }) => setTyped(target.value)}
                />
                <button type="submit" className="main">
                  {t('search.submit')}
                </button>
              </div>
            )}
          </Field>
        </form>
      </search>
      {sought !== '' && <Found name={sought} />}
    </Page>
  );
}

function Found({ name }: { readonly name: string }) {
  const { t, i18n } = useTranslation();
  const { data, error, isFetching, refetch } = useQuery({
    queryKey: ['register', name],
    queryFn: () => call('GET /v1/register', { query: { name } }),
  });
  if (isFetching) return <Loading />;
  if (error) return <FailureNote error={error} retry={() => void refetch()} />;
  const { businesses = [] } = data ?? {};
  if (businesses.length === 0) return <p role="status">{t('search.nothing', { name })}</p>;
  return (
    <>
      <p role="status">{t('search.found', { count: businesses.length })}</p>
      <ul className="found">
        {businesses.map(({ uscc, name, registrar, established, status }) => (
          <li key={uscc}>
            <Link href={`/register/${uscc}`}>
              <strong>{name ?? t('business.unnamed')}</strong>
              <span>{uscc}</span>
              <span>
                {registrar} · {t('search.since', { date: dayInWords(established, i18n.language) })}
              </span>
              {status === 'ANNULLED' && <span className="bad">{t('business.ANNULLED')}</span>}
            </Link>
          </li>
        ))}
      </ul>
    </>
  );
}
