import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { FUNCTIONS, type FunctionName } from '#functions/catalogue.ts';
import type { Deployment } from '#local/deployment.ts';
import type { Invocation } from '#local/step-functions/engine.ts';
import type { VirtualTime } from './virtual-time.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

type Handler = (event: unknown) => Promise<unknown>;

/** The deployed functions in this process, each with what a process keeps to itself. */
export async function loadedFunctions({ functions }: Deployment, time: VirtualTime) {
  const handlers = new Map<string, Handler>();
  let instances = 0;
  /** A function's own module instance, loaded under its own environment, as Lambda does. */
  const load = async ({ arn, handler, environment }: (typeof functions)[number]) => {
    Object.assign(process.env, environment);
    const url = `${pathToFileURL(join(ROOT, handler)).href}?instance=${++instances}`;
    const loaded: { handler: Handler } = await import(/* @vite-ignore */ url);
    handlers.set(arn, loaded.handler);
    for (const name of Object.keys(environment)) delete process.env[name];
  };
  for (const it of functions) await load(it);

  return {
    async act(arn: string, event: unknown): Promise<Invocation> {
      const handler = handlers.get(arn);
      if (!handler) throw new TypeError(`no function ${arn}`);
      try {
        const payload = await time.during(handler(JSON.parse(JSON.stringify(event))));
        return { payload: JSON.parse(JSON.stringify(payload ?? null)) };
      } catch (error) {
        const { name, message } = error instanceof Error ? error : new Error(String(error));
        return { error: { errorType: name, errorMessage: message } };
      }
    },

    /** Loads functions anew, in both lanes; all, unless they are named. */
    async coldStart(...names: FunctionName[]): Promise<void> {
      const anew = names.map((name): string => FUNCTIONS[name].handler);
      for (const it of functions)
        if (names.length === 0 || anew.includes(it.handler)) await load(it);
    },
  };
}
