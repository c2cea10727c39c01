import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { choose } from './language.ts';
import { LANGUAGES } from './words/words.ts';

/** Each language by its own name, whatever is spoken now. */
const NAMES = { 'zh-Hans': '简体', 'zh-Hant': '繁體', en: 'English' } as const;

const PLACES = [
  ['/apply', 'frame.apply'],
  ['/register', 'frame.register'],
  ['/verify', 'frame.verify'],
  ['/applications', 'frame.applications'],
] as const;

export function Frame({ children }: { readonly children: ReactNode }) {
  const { t } = useTranslation();
  return (
    <>
      <a className="skip" href="#content">
        {t('frame.skip')}
      </a>
      <header className="head">
        <div className="wide">
          <Link className="system" href="/">
            {t('frame.system')}
          </Link>
          <LanguageChoice />
        </div>
        <nav className="wide" aria-label={t('frame.nav')}>
          {PLACES.map(([place, name]) => (
            <Link key={place} href={place} className={(active) => (active ? 'active' : '')}>
              {t(name)}
            </Link>
          ))}
        </nav>
      </header>
      <main id="content" tabIndex={-1}>
        {children}
      </main>
      <footer>
        <div className="wide">
          <p>{t('frame.counts')}</p>
          <p>
            <Link href="/not-me">{t('frame.namings')}</Link>
            <Link href="/statistics">{t('frame.statistics')}</Link>
            <Link href="/agents">{t('frame.agents')}</Link>
            <Link href="/desk">{t('frame.officials')}</Link>
            <a href="/docs">{t('frame.api')}</a>
            <a href="/.well-known/jwks.json">{t('frame.keys')}</a>
          </p>
        </div>
      </footer>
    </>
  );
}

function LanguageChoice() {
  const { t, i18n } = useTranslation();
  return (
    <fieldset className="languages">
      <legend className="unseen">{t('frame.language')}</legend>
      {LANGUAGES.map((language) => (
        <button
          key={language}
          type="button"
          lang={language}
          aria-pressed={i18n.language === language}
          onClick={() => void choose(language)}
        >
          {NAMES[language]}
        </button>
      ))}
    </fieldset>
  );
}
