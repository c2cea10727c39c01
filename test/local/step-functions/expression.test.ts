import fc from 'fast-check';
import jsonata from 'jsonata';
import { describe, expect, it } from 'vitest';
import { compile, evaluate } from '#local/step-functions/expression.ts';

const key = fc.constantFrom('a', 'b', 'c');
const { value } = fc.letrec((tie) => ({
  value: fc.oneof(
    { depthSize: 'small' },
    fc.constantFrom(null, true, 0, '', 'text'),
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(key, tie('value'), { maxKeys: 3 }),
  ),
}));

describe('a path of plain names', () => {
  it('yields what JSONata yields', async () => {
    const path = fc.array(key, { maxLength: 4 });
    await fc.assert(
      fc.asyncProperty(path, value, async (names, input) => {
        const text = ['$states', 'input', ...names].join('.');
        const states = { input };
        const yielded = await compile(`{% ${text} %}`)({ states });
        const wanted = await jsonata(text).evaluate(undefined, { states });
        expect(JSON.stringify(yielded)).toEqual(JSON.stringify(wanted));
      }),
    );
  });

  it('yields nothing of what every object inherits', async () => {
    const bindings = { states: { input: {} } };
    await expect(evaluate('{% $states.input.constructor %}', bindings, 'Output')).rejects.toThrow(
      'States.QueryEvaluationError',
    );
  });
});
