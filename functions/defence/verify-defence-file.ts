import type { RunsScript } from '../review/replay.ts';
import type { Checked } from './checked.ts';
import {
  DEFENCE_FILE_TYPE,
  DefenceFile,
  digestsOf,
  Manifest,
  type Sections,
  textOf,
} from './defence-file.ts';
import { thumbprintOf, verdictBy } from './signed-by.ts';
import { checkEvidence } from './verify-evidence.ts';
import { checkHistory } from './verify-history.ts';

export interface Verified {
  readonly checks: readonly Checked[];
  /** everything holds, and the seal's key is the one expected where one was named */
  readonly holds: boolean;
}

/** More than Lambda can answer is no file of ours, in characters. */
const MAX_LENGTH = 8_000_000;

/**
 * Verifies a defence file without a network: the seal, every section's digest, then whether what is
 * inside agrees with itself, and whether every automatic decision comes out once more. That the seal's
 * key is ours, the file cannot tell: its thumbprint is to be compared with one that was published when
 * the file was made.
 *
 * @param runs runs the releases of rule sets that are in the file
 * @param expected thumbprint (RFC 7638) of a key that the reader trusts
 */
export async function verifyDefenceFile(
  text: string,
  runs: RunsScript,
  expected?: string,
): Promise<Verified> {
  const file = fileOf(text);
  if (!file)
    return result([
      { holds: false, says: 'This is no defence file, or it was changed or cut off.' },
    ]);
  const { sections, seal } = file;
  const sealed = await checkSeal(seal, sections, expected);
  if (sealed.some(({ holds }) => !holds)) return result(sealed);
  return result([
    ...sealed,
    ...(await checkHistory(sections)),
    ...(await checkEvidence(sections, runs)),
  ]);
}

const result = (checks: readonly Checked[]): Verified => ({
  checks,
  holds: checks.every(({ holds }) => holds),
});

/** The file, if the text is its one canonical form: then every byte is under the seal. */
function fileOf(text: string): DefenceFile | undefined {
  const whole = text.trimEnd();
  if (whole.length > MAX_LENGTH) return undefined;
  try {
    const { data } = DefenceFile.safeParse(JSON.parse(whole));
    return data && textOf(data) === whole ? data : undefined;
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof RangeError) return undefined;
    throw error;
  }
}

/** Our keys are named by their thumbprints: one under another's name is no key of ours. */
async function underOwnNames(keys: Sections['keys']['ours']): Promise<Sections['keys']['ours']> {
  const named = keys.map(async (it) => (it.jwk.kid === (await thumbprintOf(it.jwk)) ? [it] : []));
  return (await Promise.all(named)).flat();
}

async function checkSeal(
  seal: string,
  sections: Sections,
  expected: string | undefined,
): Promise<Checked[]> {
  const ours = await underOwnNames(sections.keys.ours);
  const verdict = await verdictBy(ours, seal, DEFENCE_FILE_TYPE);
  if (!verdict.ok) return [{ holds: false, says: `The seal does not hold (${verdict.reason}).` }];
  const { header, payload } = verdict;
  const key = ours.find(({ jwk }) => jwk.kid === header.kid);
  const thumbprint = (key && (await thumbprintOf(key.jwk))) ?? '';
  const { data: manifest } = Manifest.safeParse(payload);
  if (!manifest || manifest.applicationId !== sections.application.id)
    return [{ holds: false, says: 'The seal is of another file.' }];

  const { madeAt, madeFor } = manifest;
  const digests = await digestsOf(sections);
  const names = [...new Set([...Object.keys(digests), ...Object.keys(manifest.sections)])].sort();
  const changed = names.filter((name) => digests[name] !== manifest.sections[name]);
  return [
    {
      holds: true,
      says: `The seal holds: made ${madeAt} for ${madeFor}, signed by the key with thumbprint ${thumbprint}.`,
    },
    ...(expected === undefined
      ? []
      : [
          {
            holds: thumbprint === expected,
            says:
              thumbprint === expected
                ? 'That is the key expected.'
                : `That is not the key expected (${expected}).`,
          },
        ]),
    ...(key?.withdrawn === undefined
      ? []
      : [{ holds: false, says: `The key of the seal was withdrawn on ${key.withdrawn}.` }]),
    {
      holds: changed.length === 0,
      says:
        changed.length === 0
          ? `All ${names.length} sections are as they were sealed.`
          : `Changed since the seal: ${changed.join(', ')}.`,
    },
  ];
}
