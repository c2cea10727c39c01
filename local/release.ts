import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { ruleSetRelease } from '#infra/rule-set-release.ts';
import type { Deployment } from './deployment.ts';
import type { objectStore } from './object-store.ts';

const Named = z.object({ hash: z.string() });

/**
 * Puts the release of the rule set in `root` where the template has it put; those of before stay.
 *
 * @param root folder in which `functions/` stands
 */
export async function provideRelease(
  { releases }: Pick<Deployment, 'releases'>,
  { putObject }: Pick<ReturnType<typeof objectStore>, 'putObject'>,
  root: string,
  log: (message: string) => void,
): Promise<void> {
  if (!releases) throw new TypeError('the template puts no release of the rule set anywhere');
  const { hash, name, text } = ruleSetRelease(root);
  await putObject(releases.bucket, `${releases.folder}/${name}`, text);
  const file = join(root, 'functions/review/rule-set-hash.json');
  if (Named.parse(JSON.parse(readFileSync(file, 'utf8'))).hash !== hash)
    log(
      'decisions will name a release that is not there, because the rules have changed: npm run rules',
    );
}
