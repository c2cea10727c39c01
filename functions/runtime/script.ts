import { createContext, Script } from 'node:vm';

/** In milliseconds; a review takes about one, the first with all that is loaded some fifty. */
const TIME_LIMIT = 5_000;

/** Takes away what differs from one run or host to the next: the clock, chance, and Intl, which follows the release of ICU. */
const LANGUAGE_ALONE = new Script(`'use strict';
(() => {
  const refuse = (what) => { throw new Error('a script has no ' + what); };
  const Time = Date;
  globalThis.Date = class Date extends Time {
    constructor(...given) {
      if (given.length === 0) refuse('clock');
      super(...given);
    }
    static now() { refuse('clock'); }
  };
  Math.random = () => refuse('chance');
  const hosts = ['console', 'Intl', 'WebAssembly', 'SharedArrayBuffer', 'Atomics'];
  for (const name of hosts) delete globalThis[name];
})();`);

/**
 * A function of a script that needs nothing but the language, called by JSON and answering JSON. The
 * script runs in a realm of its own, in which there is neither node nor eval; texts alone go in and
 * out. That keeps what we released apart from where it runs; it is no cage for code of strangers.
 *
 * @param call an expression over the script's globals and `argument`
 * @throws {Error} what the script throws, and when it takes longer than five seconds
 */
export function scriptFunction(code: string, call: string): (argument: string) => string {
  const realm: Record<string, unknown> = createContext(Object.create(null), {
    codeGeneration: { strings: false, wasm: false },
    microtaskMode: 'afterEvaluate',
  });
  const options = { timeout: TIME_LIMIT };
  LANGUAGE_ALONE.runInContext(realm, options);
  new Script(code).runInContext(realm, options);
  const called = new Script(`{ const argument = JSON.parse(text); JSON.stringify(${call}); }`);
  return (argument) => {
    realm.text = argument;
    return String(called.runInContext(realm, options));
  };
}
