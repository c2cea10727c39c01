import { type Options, optionsOf, USAGE, UsageError } from './options.ts';
import { createProgress } from './progress.ts';
import { outcomeTable, whereToLook } from './sample-report.ts';
import { runSample, type SampleResult, sampleWanted, wantSample } from './sample-run.ts';
import { type System, startSystem } from './system.ts';

const SAMPLE_ROWS = 200;

const say = (text: string) => process.stderr.write(`${text}\n`);

async function main(options: Options): Promise<void> {
  const print = options.json ? say : (text: string) => process.stdout.write(`${text}\n`);
  const emit = (event: object) =>
    options.json && process.stdout.write(`${JSON.stringify(event)}\n`);

  if (!options.empty) wantSample(options.data);
  const interrupted = new Promise<void>((done) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, () => done());
  });
  const system = await startSystem({
    dataDir: options.data,
    port: options.port,
    log: say,
    verbose: options.verbose,
  });
  void system.lambda.warm();
  const pages = system
    .buildPages()
    .catch((error: unknown) => say(`the pages could not be built: ${String(error)}`));
  try {
    emit({ event: 'ready', baseUrl: system.baseUrl });
    print(`market-entry runs on ${system.baseUrl}`);
    const wanted = sampleWanted(options.data) && !options.empty;
    const result = wanted && (await Promise.race([sample(system, options.data), interrupted]));
    if (result) {
      const { registered, returned, referred, lost, seconds, sent, deviations } = result;
      emit({ event: 'sample', rows: sent.length, registered, returned, referred, lost, seconds });
      print(`\n${outcomeTable(result)}`);
      if (options.once && deviations.length > 0) process.exitCode = 1;
    } else if (options.once && wanted) {
      process.exitCode = 1;
    }
    await pages;
    if (options.once) return;
    print(`\n${whereToLook(system.baseUrl, options.data, result ? result.batchId : undefined)}`);
    await interrupted;
  } finally {
    await system.stop();
  }
}

async function sample(system: System, folder: string): Promise<SampleResult> {
  const progress = createProgress(process.stderr, SAMPLE_ROWS);
  try {
    return await runSample(system, folder, progress.show);
  } finally {
    progress.end();
  }
}

try {
  const options = optionsOf(process.argv.slice(2));
  if (options.help) process.stdout.write(USAGE);
  else await main(options);
} catch (error) {
  const usage = error instanceof UsageError;
  say(error instanceof Error ? error.message : String(error));
  if (usage) say(`\n${USAGE}`);
  process.exitCode = usage ? 2 : 1;
}
