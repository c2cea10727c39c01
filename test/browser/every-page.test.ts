import { beforeAll, describe, expect, it } from 'vitest';
import { anIndividualBusinessOfToday } from '#test/builders/a-form-of-today.ts';
import { anApplicant } from '#test/journeys/applicant.ts';
import { linksIn } from '#test/journeys/signing.ts';
import { en, zhHans, zhHant } from '#test/web/every-word.ts';
import type { Words } from '#web/words/words.ts';
import { aVisitedSystem } from './a-visited-system.ts';
import { DESK, PHONE, settled, signIn, type Visitor } from './visitor.ts';

const visited = aVisitedSystem();
/** Addresses of every page, each with something on it, and which of them one must be signed in for. */
let pages: readonly Shown[];
let own: readonly Shown[];

interface Shown {
  readonly path: string;
  readonly heading: (words: Words) => string;
}

beforeAll(async () => {
  const owner = await anApplicant(visited.system);
  const form = anIndividualBusinessOfToday();
  const registered = await owner.oneClick(form);
  const faulty = anIndividualBusinessOfToday({ roles: { operator: 'p1' } });
  const returned = await owner.oneClick(faulty);
  const unsigned = anIndividualBusinessOfToday();
  const draft = await owner.draft(unsigned);
  const waiting = await owner.submit(draft, []);
  const [link] = linksIn(await owner.api.post(`/v1/applications/${waiting.id}/signings`));
  const { pathname, search, hash } = new URL(link?.link ?? '');
  pages = [
    { path: '/', heading: (words) => words.landing.title },
    { path: '/register', heading: (words) => words.search.title },
    { path: `/register/${registered.licence?.uscc}`, heading: (words) => words.business.title },
    { path: '/verify', heading: (words) => words.verify.title },
    { path: pathname + search + hash, heading: (words) => words.signing.title },
    { path: '/signing', heading: (words) => words.signing.title },
    { path: '/statistics', heading: (words) => words.statistics.title },
    { path: '/not-me', heading: (words) => words.namings.title },
    { path: '/nowhere', heading: (words) => words.common.notFoundTitle },
    { path: '/applications', heading: (words) => words.signIn.title },
  ];
  own = [
    { path: '/applications', heading: (words) => words.applications.title },
    { path: `/applications/${registered.id}`, heading: () => form.name ?? '' },
    { path: `/applications/${returned.id}`, heading: () => faulty.name ?? '' },
    { path: `/applications/${waiting.id}`, heading: () => unsigned.name ?? '' },
  ];
}, 120_000);

const LANGUAGES = [
  { language: 'zh-Hans', name: '简体', words: zhHans },
  { language: 'zh-Hant', name: '繁體', words: zhHant },
  { language: 'en', name: 'English', words: en },
];

/**
 * The page as this visitor sees it, in every language, on a phone and on a desk: whole, silent, without
 * a fault that axe knows, and not wider than the screen.
 */
async function look({ page, complaints, violations }: Visitor, { path, heading }: Shown) {
  await page.goto(path);
  for (const { language, name, words } of LANGUAGES) {
    await page.getByRole('button', { name, exact: true }).click();
    await page.locator(`html[lang="${language}"]`).waitFor();
    await page.getByRole('heading', { level: 1, name: heading(words), exact: true }).waitFor();
    await settled(page);
    for (const screen of [PHONE, DESK]) {
      await page.setViewportSize(screen);
      const wide = await page.evaluate('document.documentElement.scrollWidth - innerWidth');
      const found = { violations: await violations(), complaints: complaints(), wide };
      const at = { path, language, ...screen };
      expect({ at, ...found }).toEqual({ at, violations: [], complaints: [], wide: 0 });
    }
  }
}

describe('every page', { timeout: 90_000 }, () => {
  it('is whole on a phone and on a desk, in three languages, for everybody', async () => {
    const visitor = await visited.visitor();
    for (const shown of pages) await look(visitor, shown);
    await visitor.close();
  });

  it('is whole on a phone and on a desk, in three languages, for who is signed in', async () => {
    const visitor = await visited.visitor();
    await visitor.page.goto('/applications');
    await signIn(visitor.page);
    for (const shown of own) await look(visitor, shown);
    await visitor.close();
  });
});

describe('the pages of agents and officials', { timeout: 90_000 }, () => {
  it.each<[string, string, readonly Shown[]]>([
    ['an agent', 'agent-qihang', [{ path: '/agents', heading: (words) => words.agents.title }]],
    [
      'an official',
      'official-nansha',
      [
        { path: '/desk', heading: (words) => words.desk.title },
        { path: '/supervision', heading: (words) => words.supervision.title },
      ],
    ],
  ])(
    'are whole on a phone and on a desk, in three languages, for %s',
    async (_, account, shown) => {
      const visitor = await visited.visitor();
      await visitor.page.goto(shown[0]?.path ?? '/');
      await signIn(visitor.page, account);
      for (const it of shown) await look(visitor, it);
      await visitor.close();
    },
  );
});

describe('the pages', { timeout: 60_000 }, () => {
  it('speak the language that a person chooses, also after a reload', async () => {
    const visitor = await visited.visitor();
    const { page } = visitor;
    await page.goto('/register');
    for (const [name, words] of [
      ['English', en],
      ['繁體', zhHant],
    ] as const) {
      await page.getByRole('button', { name }).click();
      await page.getByRole('heading', { level: 1, name: words.search.title }).waitFor();
      await page.reload();
      await page.getByRole('heading', { level: 1, name: words.search.title }).waitFor();
    }
    await visitor.close();
  });

  it('let no script in that is not theirs, and are seen by a browser that would not let others read them', async () => {
    const visitor = await visited.visitor();
    const { page, complaints } = visitor;
    await page.goto('/');
    const inline = `(() => { const it = document.createElement('script'); try { it.text = 'window.theirs = 1'; } catch { return 'refused'; } document.body.append(it); return window.theirs; })()`;
    expect(await page.evaluate(inline)).toBe('refused');
    expect(complaints().join()).toContain('TrustedScript');
    const elsewhere = new URL(visited.system.endpoints.dynamodb).origin;
    const read = `fetch('${elsewhere}').then(() => 'read', () => 'refused')`;
    expect(await page.evaluate(read)).toBe('refused');
    await page.goto('/docs');
    expect(await page.evaluate(read)).toBe('refused');
    await visitor.close();
  });
});
