import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { verifyDefenceFile } from '#functions/defence/verify-defence-file.ts';
import { scriptFunction } from '#functions/runtime/script.ts';

const USAGE = `Usage: npm run -s verify -- FILE [--thumbprint THUMBPRINT]

Verifies a defence file without a network, runs every automatic decision in it once more by the rules
of that time, and prints what holds. Compare the thumbprint of its key
with one that was published when the file was made, or name that one by --thumbprint.
`;

/** @returns 0 where all holds, 1 where something does not, 2 where there is nothing to verify */
export async function verify(args: readonly string[], say: (text: string) => void) {
  const { values, positionals } = parseArgs({
    args: [...args],
    options: { thumbprint: { type: 'string' } },
    allowPositionals: true,
  });
  const [file, ...others] = positionals;
  if (file === undefined || others.length > 0) {
    say(USAGE);
    return 2;
  }
  const { checks, holds } = await verifyDefenceFile(
    readFileSync(file, 'utf8'),
    scriptFunction,
    values.thumbprint,
  );
  for (const check of checks) say(`${check.holds ? 'holds ' : 'FAILS '} ${check.says}\n`);
  if (holds && values.thumbprint === undefined)
    say('open   Whose key sealed it, the file cannot tell: compare the thumbprint, or name it.\n');
  say(holds ? 'This defence file holds.\n' : 'This defence file does not hold.\n');
  return holds ? 0 : 1;
}

if (import.meta.main) {
  try {
    process.exitCode = await verify(process.argv.slice(2), (text) => process.stdout.write(text));
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : error}\n`);
    process.exitCode = 2;
  }
}
