import * as z from 'zod';

type Path = readonly string[];

/** Where a form may have a text or a number: JSON Pointers, `*` for any index or key. */
export function fieldsOf(schema: unknown, kind: 'string' | 'number', at: Path = []): string[] {
  const within = (its: unknown, step: string) => fieldsOf(its, kind, [...at, step]);
  if (schema instanceof z.ZodOptional) return fieldsOf(schema.unwrap(), kind, at);
  if (schema instanceof z.ZodArray) return within(schema.element, '*');
  if (schema instanceof z.ZodRecord) return within(schema.valueType, '*');
  if (schema instanceof z.ZodObject)
    return Object.entries(schema.shape).flatMap(([name, it]) => within(it, name));
  const is = kind === 'string' ? z.ZodString : z.ZodNumber;
  return schema instanceof is ? [pointerOf(at)] : [];
}

/** The texts of a form, or its numbers, with the steps to each. */
export function valuesIn(form: unknown, kind: 'string' | 'number', at: Path = []): Path[] {
  if (typeof form === kind) return [at];
  if (typeof form !== 'object' || form === null) return [];
  return Object.entries(form).flatMap(([step, it]) => valuesIn(it, kind, [...at, step]));
}

/** The form with the value at `path` made into another. */
export function changed(form: unknown, path: Path, change: (value: unknown) => unknown): unknown {
  const [step, ...rest] = path;
  if (step === undefined) return change(form);
  if (Array.isArray(form))
    return form.map((it, at) => (String(at) === step ? changed(it, rest, change) : it));
  return typeof form === 'object' && form !== null
    ? { ...form, [step]: changed(Reflect.get(form, step), rest, change) }
    : form;
}

export const pointerOf = (path: Path): string => path.map((step) => `/${step}`).join('');
