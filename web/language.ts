import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import { languageAskedFor } from './language-asked-for.ts';
import { LANGUAGES, type Language, type Words } from './words/words.ts';

declare module 'i18next' {
  interface CustomTypeOptions {
    resources: { translation: Words };
  }
}

const KEPT = 'language';

const TEXTS = {
  'zh-Hans': {
    landing: () => import('./words/zh-hans/landing.ts'),
    pages: () => import('./words/zh-hans/pages.ts'),
  },
  'zh-Hant': {
    landing: () => import('./words/zh-hant/landing.ts'),
    pages: () => import('./words/zh-hant/pages.ts'),
  },
  en: {
    landing: () => import('./words/en/landing.ts'),
    pages: () => import('./words/en/pages.ts'),
  },
} as const satisfies Record<Language, object>;

/** Whether one has come to a page behind the landing page, which alone must be small. */
let isInside = false;

const isLanguage = (text: unknown): text is Language => LANGUAGES.some((it) => it === text);

async function load(language: Language): Promise<void> {
  const { landing, pages } = TEXTS[language];
  for (const { words } of await Promise.all([landing(), ...(isInside ? [pages()] : [])]))
    i18next.addResourceBundle(language, 'translation', words, true);
}

/** Loads what the pages behind the landing page say besides. */
export async function speakInside(): Promise<void> {
  isInside = true;
  await load(LANGUAGES.find((it) => it === i18next.language) ?? 'zh-Hans');
}

async function speak(language: Language): Promise<void> {
  await load(language);
  await i18next.changeLanguage(language);
  document.documentElement.lang = language;
}

/** The choice is kept, and is all that this site keeps. */
export async function choose(language: Language): Promise<void> {
  await speak(language);
  localStorage.setItem(KEPT, language);
}

/** In the language that the person chose before, or the browser asks for. */
export async function startLanguage(): Promise<void> {
  await i18next.use(initReactI18next).init({
    resources: {},
    fallbackLng: false,
    interpolation: { escapeValue: false }, // React escapes
  });
  const kept = localStorage.getItem(KEPT);
  await speak(isLanguage(kept) ? kept : languageAskedFor(navigator.languages));
}
