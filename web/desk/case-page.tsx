import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { FailureNote } from '../parts/failure-note.tsx';
import { FormData } from '../parts/form-data.tsx';
import { Loading } from '../parts/loading.tsx';
import { Page } from '../parts/page.tsx';
import { aCase, type CaseView, type Official } from './a-case.ts';
import { Denials } from './denials.tsx';
import { FormChanges } from './form-changes.tsx';
import type { HeldDecision } from './held-decisions.tsx';
import { LicenceChecks } from './licence-checks.tsx';
import { RuleTrace } from './rule-trace.tsx';
import { Ruling } from './ruling.tsx';
import { SamePerson } from './same-person.tsx';

interface CasePageProps {
  readonly id: string;
  readonly official: Official;
  /** a decision was made or taken back here */
  readonly onDecision: (now: CaseView) => void;
  readonly held: readonly HeldDecision[];
}

/** One case: why a person must look at it first; what there is to decide; then the whole form. */
export function CasePage({ id, official, onDecision, held }: CasePageProps) {
  const { t, i18n } = useTranslation();
  const { data, error, isFetching, refetch } = useQuery(aCase(id, i18n.language));
  const heldHere = held.find(({ of }) => of.id === id);
  return (
    <Page
      title={data ? (data.form.name ?? t('applications.unnamed')) : t('deskCase.title')}
      className="desk"
    >
      {!data && isFetching && <Loading />}
      {error && !isFetching && <FailureNote error={error} retry={() => void refetch()} />}
      {data && (
        <div className="case">
          <div className="trace">
            <p className="note">{t(`deskCase.because.${data.reason}`)}</p>
            <RuleTrace findings={data.findings} form={data.form} />
            <Denials of={data} />
            <LicenceChecks of={data} />
            {data.previous && <FormChanges previous={data.previous} form={data.form} />}
            <SamePerson of={data} />
          </div>
          <Ruling of={data} official={official} onDecision={onDecision} until={heldHere?.until} />
          <section className="whole-form" aria-labelledby="form">
            <h2 id="form">{t('application.formTitle')}</h2>
            <FormData data={data.form} />
          </section>
        </div>
      )}
      <p className="apart">
        <Link href="/desk">{t('deskCase.back')}</Link>
      </p>
    </Page>
  );
}
