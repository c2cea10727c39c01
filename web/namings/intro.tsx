import { useTranslation } from 'react-i18next';
import { AskButton } from './ask-button.tsx';
import type { Place } from './face-check.ts';

const STEPS = ['namings.step.ask', 'namings.step.read', 'namings.step.deny'] as const;

interface IntroProps {
  readonly place: Place | undefined;
  /** how one came back from the provider with nothing */
  readonly problem?: 'CANCELLED' | 'LOST';
}

/** What the enquiry is for, what it costs, and its button. */
export function Intro({ place, problem }: IntroProps) {
  const { t } = useTranslation();
  return (
    <>
      {problem && (
        <p className="failure" role="alert">
          {t(`namings.back.${problem}`)}
        </p>
      )}
      <p className="lead">{t('namings.lead')}</p>
      <ol className="steps">
        {STEPS.map((step) => (
          <li key={step}>{t(step)}</li>
        ))}
      </ol>
      <AskButton label={t('namings.ask')} place={place} />
      <section className="note" aria-labelledby="costs">
        <h2 id="costs">{t('namings.costsTitle')}</h2>
        <p>{t('namings.costs')}</p>
        <p>{t('namings.privacy')}</p>
      </section>
    </>
  );
}
