import { readFileSync, writeFileSync } from 'node:fs';
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import * as z from 'zod';
import { RULE_SET } from '../functions/review/rule-set.ts';
import { canonicalJson } from '../functions/shared/canonical-json.ts';
import { sha256 } from '../functions/shared/digest.ts';
import { readRules } from './read-rules.ts';
import { rulesPage } from './rules-page.ts';

/**
 * What is made from the rules' files: their texts, which functions read that show findings and do
 * not review; the digest over them, which decisions name; and the page that people read. `check`
 * writes nothing and fails where one is stale.
 */
const rules = await readRules();
/** all that a rule says of itself; not its code */
const texts = canonicalJson(
  rules.map(({ check: _code, ...said }) => JSON.parse(JSON.stringify(said))),
);
const digest = `${JSON.stringify({ hash: await sha256(texts) }, undefined, 2)}\n`;
const page = rulesPage({ ...RULE_SET, rules });
const TEXTS = new URL('../functions/review/rule-texts.json', import.meta.url);
const DIGEST = new URL('../functions/review/rule-set-hash.json', import.meta.url);
const PAGE = new URL('../functions/review/RULES.md', import.meta.url);

const Packed = z.object({ texts: z.string() });
const kept = (): string => {
  const { texts: base64 } = Packed.parse(JSON.parse(readFileSync(TEXTS, 'utf8')));
  return inflateRawSync(Buffer.from(base64, 'base64')).toString('utf8');
};
const stale = (): boolean =>
  kept() !== texts ||
  readFileSync(DIGEST, 'utf8') !== digest ||
  readFileSync(PAGE, 'utf8') !== page;

if (process.argv[2] === 'check') {
  if (stale()) {
    process.stderr.write('functions/review is not what the rules give: npm run rules\n');
    process.exitCode = 1;
  }
} else {
  const base64 = deflateRawSync(texts, { level: 9 }).toString('base64');
  writeFileSync(TEXTS, `${JSON.stringify({ texts: base64 })}\n`);
  writeFileSync(DIGEST, digest);
  writeFileSync(PAGE, page);
}
