import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { inflateRawSync } from 'node:zlib';
import { buildSync } from 'esbuild';
import * as z from 'zod';
import { type Release, releaseName } from '../functions/review/release.ts';
import { scriptFunction } from '../functions/runtime/script.ts';
import { canonicalJson } from '../functions/shared/canonical-json.ts';

export const ROOT = fileURLToPath(new URL('..', import.meta.url));

/** A release under the digest that decisions name. */
export interface NamedRelease {
  readonly hash: string;
  /** its file among the releases */
  readonly name: string;
  /** its bytes, in UTF-8 */
  readonly text: string;
}

const Packed = z.object({ texts: z.string() });
const Named = z.object({ id: z.string(), from: z.string() });

/**
 * The release of the rule set in `root`, always the same bytes for the same rules, data, texts and
 * versions of zod and esbuild (package-lock.json): the code by esbuild, the texts as
 * `functions/review/rule-texts.json` packs them.
 *
 * @param root folder in which `functions/` stands
 */
export function ruleSetRelease(root: string = ROOT): NamedRelease {
  const review = join(root, 'functions/review');
  const code = scriptOf(join(review, 'rule-set-code.ts'));
  const { texts } = Packed.parse(JSON.parse(readFileSync(join(review, 'rule-texts.json'), 'utf8')));
  const said = inflateRawSync(Buffer.from(texts, 'base64')).toString('utf8');
  const release: Release = {
    schemaVersion: 1,
    ...Named.parse(
      JSON.parse(scriptFunction(code, '({ id: release.id, from: release.from })')('null')),
    ),
    texts: JSON.parse(said),
    code,
  };
  const text = canonicalJson(JSON.parse(JSON.stringify(release)));
  const hash = createHash('sha256').update(text).digest('hex');
  return { hash, name: releaseName(hash), text };
}

/** One script without imports, which leaves its exports in `release`. */
function scriptOf(file: string): string {
  const { outputFiles } = buildSync({
    entryPoints: [file],
    bundle: true,
    write: false,
    platform: 'neutral',
    mainFields: ['module', 'main'],
    format: 'iife',
    globalName: 'release',
    target: 'es2023',
    minify: true,
    charset: 'utf8',
    legalComments: 'none',
    logLevel: 'error',
  });
  return outputFiles[0]?.text ?? '';
}
