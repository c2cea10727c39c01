import jsonata from 'jsonata';
import { KNOWN_FUNCTIONS } from './query-functions.ts';
import { StateError, stateError } from './state-error.ts';

/** What an expression can name: `$states`, the variables, the functions. */
export type Bindings = Readonly<Record<string, unknown>>;

type Compiled = (bindings: Bindings) => unknown;

const MARKED = /^\{%([\s\S]+)%\}$/;
const PLAIN_PATH = /^\s*\$[A-Za-z_]\w*(\.[A-Za-z_]\w*)*\s*$/;
const KEYWORDS = /\.(and|or|in)\b/;
const MAX_BYTES = 262_144;

const compiled = new Map<string, Compiled>();

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Refuses functions that are neither JSONata's, nor AWS's, nor the expression's own. */
function checkFunctions(tree: unknown): void {
  const called: string[] = [];
  const own = new Set<string>();
  const visit = (node: unknown): void => {
    if (Array.isArray(node)) node.forEach(visit);
    if (!isObject(node)) return;
    if (node.type === 'bind' && isObject(node.lhs)) own.add(String(node.lhs.value));
    if (node.type === 'lambda' && Array.isArray(node.arguments)) {
      for (const parameter of node.arguments) own.add(String(parameter.value));
    }
    if ((node.type === 'function' || node.type === 'partial') && isObject(node.procedure)) {
      if (node.procedure.type === 'path') throw new Error('calls a function without $');
      if (node.procedure.type === 'variable') called.push(String(node.procedure.value));
    }
    if (node.type === 'variable' && node.value === 'eval') called.push('eval');
    Object.values(node).forEach(visit);
  };
  visit(tree);
  const unknown = called.find((name) => !KNOWN_FUNCTIONS.has(name) && !own.has(name));
  if (unknown !== undefined) throw new Error(`calls $${unknown}, which Step Functions has not`);
}

/**
 * A path of plain names is walked without JSONata, until it meets a list, whose members JSONata
 * would map over.
 */
function walk(path: readonly string[], bindings: Bindings, whole: Compiled): unknown {
  let value: unknown = bindings;
  for (const name of path) {
    if (Array.isArray(value)) return whole(bindings);
    if (!isObject(value) || !Object.hasOwn(value, name)) return undefined;
    value = value[name];
  }
  return typeof value === 'function' ? whole(bindings) : value;
}

function compileText(text: string): Compiled {
  const expression = jsonata(text);
  checkFunctions(expression.ast());
  const whole: Compiled = (bindings) => expression.evaluate(undefined, bindings);
  if (!PLAIN_PATH.test(text) || KEYWORDS.test(text)) return whole;
  const path = text.trim().slice(1).split('.');
  return (bindings) => walk(path, bindings, whole);
}

/**
 * The expression inside `{% … %}`, ready to run; kept, because machines run often.
 * @throws Error for bad syntax and for functions that Step Functions does not offer.
 */
export function compile(text: string): Compiled {
  const known = compiled.get(text);
  if (known !== undefined) return known;
  const inner = MARKED.exec(text)?.[1];
  if (inner === undefined) throw new Error('must begin with {% and end with %}');
  const made = compileText(inner);
  compiled.set(text, made);
  return made;
}

export const isExpression = (value: unknown): value is string =>
  typeof value === 'string' && value.startsWith('{%');

/** JSONata's sequences as plain arrays; what JSON cannot hold is refused. */
function toJson(value: unknown): unknown {
  if (Array.isArray(value)) return Array.from(value, toJson);
  if (isObject(value)) {
    if ('_jsonata_function' in value || '_jsonata_lambda' in value)
      throw new Error('is a function');
    return Object.fromEntries(Object.entries(value).map(([name, held]) => [name, toJson(held)]));
  }
  if (typeof value === 'function' || value === undefined) throw new Error('is not JSON');
  return value;
}

async function evaluateText(text: string, bindings: Bindings, field: string): Promise<unknown> {
  const said = `The JSONata expression '${text.slice(2, -2).trim()}' specified for the field '${field}'`;
  try {
    const value = await compile(text)(bindings);
    if (value !== undefined) return toJson(value);
  } catch (thrown) {
    if (thrown instanceof StateError) throw thrown;
    const reason = isObject(thrown) ? (thrown.message ?? thrown.code) : thrown;
    throw stateError('States.QueryEvaluationError', `${said} threw an error: ${reason}`);
  }
  throw stateError('States.QueryEvaluationError', `${said} returned nothing (undefined).`);
}

/**
 * A value of the definition with all its expressions evaluated.
 * @throws StateError States.QueryEvaluationError when one fails or yields nothing.
 */
export async function evaluate(
  template: unknown,
  bindings: Bindings,
  field: string,
): Promise<unknown> {
  if (isExpression(template)) return evaluateText(template, bindings, field);
  if (Array.isArray(template)) {
    return Promise.all(template.map((item, at) => evaluate(item, bindings, `${field}/${at}`)));
  }
  if (!isObject(template)) return template;
  const entries = Object.entries(template).map(
    async ([name, held]) => [name, await evaluate(held, bindings, `${field}/${name}`)] as const,
  );
  return Object.fromEntries(await Promise.all(entries));
}

/**
 * A whole number that a field states or computes, `undefined` when the field is absent.
 * @throws StateError States.QueryEvaluationError when the expression yields anything else.
 */
export async function evaluateNumber(
  template: unknown,
  bindings: Bindings,
  field: string,
  bounds: { readonly least: number; readonly most: number; readonly whole?: boolean },
): Promise<number | undefined> {
  if (template === undefined) return undefined;
  const value = await evaluate(template, bindings, field);
  const { least, most, whole = true } = bounds;
  if (typeof value !== 'number' || value < least || value > most || (whole && value % 1 !== 0)) {
    throw stateError(
      'States.QueryEvaluationError',
      `The field '${field}' must be a number from ${least} to ${most}.`,
    );
  }
  return value;
}

/**
 * The value itself, if Step Functions would carry it: at most 256 KiB as UTF-8 JSON.
 * @throws StateError States.DataLimitExceeded
 */
export function withinLimit(value: unknown, what: string): unknown {
  if (Buffer.byteLength(JSON.stringify(value) ?? '') <= MAX_BYTES) return value;
  throw stateError('States.DataLimitExceeded', `${what} is larger than ${MAX_BYTES} bytes.`);
}
