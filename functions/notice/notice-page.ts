import { legalDateOf } from '../shared/days.ts';
import type { KeptNotice, NoticeLanguage, NoticeText } from './notice.ts';
import { WORDS } from './notice-text.ts';
import type { PersonalPage } from './personal-page.ts';
import { documentName, roleName } from './personal-words.ts';

/** A page to read and to print: no script, and no style but its own. */
export interface PrintedPage {
  readonly html: string;
  /** lets the page's own style in, and nothing else */
  readonly contentSecurityPolicy: string;
}

const STYLE = `@page{size:A4;margin:25mm 22mm}
body{font:12pt/1.7 "Songti SC",SimSun,"Noto Serif CJK SC",serif;color:#000;background:#fff;max-width:42em;margin:1.5em auto;padding:0 1em}
h1{font-size:1.5em;text-align:center}h2{font-size:1.1em;margin-bottom:.2em}dl{display:grid;grid-template-columns:auto 1fr;gap:0 1em}dd{margin:0;overflow-wrap:anywhere}
p{text-indent:2em;margin:.4em 0}[lang=en] p{text-indent:0}.plain{text-indent:0}.signed{text-align:right;margin-top:2em}code{font-size:.75em;overflow-wrap:anywhere}
article+article{break-before:page;border-top:1px solid #767676;margin-top:2em}table{border-collapse:collapse;width:100%}th,td{border:1px solid #000;padding:.3em .5em;text-align:left;overflow-wrap:anywhere}
li{break-inside:avoid}`;

/** The notice as it is printed: the text that counts, and the reader's own language after it. */
export function noticePage(
  { head, texts, jws, served }: KeptNotice,
  language: NoticeLanguage,
): Promise<PrintedPage> {
  const { page, date } = WORDS[language];
  const articles = [...new Set<NoticeLanguage>(['zh-Hans', language])].map((it) =>
    article(it, head.number, texts[it]),
  );
  return printed(
    language,
    `${texts[language].title} ${head.number}`,
    `<main>${articles.join('\n')}</main>
<footer lang="${language}"><p class="plain">${escaped(page.served)} ${escaped(date(legalDateOf(served.at)))}</p>
<p class="plain">${escaped(page.verify)} <code>POST /v1/notices/verification</code><br><code>${escaped(jws)}</code></p></footer>`,
  );
}

/** The personal page of a notice: a document of its own, never part of the notice. */
export function personalPage(
  { head }: KeptNotice,
  { people }: PersonalPage,
  language: NoticeLanguage,
): Promise<PrintedPage> {
  const { personal, page } = WORDS[language];
  const { title, remark, name, roles, document, number, residence, phone } = personal;
  const head1 = [name, roles, document, number, residence, phone].map(
    (it) => `<th scope="col">${escaped(it)}</th>`,
  );
  const rows = people.map((person) =>
    [
      person.name,
      person.roles.map((role) => roleName(role, language)).join(' · '),
      person.document && documentName(person.document, language),
      person.number,
      person.residence,
      person.phone,
    ].map((it) => `<td>${escaped(it ?? '')}</td>`),
  );
  return printed(
    language,
    `${title} ${head.number}`,
    `<main><h1>${escaped(title)}</h1>
<p class="plain">${escaped(page.number)} ${escaped(head.number)}</p>
<table><thead><tr>${head1.join('')}</tr></thead><tbody>${rows.map((row) => `<tr>${row.join('')}</tr>`).join('')}</tbody></table>
<p class="plain">${escaped(remark)}</p></main>`,
  );
}

function article(language: NoticeLanguage, number: string, text: NoticeText): string {
  const { page } = WORDS[language];
  const items = text.items.map(
    ({ heading, lines }) =>
      `<li>${escaped(heading)}${lines.map((it) => `<br>${escaped(it)}`).join('')}</li>`,
  );
  const rights = text.rights.map((it) => `<p>${escaped(it)}</p>`).join('');
  return `<article lang="${language}"><h1>${escaped(text.title)}</h1>
<dl><dt>${escaped(page.number)}</dt><dd>${escaped(number)}</dd></dl>
<p class="plain">${escaped(text.addressee)}${language === 'en' ? ':' : '：'}</p>
${text.body.map((it) => `<p>${escaped(it)}</p>`).join('\n')}
${items.length > 0 ? `<ol>${items.join('')}</ol>` : ''}${rights && `<h2>${escaped(page.rights)}</h2>${rights}`}
<p class="signed">${escaped(text.signed.by)}<br>${escaped(text.signed.on)}</p>
<p class="plain"><small>${escaped(text.remark)}</small></p></article>`;
}

async function printed(
  language: NoticeLanguage,
  title: string,
  body: string,
): Promise<PrintedPage> {
  const html = `<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${escaped(title)}</title><style>${STYLE}</style></head><body>
${body}
</body></html>
`;
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(STYLE));
  const hash = Buffer.from(digest).toString('base64');
  return {
    html,
    contentSecurityPolicy: `default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
  };
}

/** Text as it may stand in an element and in a quoted attribute. */
const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
