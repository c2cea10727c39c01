import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import * as z from 'zod';
import { RULE_SET } from '../functions/review/rule-set.ts';
import { canonicalJson } from '../functions/shared/canonical-json.ts';
import { ruleSetRelease } from '../infra/rule-set-release.ts';
import { readRules } from './read-rules.ts';
import { rulesPage } from './rules-page.ts';
import { traditionalTable } from './traditional-table.ts';

/**
 * What is made from the rules' files: their texts, which functions read that show findings and do
 * not review; the page that people read; the table by which texts are told in traditional characters;
 * and the digest of the release of both texts and code, which
 * decisions name. `check` writes nothing and fails where one is stale.
 */
const rules = await readRules();
/** all that a rule says of itself; not its code */
const texts = canonicalJson(
  rules.map(({ check: _code, ...said }) => JSON.parse(JSON.stringify(said))),
);
const page = rulesPage({ ...RULE_SET, rules });
const ROOT = new URL('..', import.meta.url);
const table = `${JSON.stringify(traditionalTable(fileURLToPath(ROOT)), undefined, 2)}\n`;
const TEXTS = new URL('functions/review/rule-texts.json', ROOT);
const DIGEST = new URL('functions/review/rule-set-hash.json', ROOT);
const TRADITIONAL = new URL('functions/shared/traditional.json', ROOT);
const PAGE = new URL('functions/review/RULES.md', ROOT);

const Packed = z.object({ texts: z.string() });
const kept = (): string => {
  const { texts: base64 } = Packed.parse(JSON.parse(readFileSync(TEXTS, 'utf8')));
  return inflateRawSync(Buffer.from(base64, 'base64')).toString('utf8');
};
/** of the texts as they are kept, and the code */
const digest = (): string =>
  `${JSON.stringify({ hash: ruleSetRelease(fileURLToPath(ROOT)).hash }, undefined, 2)}\n`;
const stale = (): boolean =>
  readFileSync(TRADITIONAL, 'utf8') !== table ||
  kept() !== texts ||
  readFileSync(PAGE, 'utf8') !== page ||
  readFileSync(DIGEST, 'utf8') !== digest();

if (process.argv[2] === 'check') {
  if (stale()) {
    process.stderr.write('functions/review is not what the rules give: npm run rules\n');
    process.exitCode = 1;
  }
} else {
  const base64 = deflateRawSync(texts, { level: 9 }).toString('base64');
  writeFileSync(TEXTS, `${JSON.stringify({ texts: base64 })}\n`);
  writeFileSync(TRADITIONAL, table);
  writeFileSync(DIGEST, digest());
  writeFileSync(PAGE, page);
}
