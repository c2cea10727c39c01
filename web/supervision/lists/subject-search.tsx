import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { SUBJECT_KINDS } from '#functions/party/lists.ts';
import { DOCUMENT_KINDS } from '#functions/shared/document-kinds.ts';
import { call } from '../../api/call.ts';
import { Loading } from '../../parts/loading.tsx';
import { ActNote } from '../act-note.tsx';
import { ChoiceField, TextField } from '../fields.tsx';
import { useOfficial } from '../official.ts';
import { Radios } from '../radios.tsx';
import { useTried } from '../tried.ts';
import { useTyped } from '../typed.ts';
import { type Subject, subjectIn, type TypedSubject } from './a-subject.ts';
import { EnterForm } from './enter-form.tsx';
import { EntryCard } from './entry-card.tsx';

/** Whom one looks for; that it was asked is kept, and is said before. */
export function SubjectSearch() {
  const { t } = useTranslation();
  const { value, type } = useTyped<TypedSubject>('subject', {
    kind: 'PERSON',
    document: DOCUMENT_KINDS[0],
    texts: {},
  });
  const { isTried, maySend } = useTried();
  const [asked, ask] = useState<Subject>();
  const { kind } = value;
  return (
    <>
      <form
        className="searching"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          const subject = subjectIn(value);
          if (maySend(subject !== undefined)) ask(subject);
        }}
      >
        <Radios
          legend={t('supervisionLists.ofWhom')}
          name="subject"
          value={kind}
          choices={SUBJECT_KINDS.map((it) => [it, t(`supervisionLists.subject.${it}`)])}
          onChoose={(it) => type({ ...value, kind: it })}
        />
        {kind === 'PERSON' && (
          <ChoiceField
            label={t('field.document')}
            value={value.document}
            onType={(document) => type({ ...value, document })}
            choices={DOCUMENT_KINDS.map((it) => [it, t(`value.${it}`)])}
          />
        )}
        <TextField
          label={t(`supervisionLists.number.${kind}`)}
          value={value.texts[kind] ?? ''}
          onType={(text) => type({ ...value, texts: { ...value.texts, [kind]: text } })}
          isMissed={isTried}
        />
        <p className="hint">{t('supervisionLists.traced')}</p>
        <p>
          <button type="submit" className="main">
            {t('supervisionLists.search')}
          </button>
        </p>
      </form>
      {asked && <Found subject={asked} key={JSON.stringify(asked)} />}
    </>
  );
}

/** What lists hold on a subject; nothing of it stays behind when the page is left. */
function Found({ subject }: { readonly subject: Subject }) {
  const { t } = useTranslation();
  const { isSupervisor } = useOfficial();
  const { data, error, isFetching } = useQuery({
    queryKey: ['list-entries', subject],
    queryFn: () => call('POST /v1/list-entries/search', { body: { subject } }),
    gcTime: 0,
  });
  return (
    <section aria-labelledby="found">
      <h2 id="found">{t('supervisionLists.found')}</h2>
      {isFetching && !data && <Loading />}
      {!isFetching && <ActNote error={error} sent={{ subject }} />}
      {data && (
        <p role="status">
          {data.entries.length === 0
            ? t('supervisionLists.nothing')
            : t('supervisionLists.so', { count: data.entries.length })}
        </p>
      )}
      <ul className="cards">
        {data?.entries.map((entry) => (
          <EntryCard of={entry} key={entry.id} />
        ))}
      </ul>
      {data && isSupervisor && <EnterForm subject={subject} />}
    </section>
  );
}
