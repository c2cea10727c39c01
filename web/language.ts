import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import { languageAskedFor } from './language-asked-for.ts';
import { LANGUAGES, type Language, type Part, type Words } from './words/words.ts';

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
    applications: () => import('./words/zh-hans/applications.ts'),
    names: () => import('./words/zh-hans/names.ts'),
    form: () => import('./words/zh-hans/form.ts'),
    trade: () => import('./words/zh-hans/trade.ts'),
    parties: () => import('./words/zh-hans/parties.ts'),
    desk: () => import('./words/zh-hans/desk.ts'),
    supervision: () => import('./words/zh-hans/supervision.ts'),
    publishing: () => import('./words/zh-hans/publishing.ts'),
    lists: () => import('./words/zh-hans/lists.ts'),
    checks: () => import('./words/zh-hans/checks.ts'),
    agents: () => import('./words/zh-hans/agents.ts'),
    namings: () => import('./words/zh-hans/namings.ts'),
  },
  'zh-Hant': {
    landing: () => import('./words/zh-hant/landing.ts'),
    pages: () => import('./words/zh-hant/pages.ts'),
    applications: () => import('./words/zh-hant/applications.ts'),
    names: () => import('./words/zh-hant/names.ts'),
    form: () => import('./words/zh-hant/form.ts'),
    trade: () => import('./words/zh-hant/trade.ts'),
    parties: () => import('./words/zh-hant/parties.ts'),
    desk: () => import('./words/zh-hant/desk.ts'),
    supervision: () => import('./words/zh-hant/supervision.ts'),
    publishing: () => import('./words/zh-hant/publishing.ts'),
    lists: () => import('./words/zh-hant/lists.ts'),
    checks: () => import('./words/zh-hant/checks.ts'),
    agents: () => import('./words/zh-hant/agents.ts'),
    namings: () => import('./words/zh-hant/namings.ts'),
  },
  en: {
    landing: () => import('./words/en/landing.ts'),
    pages: () => import('./words/en/pages.ts'),
    applications: () => import('./words/en/applications.ts'),
    names: () => import('./words/en/names.ts'),
    form: () => import('./words/en/form.ts'),
    trade: () => import('./words/en/trade.ts'),
    parties: () => import('./words/en/parties.ts'),
    desk: () => import('./words/en/desk.ts'),
    supervision: () => import('./words/en/supervision.ts'),
    publishing: () => import('./words/en/publishing.ts'),
    lists: () => import('./words/en/lists.ts'),
    checks: () => import('./words/en/checks.ts'),
    agents: () => import('./words/en/agents.ts'),
    namings: () => import('./words/en/namings.ts'),
  },
} as const satisfies Record<Language, Record<Part, unknown>>;

/** What has been said already, and is said again in another language: at first the landing page, which alone must be small. */
const spoken = new Set<Part>(['landing']);

const isLanguage = (text: unknown): text is Language => LANGUAGES.some((it) => it === text);

async function load(language: Language): Promise<void> {
  const texts = await Promise.all([...spoken].map((part) => TEXTS[language][part]()));
  for (const { words } of texts) i18next.addResourceBundle(language, 'translation', words, true);
}

/** Loads what these parts of the pages say besides. */
export async function speakOf(...parts: readonly Part[]): Promise<void> {
  for (const part of parts) spoken.add(part);
  await load(LANGUAGES.find((it) => it === i18next.language) ?? 'zh-Hans');
}

async function speak(language: Language): Promise<void> {
  await load(language);
  document.documentElement.lang = language; // first: what is read anew for it is asked for in it
  await i18next.changeLanguage(language);
}

/** The choice is kept on this device. */
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
