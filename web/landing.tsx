import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { Page } from './parts/page.tsx';

const DOORS = [
  ['/applications', 'landing.trackTitle', 'landing.trackText'],
  ['/register', 'landing.searchTitle', 'landing.searchText'],
  ['/verify', 'landing.verifyTitle', 'landing.verifyText'],
] as const;

const STEPS = [
  'landing.steps.one',
  'landing.steps.two',
  'landing.steps.three',
  'landing.steps.four',
] as const;

export function Landing() {
  const { t } = useTranslation();
  return (
    <Page title={t('landing.title')} className="landing">
      <p className="lead">{t('landing.lead')}</p>
      <p>
        <Link className="button main" href="/apply">
          {t('landing.apply')}
        </Link>
      </p>
      <p className="hint">{t('landing.applyText')}</p>
      <section aria-labelledby="doors">
        <h2 id="doors">{t('landing.doTitle')}</h2>
        <ul className="doors">
          {DOORS.map(([place, title, text]) => (
            <li key={place}>
              <Link href={place}>
                <strong>{t(title)}</strong>
                <span>{t(text)}</span>
              </Link>
            </li>
          ))}
        </ul>
      </section>
      <section className="note" aria-labelledby="link">
        <h2 id="link">{t('landing.signTitle')}</h2>
        <p>{t('landing.signText')}</p>
      </section>
      <section aria-labelledby="steps">
        <h2 id="steps">{t('landing.stepsTitle')}</h2>
        <ol className="steps">
          {STEPS.map((step) => (
            <li key={step}>{t(step)}</li>
          ))}
        </ol>
        <p>
          {t('landing.agents')} <a href="/docs">{t('frame.api')}</a>
        </p>
      </section>
    </Page>
  );
}
