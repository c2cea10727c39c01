import { pathToFileURL } from 'node:url';
import type { Rule, RuleTexts } from '../functions/review/rule.ts';
import type { RuleRow } from '../test/review/rule-row.ts';

/** Where mutated code looks which mutant lives. */
const living: { activeMutant?: string } = {};
Object.assign(globalThis, { __stryker__: living });

interface Run {
  readonly activeMutant: { readonly id: string };
  readonly sandboxFileName: string;
}

const test = { id: 'rows', name: 'every rule answers its row of cases as it must' };

/**
 * A test runner for rules: it loads the rule's file anew with the mutant alive and tries the rule's row
 * of cases (test/review/rows), which is all that a rule's tests do. A hundred times as fast as starting
 * a test runner for each of three thousand mutants.
 */
class RowRunner {
  capabilities() {
    return { reloadEnvironment: true };
  }

  async dryRun() {
    await rows();
    return { status: 'complete', tests: [{ ...test, timeSpentMs: 0, status: SUCCESS }] };
  }

  async mutantRun({ activeMutant: { id }, sandboxFileName }: Run) {
    const file = pathToFileURL(sandboxFileName).href;
    const { ROWS } = await rows();
    const { caseFailing } = await cases();
    const { texts, ...whole }: { readonly texts: RuleTexts } = await import(file);
    const row = ROWS.find(({ rule }) => Object.values<unknown>(whole).includes(rule));
    const before = row ? caseFailing(row.rule, row, texts) : 'no row';
    if (!row || before) return { status: 'error', errorMessage: `${file}: ${before}` };
    living.activeMutant = id;
    try {
      const rule = Object.values<unknown>(await import(`${file}?${id}`)).find(isRule);
      const failing = rule ? caseFailing(rule, row, texts) : 'no rule';
      return failing === undefined
        ? { status: 'survived', nrOfTests: 1 }
        : { status: 'killed', killedBy: [test.id], failureMessage: failing, nrOfTests: 1 };
    } catch (error) {
      return { status: 'killed', killedBy: [test.id], failureMessage: String(error), nrOfTests: 1 };
    } finally {
      delete living.activeMutant;
    }
  }
}

const SUCCESS = 0;

/** From the sandbox, in which the runner's process stands. */
const inSandbox = (file: string) => pathToFileURL(`${process.cwd()}/${file}`).href;
const rows = (): Promise<{ ROWS: readonly RuleRow[] }> =>
  import(inSandbox('test/review/rows/all-rows.ts'));
const cases = (): Promise<{
  caseFailing(rule: Rule, row: RuleRow, texts: RuleTexts): string | undefined;
}> => import(inSandbox('test/review/row-cases.ts'));

const isRule = (it: unknown): it is Rule => typeof it === 'object' && it !== null && 'check' in it;

export const strykerPlugins = [{ kind: 'TestRunner', name: 'rows', injectableClass: RowRunner }];
