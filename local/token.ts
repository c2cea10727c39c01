import { parseArgs } from 'node:util';
import { ACCOUNTS } from './accounts.ts';
import { accountOf, bearerToken } from './bearer-token.ts';
import { runningOn } from './data-folder.ts';

/** Prints a bearer token of the running local system: `npm run -s token -- ROLE|ACCOUNT [--data DIR]`. */
async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    options: { data: { type: 'string', default: '.data' } },
    allowPositionals: true,
  });
  const account = accountOf(positionals[0] ?? '');
  if (!account || positionals.length !== 1) {
    const names = ACCOUNTS.map(({ id, role }) => `  ${id} (${role})`).join('\n');
    process.stderr.write(`Usage: npm run -s token -- ROLE|ACCOUNT [--data DIR]\n${names}\n`);
    return 2;
  }
  const running = runningOn(values.data);
  if (!running) {
    process.stderr.write(`no system runs on ${values.data}; start one by npm start\n`);
    return 1;
  }
  process.stdout.write(`${await bearerToken(running.baseUrl, account)}\n`);
  return 0;
}

try {
  process.exitCode = await main();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : error}\n`);
  process.exitCode = 1;
}
