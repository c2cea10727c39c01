import { readFileSync, writeFileSync } from 'node:fs';
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import * as z from 'zod';
import { RULE_SET } from '../functions/review/rule-set.ts';
import { rulesPage } from './rules-page.ts';

/**
 * What is made from the rules' files: their texts, which functions read that show findings and do
 * not review, and the page that people read. `check` writes nothing and fails where one is stale.
 */
const { rules } = RULE_SET;
const texts = Object.fromEntries(
  rules.map(({ id, version, requires, basis, says }) => [id, { version, requires, basis, says }]),
);
const TEXTS = new URL('../functions/review/rule-texts.json', import.meta.url);
const PAGE = new URL('../functions/review/RULES.md', import.meta.url);
const page = rulesPage(RULE_SET);

const Packed = z.object({ texts: z.string() });
const kept = (): string => {
  const { texts: base64 } = Packed.parse(JSON.parse(readFileSync(TEXTS, 'utf8')));
  return inflateRawSync(Buffer.from(base64, 'base64')).toString('utf8');
};

if (process.argv[2] === 'check') {
  if (kept() !== JSON.stringify(texts) || readFileSync(PAGE, 'utf8') !== page) {
    process.stderr.write('functions/review is not what the rules give: npm run rules\n');
    process.exitCode = 1;
  }
} else {
  const base64 = deflateRawSync(JSON.stringify(texts), { level: 9 }).toString('base64');
  writeFileSync(TEXTS, `${JSON.stringify({ texts: base64 })}\n`);
  writeFileSync(PAGE, page);
}
